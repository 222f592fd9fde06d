"""A ballot's count → who is chosen, who ties at the edge, and whether the vote stands.

Deputies mark at most as many projects as are to be chosen; a ballot with more marks is spoilt. More ballots collected
than issued void the vote. Those who tie at the edge are voted on again among themselves.
"""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from luoshi.errors import LuoshiError, UnknownFormat, tell_why
from luoshi.letters import Candidate, Outcome, Tally
from luoshi.source.encoding import decode

MAJORITY, MOST = "majority", "most"


class CountError(LuoshiError):
    """A count cannot be right; the message says which figures contradict each other."""


def read_count(path: Path) -> Tally:
    """The count that a TOML file tells, with what follows from it; raises `CountError`."""
    try:
        told = tomllib.loads(decode(path.read_bytes()))
    except UnknownFormat as error:
        raise CountError(f"{path}：不是计票数；计票数是一份文字文件（TOML），怎么写见 docs/writing.md。") from error
    except OSError as error:
        raise CountError(f"{path}：打不开计票文件（{tell_why(error)}）。") from error
    except ValueError as error:
        raise CountError(f"{path}：不是 TOML 文件，第几行不对见括号里（{error}）。") from error
    try:
        return count(_tally(told))
    except KeyError as error:
        raise CountError(f"{path}：还缺 {error.args[0]} 这一项，怎么写见 docs/writing.md。") from error
    except (TypeError, ValueError) as error:
        raise CountError(f"{path}：有一项的写法不对（{error}），怎么写见 docs/writing.md。") from error


def count(tally: Tally) -> Tally:
    """The tally with the outcome of each candidate, the one with the most votes first; raises `CountError`."""
    _check(tally)
    ordered = sorted(tally.candidates, key=lambda candidate: (-candidate.votes, candidate.number))
    if tally.collected > tally.issued:
        return replace(tally, candidates=tuple(ordered), is_void=True)
    enough = [each for each in ordered if tally.least is None or each.votes >= tally.least]
    edge = enough[tally.choose - 1].votes if len(enough) > tally.choose else 0
    is_tied = len(enough) > tally.choose and enough[tally.choose].votes == edge
    above = [each for each in enough if not is_tied or each.votes > edge][: tally.choose]
    tied = [each for each in enough if is_tied and each.votes == edge]
    outcomes = dict.fromkeys((each.number for each in tied), Outcome.TIED)
    outcomes |= dict.fromkeys((each.number for each in above), Outcome.CHOSEN)
    judged = (replace(each, outcome=outcomes.get(each.number, Outcome.NOT_CHOSEN)) for each in ordered)
    return replace(tally, candidates=tuple(judged), vacancies=tally.choose - len(above) if tied else 0)


def _check(tally: Tally) -> None:
    """Whether the figures of a count can stand beside each other."""
    valid = tally.collected - tally.invalid
    marks = sum(each.votes for each in tally.candidates) + sum(votes for _, votes in tally.recommended)
    too_many = next((each for each in tally.candidates if each.votes > valid), None)
    faults = (
        (tally.present > tally.deputies, f"到会{tally.present}人，比代表总数{tally.deputies}人还多"),
        (tally.invalid > tally.collected, f"无效票{tally.invalid}张，比收回的{tally.collected}张还多"),
        (too_many is not None, f"“{too_many.name if too_many else ''}”的得票比有效票{valid}张还多"),
        (marks > valid * tally.choose, f"得票一共{marks}张，{valid}张有效票每张选{tally.choose}项不会有这么多"),
        (not 0 < tally.choose <= len(tally.candidates), f"要选{tally.choose}项，候选只有{len(tally.candidates)}项"),
    )
    for is_wrong, sentence in faults:
        if is_wrong:
            raise CountError(f"计票数对不上：{sentence}。请核对后再写。")


def _tally(told: dict[str, Any]) -> Tally:
    deputies, rule = int(told["deputies"]), told.get("rule", MOST)
    if rule not in {MAJORITY, MOST}:
        raise ValueError(f"rule 只能是 {MAJORITY} 或 {MOST}")
    candidates = (
        Candidate(index, str(each["name"]), int(each["votes"])) for index, each in enumerate(told["candidates"], 1)
    )
    held_on = told.get("held_on")
    return Tally(
        title=str(told["title"]),
        held_on=held_on if isinstance(held_on, date) else None,
        deputies=deputies,
        present=int(told["present"]),
        issued=int(told["issued"]),
        collected=int(told["collected"]),
        invalid=int(told["invalid"]),
        choose=int(told["choose"]),
        candidates=tuple(candidates),
        least=deputies // 2 + 1 if rule == MAJORITY else None,
        recommended=tuple((str(each["name"]), int(each["votes"])) for each in told.get("recommended", ())),
    )

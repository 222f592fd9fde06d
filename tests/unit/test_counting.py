"""Ballots are counted as the law counts them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from luoshi.counting import CountError, count, read_count
from luoshi.letters import Candidate, Outcome, Tally

CHOSEN, TIED, NOT = Outcome.CHOSEN, Outcome.TIED, Outcome.NOT_CHOSEN


def tally(*votes: int, choose: int = 2, least: int | None = None, collected: int = 98) -> Tally:
    candidates = tuple(Candidate(number, f"项目{number}", each) for number, each in enumerate(votes, 1))
    return Tally("票决", date(2026, 1, 20), 110, 100, 98, collected, 3, choose, candidates, least)


def outcomes(counted: Tally) -> list[tuple[int, Outcome | None]]:
    return [(each.number, each.outcome) for each in counted.candidates]


@pytest.mark.parametrize(
    ("votes", "choose", "least", "expected", "vacancies"),
    [
        ((30, 70, 50), 2, None, [(2, CHOSEN), (3, CHOSEN), (1, NOT)], 0),
        ((70, 50, 50), 2, None, [(1, CHOSEN), (2, TIED), (3, TIED)], 1),
        ((60, 60, 20), 2, None, [(1, CHOSEN), (2, CHOSEN), (3, NOT)], 0),
        ((60, 60, 60), 2, None, [(1, TIED), (2, TIED), (3, TIED)], 2),
        ((80, 40, 30), 2, 56, [(1, CHOSEN), (2, NOT), (3, NOT)], 0),
        ((80, 40, 40), 2, 56, [(1, CHOSEN), (2, NOT), (3, NOT)], 0),
        ((70, 56, 56), 2, 56, [(1, CHOSEN), (2, TIED), (3, TIED)], 1),
        ((10, 10), 2, None, [(1, CHOSEN), (2, CHOSEN)], 0),
    ],
)
def test_the_most_votes_are_chosen_and_ties_at_the_edge_are_voted_again(
    votes: tuple[int, ...],
    choose: int,
    least: int | None,
    expected: list[tuple[int, Outcome]],
    vacancies: int,
) -> None:
    counted = count(tally(*votes, choose=choose, least=least))
    assert (outcomes(counted), counted.vacancies, counted.is_void) == (expected, vacancies, False)


def test_more_ballots_collected_than_issued_void_the_vote() -> None:
    counted = count(tally(70, 50, collected=99))
    assert counted.is_void
    assert outcomes(counted) == [(1, None), (2, None)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (tally(96, 20), "“项目1”的得票比有效票95张还多"),
        (tally(95, 95, 95), "得票一共285张，95张有效票每张选2项不会有这么多"),
        (tally(9, 8, choose=3), "要选3项，候选只有2项"),
        (replace(tally(9, 8), present=111), "到会111人，比代表总数110人还多"),
        (replace(tally(0, 0), invalid=99), "无效票99张，比收回的98张还多"),
    ],
)
def test_figures_that_contradict_each_other_are_told(wrong: Tally, said: str) -> None:
    with pytest.raises(CountError, match=said):
        count(wrong)


COUNT = """
title = "云泽市第十届人民代表大会第三次会议民生实事项目票决"
held_on = 2026-01-20
deputies = 111
present = 100
issued = 100
collected = 99
invalid = 1
choose = 1
rule = "majority"
[[candidates]]
name = "改造老旧小区"
votes = 70
[[candidates]]
name = "新建公园"
votes = 20
[[recommended]]
name = "新建学校"
votes = 3
"""


def test_a_count_is_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "count.toml"
    path.write_text(COUNT, encoding="utf-8")
    read = read_count(path)
    assert (read.least, read.held_on, read.recommended) == (56, date(2026, 1, 20), (("新建学校", 3),))
    assert outcomes(read) == [(1, CHOSEN), (2, NOT)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (COUNT.replace("present = 100\n", ""), "还缺 present 这一项"),
        (COUNT.replace('"majority"', '"half"'), "rule 只能是 majority 或 most"),
        (COUNT.replace("votes = 70", 'votes = "多"'), "有一项的写法不对"),
        ("title = ", "不是 TOML 文件"),
        (None, "打不开计票文件"),
    ],
)
def test_a_file_that_tells_no_count_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    path = tmp_path / "count.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CountError, match=said):
        read_count(path)

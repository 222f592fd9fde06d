"""计票报告: ballots issued, collected and valid, votes by candidate, who is chosen, and the tellers' signatures."""

from typing import Final

from luoshi.language.days import day_words
from luoshi.letters import Candidate, Letterhead, Outcome, Tally
from luoshi.writing.official.letterhead import Fields, head_fields
from luoshi.writing.official.rendering import render, shipped_template

OUTCOMES: Final = {Outcome.CHOSEN: "当选", Outcome.TIED: "再次票决", Outcome.NOT_CHOSEN: "未当选", None: "—"}


def write_tally(tally: Tally, letterhead: Letterhead, *, template: bytes | None = None) -> bytes:
    """The report of a count as the bytes of a .docx file. Raises `BrokenTemplate`."""
    title = tally.title if tally.title.endswith("报告") else f"{tally.title}计票报告"
    chosen, tied = (_named(tally, outcome) for outcome in (Outcome.CHOSEN, Outcome.TIED))
    fields = {
        **head_fields(letterhead, title),
        "票决": tally.title.removesuffix("计票报告"),
        "票决日期": tally.held_on and day_words(tally.held_on),
        "代表总数": tally.deputies,
        "到会人数": tally.present,
        "发出票数": tally.issued,
        "收回票数": tally.collected,
        "无效票数": tally.invalid,
        "有效票数": tally.collected - tally.invalid,
        "候选项数": len(tally.candidates),
        "应选项数": tally.choose,
        "当选所需票数": tally.least,
        "有效": not tally.is_void,
        "各候选": [_candidate_fields(rank, each) for rank, each in enumerate(tally.candidates, 1)],
        "当选": chosen,
        "票数相同": tied,
        "再选项数": tally.vacancies,
        "另提": [{"名称": name, "票数": votes} for name, votes in tally.recommended],
    }
    return render(template or shipped_template("tally"), fields, title)


def _candidate_fields(rank: int, candidate: Candidate) -> Fields:
    return {
        "名次": rank,
        "编号": candidate.number,
        "名称": candidate.name,
        "票数": candidate.votes,
        "结果": OUTCOMES[candidate.outcome],
    }


def _named(tally: Tally, outcome: Outcome) -> list[str]:
    """The candidates with an outcome, in the order of the ballot."""
    return [each.name for each in sorted(tally.candidates, key=lambda each: each.number) if each.outcome is outcome]

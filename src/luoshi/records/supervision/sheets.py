"""What the paper of a notice says: kept as it was served, printed again at any time."""

from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from luoshi.judgement import RowVerdict, Verdict
from luoshi.language.days import day_words
from luoshi.letters import Letterhead, Matter
from luoshi.letters import Notice as Letter
from luoshi.records.people.actor import account_name
from luoshi.records.people.models import Account
from luoshi.records.register.models import Task, TaskUnit, Unit
from luoshi.records.register.reading import Json
from luoshi.records.reporting.models import Report, Round
from luoshi.records.reporting.queries import reports_in, shown_round
from luoshi.records.supervision.models import Answer, Notice, State
from luoshi.writing.words import period_words, verdict_words

LONGEST_MATTER: Final = 300
LONGEST: Final = 1_000
"""Of grounds, and of what is asked."""
DEMAND: Final = "请查明原因，提出整改措施和完成时间，由单位主要负责人审签后书面答复。"
"""What is asked where nobody asks for something else."""
# A matter is no longer than that, and ends where a clause does if that leaves enough
_ENOUGH: Final = 60
_LEAST: Final = 15
_MARKS: Final = "。；，"


def latest_report(task: Task) -> tuple[Round | None, Report | None]:
    """The round that is shown of a task's plan, and what was reported in it."""
    shown = shown_round(task.plan)
    return shown, reports_in(shown, [task]).get(task.pk) if shown else None


def sheet_of(task: Task, unit: Unit, units: list[TaskUnit], report: Report | None) -> Json:
    """What is printed of a task now: its number, leaders, units, and what was reported last."""
    leads, others = _parted(units)
    return {
        "unit": unit.name,
        "part": task.part,
        "number": task.number,
        "leaders": task.leader_names,
        "leads": leads,
        "others": others,
        "progress": report.text if report else "",
        "verdict": report.verdict if report else "",
        "step": report.step if report else "",
        "why": report.judged["why"] if report else "",
    }


def matter_of(task: Task) -> str:
    """The task in short: up to where a clause of it ends."""
    text = task.text.rstrip("。；")
    if len(text) <= _ENOUGH:
        return text
    end = max(text.rfind(mark, 0, _ENOUGH) for mark in _MARKS)
    return text[:end] if end >= _LEAST else f"{text[:_ENOUGH]}…"


def grounds_of(shown: Round | None, report: Report | None) -> str:
    """Why it is pressed, as the machine sees it: 三季度欠进度·黄：11.7÷18＝65%，序时 75%，欠 10 点。"""
    if shown is None:
        return ""
    if report is None:
        return f"{period_words(shown.period)}没有填报。"
    judged = RowVerdict(Verdict(report.verdict), report.judged["why"], step=report.step or None)
    told = f"{period_words(shown.period)}{verdict_words(judged)}：{judged.why.rstrip('。')}。"
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"


def write_sheet(notice: Notice) -> bytes:
    """The notice as the bytes of a .docx file: as it was served, with what came of it, and room for what is to come."""
    from luoshi.writing.official.notice import write_notices

    return write_notices(
        [_letter(notice, _given(notice))], Letterhead(issued_on=timezone.localtime(notice.served_at).date())
    )


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _given(notice: Notice) -> Answer | None:
    """The answer that stands."""
    given = notice.answers.filter(state=Answer.State.GIVEN).select_related("written_by", "signed_by")
    return given.first()


def _letter(notice: Notice, answer: Answer | None) -> Letter:
    sheet: dict[str, Any] = notice.sheet
    verdict = RowVerdict(Verdict(sheet["verdict"] or Verdict.NO_DATA), sheet["why"], step=sheet["step"] or None)
    closed_at = notice.ended_at if notice.state == State.CLOSED else None
    matter = Matter(
        number=sheet["number"],
        name=notice.matter,
        units=tuple(sheet["leads"]),
        reported=sheet["progress"],
        judged=verdict,
        leaders=tuple(sheet["leaders"]),
        others=tuple(sheet["others"]),
    )
    return Letter(
        str(notice),
        sheet["unit"],
        matter,
        date.fromisoformat(sheet["answer_by"]),
        demand=notice.demand,
        contact=notice.served_by.name if notice.served_by else None,
        finding=notice.grounds or None,
        received=_signed(notice.received_by, notice.received_at) if notice.received_at else None,
        answer=f"{answer.text}（{_signed(_giver(answer), answer.given_at)}）" if answer else None,
        opinion=f"{notice.remark}（{_signed(notice.ended_by, closed_at)}）" if closed_at else None,
    )


def _giver(answer: Answer) -> Account | None:
    return answer.signed_by or answer.written_by


def _signed(account: Account | None, at: datetime) -> str:
    """林晚舟，2026年11月20日"""
    return f"{account_name(account)}，{day_words(timezone.localtime(at))}"


def _parted(units: list[TaskUnit]) -> tuple[list[str], list[str]]:
    """The names of the leads, and of all others, as the units are called now."""
    leads = [each.unit.name for each in units if each.role == TaskUnit.Role.LEAD]
    return leads, [each.unit.name for each in units if each.role != TaskUnit.Role.LEAD]

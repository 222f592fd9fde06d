"""Notices: the list of them, each on its own page with all that was done, and its paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from luoshi.records.people.actor import Actor, account_name
from luoshi.records.people.queries import signers_of
from luoshi.records.people.roles import Right
from luoshi.records.register.queries.tasks import sight_of, tasks_in
from luoshi.records.supervision.deadlines import answer_day, calendar_in
from luoshi.records.supervision.models import Answer, Notice, State, Step
from luoshi.records.supervision.queries import (
    ENDED,
    OPEN_ONES,
    OVERDUE,
    WAITING,
    answers_of,
    count_shown,
    find_notice,
    for_list,
    shown_as,
    units_served,
    visible_notices,
    years_of,
)
from luoshi.records.supervision.sheets import write_sheet
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.downloads import WORD, give

_PAGE: Final = 50
_TABS: Final = (("", "全部"), (WAITING, "等您办"), (OVERDUE, "过期未答复"), (OPEN_ONES, "在办"), (ENDED, "已了结"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done to a notice; `text` is what was answered, `reason` what was said of it."""

    at: datetime
    who: str
    what: str
    text: str = ""
    reason: str = ""


class NoticePage:
    """What the page of a notice shows; each part is read when the page asks for it, and once."""

    def __init__(self, actor: Actor, notice: Notice) -> None:
        self.actor, self.notice = actor, notice

    @property
    def days_late(self) -> int:
        """By how many days the answer is overdue."""
        return self.notice.days_late(timezone.localdate())

    @cached_property
    def answers(self) -> list[Answer]:
        """What was answered, as far as the person may see it."""
        return answers_of(self.actor, self.notice)

    @property
    def given(self) -> Answer | None:
        """The answer that stands."""
        return next((each for each in self.answers if each.state == Answer.State.GIVEN), None)

    @property
    def given_by(self) -> str:
        """Who let it go."""
        return account_name(self.given.signed_by or self.given.written_by) if self.given else ""

    @property
    def laid(self) -> Answer | None:
        """What waits for the unit's approver, while it can still be answered."""
        laid = (each for each in self.answers if each.state == Answer.State.LAID)
        return next(laid, None) if self.notice.is_unanswered else None

    @property
    def last(self) -> Answer | None:
        """What was written last."""
        return self.answers[-1] if self.answers else None

    @property
    def written(self) -> str:
        """Its text: where it came back, it is written anew from there."""
        return self.last.text if self.last else ""

    @cached_property
    def signers(self) -> list[str]:
        """Who signs for the unit."""
        return signers_of(self.notice.unit_id)

    @property
    def may_receive(self) -> bool:
        """Whether the person signs for it."""
        return self.notice.state == State.SERVED and self._answers_for_it

    @property
    def may_answer(self) -> bool:
        """Whether the person writes the answer."""
        is_due = self.notice.state in {State.RECEIVED, State.RETURNED}
        return is_due and self._answers_for_it and not (self.laid and self.signers)

    @property
    def may_sign(self) -> bool:
        """Whether the person signs what was written."""
        return bool(self.laid) and self.notice.unit_id in self.actor.units(Right.SIGN_ANSWER)

    @cached_property
    def decides(self) -> bool:
        """Whether the person is of the office that served it."""
        return self.actor.may(Right.SERVE_NOTICE, self.notice.government_id)

    @property
    def is_of_below(self) -> bool:
        """Whether a government below served it, about what was handed down."""
        held = self.actor.held
        return not self.actor.is_operator and all(each.government != self.notice.government_id for each in held)

    @property
    def shown(self) -> Answer | None:
        """The answer that stands above what was done, to be signed or decided on."""
        return self.laid if self.may_sign else self.given if self.may_decide else None

    @property
    def may_decide(self) -> bool:
        """Whether the person says that the answer is enough, or not."""
        return self.decides and self.notice.state == State.ANSWERED

    @property
    def may_escalate(self) -> bool:
        """Whether the person may follow it by another."""
        return self.decides and self.days_late > 0 and self.notice.next_step is not None

    @property
    def may_withdraw(self) -> bool:
        """Whether the person may take it back."""
        return self.decides and self.notice.is_open

    @property
    def again_by(self) -> date:
        """The day that is proposed where an answer is sent back."""
        calendar = calendar_in(self.notice.government.rules)
        return answer_day(Step(self.notice.step), timezone.localdate(), calendar)

    @cached_property
    def sees_task(self) -> bool:
        """Whether the person may see the task: it may be another unit's by now."""
        return tasks_in(sight_of(self.actor)).filter(pk=self.notice.task_id).exists()

    @property
    def follower(self) -> Notice | None:
        """The one that follows it."""
        return getattr(self.notice, "follower", None)

    @cached_property
    def events(self) -> list[Event]:
        """All that was done, the latest first."""
        return sorted(self._events(), key=lambda event: event.at, reverse=True)

    @property
    def _answers_for_it(self) -> bool:
        return self.notice.unit_id in self.actor.units(Right.ANSWER_NOTICE)

    def _events(self) -> Iterator[Event]:
        notice = self.notice
        yield Event(
            notice.served_at, account_name(notice.served_by), f"发{notice.get_step_display()}，送{notice.sheet['unit']}"
        )
        if notice.received_at:
            yield Event(notice.received_at, account_name(notice.received_by), "签收")
        for answer in self.answers:
            yield from _answered(answer, is_told=answer != self.shown)
        if notice.ended_at:
            what = f"升级为{self.follower}" if self.follower else _ENDS.get(notice.state, "")
            yield Event(notice.ended_at, account_name(notice.ended_by), what, reason=notice.remark)


_ENDS: Final[Mapping[str, str]] = {State.CLOSED: "办结", State.WITHDRAWN: "撤回", State.ESCALATED: "升级"}


@with_right(Right.READ_NOTICES)
def list_notices(request: DeskRequest) -> HttpResponse:
    """What waits for the person first; held to a kind, a unit, a year."""
    seen = visible_notices(request.actor)
    asked = {name: request.GET.get(name, "") for name in ("show", "unit", "year")}
    sifted = seen
    for name, column in (("unit", "unit"), ("year", "year")):
        asked[name] = asked[name] if asked[name].isdecimal() and len(asked[name]) < _LONGEST_KEY else ""
        sifted = sifted.filter(**{column: asked[name]}) if asked[name] else sifted
    kinds = shown_as(request.actor)
    listed = sifted.filter(kinds[asked["show"]]) if asked["show"] in kinds else sifted
    counts = count_shown(request.actor, sifted)
    context = {
        "page": Paginator(for_list(request.actor, listed), _PAGE).get_page(request.GET.get("page")),
        "tabs": [(name, label, counts[name or "all"], _address(asked, show=name)) for name, label in _TABS],
        "asked": asked,
        "units": [("", "全部单位"), *((str(key), name) for key, name in units_served(seen))],
        "years": [("", "全部年度"), *((str(year), f"{year}年") for year in years_of(seen))],
        "today": timezone.localdate(),
        "can_serve": request.actor.has_anywhere(Right.SERVE_NOTICE),
        "is_held": any(asked.values()),
    }
    return render(request, "desk/notice/list.html", context)


@with_right(Right.READ_NOTICES)
def show_notice(request: DeskRequest, notice: int) -> HttpResponse:
    """A notice with all that was done; one that the person may not see is not there."""
    return show(request, seen_notice(request, notice))


@with_right(Right.READ_NOTICES)
def download_notice(request: DeskRequest, notice: int) -> HttpResponse:
    """Its paper, to be printed, signed and sealed."""
    shown = seen_notice(request, notice)
    return give(write_sheet(shown), f"{shown}（{shown.sheet['unit']}）.docx", WORD)


def seen_notice(request: DeskRequest, notice: int) -> Notice:
    """A notice that the person may see; else 404."""
    return or_404(find_notice(request.actor, notice))


def show(request: DeskRequest, notice: Notice, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with what was sent and what was wrong with it."""
    page = NoticePage(request.actor, notice)
    context = {"page": page, "notice": notice, "task": notice.task, "plan": notice.task.plan, **more}
    return render(request, "desk/notice/show.html", context, status=status)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────

# So many digits a key of a row, or a year, does not have
_LONGEST_KEY: Final = 10


def _answered(answer: Answer, *, is_told: bool) -> Iterator[Event]:
    """When it was written, signed, and sent back or not signed; with its text where that is not told elsewhere."""
    text = answer.text if is_told else ""
    if answer.state in {Answer.State.LAID, Answer.State.REFUSED}:
        yield Event(answer.written_at, account_name(answer.written_by), "写好答复，提交签发", text)
    else:
        who = account_name(answer.signed_by or answer.written_by)
        what = f"签发答复（{account_name(answer.written_by)}写）" if answer.signed_by else "答复"
        yield Event(answer.given_at, who, what, text)
    if answer.decided_at:
        is_returned = answer.state == Answer.State.RETURNED
        again = f"退回，{answer.answer_by.month}月{answer.answer_by.day}日前重新答复" if answer.answer_by else "退回"
        yield Event(
            answer.decided_at, account_name(answer.decided_by), again if is_returned else "没有签", reason=answer.reason
        )


def _address(asked: dict[str, str], **changes: str) -> str:
    """The list's address with something else asked for."""
    return "?" + urlencode({name: value for name, value in {**asked, **changes}.items() if value})

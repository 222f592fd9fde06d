"""The supervision office serves notices, decides on what is answered, follows up what is not, and takes back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max
from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.locks import lock_government, lock_plan
from luoshi.records.register.actions.rows import BATCH
from luoshi.records.register.models import Plan, Task, TaskUnit, Unit
from luoshi.records.register.models.plans import OVER as TASK_OVER
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.reporting.models import Report
from luoshi.records.reporting.queries import reports_in, shown_round
from luoshi.records.supervision.deadlines import answer_day, calendar_in
from luoshi.records.supervision.models import Answer, Notice, State, Step
from luoshi.records.supervision.queries import leads_of, units_by_task, units_to_serve
from luoshi.records.supervision.sheets import (
    DEMAND,
    LONGEST,
    LONGEST_MATTER,
    grounds_of,
    latest_report,
    matter_of,
    sheet_of,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a notice says: about what, why, what is asked, how hard it presses, by which day."""

    matter: str
    grounds: str
    demand: str
    step: Step
    answer_by: date


@dataclass(frozen=True, slots=True)
class Paper:
    """A notice that is to be served, with what its paper is made of: the task's units, its latest report."""

    task: Task
    unit: Unit
    terms: Terms
    units: list[TaskUnit]
    report: Report | None
    follows: Notice | None = None


def default_terms(task: Task, step: Step, rules: str) -> Terms:
    """What a notice about a task would say, if nobody said otherwise; by the calendar of the government's rules."""
    day = answer_day(step, timezone.localdate(), calendar_in(rules))
    return Terms(matter_of(task), grounds_of(*latest_report(task)), DEMAND, step, day)


def serve_notice(*, actor: Actor, task: Task, unit: Unit, terms: Terms) -> Notice:
    """Serve a notice about a task on one of the units that have to do with it."""
    terms = _read(terms)
    with acting(actor, Right.SERVE_NOTICE, task.government_id) as under_way:
        lock_government(task.government_id)
        row = _locked_task(task.pk)
        units = _units_of(row)
        if unit.pk not in {each.pk for each in units_to_serve(row, units)}:
            raise NotValid(f"“{unit.name}”不在这一项里，或者已经停用。", {"unit": "请从这一项的单位里选"})
        return _serve(under_way, Paper(row, unit, terms, units, latest_report(row)[1]))


def serve_notices(*, actor: Actor, plan: Plan, tasks: Iterable[Task], demand: str, step: Step, answer_by: date) -> int:
    """The same about several tasks: one each for every unit that leads; how many. All of them or none."""
    with acting(actor, Right.SERVE_NOTICE, plan.government_id) as under_way:
        lock_government(plan.government_id)
        lock_plan(plan.pk)
        rows = sorted(_locked_tasks([task.pk for task in tasks]), key=lambda each: each.order)
        leads, units, shown = leads_of(rows), units_by_task(rows), shown_round(plan)
        reports = reports_in(shown, rows) if shown else {}
        papers = []
        for row in rows:
            if row.plan_id != plan.pk or row.pk not in leads:
                raise NotNow(
                    f"第 {row.number} 项没有可以送达的牵头单位，一张都没有发。请不选它，或者在它的页上单独发。"
                )
            report = reports.get(row.pk)
            terms = _read(Terms(matter_of(row), grounds_of(shown, report), demand, step, answer_by))
            papers += [Paper(row, unit, terms, units[row.pk], report) for unit in leads[row.pk]]
        return len(_serve_all(under_way, papers))


def escalate_notice(*, actor: Actor, notice: Notice, terms: Terms) -> Notice:
    """Follow a notice that was not answered in time by another, one step up; the matter and the unit stay."""
    with acting(actor, Right.SERVE_NOTICE, notice.government_id) as under_way:
        lock_government(notice.government_id)
        task = _locked_task(notice.task_id)
        row = _locked(notice)
        step = row.next_step
        if not row.days_late(timezone.localdate()):
            raise NotNow(f"{row}{row.get_state_display()}，没有过期，不用升级。")
        if step is None:
            raise NotNow(f"{row}已经是{row.get_step_display()}，没有更高一级了。请报告牵头领导，或者退回、撤回后另发。")
        _end(under_way, row, State.ESCALATED, "escalate_notice", "")
        return _serve(under_way, _paper(task, row.unit, _read(replace(terms, matter=row.matter, step=step)), row))


def return_answer(*, actor: Actor, notice: Notice, reason: str, answer_by: date) -> Notice:
    """Send an answer back to be given anew by another day, with the reason; what it said is kept."""
    need_reason(reason, "退回要写明理由。")
    _need_day(answer_by)
    with acting(actor, Right.SERVE_NOTICE, notice.government_id) as under_way:
        row = _locked(notice)
        given = _given(row)
        given.state, given.reason, given.answer_by = Answer.State.RETURNED, reason.strip(), answer_by
        given.decided_by_id, given.decided_at = actor.account, timezone.now()
        given.save(update_fields=["state", "reason", "answer_by", "decided_by", "decided_at"])
        before = {"notice": row.state, "answer_by": row.answer_by.isoformat()}
        row.state, row.answer_by = State.RETURNED, answer_by
        row.save(update_fields=["state", "answer_by"])
        after = {"notice": row.state, "answer_by": answer_by.isoformat(), "reason": given.reason}
        under_way.did("return_answer", row, before=before, after=after)
    return row


def close_notice(*, actor: Actor, notice: Notice, remark: str) -> Notice:
    """Say that the matter of a notice is dealt with, in a word on how."""
    need_reason(remark, "办结要写一句意见。")
    with acting(actor, Right.SERVE_NOTICE, notice.government_id) as under_way:
        row = _locked(notice)
        _given(row)
        return _end(under_way, row, State.CLOSED, "close_notice", remark)


def withdraw_notice(*, actor: Actor, notice: Notice, reason: str) -> Notice:
    """Take a notice back, with the reason; its number is not given again."""
    need_reason(reason, "撤回要写明理由。")
    with acting(actor, Right.SERVE_NOTICE, notice.government_id) as under_way:
        row = _locked(notice)
        if not row.is_open:
            raise NotNow(f"{row}{row.get_state_display()}，不能再撤回。")
        return _end(under_way, row, State.WITHDRAWN, "withdraw_notice", reason)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _paper(task: Task, unit: Unit, terms: Terms, follows: Notice | None = None) -> Paper:
    return Paper(task, unit, terms, _units_of(task), latest_report(task)[1], follows)


def _serve(under_way: Acting, paper: Paper) -> Notice:
    (notice,) = _serve_all(under_way, [paper])
    return notice


def _serve_all(under_way: Acting, papers: Sequence[Paper]) -> list[Notice]:
    """Papers of one government's tasks, under one number after the other: as many statements for many as for one."""
    if not papers:
        return []
    year = timezone.localdate().year
    first = _next_number(papers[0].task.government_id, year)
    account = under_way.actor.account
    fresh = [_notice(paper, year, number, account) for number, paper in enumerate(papers, start=first)]
    for notice, paper in zip(Notice.objects.bulk_create(fresh, batch_size=BATCH), papers, strict=True):
        under_way.did("serve_notice", notice, after=_told(notice, paper))
    return fresh


def _notice(paper: Paper, year: int, number: int, account: int | None) -> Notice:
    terms, sheet = paper.terms, sheet_of(paper.task, paper.unit, paper.units, paper.report)
    return Notice(
        government_id=paper.task.government_id,
        task=paper.task,
        unit=paper.unit,
        follows=paper.follows,
        year=year,
        number=number,
        step=terms.step,
        matter=terms.matter,
        grounds=terms.grounds,
        demand=terms.demand,
        answer_by=terms.answer_by,
        sheet={**sheet, "answer_by": terms.answer_by.isoformat()},
        served_by_id=account,
        served_at=timezone.now(),
    )


def _told(notice: Notice, paper: Paper) -> Json:
    terms = paper.terms
    after = {"name": str(notice), "unit": paper.unit.name, "matter": terms.matter}
    asked = {"answer_by": terms.answer_by.isoformat(), "grounds": terms.grounds, "demand": terms.demand}
    known = {"follows": str(paper.follows)} if paper.follows else {}
    return {**after, **asked, "urgency": terms.step.value, "task": paper.task.address, **known}


def _next_number(government: int, year: int) -> int:
    """One after the other; a number that was given stays given."""
    last = Notice.objects.filter(government=government, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _end(under_way: Acting, row: Notice, state: State, verb: str, remark: str) -> Notice:
    before, row.state, row.remark = row.state, state, remark.strip()
    row.ended_by_id, row.ended_at = under_way.actor.account, timezone.now()
    row.save(update_fields=["state", "remark", "ended_by", "ended_at"])
    told = {"reason": row.remark} if row.remark else {}
    under_way.did(verb, row, before={"notice": before}, after={"notice": state.value, **told})
    return row


def _locked(notice: Notice) -> Notice:
    rows = Notice.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "government")
    return rows.get(pk=notice.pk)


def _locked_task(task: int) -> Task:
    """A task about which notices are still served."""
    (row,) = _locked_tasks([task])
    return row


def _locked_tasks(tasks: Sequence[int]) -> list[Task]:
    """The same of several: none of them over."""
    locked = (
        Task.objects.select_for_update(of=("self",), no_key=True).select_related("plan").defer("plan__blocks", "grams")
    )
    rows = list(locked.filter(pk__in=tasks).order_by("pk"))
    over = next((row for row in rows if row.state in TASK_OVER), None)
    if over:
        raise NotNow(f"第 {over.number} 项{over.get_state_display()}，不能再发督查单。")
    return rows


def _units_of(task: Task) -> list[TaskUnit]:
    return list(task.units.filter(CURRENT).select_related("unit").order_by("order"))


def _given(row: Notice) -> Answer:
    """What was answered and is to be decided on."""
    given = row.answers.select_for_update(no_key=True).filter(state=Answer.State.GIVEN).first()
    if row.state != State.ANSWERED or given is None:
        raise NotNow(f"{row}{row.get_state_display()}，没有等您定的答复。请看过现在的情况再办。")
    return given


def _read(terms: Terms) -> Terms:
    """What is to be served, if it can be."""
    _need(terms.matter, "请写督查什么事项。", "matter")
    _need(terms.demand, "请写要单位做什么。", "demand")
    _need_day(terms.answer_by)
    for field, most in (("matter", LONGEST_MATTER), ("grounds", LONGEST), ("demand", LONGEST)):
        if len(getattr(terms, field)) > most:
            raise NotValid(f"太长了，最多 {most} 个字。", {field: f"最多 {most} 个字"})
    return replace(terms, matter=terms.matter.strip(), grounds=terms.grounds.strip(), demand=terms.demand.strip())


def _need(given: str, sentence: str, field: str) -> None:
    if not given.strip():
        raise NotValid(sentence, {field: sentence})


def _need_day(answer_by: date) -> None:
    if answer_by < timezone.localdate():
        told = "答复期限不能早于今天"
        raise NotValid(f"{told}。", {"answer_by": told})

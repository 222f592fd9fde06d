"""Taking a list away as a file: just what is seen, or the lines that were picked."""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from luoshi.letters import Letterhead
from luoshi.records.people.queries import titles_of
from luoshi.records.people.roles import Right
from luoshi.records.register.actions.exports import export_tasks as note_export
from luoshi.records.register.queries.lines import list_plans
from luoshi.records.register.queries.tasks import for_export, scope_of, sight_of
from luoshi.records.register.values import plan_value
from luoshi.records.reporting.queries import reports_in
from luoshi.records.reporting.values import progress_value
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asked import read_asked
from luoshi.web.desk.downloads import CSV, WORD, WORKBOOK, give
from luoshi.web.desk.excerpts import Excerpt
from luoshi.web.desk.sheets import note_sheet, target_sheet, task_sheet
from luoshi.web.desk.tasks import Listing, choose_plan
from luoshi.web.templatetags.register import day, moment, period
from luoshi.writing.ledger import Sheet

Write = Callable[[Excerpt], bytes]

_NONE_PICKED: Final = "没有导出：还没有勾选任务。请先在表格左边勾选，再点导出。"
_NONE_LISTED: Final = "没有导出：这样筛选，一项任务也没有。请放宽条件，再点导出。"


@with_right(Right.EXPORT_REGISTER)
def export_tasks(request: DeskRequest) -> HttpResponse:
    """A file of what the address lists; with `picked` of those alone that were ticked. The journal tells of it."""
    asked = read_asked(request.GET.dict())
    sight = sight_of(request.actor)
    plan = choose_plan(sight, list_plans(sight, 1), asked.plan)
    form = request.GET.get("format", "xlsx")
    listing = Listing(request.actor, scope_of(sight, plan), plan, asked) if plan else None
    if listing is None or form not in FORMS or (form == "summary" and listing.round is None):
        raise Http404
    tasks = for_export(listing.tasks)
    is_picked = bool(request.GET.get("picked"))
    if is_picked:
        tasks = tasks.filter(pk__in=[pk for pk in request.GET.getlist("task") if pk.isdecimal()])
    taken = list(tasks)
    if not taken:
        messages.error(request, _NONE_PICKED if is_picked else _NONE_LISTED)
        return redirect(reverse("tasks") + asked.here)
    write, kind, name = FORMS[form]
    content = write(Excerpt(listing, taken, is_picked))
    note_export(actor=request.actor, plan=listing.plan, form=form, count=len(taken))
    filename = name.format(year=listing.plan.year, count=len(taken))
    return give(content, filename, kind)


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _workbook(excerpt: Excerpt) -> bytes:
    from luoshi.writing.workbook import write_xlsx

    lines = excerpt.listing.lines(excerpt.tasks)
    is_judged = excerpt.listing.round is not None
    sheets = (task_sheet(lines, is_judged=is_judged), target_sheet(lines), _note(excerpt))
    return write_xlsx([sheet for sheet in sheets if sheet.rows])


def _delimited(excerpt: Excerpt) -> bytes:
    from luoshi.writing.delimited import write_csv

    listing = excerpt.listing
    return write_csv(task_sheet(listing.lines(excerpt.tasks), is_judged=listing.round is not None))


def _breakdown(excerpt: Excerpt) -> bytes:
    from luoshi.writing.official.arrangement import as_listed
    from luoshi.writing.official.plan import write_plan

    plan = plan_value(excerpt.listing.plan, excerpt.tasks, _titles(excerpt))
    listed = as_listed(plan, excerpt.heads, is_sorted=excerpt.is_sorted)
    return write_plan(listed, Letterhead(), excerpt=excerpt.words)


def _summary(excerpt: Excerpt) -> bytes:
    from luoshi.writing.official.summary import write_summary

    shown, tasks = excerpt.listing.round, excerpt.tasks
    assert shown is not None  # noqa: S101 (the view has looked)
    progress = progress_value(shown, tasks, reports_in(shown, tasks), _titles(excerpt))
    return write_summary(progress, Letterhead(), excerpt=excerpt.words)


def _titles(excerpt: Excerpt) -> Mapping[str, str]:
    names = {name for task in excerpt.tasks for name in task.leader_names}
    return titles_of(excerpt.listing.plan.government, names)


def _note(excerpt: Excerpt) -> Sheet:
    """What was taken from where, by whom and when."""
    plan, shown = excerpt.listing.plan, excerpt.listing.round
    return note_sheet(
        [
            ("台账", plan.title),
            ("发文字号", plan.doc_number),
            ("填报期", f"{period(shown.period)}，截至 {day(shown.cutoff)}" if shown else ""),
            *excerpt.facts,
            ("导出", f"{excerpt.listing.actor.name}，{moment(timezone.now())}"),
        ]
    )


FORMS: Final[Mapping[str, tuple[Write, str, str]]] = {
    "xlsx": (_workbook, WORKBOOK, "{year}年落实台账（{count}项）.xlsx"),
    "csv": (_delimited, CSV, "{year}年落实台账（{count}项）.csv"),
    "docx": (_breakdown, WORD, "{year}年责任分解（{count}项）.docx"),
    "summary": (_summary, WORD, "{year}年进展情况汇总表（{count}项）.docx"),
}

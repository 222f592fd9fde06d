"""A corrected document beside what it corrects: each difference with a box, approved together or left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.model import Kind
from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.revisions import relate_import, revise_plan
from luoshi.records.register.models import Import
from luoshi.records.register.queries.imports import revisable_plans, visible_imports
from luoshi.records.register.revising.comparison import NUMBERS, Comparison, Difference, Line, address_of, compare
from luoshi.records.reporting.correcting import compare_table, correct_round, corrected_round
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.differences import list_entries, list_pieces
from luoshi.web.desk.passages import Piece
from luoshi.web.desk.retold import RetoldPage


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference in pieces; `is_list` where each piece is an entry."""

    key: str
    label: str
    pieces: list[Piece]
    is_list: bool
    is_text: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A task that differs, with its differences; a new one has none, a gone one no line."""

    line: Line
    shown: list[Shown]

    @property
    def number(self) -> str:
        """第 3 项, as the document numbers it; as the register does where it has no such line."""
        task, fields = self.line.task, self.line.draft.fields if self.line.draft else {}
        number, sub = (fields["number"], fields.get("sub")) if fields else (task.number, task.sub) if task else (0, 0)
        return f"{number}-{sub}" if sub else str(number)

    @property
    def former(self) -> str:
        """The number that it had, where that was another one."""
        task = self.line.task
        return str(task.number) if task and self.line.is_moved else ""

    @property
    def part(self) -> str:
        """The part that it stands in."""
        if self.line.draft:
            return str(self.line.draft.fields["part"])
        return self.line.task.part if self.line.task else ""


class ComparisonPage:
    """What the page of a comparison shows."""

    numbers = NUMBERS

    def __init__(self, document: Import, comparison: Comparison) -> None:
        self.document, self.comparison = document, comparison

    @cached_property
    def changed(self) -> list[Row]:
        """Tasks that differ."""
        return [Row(line, list(map(_show, line.differences))) for line in self.comparison.changed]

    @cached_property
    def new(self) -> list[Row]:
        """Tasks that came."""
        return [Row(line, []) for line in self.comparison.new]

    @cached_property
    def gone(self) -> list[Row]:
        """Tasks that went."""
        return [Row(line, []) for line in self.comparison.gone]

    @cached_property
    def moved(self) -> list[tuple[str, str, str]]:
        """Old number, new number and the words of those that have another."""
        return list(_moves(self.comparison))

    @cached_property
    def count(self) -> int:
        """How many boxes there are."""
        return len(self.comparison.keys)

    @property
    def doubtful(self) -> int:
        """How many lines nobody has looked at though the reader had doubts."""
        return sum(row.line.is_doubtful for row in (*self.changed, *self.new))


@with_right(Right.IMPORT_DOCUMENT)
def show_comparison(request: DeskRequest, document: int) -> HttpResponse:
    """What a document differs in from what it corrects; for one that corrects nothing the question what it corrects."""
    shown = _document(request, document)
    if shown.state != Import.State.OPEN:
        return render(request, "desk/import_closed.html", {"document": shown})
    if shown.kind == Kind.PROGRESS.value:
        return _show_table(request, shown)
    if shown.revises is None:
        return _ask(request, shown)
    page = ComparisonPage(shown, compare(shown))
    return render(request, "desk/revising/comparison.html", {"page": page, "document": shown, "plan": shown.revises})


@with_right(Right.IMPORT_DOCUMENT)
def relate(request: DeskRequest, document: int) -> HttpResponse:
    """Which plan a document corrects, or that it corrects none."""
    shown = _document(request, document)
    if request.method != "POST":
        return _ask(request, shown)
    wanted = request.POST.get("revises", "")
    plan = get_object_or_404(revisable_plans(shown.government), pk=wanted) if wanted.isdecimal() else None
    try:
        relate_import(actor=request.actor, document=shown, revises=plan)
    except ActionRefused as refused:
        messages.error(request, str(refused))
    return redirect("compare_import" if plan else "import", document=document)


@require_POST
@with_right(Right.ISSUE_PLAN)
def revise(request: DeskRequest, document: int) -> HttpResponse:
    """Do what was approved."""
    shown = _document(request, document)
    approved, fingerprint = request.POST.getlist("approved"), request.POST.get("fingerprint", "")
    if shown.kind == Kind.PROGRESS.value:
        return _correct_round(request, shown, approved, fingerprint)
    try:
        count = revise_plan(actor=request.actor, document=shown, approved=approved, fingerprint=fingerprint)
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect("compare_import", document=document)
    told = f"更正了 {count} 项" if count else "改了序号"
    messages.success(request, f"已按“{shown.file.name}”{told}，原来的写法在每一项的“全部记录”里。")
    return redirect(f"{reverse('tasks')}?plan={shown.revises_id}")


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _document(request: DeskRequest, document: int) -> Import:
    documents = visible_imports(request.actor).select_related("revises").defer("file__content")
    return get_object_or_404(documents.defer("revises__blocks"), pk=document)


def _show_table(request: DeskRequest, document: Import) -> HttpResponse:
    """What a progress table changes of the reports of its round, once every row has its task."""
    opened = corrected_round(document)
    if opened is None:
        return redirect("import", document=document.pk)
    try:
        page = RetoldPage(compare_table(document, opened))
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect("import", document=document.pk)
    context = {"page": page, "document": document, "plan": opened.plan, "round": opened}
    return render(request, "desk/revising/table.html", context)


def _correct_round(request: DeskRequest, document: Import, approved: list[str], fingerprint: str) -> HttpResponse:
    opened = corrected_round(document)
    try:
        count = correct_round(actor=request.actor, document=document, approved=approved, fingerprint=fingerprint)
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect("compare_import", document=document.pk)
    messages.success(
        request, f"已按“{document.file.name}”更正了 {count} 项的填报，待审；原来报的在任务页“历期填报”里。"
    )
    plan = opened.plan_id if opened else ""
    return redirect(f"{reverse('tasks')}?plan={plan}&reported=submitted")


def _ask(request: DeskRequest, document: Import) -> HttpResponse:
    plans = revisable_plans(document.government)
    return render(request, "desk/revising/relate.html", {"document": document, "plans": plans})


def _show(difference: Difference) -> Shown:
    before, after = difference.before, difference.after
    if isinstance(before, tuple) and isinstance(after, tuple):
        pieces, is_list = list_entries(before, after), True
    else:
        pieces, is_list = list_pieces(str(before), str(after)), False
    return Shown(difference.key, difference.label, pieces, is_list, difference.facet == "text")


def _moves(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    for line in comparison.moved:
        if line.task and line.draft:
            yield line.task.address, address_of(line.draft), line.task.text

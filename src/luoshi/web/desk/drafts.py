"""A document that is being looked through: line by line beside its own words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Self

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.errors import LuoshiError
from luoshi.model import Kind
from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotNow, NotValid
from luoshi.records.register.actions import documents as actions
from luoshi.records.register.actions.undoing import undo_draft
from luoshi.records.register.models import DraftTask, Import
from luoshi.records.register.queries.blocks import blocks_around
from luoshi.records.register.queries.imports import (
    Queue,
    Waiting,
    last_change,
    neighbours,
    queue_of,
    units_meant,
    visible_imports,
)
from luoshi.records.register.queries.units import meant_by_initials
from luoshi.records.register.reading import cells_of
from luoshi.records.reporting.correcting import corrected_round
from luoshi.records.reporting.tying import plan_reported_on
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.doubts import doubt_title
from luoshi.web.desk.drafting import as_typed, read_changes
from luoshi.web.desk.figures import COMPARATORS, KINDS
from luoshi.web.desk.passages import block_of, list_passages
from luoshi.web.desk.slips import MEANT, list_doubts, with_meant
from luoshi.web.desk.suggested import TAKE, list_offers, with_lead
from luoshi.web.desk.tying import LEAVE_OUT, TIE, refuse_open_row, tie, tying

_PAGE = 100
# As many of the queue as one looks over; the others are a click away
_BEFORE, _WINDOW = 15, 40


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a line was not changed, and what was typed into its form."""

    error: ActionRefused
    typed: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of doubt, how many lines have it, how many are left to look at, and those that are shown."""

    code: str
    title: str
    count: int
    left: int
    lines: list[Waiting]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a queue around a line; how many are before and after it, and where those begin."""

    groups: list[Group]
    before: int
    after: int
    earlier: int | None
    later: int | None

    @classmethod
    def around(cls, queue: Queue, line: int) -> Self:
        """The lines near a line, or the first ones when it is none of the queue."""
        keys = queue.keys
        first = max(0, (keys.index(line) if line in keys else 0) - _BEFORE)
        last = min(len(keys), first + _WINDOW)
        shown = set(keys[first:last])
        groups = [
            Group(
                code,
                doubt_title(code),
                count=len(lines),
                left=sum(not each.is_accepted for each in lines),
                lines=[each for each in lines if each.pk in shown],
            )
            for code, lines in queue.groups
        ]
        earlier, later = keys[first - 1] if first else None, keys[last] if last < len(keys) else None
        return cls(groups, first, len(keys) - last, earlier, later)


@with_right(Right.IMPORT_DOCUMENT)
def show_import(request: DeskRequest, document: int, line: int | None = None) -> HttpResponse:
    """A document beside what was read of it: the line that is asked for, else the first that is to be looked at."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    if shown.state != Import.State.OPEN:
        return render(request, "desk/import_closed.html", {"document": shown})
    drafts = shown.drafts.order_by("is_accepted", "-doubts", "order") if line is None else shown.drafts.filter(pk=line)
    draft = drafts.first()
    if draft is None:
        return redirect("imports") if line is None else redirect("import", document=document)
    return render(request, "desk/import.html", _page(shown, draft, words=request.GET.get("words", "").strip()))


def _page(document: Import, draft: DraftTask, refused: Refused | None = None, *, words: str = "") -> dict[str, Any]:
    queue = queue_of(document)
    before, after = neighbours(draft, queue)
    fields = refused.typed if refused else draft.fields
    plan = plan_reported_on(document) if document.kind == Kind.PROGRESS.value else None
    return {
        "document": document,
        "draft": draft,
        "fields": fields,
        "meant": units_meant(document, [unit["name"] for unit in fields["units"]]),
        "queue": queue,
        "window": Window.around(queue, draft.pk),
        "looked": queue.doubtful - queue.left,
        "place": queue.keys.index(draft.pk) + 1 if draft.doubts else None,
        "passages": list_passages(blocks_around(document, block_of(draft.fields)), draft.fields),
        "before": before,
        "after": after,
        "change": last_change(draft),
        "comparators": [(each, each) for each in COMPARATORS],
        "kinds": KINDS.items(),
        "cells": cells_of(dict(fields)),
        "error": refused.error if refused else None,
        "plan": plan,
        "told_before": corrected_round(document) if plan else None,
        "offers": list_offers(draft.fields),
        "doubts": list_doubts(fields),
        **(tying(draft, plan, words) if plan else {}),
    }


@with_right(Right.IMPORT_DOCUMENT)
def list_lines(request: DeskRequest, document: int) -> HttpResponse:
    """Everything that was read, a line a task."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document, state=Import.State.OPEN)
    page = Paginator(shown.drafts.all(), _PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/import_lines.html", {"document": shown, "page": page})


@require_POST
@with_right(Right.IMPORT_DOCUMENT)
def change_line(request: DeskRequest, document: int, line: int) -> HttpResponse:
    """What was pressed on a line; then the next line, or the same one. What was typed is never lost."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    draft = shown.drafts.filter(pk=line).first()
    if draft is None:
        messages.error(request, "这一项刚被并到别处，或者撤销了。")
        return redirect("import", document=document)
    try:
        following = _change(request, draft)
    except (NotValid, NotNow) as error:
        draft.refresh_from_db()
        if shown.state != Import.State.OPEN:
            return redirect("import", document=document)
        refused = Refused(error, as_typed(request.POST, draft.fields))
        context = _page(shown, draft, refused)
        context["version"] = request.POST.get("version", "")
        return render(request, "desk/import.html", context, status=409 if isinstance(error, NotNow) else 422)
    except LuoshiError as error:
        messages.error(request, str(error))
        following = draft.pk
    return redirect(reverse("import_line", kwargs={"document": document, "line": following}))


def _change(request: DeskRequest, draft: DraftTask) -> int:
    """Do it, and say which line comes next."""
    given = request.POST.get("version", "")
    version = int(given) if given.isdecimal() else 0
    pressed = request.POST.get("press", "save")
    if pressed in _BACK:
        return _BACK[pressed](actor=request.actor, draft=draft, version=version).pk
    if pressed == LEAVE_OUT or pressed.startswith(TIE):
        tie(request.actor, draft, version, pressed)
        return _following(draft)
    if pressed == "accept":
        refuse_open_row(draft)
    changes = _changes(request, draft, pressed)
    if changes:
        draft = actions.correct_draft(actor=request.actor, draft=draft, version=version, fields=changes)
        version = draft.version
    if pressed == "merge":
        return actions.merge_drafts(actor=request.actor, draft=draft, version=version).pk
    if pressed == "split":
        at = _place_of(request.POST.get("at", ""), request.POST.get("caret", ""), draft.fields["text"])
        return actions.split_draft(actor=request.actor, draft=draft, version=version, at=at)[0].pk
    if pressed == "accept":
        actions.accept_draft(actor=request.actor, draft=draft, version=version)
        return _following(draft)
    return draft.pk


def _changes(request: DeskRequest, draft: DraftTask, pressed: str) -> dict[str, Any]:
    """What was typed, and what the button of a suggestion or of a doubt puts in beside it."""
    changes = read_changes(request.POST, draft.fields)
    if "units" in changes:
        changes["units"] = _meant(draft.document, changes["units"])
    put_in = next((put_in for prefix, put_in in _PUT_IN.items() if pressed.startswith(prefix)), None)
    return put_in(draft.fields, changes, pressed) if put_in else changes


def _meant(document: Import, units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The units as they are called where only their initials were typed."""
    meant = meant_by_initials(document.government_id, (unit["name"] for unit in units))
    return [{**unit, "name": meant.get(unit["name"], unit["name"])} for unit in units]


# What puts a unit in, by what was pressed
_PUT_IN: Final = {TAKE: with_lead, MEANT: with_meant}
# What takes something back, by what was pressed
_BACK: Mapping[str, Callable[..., DraftTask]] = {
    "undo": undo_draft,
    "reopen": partial(actions.accept_draft, is_accepted=False),
}


def _following(draft: DraftTask) -> int:
    """The next line to look at, else the line itself."""
    queue = queue_of(draft.document)
    after = queue.next_open(draft.pk) if draft.doubts else neighbours(draft, queue)[1]
    return after or draft.pk


def _place_of(words: str, caret: str, text: str) -> int:
    """Where the second half begins: at the words that were typed, else where the caret stood."""
    if not words.strip() and caret.isdecimal():
        return int(caret)
    if not words.strip() or words not in text:
        raise NotValid("请写第二项开头的几个字，要和任务里的一样。", {"at": "没有找到这几个字"})
    return text.index(words)

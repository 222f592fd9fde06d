"""Putting a task right: its words, units, figures, a doubt about it. Each a page of its own, with the reason."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotValid
from luoshi.records.register.actions import figures as actions_of_figures
from luoshi.records.register.actions import plans as actions
from luoshi.records.register.actions.figures import Correction
from luoshi.records.register.models import Target, Task, TaskUnit
from luoshi.records.register.queries.detail import find_bare_task, find_own_task
from luoshi.records.register.queries.units import meant_by_initials, names_known
from luoshi.records.register.revising.facets import say_targets, say_units
from luoshi.records.register.standing import standing_units
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.asking import reason_of
from luoshi.web.desk.figures import COMPARATORS, KINDS, plain_figure, read_figures, typed_figures
from luoshi.web.desk.sources import find_origin
from luoshi.web.desk.times import Times

Units = Sequence[tuple[str, str]]
Json = dict[str, Any]

_SPARE = 3
"""Empty lines below the units that a task has."""
_ADJUSTED = "adjusted"
"""What is sent where the figures were right and are others from a day on."""


@with_right(Right.CORRECT_TASK)
def correct_wording(request: DeskRequest, task: int) -> HttpResponse:
    """The words of a task, beside those of its document."""
    shown = _task(request, task)
    text = " ".join(request.POST.get("text", shown.text).split())

    def act() -> None:
        if text == shown.text:
            raise NotValid("文字和原来一样，没有要更正的。", {"text": "请改文字"})
        actions.correct_wording(
            actor=request.actor, task=shown, text=text, reason=reason_of(request), seen=_seen(request)
        )

    context: dict[str, object] = {"text": text, "seen": shown.text}
    return _answer(request, shown, "wording", context, act, "文字已更正，原来的写法在“全部记录”里。")


@with_right(Right.CORRECT_TASK)
def correct_units(request: DeskRequest, task: int) -> HttpResponse:
    """The units of a task; names that nobody knows are asked about before they become new units."""
    shown = _whole(request, task)
    before = [(unit.printed, unit.role) for unit in standing_units(shown)]
    units = _written(shown, request.POST) if request.method == "POST" else before
    unknown = _unknown(shown, units)
    context = {
        "units": [*units, *[("", TaskUnit.Role.COOPERATING.value)] * _SPARE],
        "unknown": unknown if request.method == "POST" else [],
        "seen": say_units(standing_units(shown)),
    }

    def act() -> None:
        if list(units) == before:
            raise NotValid("单位和原来一样，没有要更正的。", {"units": "请改单位"})
        if unknown and not request.POST.get("is_new"):
            raise NotValid(f"没有登记过“{'”“'.join(unknown)}”。写错了请改；确实是新单位，请在下面勾选。")
        actions.correct_units(
            actor=request.actor, task=shown, units=units, reason=reason_of(request), seen=_seen(request)
        )

    return _answer(request, shown, "units", context, act, "单位已更正，原来的分工在“全部记录”里。")


@with_right(Right.CORRECT_TASK)
def correct_figures(request: DeskRequest, task: int) -> HttpResponse:
    """What a task is to reach, now or at an earlier time: read wrongly, or adjusted from a day on."""
    shown = _whole(request, task)
    times = Times(shown, request.GET.get("on", ""))
    known = [_known(target) for target in times.figures]
    is_sent = request.method == "POST"
    context = {
        "targets": typed_figures(request.POST, known) if is_sent else known,
        "comparators": [(each, each) for each in COMPARATORS],
        "kinds": KINDS.items(),
        "is_adjusted": request.POST.get("when") == _ADJUSTED,
        "since": request.POST.get("since", ""),
        "latest": times.chosen.until or timezone.localdate(),
        "times": times,
        "seen": say_targets(times.figures),
    }

    def act() -> None:
        figures = [(each.get("order"), each) for each in read_figures(request.POST, known)]
        correction = Correction(figures, reason_of(request), _since(request), times.stretch, _seen(request))
        actions_of_figures.correct_figures(actor=request.actor, task=shown, correction=correction)

    return _answer(request, shown, "figures", context, act, "指标已更正，报过的重新研判了。")


@with_right(Right.CORRECT_TASK)
def settle_flag(request: DeskRequest, task: int, flag: int) -> HttpResponse:
    """A doubt that is looked at, and rests."""
    shown = _task(request, task)
    doubt = get_object_or_404(shown.flags.filter(is_open=True), pk=flag)

    def act() -> None:
        actions.settle_flag(actor=request.actor, flag=doubt, reason=reason_of(request))

    return _answer(request, shown, "doubt", {"flag": doubt}, act, "存疑已核对，理由记在“全部记录”里。")


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _task(request: DeskRequest, task: int) -> Task:
    return or_404(find_bare_task(request.actor, Right.CORRECT_TASK, task))


def _whole(request: DeskRequest, task: int) -> Task:
    """The task with its rows, where they are shown."""
    return or_404(find_own_task(request.actor, Right.CORRECT_TASK, task))


def _form(request: DeskRequest, task: Task, page: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """The task with the words of its document, which stand beside every form."""
    shown = task if "current_units" in vars(task) else _whole(request, task.pk)
    beside = {"origin": find_origin(shown, is_whole=True), "sees_everything": True}
    known = {"task": shown, "plan": shown.plan, "page": beside}
    return render(request, f"desk/correct/{page}.html", {**known, **context}, status=status)


def _known(target: Target) -> Json:
    """A target that stands, as a form has it; `order` tells which it is."""
    few = {"high": None if target.high is None else plain_figure(target.high)}
    return {
        "order": target.order,
        "metric": target.metric,
        "comparator": target.comparator,
        "value": plain_figure(target.value),
        "unit": target.unit,
        "kind": target.kind,
        "amount": plain_figure(target.amount),
        "base_unit": target.base_unit,
        "by": target.by.isoformat() if target.by else None,
        "quote": target.quote,
        "place": target.place,
        **few,
    }


def _since(request: DeskRequest) -> date | None:
    """The day of an adjustment; None where what stood was wrong from the start."""
    if request.POST.get("when") != _ADJUSTED:
        return None
    try:
        return date.fromisoformat(request.POST.get("since", ""))
    except ValueError:
        raise NotValid("请写从哪一天起调整。", {"since": "请写日期"}) from None


def _seen(request: DeskRequest) -> str | None:
    """What stood when the form was shown."""
    return request.POST.get("seen")


def _answer(
    request: DeskRequest, task: Task, page: str, context: dict[str, object], act: Callable[[], None], done: str
) -> HttpResponse:
    """The form; what was sent is done, or stands in the form again with what was wrong with it."""
    if request.method != "POST":
        return _form(request, task, page, context)
    try:
        act()
    except ActionRefused as error:
        shown = {**context, "error": str(error), "wrong": error.fields, "reason": reason_of(request)}
        return _form(request, task, page, shown, status=422)
    messages.success(request, done)
    return redirect("task", task=task.pk)


def _written(task: Task, form: QueryDict) -> Units:
    """A line a unit, its name and role; lines with an empty name are left out, a name counts once."""
    pairs = [(name.strip(), role) for name, role in zip(form.getlist("unit"), form.getlist("role"), strict=False)]
    known = set(TaskUnit.Role.values)
    meant = meant_by_initials(task.government, (name for name, _ in pairs))
    return list({meant.get(name, name): role for name, role in pairs if name and role in known}.items())


def _unknown(task: Task, units: Units) -> list[str]:
    names = [name for name, _ in units]
    known = names_known(task.government, names)
    return [name for name in names if name not in known]

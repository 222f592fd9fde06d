"""What each place below owes of a task's figure: written on a page of its own, with the ground for it."""

from decimal import Decimal

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotNow
from luoshi.records.register.actions.shares import quota_to_share, share_out
from luoshi.records.register.models import Share, Task, Unit
from luoshi.records.register.queries.detail import find_own_task
from luoshi.records.register.standing import standing_shares
from luoshi.records.register.typed import typed_figure
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.asking import reason_of, refused_page
from luoshi.web.desk.shares import whole_of
from luoshi.web.desk.sources import find_origin
from luoshi.web.templatetags.luoshi import plain

Line = tuple[Unit, str]


@with_right(Right.CORRECT_TASK)
def write_shares(request: DeskRequest, task: int) -> HttpResponse:
    """A line a place; what does not add up is asked about before it is kept."""
    shown = or_404(find_own_task(request.actor, Right.CORRECT_TASK, task))
    lines = _lines(shown, request.POST if request.method == "POST" else None)
    reason = reason_of(request)
    context: dict[str, object] = {
        "task": shown,
        "plan": shown.plan,
        "whole": whole_of(shown),
        "lines": lines,
        "reason": reason,
        "page": {"origin": find_origin(shown, is_whole=True), "sees_everything": True},
    }
    if request.method != "POST":
        return render(request, "desk/cascade/share.html", context)
    written = [(unit, figure) for unit, figure in lines if figure]
    try:
        _ask(shown, written, is_meant=bool(request.POST.get("is_meant")))
        share_out(actor=request.actor, task=shown, shares=written, reason=reason)
    except ActionRefused as refused:
        context["is_uneven"] = isinstance(refused, _Uneven)
        return refused_page(request, "desk/cascade/share.html", context, refused)
    messages.success(request, f"任务数分到了 {len(written)} 处。设了台账的，可以下达给它。")
    return redirect("task", task=shown.pk)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Uneven(NotNow):
    """The shares do not give the whole; that can be meant."""


def _places(task: Task) -> QuerySet[Unit]:
    """The places of the government: its districts, and whatever ever had a share; those that have one here, anyhow."""
    kept = [share.unit_id for share in standing_shares(task)]
    is_place = Q(kind=Unit.Kind.DISTRICT) | Exists(Share.objects.filter(unit=OuterRef("pk")))
    offered = (is_place & Q(is_active=True)) | Q(pk__in=kept)
    return Unit.objects.filter(offered, government=task.government_id).order_by("pk")


def _lines(task: Task, sent: QueryDict | None) -> list[Line]:
    """The places with what stands of each, or with what was sent; those that have a share first, in its order."""
    standing = {share.unit_id: share.printed if share.value is not None else "" for share in standing_shares(task)}
    place = {unit: order for order, unit in enumerate(standing)}
    units = sorted(_places(task), key=lambda unit: place.get(unit.pk, len(place)))
    if sent is None:
        return [(unit, standing.get(unit.pk, "")) for unit in units]
    return [(unit, sent.get(f"share-{unit.pk}", "").strip()) for unit in units]


def _ask(task: Task, written: list[Line], *, is_meant: bool) -> None:
    """What the places owe together is the whole, or somebody says that it is meant otherwise."""
    total = quota_to_share(task).get("value")
    figures = [typed_figure(figure) for _, figure in written]
    summed = sum((figure for figure in figures if figure is not None), Decimal())
    if is_meant or total is None or not figures or None in figures or summed == Decimal(str(total)):
        return
    raise _Uneven(f"各地合计 {plain(summed)}，和任务数 {plain(Decimal(str(total)))} 不一样。确实这样分，请在下面勾选。")

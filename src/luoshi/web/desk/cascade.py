"""Handing shares down to the governments below, and what goes between governments."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.cascade import hand_down, pass_on
from luoshi.records.register.handed import Handed
from luoshi.records.register.models import Task
from luoshi.records.register.queries.cascade import handed_plans, origins, received_plans
from luoshi.records.register.queries.detail import find_own_task
from luoshi.records.register.standing import standing_shares
from luoshi.records.reporting.flows import flow_of, flows_of
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.below import below_of
from luoshi.web.desk.differences import list_pieces
from luoshi.web.desk.passages import Piece

_PAGE = 20
# What the buttons of the page do, by the value that they send, and what is said afterwards
_ACTS: dict[str, tuple[Callable[..., list[Task]], str]] = {
    "hand_down": (hand_down, "已下达给 {}，在各自的台账里。"),
    "pass_on": (pass_on, "已转达给 {}，原来的写法在各自的“全部记录”里。"),
}


@with_right(Right.HAND_DOWN)
def hand(request: DeskRequest, task: int) -> HttpResponse:
    """What each government below will be asked; handed down, or passed on where it changed, by the page's button."""
    shown = or_404(find_own_task(request.actor, Right.HAND_DOWN, task))
    act = _ACTS.get(request.POST.get("press", "")) if request.method == "POST" else None
    if act:
        return _do(request, shown, *act)
    below = below_of(shown, flow_of(shown))
    lines = [(each, _pieces(each.handed)) for each in below.flow.inflows]
    owing = [each for each in below.apart if _owes(shown, each.name)]
    context = {"task": shown, "plan": shown.plan, "lines": lines, "flow": below.flow, "apart": owing}
    return render(request, "desk/cascade/hand.html", context)


@with_right(Right.READ_REGISTER)
def list_handed(request: DeskRequest) -> HttpResponse:
    """What came from above, what went below, and how far each of it is in sum."""
    page = Paginator(origins(request.actor), _PAGE).get_page(request.GET.get("page"))
    tasks = list(page)
    flows = flows_of(tasks)
    context = {
        "received": received_plans(request.actor),
        "handed": handed_plans(request.actor),
        "page": page,
        "lines": [(task, flows[task.pk]) for task in tasks],
    }
    return render(request, "desk/cascade/handed.html", context)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _do(request: DeskRequest, task: Task, act: Callable[..., list[Task]], done: str) -> HttpResponse:
    try:
        tasks = act(actor=request.actor, task=task)
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect("hand_down", task=task.pk)
    messages.success(request, done.format("、".join(each.government.name for each in tasks)))
    return redirect("task", task=task.pk)


def _pieces(handed: Handed) -> list[Piece]:
    """What stands in the register below, and what will after it is passed on."""
    after = handed.order.text if handed.order else ""
    return list_pieces(handed.task.text if handed.task else after, after)


def _owes(task: Task, name: str) -> bool:
    shares = standing_shares(task)
    return any(share.unit.name == name and share.value for share in shares)

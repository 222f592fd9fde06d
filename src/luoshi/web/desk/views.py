"""The tabs over a list: views that every plan has, those that the person keeps, and keeping one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right, Role
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.views import drop_view, save_view
from luoshi.records.register.models import Plan, SavedView
from luoshi.records.register.queries.counts import Choices, count_reported
from luoshi.records.register.queries.sieve import NEXT_MONTH, UNREPORTED, Sieve
from luoshi.records.register.queries.tasks import Sight
from luoshi.records.register.queries.views import list_kept, own_views
from luoshi.records.reporting.models import Report
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asked import Asked, read_asked

RETURNED: Final = Sieve(reported=Report.State.RETURNED.value)


@dataclass(frozen=True, slots=True)
class View:
    """A tab: its name, its address, how many tasks it shows; `saved` is the row of one that the person keeps."""

    name: str
    address: str
    count: int
    is_here: bool
    saved: SavedView | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A view before anything is counted; `saved` is the row of one that the person keeps."""

    name: str
    sieve: Sieve
    saved: SavedView | None = None


def list_tabs(actor: Actor, choices: Choices) -> list[Tab]:
    """The views that every plan has, a leader's own, and those that the person keeps: one query."""
    everything, *standing = _standing(choices.parts, is_writer=bool(actor.units(Right.WRITE_REPORT)))
    led = [Tab("我分管的", led_by(actor))] if leads_any(actor, choices) else []
    kept = (Tab(view.name, read_asked(dict(parse_qsl(view.query))).sieve, view) for view in list_kept(actor))
    return [everything, *led, *standing, *kept]


def leads_any(actor: Actor, choices: Choices) -> bool:
    """Whether somebody is a leader whom tasks name."""
    return Role.CITY_LEADER in actor.roles and actor.name in choices.leaders


def led_by(actor: Actor) -> Sieve:
    """The tasks that name a leader."""
    return Sieve(leader=actor.name)


def list_returned(actor: Actor, sight: Sight, asked: Asked, plan: Plan) -> list[tuple[str, str, int]]:
    """Other plans of which something came back to whoever writes reports: title, address, how many; one query."""
    if not actor.units(Right.WRITE_REPORT):
        return []
    counted = count_reported(sight.units, RETURNED.reported)
    return [
        (title if str(year) in title else f"{year}年{title}", replace(asked, plan=str(key)).address(RETURNED), count)
        for key, year, title, count in counted
        if key != plan.pk
    ]


def list_views(tabs: Sequence[Tab], counts: Sequence[int], asked: Asked) -> list[View]:
    """The tabs with how many tasks each shows."""
    here = _here([tab.sieve for tab in tabs], asked.sieve)
    return [
        View(tab.name, _address(asked, tab), count, place == here, tab.saved)
        for place, (tab, count) in enumerate(zip(tabs, counts, strict=True))
    ]


def _standing(parts: Sequence[str], *, is_writer: bool) -> Iterator[Tab]:
    """Whoever writes reports sees first what came back, on a phone too."""
    returned = Tab("退回的", RETURNED)
    yield Tab("全部", Sieve())
    if is_writer:
        yield returned
    if len(parts) > 1:
        yield from (Tab(part, Sieve(part=part)) for part in parts)
    yield Tab("欠进度", Sieve(verdict="behind"))
    yield Tab("未报", Sieve(verdict=UNREPORTED))
    yield Tab("待审", Sieve(reported=Report.State.SUBMITTED.value))
    if not is_writer:
        yield returned
    yield Tab("有存疑", Sieve(doubts=True))
    yield Tab("下月到期", Sieve(due=NEXT_MONTH))


def _address(asked: Asked, tab: Tab) -> str:
    """A view that is kept has its own arrangement; the others take that of the list."""
    if tab.saved is None:
        return asked.address(tab.sieve)
    kept = read_asked(dict(parse_qsl(tab.saved.query)))
    return Asked(tab.sieve, asked.plan, kept.group, kept.order).address(tab.sieve)


def _here(sieves: Sequence[Sieve], asked: Sieve) -> int:
    """The view that one is in: of those that the list narrows down, the narrowest, and the last of such."""
    wanted = asked.parameters.items()
    fitting = [place for place, sieve in enumerate(sieves) if sieve.parameters.items() <= wanted]
    return max(fitting, key=lambda place: (len(sieves[place].parameters), place))


# ── Keeping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@require_POST
@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def save(request: DeskRequest) -> HttpResponse:
    """Keep the list that the form was sent from."""
    asked = read_asked(dict(parse_qsl(request.POST.get("query", ""))))
    try:
        view = save_view(actor=request.actor, name=request.POST.get("name", ""), query=asked.query)
    except ActionRefused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"已存为视图“{view.name}”。")
    plan = request.POST.get("plan", "")
    shown = Asked(asked.sieve, plan if plan.isdecimal() else "", asked.group, asked.order)
    return redirect(reverse("tasks") + shown.address(asked.sieve))


@require_POST
@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def drop(request: DeskRequest, view: int) -> HttpResponse:
    """Keep a list no longer."""
    kept = get_object_or_404(own_views(request.actor), pk=view)
    drop_view(actor=request.actor, view=kept)
    messages.success(request, f"视图“{kept.name}”已删除，任务没有变动。")
    return redirect("tasks")

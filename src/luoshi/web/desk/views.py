"""The tabs over a list: views that every plan has, those that the person keeps, and keeping one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.views import drop_view, save_view
from luoshi.records.register.models import SavedView, Task
from luoshi.records.register.queries.sieve import NEXT_MONTH, UNREPORTED, Sieve
from luoshi.records.register.queries.tasks import count_sieves
from luoshi.records.register.queries.views import own_views
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asked import Asked, read_asked


@dataclass(frozen=True, slots=True)
class View:
    """A tab: its name, its address, how many tasks it shows; `saved` is the row of one that the person keeps."""

    name: str
    address: str
    count: int
    is_here: bool
    saved: SavedView | None = None


def list_views(actor: Actor, tasks: QuerySet[Task], parts: Sequence[str], asked: Asked) -> list[View]:
    """The tabs for the tasks of a plan: two queries, however many there are."""
    own = list(own_views(actor))
    named = [*_standing(parts), *((view.name, read_asked(dict(parse_qsl(view.query))).sieve, view) for view in own)]
    counts = count_sieves(tasks, [sieve for _, sieve, _ in named])
    here = _here([sieve for _, sieve, _ in named], asked.sieve)
    return [
        View(name, _address(asked, sieve, saved), count, place == here, saved)
        for place, ((name, sieve, saved), count) in enumerate(zip(named, counts, strict=True))
    ]


def _standing(parts: Sequence[str]) -> Iterator[tuple[str, Sieve, SavedView | None]]:
    yield "全部", Sieve(), None
    if len(parts) > 1:
        yield from ((part, Sieve(part=part), None) for part in parts)
    yield "欠进度", Sieve(verdict="behind"), None
    yield "未报", Sieve(verdict=UNREPORTED), None
    yield "有存疑", Sieve(doubts=True), None
    yield "下月到期", Sieve(due=NEXT_MONTH), None


def _address(asked: Asked, sieve: Sieve, saved: SavedView | None) -> str:
    """A view that is kept has its own arrangement; the others take that of the list."""
    if saved is None:
        return asked.address(sieve)
    kept = read_asked(dict(parse_qsl(saved.query)))
    return Asked(sieve, asked.plan, kept.group, kept.order).address(sieve)


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

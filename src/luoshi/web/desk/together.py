"""Something is done to many tasks: those that were ticked in the list, or all that its address lists."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Self
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotNow
from luoshi.records.register.actions.together import settle_alike
from luoshi.records.register.models import Plan, Task, TaskFlag
from luoshi.records.register.queries.lines import list_plans
from luoshi.records.register.queries.tasks import scope_of, sight_of
from luoshi.records.register.queries.together import Replaced, open_flags, replacement_made, replacements_of
from luoshi.records.reporting.actions import accept_reports
from luoshi.records.reporting.queries import waiting_reports
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asked import read_asked
from luoshi.web.desk.asking import reason_of
from luoshi.web.desk.doubts import doubt_title
from luoshi.web.desk.tasks import Listing, choose_plan

MOST = 2000
"""So many tasks are changed at a time, no more."""
_CHANGED = "您看的时候，这些任务又改过了，没有改动任何内容。请看过新的清单再点。"


@dataclass(frozen=True)
class Selection:
    """Tasks of a plan: `keys` of those that were ticked, None where all are meant that the list shows.

    `back` is a replacement that is to be taken back; its tasks are those that it changed.
    """

    listing: Listing
    keys: tuple[int, ...] | None
    back: Replaced | None

    @classmethod
    def read(cls, request: DeskRequest, right: Right) -> Self:
        """What an address selects; 404 where the person may not change what is in the plan."""
        asked = read_asked(request.GET.dict())
        sight = sight_of(request.actor)
        plan = choose_plan(sight, list_plans(sight, 1), asked.plan)
        if plan is None or not request.actor.may(right, plan.government_id):
            raise Http404
        keys = tuple(int(pk) for pk in request.GET.getlist("task") if pk.isdecimal())
        number = request.GET.get("back", "")
        made = replacement_made(plan, int(number)) if number.isdecimal() else None
        listing = Listing(request.actor, scope_of(sight, plan), plan, asked)
        if made:
            return cls(listing, tuple(made[1]), made[0])
        return cls(listing, keys if request.GET.get("picked") else None, None)

    @property
    def plan(self) -> Plan:
        """Whose tasks they are."""
        return self.listing.plan

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks in the order of the list; one more than can be changed at a time tells that there are too many."""
        tasks = self.listing.all_tasks.order_by("order") if self.back else self.listing.tasks
        if self.keys is not None:
            tasks = tasks.filter(pk__in=self.keys)
        return list(tasks.defer("place", "quota")[: MOST + 1])

    @property
    def is_too_large(self) -> bool:
        """Whether it must be narrowed first."""
        return len(self.tasks) > MOST

    @property
    def is_picked(self) -> bool:
        """Whether they were ticked one by one."""
        return self.keys is not None

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What an address or a form says to select just these."""
        plan = [("plan", str(self.plan.pk))]
        if self.back:
            return [*plan, ("back", str(self.back.number))]
        sieve = list(self.listing.asked.sieve.parameters.items())
        if self.keys is None:
            return [*plan, *sieve]
        return [*plan, *sieve, ("picked", "1"), *(("task", str(key)) for key in self.keys)]

    @property
    def query(self) -> str:
        """The same behind a question mark."""
        return urlencode(self.fields)

    @property
    def page(self) -> str:
        """The page that offers what can be done to them."""
        return f"{reverse('together')}?{self.query}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of doubt with those of it that stand."""

    code: str
    title: str
    flags: tuple[TaskFlag, ...]

    @property
    def tasks(self) -> int:
        """How many tasks they are about."""
        return len({flag.task_id for flag in self.flags})


@with_right(Right.CORRECT_TASK)
def choose(request: DeskRequest) -> HttpResponse:
    """What can be done to the selected tasks, and what was done to many that can be taken back."""
    selection = Selection.read(request, Right.CORRECT_TASK)
    shown = {"selection": selection, "plan": selection.plan, "most": MOST}
    if not selection.is_too_large:
        shown |= {
            "reports": waiting_reports(selection.tasks).count(),
            "kinds": list_kinds(open_flags(selection.tasks)),
            "made": replacements_of(selection.plan),
        }
    return render(request, "desk/together/choose.html", shown)


@with_right(Right.REVIEW_REPORT)
def accept(request: DeskRequest) -> HttpResponse:
    """The reports of the selected tasks that wait, looked over and accepted."""
    selection = Selection.read(request, Right.REVIEW_REPORT)
    reports = list(waiting_reports(_few(selection)))
    keys = [report.pk for report in reports]
    shown = {"selection": selection, "plan": selection.plan, "reports": reports, "fingerprint": seal(keys)}

    def act() -> str:
        count = accept_reports(actor=request.actor, plan=selection.plan, reports=keys)
        return f"审核通过了 {count} 份填报。"

    return answer(request, selection, "reports", shown, act)


@with_right(Right.CORRECT_TASK)
def settle(request: DeskRequest) -> HttpResponse:
    """A kind of doubt about the selected tasks, which rests for one reason."""
    selection = Selection.read(request, Right.CORRECT_TASK)
    kinds = list_kinds(open_flags(_few(selection)))
    wanted = request.GET.get("kind")
    kind = next((each for each in kinds if each.code == wanted), next(iter(kinds), Kind("", "", ())))
    keys = [flag.pk for flag in kind.flags]
    reason = reason_of(request)
    shown = {"selection": selection, "plan": selection.plan, "kind": kind, "fingerprint": seal(keys), "reason": reason}

    def act() -> str:
        count = settle_alike(actor=request.actor, plan=selection.plan, flags=keys, reason=reason)
        return f"“{kind.title}”核对完毕，共 {count} 处。"

    return answer(request, selection, "doubts", shown, act)


def answer(
    request: DeskRequest, selection: Selection, page: str, shown: dict[str, object], act: Callable[[], str]
) -> HttpResponse:
    """The page; what was sent is done if it is what the person saw, else the page says why not."""
    if request.method != "POST":
        return render(request, f"desk/together/{page}.html", shown)
    try:
        if request.POST.get("fingerprint") != shown.get("fingerprint"):
            raise NotNow(_CHANGED)
        told = act()
    except ActionRefused as error:
        return render(request, f"desk/together/{page}.html", {**shown, "error": error}, status=422)
    messages.success(request, told)
    return redirect(selection.page)


def list_kinds(flags: Iterable[TaskFlag]) -> list[Kind]:
    """Doubts by their kind; they come sorted by it."""
    return [Kind(code, doubt_title(code), tuple(run)) for code, run in groupby(flags, key=lambda flag: flag.code)]


def seal(keys: Iterable[int]) -> str:
    """By which an answer knows that the person saw just these."""
    return hashlib.sha256(",".join(map(str, keys)).encode()).hexdigest()


def _few(selection: Selection) -> list[Task]:
    """The tasks, none where there are too many."""
    return [] if selection.is_too_large else selection.tasks

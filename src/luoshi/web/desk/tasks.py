"""The register: the tasks of a plan in a list."""

from collections.abc import Sequence
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url

from luoshi.judging.schedule import elapsed_share
from luoshi.records.people.actor import Actor
from luoshi.records.people.queries import titles_of
from luoshi.records.people.roles import Right, Role
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.queries.counts import (
    Choices,
    Counts,
    count_groups,
    count_tasks,
    count_verdicts,
    leads_of,
    list_choices,
)
from luoshi.records.register.queries.lines import Arrangement, duties_of, list_lines, list_plans, promises_of
from luoshi.records.register.queries.sieve import NOTHING, Sieve
from luoshi.records.register.queries.tasks import Scope, Sight, arrange, plans_in, scope_of, sift, sight_of, tasks_of
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.queries import reports_in, shown_round, told_in
from luoshi.records.supervision.queries import pressed_in
from luoshi.web import links
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asked import GROUP_NAMES, ORDER_NAMES, Asked, read_asked
from luoshi.web.desk.filters import NOTICES, SHOWN, list_filters
from luoshi.web.desk.ledger import Line, write_lines
from luoshi.web.desk.rows import Group, Row, judged_gauges_of, list_groups, list_rows, promised_gauges
from luoshi.web.desk.tallies import Tally, bar, tallies
from luoshi.web.desk.views import Tab, View, leads_any, led_by, list_returned, list_tabs, list_views

PAGE = 50
_MOST_PLANS = 30


class Listing:
    """What the page of a plan's tasks shows; each part is read when the page asks for it, and once."""

    groups_by = GROUP_NAMES
    orders = ORDER_NAMES
    states = State
    notices = NOTICES

    def __init__(self, actor: Actor, scope: Scope, plan: Plan, asked: Asked, page: str = "") -> None:
        self.actor, self.scope, self.plan, self.asked, self._page = actor, scope, plan, asked, page

    @property
    def all_tasks(self) -> QuerySet[Task]:
        """Every task that the person sees of it."""
        return tasks_of(self.scope)

    @property
    def tasks(self) -> QuerySet[Task]:
        """What the address asks for, in the order that is asked for."""
        return arrange(sift(self.all_tasks, self.asked.sieve, self.scope.reading), self.asked.order, self.asked.group)

    @cached_property
    def counts(self) -> dict[Sieve, Counts]:
        """How many tasks there are of what is shown and of each tab, by verdict."""
        asked = self.asked.sieve
        return count_verdicts(self.scope, [asked, asked.any_verdict, *(tab.sieve for tab in self.tabs)])

    @cached_property
    def page(self) -> Page[int]:
        """The places of the lines of one page."""
        return Paginator(range(sum(self.counts[self.asked.sieve].values())), PAGE).get_page(self._page)

    @cached_property
    def round(self) -> Round | None:
        """The round whose verdicts are shown."""
        return shown_round(self.plan)

    @property
    def share(self) -> float | None:
        """How much of the year had passed at the round's cut-off, in percent."""
        share = elapsed_share(self.round.cutoff, self.plan.year) if self.round else None
        return None if share is None else float(share * 100)

    def lines(self, tasks: Sequence[Task]) -> list[Line]:
        """The lines of some of its tasks, with what was reported of them."""
        return write_lines(tasks, reports_in(self.round, tasks) if self.round else {})

    @cached_property
    def groups(self) -> list[Group]:
        """The lines of the page under their heads."""
        group = self.asked.group
        counts = count_groups(self.scope, self.asked.sieve, group) if group else {}
        titles = titles_of(self.plan.government, counts) if group == "leader" else {}
        return list_groups(self.rows, group, counts, titles)

    @property
    def rows(self) -> list[Row]:
        """The rows of the page, with what was reported of them, and what is promised of the others."""
        first = (self.page.number - 1) * PAGE
        arranged = Arrangement(self.asked.order, self.asked.group, range(first, first + PAGE))
        tasks = list_lines(self.scope, self.asked.sieve, arranged)
        keys = [task.pk for task in tasks]
        told = told_in(self.round, keys) if self.round else {}
        gauges = judged_gauges_of(tasks, told)
        bare = [task for task in tasks if task.pk not in gauges]
        gauges |= promised_gauges(bare, promises_of(task.pk for task in bare))
        return list_rows(tasks, duties_of(keys), told, gauges, pressed_in(self.scope.reading, keys))

    @cached_property
    def strip(self) -> list[tuple[Tally, str, bool]]:
        """The verdicts of what is listed, whatever verdict was asked for: each with its address, and whether it was."""
        asked = self.asked.sieve
        any_verdict = asked.any_verdict
        counted = tallies(self.counts[any_verdict])
        return [
            (
                tally,
                self.asked.address(any_verdict._replace(verdict=tally.wanted, step=tally.step)),
                asked.verdict == tally.wanted and asked.step in {"", tally.step},
            )
            for tally in counted
        ]

    @property
    def bar(self) -> list[tuple[str, int]]:
        """What the bar over the strip is drawn from."""
        return bar([tally for tally, _, _ in self.strip])

    @property
    def any_verdict(self) -> str:
        """The address of the strip's first field."""
        return self.asked.without("verdict", "step")

    @property
    def everything(self) -> str:
        """The address that holds nothing back."""
        return self.asked.address(Sieve())

    @property
    def hidden(self) -> dict[str, str]:
        """What the row of filters hands on without showing it."""
        return {name: value for name, value in self.asked.sieve.parameters.items() if name not in SHOWN}

    @property
    def total(self) -> int:
        """How many tasks the strip counts."""
        return sum(tally.count for tally, _, _ in self.strip)

    @cached_property
    def filters(self) -> list[tuple[str, str, str]]:
        """What holds something back: its name, its words, and the address without it."""
        asked = self.asked.sieve
        return list_filters(self.asked, () if asked.lead is None and asked.unit is None else self.leads)

    @cached_property
    def choices(self) -> Choices:
        """What can be chosen in the row of filters."""
        return list_choices(self.scope)

    @cached_property
    def leads(self) -> list[tuple[int, str]]:
        """The units that lead something of the plan."""
        return leads_of(self.scope)

    @cached_property
    def tabs(self) -> list[Tab]:
        """The tabs, before anything is counted."""
        return list_tabs(self.actor, self.choices)

    @cached_property
    def views(self) -> list[View]:
        """The tabs."""
        return list_views(self.tabs, [sum(self.counts[tab.sieve].values()) for tab in self.tabs], self.asked)

    @property
    def names(self) -> str:
        """Where the other names of its units are, by which one seeks who leads; empty for whom they are not."""
        government = self.plan.government_id
        return links.page("unit_names", government) if self.actor.may(Right.READ_REGISTER, government) else ""

    @property
    def reads_notices(self) -> bool:
        """Whether the person reads any notices about its tasks."""
        return self.scope.reading != NOTHING

    @property
    def can_export(self) -> bool:
        """Whether the person may take the list away."""
        return self.actor.has_anywhere(Right.EXPORT_REGISTER)

    @property
    def can_act(self) -> bool:
        """Whether the person may do something to many of its tasks together."""
        return self.actor.may(Right.CORRECT_TASK, self.plan.government_id)


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def list_tasks(request: DeskRequest) -> HttpResponse:
    """The tasks of a plan: of the one that is asked for, else of the latest; its rows alone for htmx."""
    asked = read_asked(request.GET.dict())
    sight = sight_of(request.actor)
    plans = list_plans(sight, _MOST_PLANS)
    plan = choose_plan(sight, plans, asked.plan)
    if plan is None:
        can_import = request.actor.has_anywhere(Right.IMPORT_DOCUMENT)
        return render(request, "desk/tasks_empty.html", {"can_import": can_import})
    listing = Listing(request.actor, scope_of(sight, plan), plan, asked, request.GET.get("page", ""))
    is_part = request.htmx and not request.htmx.history_restore_request
    context = {"listing": listing, "asked": asked, "plan": plan, "is_part": is_part}
    if not is_part:
        counts = count_tasks(sight, plans)
        context["plans"] = [(each, counts.get(each.pk, 0)) for each in plans]
        context["returned"] = list_returned(request.actor, sight, asked, plan)
    response = render(request, "desk/rows.html" if is_part else "desk/tasks.html", context, using="jinja2")
    patch_vary_headers(response, ["HX-Request"])
    return push_url(response, request.path + asked.here.rstrip("?")) if is_part else response


def first_list(actor: Actor) -> str:
    """What the address of the register's first page says for somebody: a leader's is what they lead."""
    if Role.CITY_LEADER not in actor.roles:
        return ""
    sight = sight_of(actor)
    plan = choose_plan(sight, list_plans(sight, 1), "")
    is_theirs = plan is not None and leads_any(actor, list_choices(scope_of(sight, plan)))
    return read_asked({}).address(led_by(actor)) if is_theirs else ""


def choose_plan(sight: Sight, plans: list[Plan], asked: str) -> Plan | None:
    """The plan that an address asks for, if the person may see it; else the latest."""
    known = {str(plan.pk): plan for plan in plans}
    if asked and asked not in known:
        return get_object_or_404(plans_in(sight), pk=asked)
    return known.get(asked) or next(iter(plans), None)

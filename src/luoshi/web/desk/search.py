"""The search box above every page: the tasks that fit best, and the units and documents of such a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from luoshi.records.people.roles import Right
from luoshi.records.register.initials import initials
from luoshi.records.register.models import Plan
from luoshi.records.register.models.plans import State
from luoshi.records.register.queries.finding import Hit, find_leads, find_tasks
from luoshi.records.register.queries.lines import Duty, duties_of, list_plans
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import Sight, scope_of, sight_of
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.ledger import share_duties
from luoshi.web.desk.tasks import choose_plan

_HITS, _UNITS, _DOCUMENTS, _PLANS = 10, 6, 5, 30
_BEFORE, _SHOWN = 30, 160
_STATES = dict(State.choices)


@dataclass(frozen=True, slots=True)
class Found:
    """A task that was found: the piece of its text where the words stand, and who leads it."""

    task: Hit
    text: SafeString
    leads: Sequence[Duty]
    others: str

    @property
    def state(self) -> str:
        """What becomes of it."""
        return _STATES[self.task.state]


class Search:
    """What the page of the search box shows; each part is read when the page asks for it, and once."""

    def __init__(self, sight: Sight, plans: Sequence[Plan], plan: Plan, words: str) -> None:
        self.plans, self.plan, self.words = plans, plan, words
        self._scope = scope_of(sight, plan)

    @cached_property
    def tasks(self) -> list[Found]:
        """The tasks that fit best."""
        hits = find_tasks(self._scope, self.words, _HITS) if self.words else []
        duties = duties_of(hit.pk for hit in hits) if hits else {}
        wanted = self.words.split()
        return [Found(hit, marked(excerpt(hit.text, wanted), wanted), *share_duties(duties[hit.pk])) for hit in hits]

    @property
    def is_former(self) -> bool:
        """Whether it is looked for in another plan than the latest."""
        return self.plan.pk != self.plans[0].pk

    def way_of(self, plan: Plan) -> str:
        """From whom a plan was handed down, or to whom: 越溪省人民政府下达, 下达石笕镇; nothing of one's own."""
        if plan.sender is None:
            return ""
        is_received = plan.government_id == self.plans[0].government_id
        return f"{plan.sender.name}下达" if is_received else f"下达{plan.government.name}"

    @property
    def total(self) -> int:
        """How many tasks were found in all."""
        return self.tasks[0].task.total if self.tasks else 0

    @cached_property
    def units(self) -> list[tuple[int, str, int]]:
        """The units that lead something and are called so: key, name, how many tasks."""
        return find_leads(self._scope, self.words, _UNITS) if self.words else []

    @cached_property
    def documents(self) -> list[Plan]:
        """The plans with such a title or number."""
        return [plan for plan in self.plans if self.words and _is_called(plan, self.words)][:_DOCUMENTS]


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def search(request: DeskRequest) -> HttpResponse:
    """What is found of the words that were typed, in the plan that is asked for, else in the latest."""
    words = Sieve.read(request.GET.dict()).words
    sight = sight_of(request.actor)
    plans = list_plans(sight, _PLANS)
    asked = request.GET.get("plan", "")
    plan = choose_plan(sight, plans, asked if asked.isdecimal() else "")
    context = {"search": Search(sight, plans, plan, words) if plan else None, "words": words}
    is_part = request.htmx and not request.htmx.history_restore_request
    response = render(request, "desk/hits.html" if is_part else "desk/search.html", context, using="jinja2")
    patch_vary_headers(response, ["HX-Request"])
    return response


def excerpt(text: str, words: Sequence[str]) -> str:
    """The piece of a text where the first of the words stands."""
    places = [place for place in map(text.find, words) if place >= 0]
    start = max(0, min(places, default=0) - _BEFORE)
    piece = text[start : start + _SHOWN]
    return f"{'…' if start else ''}{piece}{'…' if start + _SHOWN < len(text) else ''}"


def marked(text: str, words: Sequence[str]) -> SafeString:
    """A text in which the words are marked."""
    pieces = re.split(f"({'|'.join(map(re.escape, words))})", text, flags=re.IGNORECASE) if words else [text]
    parts = (f"<mark>{escape(piece)}</mark>" if place % 2 else escape(piece) for place, piece in enumerate(pieces))
    return mark_safe("".join(parts))  # noqa: S308 (each part is escaped)


def _is_called(plan: Plan, typed: str) -> bool:
    """By a piece of its title or number, or by the first letters of its title's pinyin."""
    if typed in plan.title or typed in plan.doc_number:
        return True
    return typed.isascii() and typed.isalpha() and typed.lower() in initials(plan.title)

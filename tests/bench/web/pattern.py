"""A government whose register was made by the program itself: its documents read, issued and reported on."""

from collections.abc import Iterator
from random import Random
from typing import Final

from luoshi.records.people.actions import grant_role, open_account
from luoshi.records.people.actor import operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Plan, TaskUnit, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from tests.bench.web.words import LIAISON, SUPERVISOR, UNITS, plan_text, progress_text

NAME: Final = "云泽市"
LAST_YEAR: Final = 2026
_PERIODS: Final = {"上半年": 0.45, "三季度": 0.7}
_REPORTED: Final = 0.8
"""The share of tasks that anybody reports on."""
_MISSED: Final = (0.5, 0.8, 1.0, 1.1, 1.5)


def make_pattern(years: int, tasks: int, password: str) -> Government:
    """A city with so many years of so many tasks, two rounds a year, a supervisor and a liaison who keep views."""
    chance = Random(years * tasks)  # noqa: S311 (the same words every time)
    city = open_government(actor=operator(), name=NAME, level="city")
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        plan = _issue(city, year, tasks, chance)
        for period, share in _PERIODS.items():
            text = progress_text(NAME, year, period, _rows(plan, share, chance))
            take_progress(actor=operator(), plan=plan, received=receive(f"{year}{period}.md", text.encode()))
    for role, unit in ((SUPERVISOR, None), (LIAISON, UNITS[0])):
        _hire(city, Role.SUPERVISOR if unit is None else Role.UNIT_LIAISON, role, password, unit)
    return city


def _issue(city: Government, year: int, tasks: int, chance: Random) -> Plan:
    text = plan_text(NAME, year, chance, tasks)
    received = receive(f"{year}.txt", text.encode())
    document = import_plan(actor=operator(), government=city, received=received)
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=operator(), document=document)


def _rows(plan: Plan, share: float, chance: Random) -> Iterator[tuple[int, str, str, int, str]]:
    leads = TaskUnit.objects.filter(CURRENT, task__plan=plan, role=TaskUnit.Role.LEAD)
    named = dict(leads.values_list("task", "printed"))
    for task in plan.tasks.prefetch_related("targets").order_by("order"):
        target = next(iter(task.targets.all()), None)
        if target and chance.random() < _REPORTED:
            done = int(float(target.value) * share * chance.choice(_MISSED))
            yield task.number, task.text, named.get(task.pk, ""), done, f"{target.unit}{target.metric}"


def _hire(city: Government, role: Role, name: str, password: str, unit: str | None) -> None:
    account = open_account(
        actor=operator(), government=city, username=name, name=name, password=password, must_change=False
    )
    place = Unit.objects.get(government=city, name=unit) if unit else None
    grant_role(actor=operator(), account=account, role=role, government=city, unit=place)

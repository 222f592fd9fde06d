"""Questions that Django writes once give the answers that it gives when it writes them anew."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.prepared import Fixed, ask, keys_of
from luoshi.records.register.models import Plan, Task, TaskUnit
from luoshi.records.register.queries.lines import Arrangement, list_lines
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import arrange, scope_of, sift, sight_of, visible_tasks
from luoshi.records.reporting.models import Report, Round
from tests.records.cascade import handed

__all__ = ["handed"]


def _with_plan(plan: Any, numbers: tuple[Any, ...]) -> QuerySet[Task]:
    return Task.objects.filter(plan=plan, number__in=numbers).select_related("plan__government").defer("grams")


def _reports(shown: Any) -> QuerySet[Report, tuple[Any, ...]]:
    return Report.objects.filter(round=shown).order_by("pk").values_list("written_at", "depth", "judged", "state")


def _units(names: tuple[Any, ...], order: str) -> QuerySet[TaskUnit, tuple[int, str]]:
    return TaskUnit.objects.filter(unit__name__in=names).order_by(order).values_list("task__number", "printed")


def test_instances_come_with_what_was_selected_with_them(plan: Plan) -> None:
    found = ask(_with_plan, plan.pk, (1, 3))
    assert found == list(_with_plan(plan.pk, (1, 3)))
    with CaptureQueriesContext(connection) as queries:
        assert {task.plan.government.name for task in found} == {"云泽市人民政府"}
    assert not queries.captured_queries
    assert found[0].get_deferred_fields() == {"grams"}


def test_values_are_what_django_makes_of_them_in_every_database(taken: Round) -> None:
    assert ask(_reports, taken.pk) == list(_reports(taken.pk)) != []


def test_other_values_are_asked_for_with_the_same_words(plan: Plan) -> None:
    assert ask(_units, ("教育局", "建设局"), Fixed("pk")) == [(1, "教育局"), (2, "建设局")]
    assert ask(_units, ("建设局", "商务局"), Fixed("-pk")) == [(3, "商务局"), (2, "建设局")]
    assert ask(_units, ("商务局", "教育局"), Fixed("pk")) == [(1, "教育局"), (3, "商务局")]
    assert ask(_units, ("商务局",), Fixed("pk")) == [(3, "商务局")]
    assert ask(_units, (), Fixed("pk")) == []


def test_lists_of_keys_have_few_lengths(plan: Plan) -> None:
    assert [len(keys_of(range(1, count + 1))) for count in (0, 1, 10, 11, 50)] == [0, 10, 10, 20, 50]
    assert ask(_with_plan, plan.pk, keys_of([1, 3])) == ask(_with_plan, plan.pk, (1, 3))


def test_what_was_entered_meanwhile_is_found(plan: Plan) -> None:
    before = ask(_with_plan, plan.pk, (1, 2))
    plan.tasks.filter(number=2).update(number=7)
    assert [task.number for task in ask(_with_plan, plan.pk, (1, 2))] == [1] != [task.number for task in before]


def test_a_key_that_no_database_has_is_not_found(plan: Plan) -> None:
    assert ask(_with_plan, 10**30, (1,)) == []


def _today(plan: Any) -> QuerySet[Task]:
    return Task.objects.filter(plan=plan, due__lt=date(2026, 3, 1))


def _asking(plan: Any) -> QuerySet[Task]:
    return Task.objects.filter(plan=plan, pk__in=list(Task.objects.values_list("pk", flat=True)))


@pytest.mark.parametrize("question", [_today, _asking])
def test_a_question_may_not_look_up_what_would_be_remembered(plan: Plan, question: Any) -> None:
    with pytest.raises(TypeError, match="would be remembered"):
        ask(question, plan.pk)


SIEVES = [
    {"words": "管网"},
    {"words": "网管"},
    {"words": "100%"},
    {"words": "园 6所"},
    {"words": "教育局 幼儿"},
    {"part": "重点工作", "verdict": "behind", "step": "红"},
    {"verdict": "unreported"},
    {"leader": "沈砚秋"},
    {"leader": "沈_秋"},
    {"reported": "submitted", "doubts": "1"},
    {"due": "past"},
    {"due": "month", "state": "issued"},
]


@pytest.mark.parametrize("asked", SIEVES, ids=lambda asked: "&".join(asked.values()))
def test_a_list_has_the_lines_that_its_sieve_lets_through(alice: Actor, plan: Plan, asked: dict[str, str]) -> None:
    plan.tasks.filter(number=1).update(leaders="韩知远、沈砚秋", due=date(2020, 1, 1))
    plan.tasks.filter(number=2).update(leaders="沈砚秋、韩知远、骆清和", verdict="behind", step="红")
    sieve = Sieve.read(asked)
    lines = list_lines(scope_of(sight_of(alice), plan), sieve, Arrangement("order", "", range(50)))
    assert [line.pk for line in lines] == [task.pk for task in arrange(sift(visible_tasks(alice), sieve), "order")]


def test_a_plan_is_seen_whole_by_its_government_and_by_the_one_that_handed_it_down(
    alice: Actor, bob: Actor, dora: Actor, handed: list[Task]
) -> None:
    east, south = handed
    assert sight_of(alice).has_whole(east.plan)
    assert sight_of(dora).has_whole(east.plan)
    assert not sight_of(dora).has_whole(south.plan)
    assert not sight_of(bob).has_whole(east.plan)

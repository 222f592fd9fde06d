"""Rows that are written by SQL of their own are what Django's `save` makes of them, in every database."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from luoshi.records.register.models import Plan, Target, Task
from luoshi.records.writes import insert_rows, update_rows


def target(task: Task, order: int) -> Target:
    """A figure with a value of every kind that a column can have."""
    return Target(
        task=task,
        order=order,
        metric="床位",
        comparator="≥",
        value=Decimal("1.5"),
        high=None,
        unit="万张",
        kind="count",
        amount=Decimal(15_000),
        base_unit="张",
        by=date(2026, 9, 30),
        quote="“床位”1.5万张%s",
        place={"block": 3, "start": 0, "end": 9, "page": None},
        holds_from=date(2026, 1, 31),
        recorded_at=timezone.now(),
    )


def values(row: Target) -> dict[str, object]:
    row.refresh_from_db()
    return {**model_to_dict(row, exclude=["id", "order"]), "recorded_at": row.recorded_at}


def test_new_rows_have_the_values_that_django_saves(plan: Plan) -> None:
    task = plan.tasks.order_by("order")[0]
    saved, entered = target(task, 8), target(task, 9)
    entered.recorded_at = saved.recorded_at
    saved.save()
    with CaptureQueriesContext(connection) as queries:
        insert_rows([entered, target(task, 10)])
    assert len(queries) == 1
    assert values(Target.objects.get(task=task, order=9)) == values(saved)


def test_changed_rows_have_the_values_that_django_saves(plan: Plan) -> None:
    task = plan.tasks.order_by("order")[0]
    saved, changed = target(task, 8), target(task, 9)
    changed.recorded_at = saved.recorded_at
    for row in (saved, changed):
        row.save()
        row.value, row.by, row.place, row.quote = Decimal("2.25"), None, {"block": 4}, "改过的"
    saved.save()
    with CaptureQueriesContext(connection) as queries:
        update_rows([changed, saved], ("value", "by", "place", "quote"))
    assert len(queries) == 1
    assert values(changed) == values(saved)
    changed.metric = "不写"
    update_rows([changed], ("unit",))
    assert values(changed)["metric"] == "床位"


def test_nothing_is_asked_for_no_rows() -> None:
    """The test has no database, and would be refused one."""
    insert_rows([])
    update_rows([], ("text",))

"""What a list asks of a whole plan stands in indexes: no row of a task is looked at for it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan
from luoshi.records.register.queries.counts import count_verdicts, leads_of, list_choices
from luoshi.records.register.queries.lines import Arrangement, list_lines
from luoshi.records.register.queries.sieve import NEXT_MONTH, Sieve
from luoshi.records.register.queries.tasks import Scope, scope_of, sight_of

TABS = [Sieve(), Sieve(verdict="behind"), Sieve(reported="submitted"), Sieve(doubts=True), Sieve(due=NEXT_MONTH)]
ASKED: dict[str, tuple[str, Callable[[Scope], object]]] = {
    "choices": ("COVERING INDEX register_task_choices", list_choices),
    "verdicts": ("COVERING INDEX register_task_verdicts", lambda scope: count_verdicts(scope, TABS)),
    "leads": ("INDEX register_taskunit_role", leads_of),
    "lines": (
        "INDEX register_task_plan_order",
        lambda scope: list_lines(scope, Sieve(), Arrangement("order", "", range(50))),
    ),
}


@pytest.mark.parametrize("asked", ASKED)
def test_a_list_is_told_by_an_index(alice: Actor, plan: Plan, asked: str) -> None:
    """PostgreSQL takes none for three tasks; that it has the same ones is told by the migrations."""
    index, ask = ASKED[asked]
    with CaptureQueriesContext(connection) as queries:
        ask(scope_of(sight_of(alice), plan))
    sql = queries.captured_queries[-1]["sql"]
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        told = "\n".join(str(row) for row in cursor.fetchall())
        names = {name for table in ("register_task", "register_taskunit") for name in _indexes(table)}
    assert index in told if connection.vendor == "sqlite" else index.split()[-1] in names


def _indexes(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return list(connection.introspection.get_constraints(cursor, table))

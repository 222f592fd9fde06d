"""The register that speed is measured on has the rows that the actions enter."""

from django.db import connection

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import actor_of
from luoshi.records.people.models import Account
from luoshi.records.register.models import Government, Plan, Task
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import sift, visible_tasks
from luoshi.records.reporting.models import Report
from tests.bench.web.copies import copy_register
from tests.bench.web.pattern import make_pattern
from tests.bench.web.words import LIAISON, SUPERVISOR

TASKS, COPIES = 16, 3


def test_a_copied_register_is_one_that_the_actions_could_have_made(db: None) -> None:
    city = make_pattern(1, TASKS, "a-password-of-nobody")
    reports, entries = Report.objects.count(), Entry.objects.filter(subject__in=("task", "plan", "round")).count()
    copy_register(COPIES)
    connection.check_constraints()
    assert Government.objects.count() == COPIES
    assert Report.objects.count() == COPIES * reports
    assert Entry.objects.filter(subject__in=("task", "plan", "round")).count() == COPIES * entries
    assert list(verify()) == []
    own, copied = (actor_of(Account.objects.get(username=f"{SUPERVISOR}{each}"), "") for each in ("", 2))
    assert visible_tasks(own).filter(plan__government=city).count() == TASKS == visible_tasks(copied).count()
    assert not (visible_tasks(own) & visible_tasks(copied)).exists()
    liaison = visible_tasks(actor_of(Account.objects.get(username=f"{LIAISON}1"), ""))
    assert set(liaison.values_list("units__unit__government__name", flat=True)) <= {f"{city.name}1"}


def test_copies_are_found_by_two_characters_and_by_the_index(db: None) -> None:
    make_pattern(1, TASKS, "a-password-of-nobody")
    copy_register(COPIES)
    for plan in Plan.objects.all():
        own = Task.objects.filter(plan=plan)
        written = own.filter(text__contains="投资").count()
        assert written
        assert sift(own, Sieve(words="投资")).count() == own.filter(grams__found=["投资"]).count() == written

"""The journal in words, and what is found in it."""

import ast
from datetime import date, timedelta

import pytest
from django.utils import timezone

from luoshi.records.journal.exports import export_journal
from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import (
    Sieve,
    about,
    is_as_noted,
    last_entry,
    sift,
    subjects_of,
    visible_entries,
)
from luoshi.records.journal.words import ACTIONS, FIELDS, SUBJECTS, differences
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed
from luoshi.records.register.actions.governments import open_government, open_unit, rename_unit
from luoshi.records.register.models import Government, Plan
from tests.records.conftest import Hire
from tests.reference import REPOSITORY

# Functions whose first argument, or whose argument of this name, is a verb of the journal
TELLING = {"did", "note_visit", "_move"}


@pytest.fixture
def auditor(hire: Hire) -> Actor:
    """The audit administrator."""
    return hire(Role.AUDIT_ADMIN, "uma")


def calls() -> list[ast.Call]:
    """Every call in the code that tells the journal something."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (REPOSITORY / "src").rglob("*.py")]
    found = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in found if getattr(call.func, "attr", getattr(call.func, "id", "")) in TELLING]


def test_every_verb_has_a_word() -> None:
    given = [argument for call in calls() for argument in (*call.args, *(each.value for each in call.keywords))]
    verbs = {each.value for each in given if isinstance(each, ast.Constant) and "_" in str(each.value)}
    assert {"grant_role", "return_report", "sign_in", "correct_draft"} <= verbs
    assert verbs <= ACTIONS.keys()


def test_every_field_has_a_word() -> None:
    changes = [each.value for call in calls() for each in call.keywords if each.arg in {"before", "after"}]
    keys = [key for change in changes if isinstance(change, ast.Dict) for key in change.keys]
    fields = {key.value for key in keys if isinstance(key, ast.Constant)}
    assert {"username", "reason", "members"} <= fields
    assert fields <= FIELDS.keys()


def test_every_subject_that_was_met_has_a_word(plan: Plan, auditor: Actor) -> None:
    assert set(Entry.objects.values_list("subject", flat=True)) <= SUBJECTS.keys()


def test_changes_are_told_in_words(city: Government, auditor: Actor) -> None:
    unit = open_unit(actor=operator(), government=city, name="各镇街")
    rename_unit(actor=operator(), unit=unit, name="各街镇", holds_from=date(2024, 1, 1))
    renamed, opened = about(unit, 5)
    assert [(each.field, each.before, each.after) for each in differences(opened)] == [
        ("名称", "", "各镇街"),
        ("类别", "", "单位组"),
    ]
    assert ("名称", "各镇街", "各街镇") in [(each.field, each.before, each.after) for each in differences(renamed)]
    granted = Entry.objects.get(action="grant_role")
    assert [each.after for each in differences(granted)] == ["审计管理员", "云泽市人民政府"]


@pytest.mark.parametrize(
    ("asked", "actions"),
    [
        ({"action": "issue_task"}, {"issue_task"}),
        ({"action": "no such thing"}, None),
        ({"person": "ali", "subject": "plan"}, {"issue_plan"}),
        ({"subject": "government"}, {"open_government"}),
        ({"subject": "task", "id": "x"}, {"issue_task"}),
        ({"since": "2099-01-01"}, set()),
        ({"until": "2000-01-01"}, set()),
        ({"since": "2026-13-45"}, None),
    ],
)
def test_entries_are_sifted(plan: Plan, auditor: Actor, asked: dict[str, str], actions: set[str] | None) -> None:
    found = {entry.action for entry in sift(visible_entries(auditor), Sieve.read(asked))}
    assert found == actions if actions is not None else len(found) > 4


def test_both_days_are_within(plan: Plan, auditor: Actor) -> None:
    today = timezone.localdate()
    entries = visible_entries(auditor)
    assert sift(entries, Sieve(since=today, until=today)).count() == entries.count()
    assert not sift(entries, Sieve(until=today - timedelta(days=1))).exists()


def test_another_government_is_not_seen(auditor: Actor, alice: Actor) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county")
    open_unit(actor=operator(), government=county, name="县教育局")
    assert county.pk not in set(visible_entries(auditor).values_list("government", flat=True))
    assert not visible_entries(alice).exists()


def test_subjects_are_called_what_they_are_called_today(plan: Plan) -> None:
    names = subjects_of(Entry.objects.all())
    task = plan.tasks.all()[0]
    assert names["task", task.pk] == task.text[:40]
    assert names["plan", plan.pk] == plan.title


def test_what_was_noted_on_paper_tells_whether_the_end_was_cut_off(plan: Plan) -> None:
    last = last_entry()
    assert last is not None
    grouped = " ".join(last.seal[at : at + 4] for at in range(0, 16, 4)).upper()
    assert is_as_noted(last.number, grouped)
    assert not is_as_noted(last.number, last.seal[:15])
    assert not is_as_noted(last.number - 1, last.seal)
    assert not is_as_noted(last.number + 1, last.seal)


def test_taking_the_journal_away_is_told_and_for_the_auditor_alone(
    city: Government, auditor: Actor, alice: Actor
) -> None:
    with pytest.raises(NotAllowed):
        export_journal(actor=alice, government=city, entries=3, asked={})
    export_journal(actor=auditor, government=city, entries=3, asked={"action": "sign_in"})
    last = last_entry()
    assert last is not None
    assert (last.action, last.after) == ("export_journal", {"entries": 3, "asked": ["sign_in"]})

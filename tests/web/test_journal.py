"""The pages of the journal."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.records.journal.models import Entry
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan
from luoshi.web.desk import journal
from tests.web.conftest import SignIn

QUERIES = 10
"""Session, account, roles, entries, and one for each kind of subject that the plan brought."""


@pytest.fixture
def auditor(sign_in: SignIn) -> Client:
    """The audit administrator's browser."""
    return sign_in(Role.AUDIT_ADMIN)


def text_of(response: Any) -> str:
    text: str = response.content.decode()
    return text


def test_the_list_tells_in_words_who_did_what_to_what(plan: Plan, auditor: Client) -> None:
    page = text_of(auditor.get("/journal/", {"action": "issue_plan"}))
    assert "责任分解入册" in page
    assert "alice" in page
    assert f"<ins>{plan.title}</ins>" in page
    assert "10.0.0.1" in page
    assert page.count("<tr>") == 2


def test_one_goes_on_to_older_entries(plan: Plan, auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_PAGE", 5)
    numbers, page = [], auditor.get("/journal/")
    while page.context["older"]:
        numbers += [line.entry.number for line in page.context["lines"]]
        page = auditor.get("/journal/", {"before": page.context["older"]})
    numbers += [line.entry.number for line in page.context["lines"]]
    assert numbers == sorted(Entry.objects.values_list("number", flat=True), reverse=True)


def test_all_that_befell_a_task_is_found(plan: Plan, auditor: Client) -> None:
    task = plan.tasks.all()[0]
    page = auditor.get(f"/journal/?subject=task&id={task.pk}")
    assert [line.action for line in page.context["lines"]] == ["立项入册"]
    assert "只看一个对象的记录" in text_of(page)


def test_nothing_found_leads_back(auditor: Client) -> None:
    assert "没有这样的记录" in text_of(auditor.get("/journal/", {"since": "2099-01-01"}))


def test_a_file_is_taken_away_and_that_is_told(plan: Plan, auditor: Client) -> None:
    answer = auditor.post("/journal/export/", {"subject": "task"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["做了什么"] for row in rows] == ["立项入册"] * 3
    assert "原文：无 → " in rows[0]["改动"]
    assert rows[0]["印鉴"] == Entry.objects.get(number=rows[0]["条号"]).seal
    last = Entry.objects.order_by("-number")[0]
    assert (last.action, last.actor_name, last.after["entries"]) == ("export_journal", "the-audit_admin", 3)


def test_too_large_a_file_is_refused(plan: Plan, auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST", 2)
    page = auditor.post("/journal/export/", {"subject": "task"}, follow=True)
    assert "请缩小日期范围" in text_of(page)
    assert page.redirect_chain == [("/journal/?subject=task", 302)]


def test_a_whole_journal_is_proved(plan: Plan, auditor: Client) -> None:
    assert "开始核对" in text_of(auditor.get("/journal/verify/"))
    assert f"{Entry.objects.count()} 条都完好。" in text_of(auditor.post("/journal/verify/"))


def test_a_journal_that_was_touched_is_told(plan: Plan, auditor: Client) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_entry_no_UPDATE")
        else:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_append_only")
    Entry.objects.filter(number=2).update(actor_name="谁")
    page = text_of(auditor.post("/journal/verify/"))
    assert "日志被动过" in page
    assert "第 2 条被改过。" in page


@pytest.mark.parametrize(("cut", "told"), [(0, "对得上"), (1, "对不上")])
def test_what_was_noted_is_held_against_the_journal(plan: Plan, auditor: Client, cut: int, told: str) -> None:
    entry = Entry.objects.get(number=3)
    page = auditor.post("/journal/verify/", {"number": 3 + cut, "noted": entry.seal[:16]})
    assert told in text_of(page)


def test_what_was_noted_badly_is_told_beside_its_field(auditor: Client) -> None:
    page = text_of(auditor.post("/journal/verify/", {"number": "", "noted": "abc"}))
    assert "请填条号" in page
    assert "至少 16 位" in page


def test_the_list_asks_as_often_for_many_as_for_few(
    plan: Plan, auditor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    auditor.get("/journal/")
    with django_assert_max_num_queries(QUERIES):
        page = auditor.get("/journal/")
    assert len({line.entry.subject for line in page.context["lines"]}) >= QUERIES - 4

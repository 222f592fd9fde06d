"""A corrected document takes as many statements for forty tasks with reports as for ten, and judges as always."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import operator
from luoshi.records.register.actions.revisions import revise_plan
from luoshi.records.register.models import Government, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.register.revising.comparison import compare
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Report
from tests.records.cascade import HEAD
from tests.records.revising import corrected, issued
from tests.records.test_judged_again import anew, placeless

PERIODS = ("一季度", "上半年", "三季度")
# A figure, a date, and a word that no verdict rests on
CHANGES = (("设施20", "设施30"), ("新建第", "6月底前新建第"), ("以上。", "以上，抓好管护。"))


def row(number: int) -> str:
    return f"| {number} | 第{number}项 | 新建第{number}类设施20座以上。 | 20 | 10 | 10 | 建设局 |"


def reported(city: Government, count: int) -> Plan:
    """A plan of so many tasks, each reported on in three rounds."""
    plan, numbers = issued(city, *map(row, range(1, count + 1))), range(1, count + 1)
    for place, period in enumerate(PERIODS, start=1):
        lines = [f"| {n} | 新建第{n}类设施20座以上。 | 建设局 | 建成设施{n % 5 + 4 * place}座。 |" for n in numbers]
        text = HEAD.format(name="云泽市").replace("三季度", period) + "\n".join(lines)
        take_progress(actor=operator(), plan=plan, received=receive("表.md", text.encode()))
    return plan


def revised(plan: Plan, count: int) -> int:
    """How many statements it takes to correct every task in one of three ways."""
    rows = [row(number).replace(*CHANGES[number % len(CHANGES)]) for number in range(1, count + 1)]
    comparison = compare(document := corrected(plan, *rows))
    with CaptureQueriesContext(connection) as queries:
        revise_plan(actor=operator(), document=document, approved=comparison.keys, fingerprint=comparison.fingerprint)
    return len(queries)


@pytest.mark.django_db
def test_statements_do_not_grow_with_the_tasks(city: Government) -> None:
    assert revised(reported(city, 10), 10) == revised(reported(city, 40), 40)


@pytest.mark.django_db
def test_each_report_comes_to_what_judging_it_anew_comes_to(city: Government) -> None:
    plan = reported(city, 12)
    before = {report.pk: report.verdict for report in Report.objects.all()}
    revised(plan, 12)
    reports = list(Report.objects.select_related("round__plan", "task").order_by("round__cutoff"))
    for report in reports:
        assert (report.verdict, report.step, placeless(report.judged)) == anew(report, report.task)
    assert sum(report.verdict != before[report.pk] for report in reports) > 3
    shown = {report.task_id: (report.verdict, report.step, report.depth) for report in reports}
    assert {task.pk: (task.verdict, task.step, task.depth) for task in Task.objects.all()} == shown

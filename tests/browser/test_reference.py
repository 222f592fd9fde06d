"""The real documents of the reference, through the browser as a clerk would: nothing of them is lost."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from django.db.models import Count, Q
from playwright.sync_api import Page, expect

from luoshi import read
from luoshi.model import Plan as PlanReading
from luoshi.model import Progress, Report
from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Share, Target, Task, TaskUnit
from luoshi.records.reporting.models import Report as ReportRow
from tests import reference
from tests.browser.conftest import enter, upload

DOCUMENTS = sorted(path for path in reference.CORPUS.glob("*.*") if path.suffix in {".txt", ".md"})


def expected(reading: Any) -> list[tuple[str, Sequence[str], int]]:
    """Each task that is read, with its units and how many figures it has; a report's goals stand in its head."""
    if isinstance(reading, PlanReading):
        return [(task.text, [unit.name for unit in task.units], len(task.targets)) for task in reading.tasks]
    if isinstance(reading, Progress):
        return [(row.name, [unit.name for unit in row.units], len(row.targets)) for row in reading.rows]
    assert isinstance(reading, Report)
    goals = Counter(target.quote.text for target in reading.headline_targets)
    kept: list[tuple[str, Sequence[str], int]] = [
        (each.text, [], len(each.targets))
        for action in reading.actions
        for measure in action.measures
        for each in measure.commitments
    ]
    return [*((quote, [], count) for quote, count in goals.items()), *kept]


def entered() -> list[tuple[str, Sequence[str], int]]:
    """The same of the register."""
    tasks = Task.objects.annotate(figures=Count("targets", filter=Q(targets__retracted_at=None))).order_by("order")
    units = TaskUnit.objects.order_by("order").values_list("task", "printed")
    return [(task.text, [name for pk, name in units if pk == task.pk], task.figures) for task in tasks]


def look_through(page: Page) -> None:
    """Kind by kind where several lines have the same doubt, else line by line."""
    alike = page.locator("a:has-text('整类确认')")
    for _ in range(alike.count()):
        alike.first.click()
        page.click("main button:has-text('整类确认')")
    left = page.locator("button:has-text('还差')")
    for _ in range(10):
        if left.count():
            page.click("button:has-text('确认此项')")


@pytest.mark.shared
@pytest.mark.parametrize("document", DOCUMENTS or [reference.absent], ids=lambda path: getattr(path, "name", ""))
def test_a_real_document_goes_into_the_register_whole(page: Page, alice: Actor, document: Any) -> None:
    page.goto("/accounts/login/")
    enter(page, alice)
    upload(page, document)
    look_through(page)
    page.locator(".acts button:has-text('入册')").click()
    expect(page.locator(".note[role=status]")).to_be_visible()
    reading = read(document)
    assert entered() == expected(reading)
    assert ReportRow.objects.count() == (len(reading.rows) if isinstance(reading, Progress) else 0)
    assert Target.objects.count() == sum(count for _, _, count in expected(reading))
    assert Share.objects.exists() is any(getattr(task, "allocation", None) for task in getattr(reading, "tasks", ()))

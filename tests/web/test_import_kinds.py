"""Reports and progress tables come in through the same page as breakdowns."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.records.people.actor import Actor, operator
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Import, Plan, SourceFile, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.models import Report
from luoshi.records.reporting.tying import plan_reported_on
from tests.records.conftest import PLAN, PROGRESS
from tests.web.conftest import browser_of

REPORT = """2026年政府工作报告

一、2026年工作安排
2026年经济社会发展的主要预期目标是：地区生产总值增长6%以上。
（一）实施城市更新行动，加快建设品质城市。一是完善基础设施。改造城区雨污管网40公里以上，新增公共停车位1200个。
二是办好民生实事。新建公办幼儿园6所。
"""


@pytest.fixture
def clerk(alice: Actor) -> Client:
    return browser_of(alice)


def upload(clerk: Client, name: str, text: str) -> Import:
    assert clerk.post("/imports/", {"file": SimpleUploadedFile(name, text.encode())}).status_code == 302
    return Import.objects.latest("pk")


def test_progress_goes_to_the_tasks_of_its_year(clerk: Client, plan: Plan) -> None:
    document = upload(clerk, "三季度.md", PROGRESS)
    assert [line.fields["task"] for line in document.drafts.all()] == [task.pk for task in plan.tasks.all()[:2]]
    assert "按那里的指标研判" in clerk.get(f"/imports/{document.pk}/").content.decode()
    told = clerk.post(f"/imports/{document.pk}/issue/", follow=True).content.decode()
    assert "进展记入台账了，2 项已研判" in told
    assert Report.objects.count() == 2
    assert Plan.objects.count() == 1


def test_progress_is_that_of_the_own_plan_before_what_was_handed_down(
    clerk: Client, alice: Actor, plan: Plan, city: Government
) -> None:
    above = open_government(actor=operator(), name="云岭省人民政府", level="province")
    handed = issue_plan(
        actor=alice,
        document=import_plan(actor=alice, government=city, received=receive("下达.txt", PLAN.encode())),
    )
    Plan.objects.filter(pk=handed.pk).update(sender=above)
    document = upload(clerk, "三季度.md", PROGRESS)
    assert plan_reported_on(document) == plan
    Plan.objects.filter(pk=plan.pk).update(year=2025)
    assert plan_reported_on(document) == handed


def test_a_row_without_a_task_is_a_doubt(clerk: Client, plan: Plan) -> None:
    document = upload(clerk, "三季度.md", PROGRESS + "| 9 | 举办龙舟赛。 | 体育局 | 已举办。 |\n")
    line = document.drafts.get(doubts=1)
    assert line.fields["flags"][0]["code"] == "no-task"
    clerk.post(f"/imports/{document.pk}/issue/")
    assert not Report.objects.exists()
    address = f"/imports/{document.pk}/lines/{line.pk}/change/"
    clerk.post(address, {"version": 1, "unchanged": "1", "press": "leave-out"})
    assert "定下不记的 1 行没有记" in clerk.post(f"/imports/{document.pk}/issue/", follow=True).content.decode()


def test_progress_of_a_year_without_a_plan_brings_its_tasks(clerk: Client, city: object) -> None:
    document = upload(clerk, "三季度.md", PROGRESS)
    assert "每一行先立为一项任务" in clerk.get(f"/imports/{document.pk}/").content.decode()
    clerk.post(f"/imports/{document.pk}/issue/")
    assert Task.objects.count() == Report.objects.count() == 2
    clerk.post(f"/imports/{document.pk}/issue/")
    assert Task.objects.count() == 2


def test_a_report_gives_its_goals_and_commitments(clerk: Client, city: object) -> None:
    document = upload(clerk, "报告.txt", REPORT)
    told = [(line.fields["part"], line.fields["text"]) for line in document.drafts.all()]
    assert ("预期目标", "地区生产总值增长6%以上") in told
    assert [text for part, text in told if part == "政府工作报告"] == [
        "改造城区雨污管网40公里以上，新增公共停车位1200个",
        "新建公办幼儿园6所",
    ]
    clerk.post(f"/imports/{document.pk}/accept/?kind=no-unit")
    clerk.post(f"/imports/{document.pk}/issue/")
    assert Task.objects.count() == 3


def test_the_file_comes_back_as_it_came(clerk: Client, city: object) -> None:
    document = upload(clerk, "三季度.md", PROGRESS)
    assert clerk.get(f"/imports/{document.pk}/file/").content == PROGRESS.encode()
    assert SourceFile.objects.count() == 1

"""Rows of a progress table whose task was not found are tied by hand, or knowingly left out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import DraftTask, Government, Import, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.entering import import_document, tie_row
from luoshi.records.reporting.models import Report
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

PLAN = """云泽市2026年政府工作报告重点工作责任分解

一、重点工作
1.新建公办幼儿园6所，新增学位1800个。（责任单位：▲教育局、财政局）
2.改造城区雨污管网40公里以上。（责任单位：▲建设局、各镇街）
3.“义联欧”班列全年开行1600列以上。（责任单位：▲商务局）
4.完善城乡居民养老服务，新建居家养老服务中心3家。（责任单位：▲民政局）
5.推进老旧小区加装电梯，全年加装120台。（责任单位：▲建设局）
6.建成婴幼儿照护驿站12个。（责任单位：▲卫生健康局）
"""
# As bureaus send it: numbered anew, words of their own, one task told in two rows, one row that is nobody's
TABLE = """# 云泽市2026年三季度重点任务进展情况汇总表

| 序号 | 任务名称 | 牵头单位 | 进展情况 |
| --- | --- | --- | --- |
| 1 | 新建公办幼儿园6所，新增学位1800个。 | 教育局 | 已新建公办幼儿园5所，新增学位1500个。 |
| 2 | “义联欧”班列全年开行1600列以上。 | 商务局 | 班列开行1210列。 |
| 3 | 改造城区雨污管网40公里以上。 | 建设局 | 改造城区雨污管网31公里。 |
| 4 | 养老设施 | 民政局 | 新建居家养老服务中心2家。 |
| 5 | 改造城区雨污管网40公里以上。 | 建设局 | 另有6公里正在招标。 |
| 6 | 举办龙舟赛 | 体育局 | 已于端午举办。 |
"""


@pytest.fixture
def standing(alice: Actor, city: Government) -> Plan:
    document = import_plan(actor=alice, government=city, received=receive("分解.txt", PLAN.encode()))
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=alice, document=document)


@pytest.fixture
def clerk(alice: Actor, standing: Plan) -> Client:
    return browser_of(alice)


@pytest.fixture
def document(clerk: Client) -> Import:
    file = SimpleUploadedFile("三季度.md", TABLE.encode())
    assert clerk.post("/imports/", {"file": file}).status_code == 302
    return Import.objects.latest("pk")


def row(document: Import, number: int) -> DraftTask:
    return document.drafts.get(fields__number=number)


def press(clerk: Client, line: DraftTask, what: str) -> int:
    line.refresh_from_db()
    form = {"version": line.version, "unchanged": "1", "press": what}
    return clerk.post(f"/imports/{line.document_id}/lines/{line.pk}/change/", form).status_code


def told(document: Import) -> list[int | None]:
    numbers = dict(Task.objects.values_list("pk", "number"))
    return [numbers.get(line.fields["task"]) for line in document.drafts.all()]


def test_rows_that_are_numbered_anew_find_their_tasks_and_a_second_row_is_a_doubt(document: Import) -> None:
    assert told(document) == [1, 3, 2, None, None, None]
    codes = [[flag["code"] for flag in line.fields["flags"]] for line in document.drafts.all()]
    assert codes == [[], [], [], ["no-task"], ["same-task"], ["no-task"]]
    assert "第 3 行已经记到同一项任务" in row(document, 5).fields["flags"][0]["message"]


def test_the_likest_tasks_are_offered_and_others_found_by_two_characters(clerk: Client, document: Import) -> None:
    page = clerk.get(f"/imports/{document.pk}/lines/{row(document, 4).pk}/")
    assert "养老服务" in texts(page, "li.tie")[0]
    assert texts(page, ".bar-foot .btn-line") == ["不记这一行"]
    page = clerk.get(f"/imports/{document.pk}/lines/{row(document, 4).pk}/?words=电梯")
    assert [text.split()[0] for text in texts(page, "li.tie")] == ["重点工作/5"]
    page = clerk.get(f"/imports/{document.pk}/lines/{row(document, 4).pk}/?words=管网")
    assert "第 3 行已经记到这里" in texts(page, "li.tie")[0]
    assert not find(page, "li.tie button")


def test_a_row_is_tied_undone_and_tied_again(clerk: Client, document: Import, standing: Plan) -> None:
    line, task = row(document, 4), standing.tasks.get(number=4)
    assert press(clerk, line, f"tie-{task.pk}") == 302
    assert told(document)[3] == 4
    assert DraftTask.objects.get(pk=line.pk).is_accepted
    assert press(clerk, line, "undo") == 302
    assert (told(document)[3], DraftTask.objects.get(pk=line.pk).is_accepted) == (None, False)
    press(clerk, line, f"tie-{task.pk}")
    entry = Entry.objects.filter(action="correct_draft").latest("number")
    assert entry.after["tied"].startswith("重点工作/4 完善城乡居民养老服务")


def test_nothing_is_issued_before_every_row_is_settled(clerk: Client, document: Import, standing: Plan) -> None:
    press(clerk, row(document, 4), f"tie-{standing.tasks.get(number=4).pk}")
    press(clerk, row(document, 5), "leave-out")
    assert press(clerk, row(document, 6), "accept") == 409
    document.drafts.filter(fields__number=6).update(is_accepted=True)
    answer = clerk.post(f"/imports/{document.pk}/issue/", follow=True)
    assert "第 6 行还没有定下" in answer.content.decode()
    assert not Report.objects.exists()


def test_what_was_settled_stands_in_the_register_and_what_was_left_out_in_the_journal(
    clerk: Client, document: Import, standing: Plan
) -> None:
    press(clerk, row(document, 4), f"tie-{standing.tasks.get(number=4).pk}")
    for kind in ("same-task", "no-task"):
        address = f"/imports/{document.pk}/accept/?kind={kind}"
        assert texts(clerk.get(address), ".btn-primary") == ["都不记"]
        clerk.post(address)
    answer = clerk.post(f"/imports/{document.pk}/issue/", follow=True)
    assert "4 项已研判；定下不记的 2 行没有记" in answer.content.decode()
    reported = Report.objects.order_by("task__number").values_list("task__number", "text")
    assert reported[3] == (4, "新建居家养老服务中心2家。")
    entry = Entry.objects.get(action="take_progress")
    assert entry.after["lines"] == ["改造城区雨污管网40公里以上。", "举办龙舟赛"]


def test_two_rows_never_tell_of_one_task(alice: Actor, document: Import, standing: Plan) -> None:
    with pytest.raises(NotNow, match="第 3 行已经记到这一项"):
        tie_row(actor=alice, draft=row(document, 5), version=1, task=standing.tasks.get(number=2))


def test_who_may_not_import_ties_nothing_and_nothing_is_tied_elsewhere(
    alice: Actor, bob: Actor, document: Import, standing: Plan, draft: Import
) -> None:
    line = row(document, 4)
    with pytest.raises(NotAllowed):
        tie_row(actor=bob, draft=line, version=1, task=standing.tasks.get(number=4))
    other = issue_plan(actor=alice, document=draft)
    Plan.objects.filter(pk=other.pk).update(year=2025)
    with pytest.raises(NotValid, match="不在这张进展表所报的"):
        tie_row(actor=alice, draft=line, version=1, task=other.tasks.all()[0])
    assert told(document)[3] is None


def test_rows_alike_bring_a_task_each_where_the_year_has_no_plan(alice: Actor, city: Government) -> None:
    document = import_document(actor=alice, government=city, received=receive("三季度.md", TABLE.encode()))
    browser_of(alice).post(f"/imports/{document.pk}/issue/")
    assert Task.objects.count() == Report.objects.count() == 6


def test_a_row_needs_as_many_queries_in_a_long_table_as_in_a_short_one(clerk: Client, document: Import) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = clerk.get(f"/imports/{document.pk}/lines/{row(document, 4).pk}/")
    assert len(values(page, "li.tie button", "value")) == 3
    assert len(queries) <= 24

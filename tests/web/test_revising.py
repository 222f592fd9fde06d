"""A corrected document is uploaded, looked at beside what it corrects, and approved difference by difference."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import DraftTask, Government, Import, Plan, Task
from tests.records.cascade import open_county
from tests.records.revising import BEDS, BUSES, STATIONS, corrected, issued, table
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

MORE_BEDS = BEDS.replace("240张", "260张").replace("| 240 |", "| 260 |").replace("| 100 |", "| 120 |")


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


@pytest.fixture
def projects(city: Government) -> Plan:
    return issued(city, BEDS, STATIONS, BUSES)


def upload(desk: Client, content: bytes, revises: str = "") -> HttpResponse:
    file = SimpleUploadedFile("实事（更正）.md", content)
    return desk.post("/imports/", {"file": file, "revises": revises}, follow=True)  # type: ignore[return-value]


def approve(desk: Client, document: Import, keys: list[str]) -> HttpResponse:
    page = desk.get(f"/imports/{document.pk}/changes/")
    form = {"approved": keys, "fingerprint": values(page, "input[name=fingerprint]", "value")[0]}
    return desk.post(f"/imports/{document.pk}/changes/approve/", form, follow=True)  # type: ignore[return-value]


def test_a_corrected_document_is_known_by_its_head_and_shown_beside_the_register(desk: Client, projects: Plan) -> None:
    page = upload(desk, table(MORE_BEDS, STATIONS))
    assert texts(page, ".sumline span") == ["1 项有改动", "1 项不再有", "1 项和台账一样"]
    assert texts(page, ".change .facet label") == ["文字", "指标", "分县任务数", "终止"]
    assert texts(page, ".change:first-child p.doc del, .change:first-child p.doc ins") == ["240", "260"]
    assert texts(page, ".change:first-child .entry del, .change:first-child .entry ins") == [
        "新增护理型床位 240张",
        "新增护理型床位 260张",
        "总数 240张",
        "总数 260张",
        "南漪县 100",
        "南漪县 120",
    ]
    assert len(find(page, ".btn-primary")) == 1
    assert projects.tasks.get(name="老有所养").text == "新增护理型床位240张。"


def test_what_is_ticked_is_corrected_and_nothing_else(desk: Client, projects: Plan) -> None:
    document = corrected(projects, MORE_BEDS, STATIONS)
    beds = projects.tasks.get(name="老有所养")
    page = approve(desk, document, [f"{beds.pk}.text"])
    assert "更正了 1 项" in texts(page, ".note-good")[0]
    assert list(projects.tasks.values_list("text", "state")) == [
        ("新增护理型床位260张。", "issued"),
        ("新建卫生服务站16家。", "issued"),
        ("优化公交线路8条。", "issued"),
    ]
    history = desk.get(f"/tasks/{beds.pk}/")
    assert texts(history, ".history del, .history ins") == ["240", "260"]
    assert "按更正文件“实事（更正）.md”" in texts(history, ".history tbody tr")[0]
    assert "按更正文件 实事（更正）.md" in texts(history, "aside")[0]
    assert f"/imports/{document.pk}/file/" in values(history, "aside a", "href")


def test_the_page_of_a_corrected_task_marks_its_passage_in_the_corrected_document(desk: Client, projects: Plan) -> None:
    trees = "| 1 | 城有绿意 | 新建口袋公园12个。 | 12 | 7 | 5 | 建设局 |"
    document = corrected(projects, trees, MORE_BEDS.replace("| 1 |", "| 2 |"), STATIONS.replace("| 2 |", "| 3 |"))
    approve(desk, document, values(desk.get(f"/imports/{document.pk}/changes/"), "[name=approved]", "value"))
    beds = projects.tasks.get(name="老有所养")
    assert texts(desk.get(f"/tasks/{beds.pk}/"), ".source mark.q") == ["民政局"]
    assert "新增护理型床位260张。" in texts(desk.get(f"/tasks/{beds.pk}/"), ".source dd")


@pytest.mark.parametrize(("keys", "sentence"), [([], "一处也没有采纳"), (["9999.text", "numbers"], "一处也没有采纳")])
def test_nothing_ticked_is_told(desk: Client, projects: Plan, keys: list[str], sentence: str) -> None:
    page = approve(desk, corrected(projects, MORE_BEDS, STATIONS, BUSES), keys)
    assert sentence in texts(page, ".note-bad, [role=alert]")[0]


def test_a_comparison_that_is_out_of_date_changes_nothing(desk: Client, projects: Plan) -> None:
    document = corrected(projects, MORE_BEDS, STATIONS, BUSES)
    form = {"approved": [f"{projects.tasks.all()[0].pk}.text"], "fingerprint": "old"}
    page = desk.post(f"/imports/{document.pk}/changes/approve/", form, follow=True)
    assert "请看过新的对比再采纳" in page.content.decode()
    assert not Task.objects.filter(text__contains="260").exists()


def test_a_line_in_doubt_is_not_ticked_before_somebody_looked(desk: Client, projects: Plan) -> None:
    document = corrected(projects, BEDS.replace("| 100 |", "| 90 |"), STATIONS, BUSES)
    page = desk.get(f"/imports/{document.pk}/changes/")
    doubtful = DraftTask.objects.get(document=document, doubts__gt=0)
    assert f"/imports/{document.pk}/lines/{doubtful.pk}/" in values(page, ".note-doubt a", "href")
    assert not find(page, ".change:first-child input[checked]")


def test_a_clerk_says_what_is_corrected_or_that_nothing_is(desk: Client, projects: Plan) -> None:
    fresh = table(MORE_BEDS, title="云泽市2026年民生实事项目安排")
    assert "核对导入" in texts(upload(desk, fresh), "h1")[0]
    assert "对比" in texts(upload(desk, fresh, str(projects.pk)), "h1")[0]
    assert "核对导入" in texts(upload(desk, table(MORE_BEDS), "new"), "h1")[0]
    document = Import.objects.latest("pk")
    choose = f"/imports/{document.pk}/corrects/"
    assert values(desk.get(choose), "input[name=revises]", "value") == ["", str(projects.pk)]
    assert "对比" in texts(desk.post(choose, {"revises": projects.pk}, follow=True), "h1")[0]
    assert not find(desk.get(f"/imports/{document.pk}/"), "form[action$='/issue/']")
    assert "核对导入" in texts(desk.post(choose, {"revises": ""}, follow=True), "h1")[0]


def test_another_government_finds_neither_the_comparison_nor_its_button(projects: Plan) -> None:
    document = corrected(projects, MORE_BEDS, STATIONS, BUSES)
    browser = browser_of(open_county(projects.government, "南漪县", "nils"))
    page = f"/imports/{document.pk}/changes/"
    assert [browser.get(page).status_code, browser.post(f"{page}approve/").status_code] == [404, 404]
    assert browser.post(f"/imports/{document.pk}/corrects/", {"revises": ""}).status_code == 404


def test_a_document_that_says_the_same_has_nothing_to_approve(desk: Client, projects: Plan) -> None:
    page = upload(desk, table(BEDS, STATIONS, BUSES))
    assert "完全一样" in texts(page, ".note-good")[0]
    assert not find(page, ".btn-primary")


def rows(count: int, figure: int) -> list[str]:
    numbers = range(1, count + 1)
    return [f"| {n} | 项目{n} | 新建第{n}类设施{figure}座。 | {figure} | 5 | {figure - 5} | 第{n}局 |" for n in numbers]


def test_a_comparison_needs_as_many_queries_for_forty_tasks_as_for_ten(desk: Client, city: Government) -> None:
    counts = []
    for count in (10, 40):
        document = corrected(issued(city, *rows(count, 20)), *rows(count, 30))
        desk.get("/home/")
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(f"/imports/{document.pk}/changes/")
        assert len(find(page, ".change")) == count
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14


def test_approving_needs_hardly_more_queries_for_many_tasks_than_for_few(desk: Client, city: Government) -> None:
    counts = []
    for count in (20, 120):
        plan = issued(city, *rows(count, 20))
        document = corrected(plan, *rows(count, 30))
        page = desk.get(f"/imports/{document.pk}/changes/")
        form = {
            "approved": values(page, "[name=approved]", "value"),
            "fingerprint": values(page, "[name=fingerprint]", "value"),
        }
        with CaptureQueriesContext(connection) as queries:
            desk.post(f"/imports/{document.pk}/changes/approve/", form)
        assert plan.tasks.filter(text__contains="30座").count() == count
        counts.append(len(queries))
    assert counts[1] < counts[0] + 20

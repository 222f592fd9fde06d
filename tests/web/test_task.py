"""A task on its own page."""

import pytest
from django.test import Client

from luoshi.records.people.actions import open_post
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import correct_wording, issue_plan
from luoshi.records.register.models import Government, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import return_report
from luoshi.records.reporting.models import Round
from tests.records.conftest import PLAN
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values

THREE, SECTION = ".three > div", ".sec"
PROJECTS = """# 云泽市2026年民生实事责任分解

| 序号 | 项目名称 | 目标任务 | 总任务数 | 东屿区 | 南漪县 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 老有所养 | 新增护理型床位240张。 | 240 | 140 | 100 | 民政局 |
| 2 | 病有良医 | 免费接种疫苗1200剂次。 | 1200 | 700 | 490 | 卫健局 |
| 3 | 学有优教 | 养老护理员持证率80%以上。 | 80% | 80% | / | 民政局 |
"""


@pytest.fixture
def desk(alice: Actor, taken: Round) -> Client:
    """The browser of the supervision office, when the third quarter is in."""
    return browser_of(alice)


@pytest.fixture
def tasks(plan: Plan) -> list[Task]:
    return list(plan.tasks.order_by("order"))


def issue(actor: Actor, city: Government, name: str, text: str) -> Plan:
    document = import_plan(actor=actor, government=city, received=receive(name, text.encode()))
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=actor, document=document)


def test_three_verdicts_stand_side_by_side(desk: Client, tasks: list[Task]) -> None:
    claim, judged, settled = texts(desk.get(f"/tasks/{tasks[1].pk}/"), THREE)
    assert claim == "单位自报 三季度达进度“达到序时进度”"
    assert "欠进度·红欠37.5点" in judged
    assert "15÷40＝37.5%，序时 75%，欠 37.5 点" in judged
    assert settled == "督查室核定待核定自报与系统不一致，核定时要写明理由。审核：通过或退回"
    assert texts(desk.get(f"/tasks/{tasks[2].pk}/"), THREE)[0] == "单位自报未填三季度还没有填报。"


def test_a_returned_report_shows_by_whom_and_why(desk: Client, alice: Actor, taken: Round, tasks: list[Task]) -> None:
    return_report(actor=alice, report=taken.reports.get(task=tasks[1]), reason="请补点位清单")
    page = desk.get(f"/tasks/{tasks[1].pk}/")
    assert "已退回" in texts(page, THREE)[2]
    assert texts(page, THREE)[2].endswith("退回：请补点位清单")
    assert "理由：请补点位清单" in texts(page, ".history tr")[1]


def test_each_target_has_its_ruler_its_words_and_its_sum(desk: Client, tasks: list[Task]) -> None:
    page = desk.get(f"/tasks/{tasks[0].pk}/")
    assert len(find(page, ".list .ruler-l")) == 2
    assert values(page, ".list .ruler-l", "aria-label")[0] == "完成 83.3%，序时 75.0%"
    first = texts(page, ".list > li")[0]
    assert "任务：“新建公办幼儿园6所” 填报：“已新建公办幼儿园5所”" in first
    assert "5÷6＝83.3%，序时 75%，超 8.3 点。" in first


def test_the_passage_is_marked_in_its_paragraph(desk: Client, tasks: list[Task]) -> None:
    page = desk.get(f"/tasks/{tasks[0].pk}/")
    own = ".source p:not(.faded)"
    assert texts(page, own) == ["1.新建公办幼儿园6所，新增学位1800个。（责任单位：▲教育局、财政局）"]
    assert texts(page, f"{own} mark") == ["新建公办幼儿园6所", "新增学位1800个", "教育局", "财政局"]
    assert len(find(page, ".source .faded")) == 2


def test_a_liaison_sees_the_own_paragraph_and_nothing_around_it(taken: Round, bob: Actor, tasks: list[Task]) -> None:
    page = browser_of(bob).get(f"/tasks/{tasks[0].pk}/")
    assert len(find(page, ".source p")) == 1
    assert "管网" not in page.content.decode()
    assert not values(page, "aside a", "href")
    assert not find(page, ".acts, .beside a")


def test_the_original_file_comes_as_it_was(desk: Client, plan: Plan, sign_in: SignIn) -> None:
    answer = desk.get(f"/plans/{plan.pk}/file/")
    assert answer.content == PLAN.encode()
    assert "%E5%88%86%E8%A7%A3.txt" in answer.headers["Content-Disposition"]
    assert sign_in(Role.UNIT_LIAISON).get(f"/plans/{plan.pk}/file/").status_code == 403
    assert desk.get(f"/plans/{plan.pk + 1}/file/").status_code == 404


def test_quotas_are_added_up_beside_the_total(alice: Actor, city: Government) -> None:
    good, bad, rate = issue(alice, city, "民生实事.md", PROJECTS).tasks.order_by("order")
    desk = browser_of(alice)
    page = desk.get(f"/tasks/{good.pk}/")
    assert texts(page, ".quotas tbody tr") == ["东屿区140", "南漪县100", "合计240总数 240张，一致"]
    assert "各地合计与总数一致" in " ".join(texts(page, ".sec > header"))
    assert texts(desk.get(f"/tasks/{bad.pk}/"), ".quotas .sum") == ["合计1,190总数 1200剂次，差 10剂次"]
    assert texts(desk.get(f"/tasks/{rate.pk}/"), ".quotas .sum") == ["合计—总数 80%，不按合计核对"]


def test_a_cell_of_a_table_stands_under_its_heading(alice: Actor, city: Government) -> None:
    task = issue(alice, city, "民生实事.md", PROJECTS).tasks.order_by("order")[0]
    page = browser_of(alice).get(f"/tasks/{task.pk}/")
    cells = dict(zip(texts(page, ".source dt"), texts(page, ".source dd"), strict=True))
    assert cells == {
        "序号": "1",
        "项目名称": "老有所养",
        "目标任务": "新增护理型床位240张。",
        "总任务数": "240",
        "牵头单位": "民政局",
    }


def test_the_same_promise_of_other_years_stands_with_what_changed(
    desk: Client, alice: Actor, city: Government, tasks: list[Task]
) -> None:
    earlier = PLAN.replace("2026", "2025").replace("40公里", "35公里").replace("雨污管网", "污水管网")
    before = issue(alice, city, "去年.txt", earlier).tasks.order_by("order")[1]
    page = desk.get(f"/tasks/{tasks[1].pk}/")
    years = ".stack:not(.history) tbody"
    assert texts(page, f"{years} th") == ["2026", "2025"]
    assert texts(page, f"{years} del, {years} ins") == ["污水", "雨污", "35", "40"]
    assert values(page, ".stack:not(.history) a", "href") == [f"/tasks/{before.pk}/"]
    correct_wording(actor=alice, task=before, text="举办龙舟赛一场。", reason="试一下")
    assert not find(desk.get(f"/tasks/{tasks[1].pk}/"), ".stack:not(.history)")


def test_the_lineage_shows_nobody_what_they_may_not_see(
    alice: Actor, bob: Actor, city: Government, tasks: list[Task]
) -> None:
    issue(alice, city, "去年.txt", PLAN.replace("2026", "2025").replace("▲教育局、财政局", "▲民政局"))
    assert not find(browser_of(bob).get(f"/tasks/{tasks[0].pk}/"), ".stack:not(.history)")


def test_who_answers_is_named_with_post_and_contact(
    desk: Client, bob: Actor, city: Government, tasks: list[Task]
) -> None:
    Task.objects.filter(pk=tasks[0].pk).update(leaders="沈砚秋、韩知远")
    open_post(actor=operator(), government=city, title="副市长", holder="沈砚秋")
    people = texts(desk.get(f"/tasks/{tasks[0].pk}/"), "aside .kv:not(.source) dd")
    assert people == ["沈砚秋 副市长韩知远", "教育局单位联络员 bob", "财政局"]


def test_one_goes_from_task_to_task_in_the_order_of_the_plan(desk: Client, tasks: list[Task]) -> None:
    assert values(desk.get(f"/tasks/{tasks[1].pk}/"), ".beside a", "href") == [
        f"/tasks/{tasks[0].pk}/",
        f"/tasks/{tasks[2].pk}/",
    ]


def test_a_task_of_a_plan_without_rounds_says_that_nobody_was_asked_yet(alice: Actor, tasks: list[Task]) -> None:
    page = browser_of(alice).get(f"/tasks/{tasks[0].pk}/")
    assert "还没有开始填报" in texts(page, THREE)[0]
    assert not find(page, ".meta .v")

"""The list of tasks."""

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan, Task
from luoshi.records.reporting.models import Round
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values

LINES = "tbody tr:not(.grp)"


@pytest.fixture
def desk(alice: Actor, taken: Round) -> Client:
    """The browser of the supervision office, when the third quarter is in."""
    return browser_of(alice)


def numbers(desk: Client, query: str = "") -> list[str]:
    return texts(desk.get(f"/tasks/{query}"), f"{LINES} td.no")


def test_a_line_shows_task_leads_weakest_figure_verdict_and_report(desk: Client) -> None:
    page = desk.get("/tasks/")
    assert texts(page, "h1") == ["云泽市2026年政府工作报告重点工作责任分解"]
    first, second, third = (" ".join(row.text().split()) for row in find(page, LINES))
    assert "教育局" in first
    assert "其他 1 家" in first
    assert "5 所 / 6 所" in first
    assert "达进度" in first
    assert "15 公里 / 40 公里" in second
    assert "欠进度·红 欠37.5点" in second.replace("红欠", "红 欠")
    assert "≠ 自报达进度" in second
    assert "未报" in third
    assert "序时 75%" in texts(page, ".meta")[0]


def test_a_liaison_sees_the_own_lines_only(taken: Round, bob: Actor) -> None:
    page = browser_of(bob).get("/tasks/")
    assert texts(page, f"{LINES} td.no") == ["1"]
    assert "共 1 项" in texts(page, ".meta")[0]
    assert texts(page, ".views a")[0] == "全部1"


def test_who_has_no_tasks_is_told_so(plan: Plan, sign_in: SignIn) -> None:
    Task.objects.filter(units__unit__name="教育局").delete()
    assert texts(sign_in(Role.UNIT_LIAISON).get("/tasks/"), "h2") == ["还没有交办给您的任务"]


def test_an_empty_register_says_what_to_do_first(alice: Actor) -> None:
    page = browser_of(alice).get("/tasks/")
    assert texts(page, "h2") == ["台账还是空的"]
    assert values(page, ".blank a", "href") == ["/imports/"]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("?words=管网", ["2"]),
        ("?words=教育", ["1"]),
        ("?words=网管", []),
        ("?verdict=behind", ["2"]),
        ("?verdict=behind&step=黄", []),
        ("?verdict=unreported", ["3"]),
        ("?reported=submitted", ["1", "2"]),
        ("?part=重点工作", ["1", "2", "3"]),
        ("?part=没有", []),
        ("?lead=nonsense&plan=x&page=99", ["1", "2", "3"]),
        ("?order=verdict", ["2", "3", "1"]),
    ],
)
def test_the_address_says_what_is_listed(desk: Client, query: str, listed: list[str]) -> None:
    assert numbers(desk, query) == listed


def test_the_filters_of_a_list_are_told_and_taken_back(desk: Client) -> None:
    page = desk.get("/tasks/?words=管网&verdict=behind")
    assert texts(page, ".held") == ["搜 管网取消这个条件", "研判 欠进度取消这个条件"]
    assert values(page, ".held", "href")[0] == "?verdict=behind"
    assert texts(desk.get("/tasks/?words=桥梁"), ".blank h2") == ["没有符合条件的任务"]


def test_the_strip_counts_what_is_listed_and_filters_it(desk: Client) -> None:
    page = desk.get("/tasks/?verdict=behind")
    assert texts(page, ".counts a") == ["3全部", "1欠进度·红", "1未报", "1达进度"]
    assert values(page, ".counts a[aria-current]", "href") == ["?verdict=behind&step=%E7%BA%A2"]
    assert numbers(desk, values(page, ".counts a", "href")[2]) == ["3"]


def test_lines_are_grouped_under_heads_that_count_the_whole_group(desk: Client, plan: Plan) -> None:
    plan.tasks.filter(number__in=(1, 3)).update(leaders="沈砚秋")
    plan.tasks.filter(number=2).update(leaders="韩知远")
    page = desk.get("/tasks/?group=leader")
    assert texts(page, ".grp-in") == ["沈砚秋2 项没有欠进度的", "韩知远1 项欠进度 1 项，其中红 1 项"]
    assert numbers(desk, "?group=leader") == ["1", "3", "2"]
    assert numbers(desk, "?leader=沈砚秋") == ["1", "3"]


def test_a_long_list_has_pages(alice: Actor, plan: Plan) -> None:
    some = plan.tasks.order_by("order")[2]
    for order in range(4, 104):
        some.pk, some.order, some.number, some.address = None, order, order, f"重点工作/{order}"
        some.save(force_insert=True)
    page = browser_of(alice).get("/tasks/?page=2")
    assert len(find(page, LINES)) == 50
    assert texts(page, ".pages span") == ["第 2 / 3 页"]
    assert values(page, ".pages a", "href") == ["?page=1", "?page=3"]


def test_htmx_gets_the_rows_and_what_changes_with_them(desk: Client) -> None:
    page = desk.get("/tasks/?words=管网&part=&order=order", headers={"HX-Request": "true"})
    assert texts(page, f"{LINES} td.no") == ["2"]
    assert not find(page, "html > head > title")
    assert values(page, "[hx-swap-oob]", "id") == ["views", "counts", "exports"]
    assert page.headers["HX-Push-Url"] == "/tasks/?words=%E7%AE%A1%E7%BD%91"
    assert "HX-Request" in page.headers["Vary"]
    again = desk.get("/tasks/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert find(again, "title")


def test_the_plan_of_another_government_is_not_there(desk: Client, plan: Plan) -> None:
    assert desk.get(f"/tasks/?plan={plan.pk}").status_code == 200
    assert desk.get(f"/tasks/?plan={plan.pk + 1}").status_code == 404

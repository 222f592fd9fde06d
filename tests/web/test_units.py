"""The pages of units and of leaders' posts."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.records.people.actions import charge, open_post
from luoshi.records.people.actor import operator
from luoshi.records.people.models import Post
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import add_name, open_government, open_unit
from luoshi.records.register.models import Government, Plan, Unit
from tests.web.conftest import SignIn
from tests.web.reading import texts

UNITS = 12
"""Of the list: session, account, roles, pages, units, names, members, plans by two, tasks that are led, tabs."""
POSTS = 11
"""Session, account, roles, plans by two, leaders, posts, their units, holders; and the tabs."""


@pytest.fixture
def office(sign_in: SignIn) -> Client:
    """The supervision office's browser."""
    return sign_in(Role.SUPERVISOR)


@pytest.fixture
def bureau(plan: Plan) -> Unit:
    return Unit.objects.get(name="教育局")


def text_of(response: Any) -> str:
    text: str = response.content.decode()
    return text


def test_where_there_is_no_unit_yet_the_way_leads_on(office: Client) -> None:
    assert "还没有单位" in text_of(office.get("/units/"))
    assert 'href="/imports/"' in text_of(office.get("/units/")).partition("还没有单位")[2]
    assert "没有这样的单位" in text_of(office.get("/units/?words=天狗"))
    assert "<b>0</b>" not in text_of(office.get("/units/"))


def test_the_list_shows_kinds_names_and_what_each_leads(office: Client, bureau: Unit) -> None:
    add_name(actor=operator(), unit=bureau, name="教体局", sort="alias")
    page = office.get("/units/")
    assert {unit.name: leads for unit, leads in page.context["lines"]} == {
        "教育局": 1,
        "建设局": 1,
        "商务局": 1,
        "财政局": 0,
        "各镇街": 0,
    }
    assert f'href="/tasks/?lead={bureau.pk}"' in text_of(page)
    assert "教体局" in text_of(page)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"words": "jy"}, {"教育局"}),
        ({"words": "局", "kind": "group"}, set()),
        ({"kind": "group"}, {"各镇街"}),
        ({"kind": "closed"}, set()),
    ],
)
def test_units_are_searched_by_kind_and_name(
    office: Client, bureau: Unit, asked: dict[str, str], names: set[str]
) -> None:
    assert {unit.name for unit, _ in office.get("/units/", asked).context["lines"]} == names


def test_a_unit_is_entered_and_named_and_renamed(office: Client, city: Government) -> None:
    answer = office.post("/units/new/", {"name": "市文旅局", "kind": "unit", "government": city.pk})
    unit = Unit.objects.get(name="市文旅局")
    address = f"/units/{unit.pk}/"
    assert answer.headers["Location"] == address
    office.post(address, {"form": "name", "name": "文旅局", "sort": "short"})
    office.post(address, {"form": "rename", "name": "市文化和旅游局", "holds_from": "2024-03-01"})
    page = text_of(office.get(address))
    for told in (
        "市文化和旅游局</h1>",
        "文旅局",
        "曾用名",
        "2024-3-1",
        "<del>市文旅局</del> <ins>市文化和旅游局</ins>",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"form": "name", "name": "建设局", "sort": "short"}, "已经指“建设局”"),
        ({"form": "name", "name": "", "sort": "short"}, "请写名称"),
        ({"form": "rename", "name": "新局", "holds_from": "2999-01-01"}, "不能晚于今天。"),
        ({"form": "rename", "name": "新局", "holds_from": "昨天"}, "日期写得不对"),
        ({"form": "rename", "name": "新局", "holds_from": "soon"}, "id_holds_from-wrong"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changes(
    office: Client, bureau: Unit, fields: dict[str, str], told: str
) -> None:
    assert told in text_of(office.post(f"/units/{bureau.pk}/", fields))
    assert list(bureau.names.values_list("name", flat=True)) == ["教育局"]


def test_members_of_a_group_are_ticked_and_typed(office: Client, bureau: Unit) -> None:
    group, other = Unit.objects.get(name="各镇街"), Unit.objects.get(name="财政局")
    address = f"/units/{group.pk}/"
    office.post(address, {"form": "members", "unit": "教育局、财政局"})
    assert set(Unit.objects.filter(groups__group=group, groups__holds_to=None)) == {bureau, other}
    office.post(address, {"form": "members", "keep": [other.pk]})
    assert set(Unit.objects.filter(groups__group=group, groups__holds_to=None)) == {other}
    assert "没有叫“没有的局”的单位" in text_of(office.post(address, {"form": "members", "unit": "没有的局"}))


def test_a_wrong_name_and_a_unit_are_taken_away_after_a_question(office: Client, bureau: Unit) -> None:
    wrong = add_name(actor=operator(), unit=bureau, name="教育厅", sort="alias")
    address = f"/units/{bureau.pk}/names/{wrong.pk}/drop/"
    assert "删去名称“教育厅”" in text_of(office.get(address))
    office.post(address)
    assert bureau.names.count() == 1
    office.post(f"/units/{bureau.pk}/close/")
    assert not Unit.objects.get(pk=bureau.pk).is_active
    office.post(f"/units/{bureau.pk}/reopen/")
    assert Unit.objects.get(pk=bureau.pk).is_active


def test_units_and_posts_of_other_governments_are_not_there(office: Client, city: Government) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county", parent=city)
    theirs = open_unit(actor=operator(), government=county, name="县教育局")
    post = open_post(actor=operator(), government=county, title="县长", holder="贺兰")
    for address in (f"{theirs.pk}/", f"{theirs.pk}/close/", f"posts/{post.pk}/"):
        assert office.post(f"/units/{address}", {"form": "rename"}).status_code == 404
    assert "县教育局" not in text_of(office.get("/units/"))
    assert "县长" not in text_of(office.get("/units/posts/"))


def test_a_post_is_set_up_put_in_charge_and_handed_over(office: Client, plan: Plan) -> None:
    plan.tasks.filter(number=1).update(leaders="沈砚秋、韩知远")
    office.post("/units/posts/new/", {"title": "副市长", "holder": "沈砚秋", "government": plan.government_id})
    post = Post.objects.get()
    address = f"/units/posts/{post.pk}/"
    office.post(address, {"form": "portfolio", "unit": "教育局，财政局"})
    assert {unit.name for unit in post.portfolio.all()} == {"教育局", "财政局"}
    (line,) = office.get("/units/posts/").context["lines"]
    assert (line[1].name, line[2]) == ("沈砚秋", 1)
    assert "请写姓名" in text_of(office.post(address, {"form": "hand_over", "holder": ""}))
    today = post.holdings.get().holds_from.isoformat()
    same = {"form": "hand_over", "holder": "沈砚秋", "holds_from": today}
    assert "现在就是沈砚秋。" in text_of(office.post(address, same))
    office.post(address, {"form": "hand_over", "holder": "闻柏舟", "holds_from": today})
    assert [holding.name for holding, _ in office.get(address).context["holders"]] == ["闻柏舟", "沈砚秋"]


def test_lists_ask_as_often_for_many_as_for_few(
    office: Client, plan: Plan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office.get("/units/")
    for names in ("甲", "乙丙丁戊"):
        for name in names:
            unit = open_unit(actor=operator(), government=plan.government, name=f"{name}局")
            add_name(actor=operator(), unit=unit, name=name, sort="alias")
            post = open_post(actor=operator(), government=plan.government, title=name, holder=name)
            charge(actor=operator(), post=post, units=[unit])
        for address, queries in (("/units/", UNITS), ("/units/posts/", POSTS)):
            with django_assert_num_queries(queries):
                office.get(address)


def test_units_stand_in_the_order_of_their_pinyin(office: Client, city: Government) -> None:
    for name in ("资规局", "财政局", "教育局", "农业局", "发改局"):
        open_unit(actor=operator(), government=city, name=name)
    assert texts(office.get("/units/"), "tbody a.b") == ["财政局", "发改局", "教育局", "农业局", "资规局"]

"""The search box: what somebody gets who types two characters above any page."""

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import add_name
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Plan, Task, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.models import Round
from tests.records.conftest import PLAN
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values


@pytest.fixture
def desk(alice: Actor, taken: Round) -> Client:
    """The browser of the supervision office, when the third quarter is in."""
    return browser_of(alice)


def test_a_task_is_found_with_its_words_marked_its_units_and_its_verdict(desk: Client, plan: Plan) -> None:
    page = desk.get("/search/?words=管网")
    assert texts(page, ".hits .doc") == ["改造城区雨污管网40公里以上。"]
    assert texts(page, ".hits mark") == ["管网"]
    (told,) = (" ".join(line.split()) for line in texts(page, ".hits .meta"))
    assert "第 2 项" in told
    assert "建设局" in told
    assert "欠进度·红" in told
    assert texts(page, ".end") == ["共 1 项，看全部"]
    assert texts(desk.get(values(page, ".end a", "href")[0]), "td.no") == ["2"]


def test_the_best_ten_are_shown_and_how_many_there_are(desk: Client, plan: Plan) -> None:
    other = plan.tasks.get(number=3)
    for number in range(4, 18):
        other.pk, other.order, other.number, other.address = None, number, number, f"重点工作/{number}"
        other.text = f"第{number}项列车" if number > 6 else f"第{number}项"
        other.save(force_insert=True)
    page = desk.get("/search/?words=商务")
    assert len(find(page, ".hits li")) == 10
    assert texts(page, ".end") == ["共 15 项，看全部"]


def test_tasks_with_the_words_in_their_own_text_come_first(desk: Client, plan: Plan) -> None:
    plan.tasks.filter(number=1).update(text="支持财政局改革。", grams="财政 政局")
    plan.tasks.filter(number=3).update(text="做好财政收支。", grams="财政")
    plan.tasks.filter(number=2).update(grams="财政")
    found = texts(desk.get("/search/?words=财政"), ".hits .meta > span:first-child")
    assert found == ["第 1 项", "第 3 项", "第 2 项"]


@pytest.mark.parametrize("typed", ["教育", "jyj", "JY", "教委"])
def test_a_unit_is_found_by_name_alias_and_initials(desk: Client, typed: str) -> None:
    bureau = Unit.objects.get(name="教育局")
    add_name(actor=operator(), unit=bureau, name="市教委", sort="alias")
    page = desk.get(f"/search/?words={typed}")
    assert texts(page, "aside li") == ["教育局 牵头 1 项"]
    assert values(page, "aside li a", "href")[0].endswith(f"&lead={bureau.pk}")


@pytest.mark.parametrize("typed", ["责任分解", "zrfj"])
def test_a_document_is_found_by_its_title(desk: Client, plan: Plan, typed: str) -> None:
    page = desk.get(f"/search/?words={typed}")
    assert texts(page, "aside li") == [plan.title]
    assert values(page, "aside li a", "href") == [f"/tasks/?plan={plan.pk}"]


def test_a_liaison_finds_the_own_tasks_and_units_only(taken: Round, bob: Actor) -> None:
    browser = browser_of(bob)
    assert texts(browser.get("/search/?words=新建"), ".end") == ["共 1 项，看全部"]
    page = browser.get("/search/?words=建设局")
    assert not find(page, ".hits li")
    assert not find(page, "aside li")


def test_the_latest_year_is_looked_through_and_the_others_are_offered(desk: Client, plan: Plan, alice: Actor) -> None:
    text = PLAN.replace("2026", "2025").replace("管网", "水网")
    document = import_plan(actor=alice, government=plan.government, received=receive("去年.txt", text.encode()))
    document.drafts.update(is_accepted=True)
    former = issue_plan(actor=alice, document=document)
    page = desk.get("/search/?words=水网")
    assert "2026年没有任务写到“水网”" in texts(page, "p.mut")[0]
    assert texts(page, ".views a") == ["2026年", "2025年"]
    page = desk.get("/search/" + values(page, ".views a", "href")[1])
    assert texts(page, ".hits mark") == ["水网"]
    assert values(page, "#find [name=plan]", "value") == [str(former.pk)]


def test_a_document_handed_down_says_from_whom_or_to_whom(handed: list[Task], alice: Actor, dora: Actor) -> None:
    below, above = handed[0].plan.government.name, handed[0].plan.government.parent
    assert above is not None
    assert f"2026年 下达{below}" in texts(browser_of(alice).get("/search/?words=床位"), ".views a")
    own = import_plan(
        actor=operator(), government=handed[0].plan.government, received=receive("今年.txt", PLAN.encode())
    )
    own.drafts.update(is_accepted=True)
    issue_plan(actor=operator(), document=own)
    assert texts(browser_of(dora).get("/search/?words=床位"), ".views a") == ["2026年", f"2026年 {above.name}下达"]


def test_what_was_typed_is_shown_as_text(desk: Client, plan: Plan) -> None:
    plan.tasks.filter(number=2).update(text="<b>管网</b>.*")
    page = desk.get("/search/", {"words": "<b>管网</b> .*"})
    assert "&lt;b&gt;" in page.text
    assert "<b>管网" not in page.text
    assert texts(desk.get("/search/?words=管网"), ".hits .doc") == ["<b>管网</b>.*"]


def test_htmx_gets_what_was_found_alone(desk: Client) -> None:
    page = desk.get("/search/?words=管网", headers={"HX-Request": "true"})
    assert texts(page, ".hits mark") == ["管网"]
    assert not find(page, "title")
    assert "HX-Request" in page.headers["Vary"]


def test_nothing_typed_and_nothing_to_be_seen_are_told_apart(alice: Actor, plan: Plan, sign_in: SignIn) -> None:
    assert texts(browser_of(alice).get("/search/"), "h2") == ["想找什么"]
    plan.tasks.filter(number=1).delete()
    assert texts(sign_in(Role.UNIT_LIAISON).get("/search/?words=管网"), "h2") == ["台账里还没有任务"]


def test_the_box_stands_above_the_pages_of_those_who_read_tasks(desk: Client, sign_in: SignIn) -> None:
    assert values(desk.get("/units/"), ".tools .seek", "action") == ["/search/"]
    assert not find(desk.get("/search/"), ".tools .seek")
    assert not find(sign_in(Role.AUDIT_ADMIN).get("/journal/"), ".tools .seek")

"""Lists that one keeps as tabs."""

from django.test import Client

from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan, SavedView, Task
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values


def keep(desk: Client, name: str, query: str) -> str:
    return str(desk.post("/tasks/views/", {"name": name, "query": query}).headers["Location"])


def test_a_list_is_kept_with_its_filters_and_its_arrangement(alice: Actor, plan: Plan) -> None:
    desk = browser_of(alice)
    address = keep(desk, "学位", "words=学位&group=section&page=3&nonsense=1")
    assert address == "/tasks/?words=%E5%AD%A6%E4%BD%8D&group=section"
    page = desk.get("/tasks/")
    assert texts(page, ".views > a")[-1] == "学位1"
    assert values(page, ".views > a", "href")[-1] == address.removeprefix("/tasks/")
    assert texts(desk.get(address), ".views a[aria-current]") == ["学位1"]


def test_a_view_holds_for_every_plan(alice: Actor, plan: Plan) -> None:
    desk = browser_of(alice)
    keep(desk, "管网", "words=管网")
    page = desk.get(f"/tasks/?plan={plan.pk}")
    assert values(page, ".views > a", "href")[-1] == f"?plan={plan.pk}&words=%E7%AE%A1%E7%BD%91"


def test_nobody_sees_the_views_of_another(alice: Actor, plan: Plan, sign_in: SignIn) -> None:
    keep(browser_of(alice), "我盯的", "doubts=1")
    other = sign_in(Role.CITY_LEADER)
    assert not [name for name in texts(other.get("/tasks/"), ".views a") if "我盯的" in name]
    assert other.post(f"/tasks/views/{SavedView.objects.get().pk}/drop/").status_code == 404


def test_a_view_is_dropped(alice: Actor, plan: Plan) -> None:
    desk = browser_of(alice)
    keep(desk, "我盯的", "doubts=1")
    answer = desk.post(f"/tasks/views/{SavedView.objects.get().pk}/drop/", follow=True)
    assert "已删除" in texts(answer, ".note")[-1]
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_refused_in_words(alice: Actor, plan: Plan) -> None:
    answer = browser_of(alice).post("/tasks/views/", {"name": " ", "query": "words=管网"}, follow=True)
    assert "视图名称要写" in texts(answer, ".note")[0]
    assert find(answer, 'input[name=words][value="管网"]')


def test_a_leader_lands_on_what_they_lead(plan: Plan, sign_in: SignIn) -> None:
    leader = sign_in(Role.CITY_LEADER)
    assert leader.get("/home/").headers["Location"] == "/tasks/"
    assert "我分管的" not in " ".join(texts(leader.get("/tasks/"), ".views a"))
    name = "周以宁"
    Account.objects.filter(username=f"the-{Role.CITY_LEADER.value}").update(name=name)
    task = plan.tasks.order_by("pk")[1]
    Task.objects.filter(pk=task.pk).update(leaders=f"邬景行、{name}")
    page = leader.get("/", follow=True)
    assert texts(page, ".views > a")[:2] == [f"全部{plan.tasks.count()}", "我分管的1"]
    assert texts(page, ".views a[aria-current]") == ["我分管的1"]
    assert texts(page, ".ledger .tx a.doc") == [task.text]


def test_a_clerk_of_a_leaders_name_has_no_such_tab(alice: Actor, plan: Plan) -> None:
    Task.objects.filter(pk=plan.tasks.order_by("pk")[0].pk).update(leaders=alice.name)
    desk = browser_of(alice)
    assert desk.get("/home/").headers["Location"] == "/tasks/"
    assert "我分管的" not in " ".join(texts(desk.get("/tasks/"), ".views a"))

"""The demo city as it stands in the register."""

from demo.city import CITY, PEOPLE, is_loaded, load_city
from demo.province import PROVINCE
from demo.towns import HANDED, TOWNS
from django.utils import timezone

from luoshi.records.journal.queries import verify
from luoshi.records.people.models import HELD, Holding, Post
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Membership, Plan, Task, Unit
from luoshi.records.reporting.flows import flow_of
from luoshi.records.reporting.models import Report, Unsigned
from luoshi.records.supervision.models import Answer, Notice, State, Step


def test_three_years_this_year_s_reports_and_people_of_every_role(db: None) -> None:
    assert not is_loaded()
    logins = load_city()
    assert is_loaded()
    plans = Plan.objects.filter(sender=None, government__name=CITY).order_by("year")
    assert [(plan.year, plan.tasks.count()) for plan in plans] == [
        (2024, 56),
        (2025, 56),
        (2026, 58),
    ]
    assert sorted(Report.objects.filter(round__plan__sender=None).values_list("round__period", "state").distinct()) == [
        ("Q1", "accepted"),
        ("Q2", "accepted"),
        ("Q3", "returned"),
        ("Q3", "submitted"),
    ]
    assert Unsigned.objects.get().unit.name == "教育局"
    assert Unit.objects.get(name="数据局").names.filter(name="数管中心", sort="former").exists()
    assert Membership.objects.filter(group__name="各镇街").count() == 8
    assert Holding.objects.filter(HELD).count() == Post.objects.count() == 7
    assert not Post.objects.filter(portfolio=None).exists()
    assert {login.person.role for login in logins} == set(Role)
    assert len({login.password for login in logins}) == len(PEOPLE) + len(TOWNS) + 1
    assert list(verify()) == []


def test_notices_stand_in_every_state(db: None) -> None:
    load_city()
    notices = Notice.objects.order_by("number")
    assert set(notices.values_list("state", flat=True)) == set(State)
    assert [notice.number for notice in notices] == list(range(1, 11))
    assert [notice.number for notice in notices if notice.days_late(timezone.localdate())] == [4]
    followed = notices.get(state=State.ESCALATED)
    assert (followed.follower.step, followed.received_at) == (Step.WARN, None)
    assert Answer.objects.filter(state=Answer.State.LAID).count() == 1


def test_two_towns_have_registers_and_their_reports_are_added_up(db: None) -> None:
    load_city()
    handed = Task.objects.filter(plan__sender__name=CITY)
    assert sorted(handed.values_list("government__name", flat=True)) == sorted(
        town.government for town in TOWNS for _ in HANDED
    )
    beds = Task.objects.get(text__contains="护理型床位", plan__sender=None, plan__year=2026)
    assert flow_of(beds).words == "2 处报数合计 50÷240＝20.8%；只看报了数的，应完成 70，50÷70＝71.4%"
    training = Task.objects.get(text__contains="职业技能培训", plan__sender=None, plan__year=2026)
    assert [each.handed.name for each in flow_of(training).silent] == ["青渡街道"]


def test_what_the_province_wants_reaches_the_towns_and_comes_back_as_a_sum(db: None) -> None:
    load_city()
    meals, bridges = Task.objects.filter(government__name=PROVINCE).order_by("order")
    assert flow_of(meals).words == "1 处报数合计 13÷120＝10.8%；只看报了数的，应完成 40，13÷40＝32.5%；" + (
        "映川市没有自己的数，由下级 2 处合计"
    )
    (inflow,) = flow_of(bridges).inflows
    assert (inflow.handed.task is not None, inflow.done) == (True, None)

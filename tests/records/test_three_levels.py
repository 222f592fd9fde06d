"""What a province handed to a city the city shares out and hands on to its counties; sums come back up both levels."""

import pytest
from django.db import IntegrityError, transaction

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.cascade import hand_down, link_district, pass_on
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Government, Plan, Share, Task, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.tasks import visible_tasks
from luoshi.records.reporting.flows import flow_of
from tests.records.cascade import hire_in, report_of, share_among
from tests.records.conftest import Hire

SHARES = {"东屿区": "200", "南漪县": "160"}


@pytest.fixture
def shared(alice: Actor, received: Task) -> Task:
    """The city has said what its counties owe of it."""
    return share_among(alice, received, SHARES)


@pytest.fixture
def further(alice: Actor, shared: Task, dora: Actor, nils: Actor) -> list[Task]:
    """And handed it on to both."""
    return hand_down(actor=alice, task=shared)


def above(task: Task) -> Task:
    """The task of the province, as it stands now."""
    return Task.objects.get(pk=task.origin_id or 0)


def change_above(task: Task, printed: str) -> None:
    """The province gives the city another share, and says so."""
    share = Share.objects.filter(CURRENT, task=task.origin_id, unit__name="云泽市")
    share.update(printed=printed, value=None if printed == "/" else printed)
    pass_on(actor=operator(), task=above(task))


# ── Sharing out ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_came_from_above_is_shared_out_with_its_ground(shared: Task) -> None:
    shares = shared.shares.filter(CURRENT).values_list("unit__name", "printed", "value")
    assert [(name, printed, int(value or 0)) for name, printed, value in shares] == [
        ("东屿区", "200", 200),
        ("南漪县", "160", 160),
    ]
    assert shared.quota == {"printed": "360", "value": "360.000000", "unit": "张", "sum": "360", "check": "ok"}
    entry = Entry.objects.get(action="share_out")
    assert entry.after == {"shares": ["东屿区 200", "南漪县 160"], "reason": "市政府常务会议"}


def test_shares_that_do_not_give_the_whole_are_kept_and_told(alice: Actor, received: Task) -> None:
    task = share_among(alice, received, {"东屿区": "200", "南漪县": "1,000"})
    assert (task.quota or {})["check"] == "mismatch"
    assert (task.quota or {})["sum"] == "1200"


def test_shares_are_changed_and_the_former_ones_stay(alice: Actor, shared: Task) -> None:
    share_among(alice, shared, {"东屿区": "210", "南漪县": "150"})
    assert shared.shares.filter(retracted_at__isnull=False).count() == 2
    with pytest.raises(NotNow, match="和原来的分配一样"):
        share_among(alice, shared, {"东屿区": "210", "南漪县": "150"})


@pytest.mark.parametrize(
    ("shares", "told"),
    [({}, "至少要写一处"), *(({"东屿区": word}, "要写成数") for word in ("许多", "-3", "NaN"))],
)
def test_what_is_no_number_is_not_taken(alice: Actor, received: Task, shares: dict[str, str], told: str) -> None:
    with pytest.raises(NotValid, match=told):
        share_among(alice, received, shares)


def test_who_may_not_shares_nothing_out(hire: Hire, received: Task) -> None:
    with pytest.raises(NotAllowed, match="更正任务"):
        share_among(hire(Role.CITY_LEADER, "leader"), received, SHARES)


def test_what_is_over_is_not_shared_out(alice: Actor, received: Task) -> None:
    Task.objects.filter(pk=received.pk).update(state=State.ENDED)
    with pytest.raises(NotNow, match="不能再分配"):
        share_among(alice, received, SHARES)


def test_a_task_of_one_s_own_that_has_a_figure_is_shared_out_too(alice: Actor, plan: Plan, projects: Plan) -> None:
    pipes = plan.tasks.get(number=2)
    task = share_among(alice, pipes, {"东屿区": "25", "南漪县": "15"})
    assert task.quota == {"printed": "40", "value": "40", "unit": "公里", "sum": "40", "check": "ok"}


# ── Handing on ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_county_gets_its_part_of_the_city_s_part(further: list[Task], received: Task) -> None:
    assert [(task.government.name, task.origin_id, task.text) for task in further] == [
        ("东屿区人民政府", received.pk, "新增护理型床位900张，其中云泽市360张，其中东屿区200张。"),
        ("南漪县人民政府", received.pk, "新增护理型床位900张，其中云泽市360张，其中南漪县160张。"),
    ]
    goal = further[0].targets.get(CURRENT)
    assert (goal.metric, f"{goal.value.normalize():f}{goal.unit}") == ("新增护理型床位", "200张")
    assert list(verify()) == []


def test_before_it_is_shared_out_there_is_nothing_to_hand_on(alice: Actor, received: Task, dora: Actor) -> None:
    with pytest.raises(NotNow, match="没有可以下达的"):
        hand_down(actor=alice, task=received)


def test_each_sees_one_level_down(further: list[Task], received: Task, alice: Actor, dora: Actor) -> None:
    paula = hire_in(above(received).government, Role.SUPERVISOR, "paula")
    assert set(visible_tasks(paula)) == {above(received), received}
    assert {received, *further} <= set(visible_tasks(alice))
    assert set(visible_tasks(dora)) == {further[0]}


# ── Corrections and withdrawal ───────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_travels_down_both_levels(alice: Actor, further: list[Task], received: Task) -> None:
    change_above(received, "400")
    received.refresh_from_db()
    assert received.text == "新增护理型床位900张，其中云泽市400张。"
    assert ((received.quota or {})["sum"], (received.quota or {})["check"]) == ("360", "mismatch")
    assert [late.name for late in flow_of(received).late] == ["东屿区", "南漪县"]
    share_among(alice, received, {"东屿区": "240", "南漪县": "160"})
    pass_on(actor=alice, task=received)
    assert [Task.objects.get(pk=task.pk).text for task in further] == [
        "新增护理型床位900张，其中云泽市400张，其中东屿区240张。",
        "新增护理型床位900张，其中云泽市400张，其中南漪县160张。",
    ]


def test_a_withdrawal_travels_down_both_levels_and_back(alice: Actor, further: list[Task], received: Task) -> None:
    change_above(received, "/")
    received.refresh_from_db()
    assert received.state == State.ENDED
    assert {task.state for task in pass_on(actor=alice, task=received)} == {State.ENDED}
    change_above(received, "360")
    assert {task.state for task in pass_on(actor=alice, task=received)} == {State.ISSUED}
    assert not flow_of(Task.objects.get(pk=received.pk)).late


# ── No loops ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_handed_back_to_where_it_came_from(alice: Actor, shared: Task) -> None:
    """A register that was bent by hand: the province stands below its own city."""
    province = above(shared).government
    Government.objects.filter(pk=province.pk).update(parent=shared.government)
    district = Unit.objects.get(government=shared.government, name="东屿区")
    province.refresh_from_db()
    link_district(actor=alice, unit=district, government=province)
    with pytest.raises(NotNow, match="就是越川省人民政府下达来的"):
        hand_down(actor=alice, task=shared)
    assert flow_of(above(shared)).words == ""


def test_no_government_stands_below_itself_or_below_one_of_lower_rank(city: Government) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Government.objects.filter(pk=city.pk).update(parent=city)
    with pytest.raises(NotValid, match="不能放在它的下面"):
        open_government(actor=operator(), name="越川省人民政府", level="province", parent=city)


# ── Sums ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_the_counties_report_reaches_the_province(further: list[Task], received: Task) -> None:
    report_of(further[0], "已新增护理型床位112张。")
    flow = flow_of(above(received))
    assert flow.done == 112
    assert flow.inflows[0].is_summed
    assert flow.words.endswith("；云泽市没有自己的数，由下级 1 处合计")
    report_of(further[1], "已新增护理型床位88张。")
    assert flow_of(above(received)).words.split("；") == [
        "1 处报数合计 200÷900＝22.2%",
        "只看报了数的，应完成 360，200÷360＝55.6%",
        "云泽市没有自己的数，由下级 2 处合计",
    ]


def test_what_the_city_says_itself_counts_before_the_sum(further: list[Task], received: Task) -> None:
    for task, words in zip(further, ("已新增护理型床位112张。", "已新增护理型床位88张。"), strict=True):
        report_of(task, words)
    report_of(received, "已新增护理型床位230张。")
    (inflow,) = flow_of(above(received)).inflows
    assert inflow.done == 230
    assert inflow.differs
    assert not inflow.is_summed

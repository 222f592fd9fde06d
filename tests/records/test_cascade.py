"""A share becomes a task in the register of the government below; what is reported there is added up above."""

import pytest
from django.db import IntegrityError, transaction

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.cascade import hand_down, link_district, pass_on, unlink_district
from luoshi.records.register.actions.governments import open_government, open_unit
from luoshi.records.register.actions.plans import correct_units, correct_wording
from luoshi.records.register.models import Government, Plan, Share, Task, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.tasks import visible_plans, visible_tasks
from luoshi.records.reporting.actions import return_report
from luoshi.records.reporting.flows import flow_of
from tests.records.cascade import hire_in, issue_projects, open_county, report_of
from tests.records.conftest import Hire


def goals(task: Task) -> list[tuple[str, str, str]]:
    found = task.targets.filter(CURRENT)
    return [(goal.metric, goal.comparator, f"{goal.value.normalize():f}{goal.unit}") for goal in found]


def change_share(task: Task, district: str, printed: str) -> None:
    """As a correction does."""
    share = Share.objects.filter(CURRENT, task=task, unit__name=district)
    share.update(printed=printed, value=None if printed == "/" else printed)


# ── Handing down ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_share_becomes_a_task_below_with_its_own_figure(handed: list[Task], beds: Task) -> None:
    assert [(task.government.name, task.text, goals(task)) for task in handed] == [
        ("东屿区人民政府", "新增护理型床位360张，其中东屿区140张。", [("新增护理型床位", "=", "140张")]),
        ("南漪县人民政府", "新增护理型床位360张，其中南漪县120张。", [("新增护理型床位", "=", "120张")]),
    ]
    assert {task.origin_id for task in handed} == {beds.pk}
    assert [task.plan.title for task in handed] == [
        "云泽市人民政府2026年下达东屿区人民政府的任务",
        "云泽市人民政府2026年下达南漪县人民政府的任务",
    ]


def test_both_journals_tell_of_it(handed: list[Task], beds: Task, city: Government) -> None:
    above = Entry.objects.get(action="hand_down")
    assert (above.government, above.subject_id) == (city.pk, beds.pk)
    assert above.after == {"shares": ["东屿区 140", "南漪县 120"]}
    below = Entry.objects.filter(action="receive_task").order_by("number")
    assert [entry.government for entry in below] == [task.government_id for task in handed]
    assert list(verify()) == []


def test_nothing_is_handed_down_twice(alice: Actor, handed: list[Task], beds: Task) -> None:
    with pytest.raises(NotNow, match="已经下达给东屿区、南漪县，不再重复下达"):
        hand_down(actor=alice, task=beds)
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(
            government=handed[0].government,
            plan=handed[0].plan,
            origin=beds,
            order=9,
            part="民生实事",
            number=9,
            address="下达/9",
            text="再来一次",
            place={},
        )


def test_who_opens_a_register_later_gets_the_share_later(alice: Actor, handed: list[Task], beds: Task) -> None:
    open_county(beds.government, "北汀县", "bea")
    assert [task.government.name for task in hand_down(actor=alice, task=beds)] == ["北汀县人民政府"]


def test_a_second_task_stands_beside_the_first_in_the_plan_of_the_year(
    alice: Actor, handed: list[Task], projects: Plan
) -> None:
    (station,) = hand_down(actor=alice, task=projects.tasks.get(name="病有良医"))
    assert (station.plan, station.number, station.address) == (handed[0].plan, 2, "下达/2")


@pytest.mark.parametrize("state", [State.CLOSED, State.ENDED, State.SUSPENDED])
def test_what_is_over_is_not_handed_down(alice: Actor, dora: Actor, beds: Task, state: State) -> None:
    Task.objects.filter(pk=beds.pk).update(state=state)
    with pytest.raises(NotNow, match="不能再下达"):
        hand_down(actor=alice, task=beds)


def test_with_no_register_below_it_says_what_to_do(alice: Actor, beds: Task) -> None:
    with pytest.raises(NotNow, match="请先在单位页写明它是哪个下级政府"):
        hand_down(actor=alice, task=beds)


def test_who_may_not_hands_nothing_down(hire: Hire, dora: Actor, beds: Task) -> None:
    for other in (hire(Role.CITY_LEADER, "leader"), hire(Role.DEPUTY, "deputy"), dora):
        with pytest.raises(NotAllowed, match="向下级下达"):
            hand_down(actor=other, task=beds)
    assert not Task.objects.filter(origin__isnull=False).exists()


# ── Who stands for whom ──────────────────────────────────────────────────────────────────────────────────────────────


def test_only_a_government_right_below_is_stood_for_and_by_one_district(projects: Plan, dora: Actor) -> None:
    city = projects.government
    county = Government.objects.get(name="东屿区人民政府")
    town = open_government(actor=operator(), name="云根镇人民政府", level="town", parent=county)
    south = Unit.objects.get(government=city, name="南漪县")
    with pytest.raises(NotValid, match="不是本级直接的下级政府"):
        link_district(actor=operator(), unit=south, government=town)
    with pytest.raises(NotValid, match="已经对应“东屿区”"):
        link_district(actor=operator(), unit=south, government=county)
    group = open_unit(actor=operator(), government=city, name="各县区")
    with pytest.raises(NotValid, match="单位组"):
        link_district(actor=operator(), unit=group, government=county)


@pytest.mark.parametrize("wrong", [{"kind": "unit"}, {"kind": "group"}])
def test_the_database_lets_only_districts_stand_for_a_government(dora: Actor, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(name="东屿区").update(**wrong)
    county = Government.objects.get(name="东屿区人民政府")
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(name="南漪县").update(stands_for=county)


def test_an_unlinked_district_keeps_what_it_has(alice: Actor, handed: list[Task], beds: Task) -> None:
    unlink_district(actor=alice, unit=Unit.objects.get(name="东屿区", government=beds.government))
    with pytest.raises(NotNow, match="没有要转达的"):
        pass_on(actor=alice, task=beds)


# ── A share that changes ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_share_is_passed_on_and_the_former_one_stays_readable(
    alice: Actor, handed: list[Task], beds: Task
) -> None:
    change_share(beds, "南漪县", "150")
    assert [late.name for late in flow_of(beds).late] == ["南漪县"]
    (task,) = pass_on(actor=alice, task=beds)
    assert (task.text, goals(task)) == ("新增护理型床位360张，其中南漪县150张。", [("新增护理型床位", "=", "150张")])
    assert [each.text for each in task.wordings.order_by("recorded_at")] == [handed[1].text, task.text]
    entry = Entry.objects.get(action="adjust_task")
    assert (entry.government, entry.before["text"]) == (task.government_id, handed[1].text)
    assert not flow_of(beds).late


def test_a_share_that_is_gone_ends_its_task_and_one_that_comes_back_takes_it_up(
    alice: Actor, handed: list[Task], beds: Task
) -> None:
    change_share(beds, "南漪县", "/")
    assert [task.state for task in pass_on(actor=alice, task=beds)] == [State.ENDED]
    assert not flow_of(beds).late
    change_share(beds, "南漪县", "120")
    assert [task.state for task in pass_on(actor=alice, task=beds)] == [State.ISSUED]


def test_what_ends_above_ends_below_when_it_is_passed_on(alice: Actor, handed: list[Task], beds: Task) -> None:
    Task.objects.filter(pk=beds.pk).update(state=State.ENDED)
    assert {task.state for task in pass_on(actor=alice, task=beds)} == {State.ENDED}
    assert Entry.objects.get(action="pass_on").after == {"shares": ["东屿区 不再分配", "南漪县 不再分配"]}
    assert flow_of(Task.objects.get(pk=beds.pk)).words == ""


def test_below_the_words_of_an_order_are_not_changed_but_its_units_are(dora: Actor, handed: list[Task]) -> None:
    with pytest.raises(NotNow, match="上级下达的"):
        correct_wording(actor=dora, task=handed[0], text="新增床位1张。", reason="太多")
    correct_units(actor=dora, task=handed[0], units=[("区民政局", "lead")], reason="分工")
    assert [each.printed for each in handed[0].units.filter(CURRENT)] == ["区民政局"]


# ── Who sees what ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_sees_its_own_and_the_upper_what_it_handed_down(
    alice: Actor, dora: Actor, nils: Actor, handed: list[Task], projects: Plan
) -> None:
    east, south = handed
    own = issue_projects(east.government)
    assert set(visible_tasks(dora)) == {east, *own.tasks.all()}
    assert set(visible_tasks(nils)) == {south}
    assert set(visible_tasks(alice)) == {east, south, *projects.tasks.all()}
    assert list(visible_plans(dora)) == [own, east.plan]
    assert visible_plans(alice)[0] == projects
    assert set(visible_plans(alice)) == {projects, east.plan, south.plan}


@pytest.mark.parametrize("role", [Role.CITY_LEADER, Role.DEPUTY])
def test_whoever_reads_the_city_s_register_sees_what_it_handed_down(hire: Hire, handed: list[Task], role: Role) -> None:
    assert set(handed) <= set(visible_tasks(hire(role, "reader")))


def test_a_unit_of_the_city_and_one_above_it_see_nothing_below(bob: Actor, handed: list[Task]) -> None:
    city = Government.objects.get(name="云泽市人民政府")
    province = open_government(actor=operator(), name="越川省人民政府", level="province")
    Government.objects.filter(pk=city.pk).update(parent=province)
    above = hire_in(province, Role.SUPERVISOR, "paula")
    assert not visible_tasks(bob).exists()
    assert not visible_tasks(above).exists()
    assert not visible_plans(above).exists()


def test_the_upper_changes_nothing_below(alice: Actor, handed: list[Task]) -> None:
    with pytest.raises(NotAllowed):
        correct_units(actor=alice, task=handed[0], units=[("区民政局", "lead")], reason="分工")
    report = report_of(handed[0], "已新增护理型床位112张。").reports.get()
    with pytest.raises(ActionRefused):
        return_report(actor=alice, report=report, reason="再报")


# ── What is reported flows back ──────────────────────────────────────────────────────────────────────────────────────


def test_reports_below_are_added_up_with_the_sum_in_words(handed: list[Task], beds: Task) -> None:
    report_of(handed[0], "已新增护理型床位112张。")
    flow = flow_of(beds)
    assert flow.words == "1 处报数合计 112÷360＝31.1%；只看报了数的，应完成 140，112÷140＝80%"
    assert [each.handed.name for each in flow.silent] == ["南漪县"]
    report_of(handed[1], "已新增护理型床位102张。")
    flow = flow_of(beds)
    assert flow.words == "2 处报数合计 214÷360＝59.4%；只看报了数的，应完成 260，214÷260＝82.3%"
    assert not flow.silent


def test_the_latest_report_counts_and_none_that_was_sent_back(dora: Actor, handed: list[Task], beds: Task) -> None:
    report_of(handed[0], "已新增护理型床位60张。", "二季度")
    later = report_of(handed[0], "已新增护理型床位112张。")
    assert flow_of(beds).done == 112
    return_report(actor=dora, report=later.reports.get(), reason="数不对")
    assert flow_of(beds).done == 60


def test_a_report_without_a_figure_is_not_added(handed: list[Task], beds: Task) -> None:
    report_of(handed[0], "正在推进。")
    flow = flow_of(beds)
    assert flow.words == ""
    assert [each.handed.name for each in flow.silent] == ["东屿区", "南漪县"]


def test_a_place_sees_the_tasks_of_which_it_owes_a_share(city: Government, projects: Plan) -> None:
    for place, seen in (("东屿区", ["老有所养", "病有良医"]), ("南漪县", ["老有所养"])):
        unit = Unit.objects.get(government=city, name=place)
        liaison = hire_in(city, Role.DISTRICT_LIAISON, f"of-{unit.pk}", unit)
        assert [task.name for task in visible_tasks(liaison).order_by("order")] == seen
        assert list(visible_plans(liaison)) == [projects]

"""Units: entered, named, renamed, gathered, closed; allowed, refused, logged."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.governments import (
    add_name,
    close_unit,
    drop_name,
    gather,
    open_government,
    open_unit,
    place_government,
    rename_unit,
    reopen_unit,
)
from luoshi.records.register.models import Government, Plan, Unit
from luoshi.records.register.queries.tasks import visible_tasks
from luoshi.records.register.queries.units import (
    count_leaders,
    count_leads,
    find_units,
    groups_of,
    latest_plans,
    managed_units,
    named,
    names_in_use,
    with_names,
)

Change = tuple[str, object, object]


@pytest.fixture
def bureau(alice: Actor, city: Government) -> Unit:
    return open_unit(actor=alice, government=city, name=" 市教育局 ")


def names_of(unit: Unit) -> list[tuple[str, str, date | None, date | None]]:
    (shown,) = with_names(Unit.objects.filter(pk=unit.pk))
    return [(each.name, each.sort, each.holds_from, each.holds_to) for each in shown.names.all()]


def last() -> Change:
    entry = Entry.objects.order_by("-number")[0]
    return entry.action, entry.before, entry.after


def test_the_name_of_a_closed_unit_comes_over_to_the_one_it_was(alice: Actor, city: Government, bureau: Unit) -> None:
    slip = open_unit(actor=alice, government=city, name="市教肓局")
    with pytest.raises(NotValid, match="已经指"):
        add_name(actor=alice, unit=bureau, name="市教肓局", sort="alias")
    close_unit(actor=alice, unit=slip)
    add_name(actor=alice, unit=bureau, name=" 市教肓局 ", sort="alias")
    assert named(city, "市教肓局") == bureau
    assert Entry.objects.filter(action="drop_name", subject_id=slip.pk).exists()
    for change in (lambda: reopen_unit(actor=alice, unit=slip), lambda: rename(alice, slip)):
        with pytest.raises(NotNow, match="已经归“市教育局”"):
            change()


def rename(actor: Actor, unit: Unit) -> Unit:
    return rename_unit(actor=actor, unit=unit, name="新局", holds_from=timezone.localdate())


def test_a_unit_is_found_by_every_name_it_has(alice: Actor, city: Government, bureau: Unit) -> None:
    add_name(actor=alice, unit=bureau, name="教育局", sort="short")
    assert last() == ("add_name", {}, {"name": "教育局", "sort": "short"})
    assert named(city, "教育局") == named(city, " 市教育局 ") == bureau
    assert [(each.name, each.initials) for each in names_in_use(city)] == [("市教育局", "sjyj"), ("教育局", "jyj")]
    for typed in ("教育", "jyj", "sjy"):
        assert list(find_units(managed_units(alice), typed, "unit")) == [bureau]


def test_a_new_name_holds_from_a_day_and_the_old_one_is_still_understood(alice: Actor, bureau: Unit) -> None:
    rename_unit(actor=alice, unit=bureau, name="市教育和体育局", holds_from=date(2024, 3, 1))
    bureau.refresh_from_db()
    assert bureau.name == "市教育和体育局"
    assert names_of(bureau) == [
        ("市教育和体育局", "full", date(2024, 3, 1), None),
        ("市教育局", "former", None, date(2024, 3, 1)),
    ]
    assert last() == ("rename_unit", {"name": "市教育局"}, {"name": "市教育和体育局", "since": "2024-03-01"})
    rename_unit(actor=alice, unit=bureau, name="市教育局", holds_from=date(2024, 5, 1))
    assert [each[:2] for each in names_of(bureau)] == [("市教育局", "full"), ("市教育和体育局", "former")]


@pytest.mark.parametrize(
    ("name", "days", "field"),
    [("", 0, "name"), ("市建设局", 0, "name"), ("甲" * 65, 0, "name"), ("新局", 1, "holds_from")],
)
def test_a_name_that_cannot_be_taken_is_told(alice: Actor, bureau: Unit, name: str, days: int, field: str) -> None:
    open_unit(actor=alice, government=bureau.government, name="市建设局")
    with pytest.raises(NotValid) as refused:
        rename_unit(actor=alice, unit=bureau, name=name, holds_from=timezone.localdate() + timedelta(days=days))
    assert list(refused.value.fields) == [field]


def test_a_unit_is_not_renamed_before_it_had_its_name(alice: Actor, bureau: Unit) -> None:
    rename_unit(actor=alice, unit=bureau, name="新局", holds_from=date(2024, 3, 1))
    with pytest.raises(NotValid, match="起用"):
        rename_unit(actor=alice, unit=bureau, name="更新局", holds_from=date(2024, 3, 1))


def test_a_name_entered_by_mistake_is_dropped_but_never_the_full_one(alice: Actor, bureau: Unit) -> None:
    alias = add_name(actor=alice, unit=bureau, name="教体局", sort="alias")
    drop_name(actor=alice, name=alias)
    assert last() == ("drop_name", {"name": "教体局", "sort": "alias"}, {})
    with pytest.raises(NotValid, match="更名"):
        drop_name(actor=alice, name=bureau.names.get())
    with pytest.raises(NotValid, match="更名"):
        add_name(actor=alice, unit=bureau, name="又一个", sort="full")


def test_a_group_is_made_of_units_and_they_see_its_tasks(alice: Actor, bob: Actor, plan: Plan) -> None:
    group = Unit.objects.get(name="各镇街")
    bureau = Unit.objects.get(name="教育局")
    assert group.kind == Unit.Kind.GROUP
    gather(actor=alice, group=group, members=[bureau])
    assert last() == ("gather", {"members": []}, {"members": ["教育局"]})
    assert list(groups_of(bureau)) == [group]
    assert [task.number for task in visible_tasks(bob)] == [1, 2]
    gather(actor=alice, group=group, members=[])
    assert [task.number for task in visible_tasks(bob)] == [1]


def test_a_group_holds_neither_groups_nor_units_of_others(alice: Actor, city: Government, bureau: Unit) -> None:
    group = open_unit(actor=alice, government=city, name="各镇街")
    county = open_government(actor=operator(), name="东屿县人民政府", level="county", parent=city)
    theirs = open_unit(actor=operator(), government=county, name="县教育局")
    for member in (group, theirs):
        with pytest.raises(NotValid):
            gather(actor=alice, group=group, members=[member])
    with pytest.raises(NotValid, match="单位组才有"):
        gather(actor=alice, group=bureau, members=[])


def test_a_closed_unit_is_not_offered_and_keeps_its_tasks(alice: Actor, plan: Plan) -> None:
    bureau = Unit.objects.get(name="教育局")
    close_unit(actor=alice, unit=bureau)
    assert last() == ("close_unit", {"active": True}, {"active": False})
    assert not names_in_use(plan.government).filter(unit=bureau).exists()
    assert bureau.tasks.count() == 1
    reopen_unit(actor=alice, unit=bureau)
    assert names_in_use(plan.government).filter(unit=bureau).exists()


def test_only_who_may_does_any_of_it(bob: Actor, city: Government, bureau: Unit) -> None:
    before = Entry.objects.count()
    for act in (
        lambda: open_unit(actor=bob, government=city, name="新局"),
        lambda: add_name(actor=bob, unit=bureau, name="新名", sort="short"),
        lambda: rename_unit(actor=bob, unit=bureau, name="新局", holds_from=date(2024, 1, 1)),
        lambda: close_unit(actor=bob, unit=bureau),
        lambda: drop_name(actor=bob, name=bureau.names.get()),
    ):
        with pytest.raises(NotAllowed, match=Right.MANAGE_UNITS.label):
            act()
    assert Entry.objects.count() == before


def test_what_units_and_leaders_lead_is_counted_in_the_latest_plans(plan: Plan) -> None:
    plans = latest_plans([plan.government_id])
    assert plans == [plan]
    units = list(Unit.objects.order_by("name"))
    led = {unit.name: count_leads(units, plans).get(unit.pk, 0) for unit in units}
    assert led == {"教育局": 1, "建设局": 1, "商务局": 1, "财政局": 0, "各镇街": 0}
    plan.tasks.filter(number__lte=2).update(leaders="沈砚秋、韩知远")
    assert count_leaders(plans) == {"沈砚秋": 2, "韩知远": 2}


def test_nobody_stands_below_what_stands_below_them(city: Government) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county", parent=city)
    twin = open_government(actor=operator(), name="东屿新区管委会", level="county", parent=county)
    for parent in (city, county, twin):
        with pytest.raises(ActionRefused, match="不能又在它上面"):
            place_government(actor=operator(), government=city, parent=parent)
    with pytest.raises(NotNow, match="已经在“云泽市人民政府”下面"):
        place_government(actor=operator(), government=county, parent=city)


def test_a_government_above_is_told_in_the_journal_and_hands_down(alice: Actor, city: Government) -> None:
    province = open_government(actor=operator(), name="越川省人民政府", level="province")
    place_government(actor=operator(), government=city, parent=province)
    entry = Entry.objects.get(action="place_government")
    assert (entry.subject_id, entry.government, entry.after) == (city.pk, city.pk, {"government": "越川省人民政府"})
    with pytest.raises(NotAllowed):
        place_government(actor=alice, government=province, parent=city)

"""Governments and units: opened, named, renamed, gathered in groups."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.leads import suggest_later
from luoshi.records.register.initials import initials
from luoshi.records.register.models import Government, Membership, Unit, UnitName
from luoshi.records.register.models.governments import Level

_LONGEST = 64
# What a unit may be called beside its full name
_OTHER_SORTS = frozenset({UnitName.Sort.SHORT, UnitName.Sort.FORMER, UnitName.Sort.ALIAS})
_GROUP_OPENINGS = ("各", "相关", "有关", "市属", "县属", "区属")

_TAKEN = "这个名称已经指“{0}”，请换一个。两家其实是一家的，先用“批量办理”把任务换过来，停用“{0}”，再加这个名称。"


def open_government(*, actor: Actor, name: str, level: str, parent: Government | None = None) -> Government:
    """Set up a government; only whoever runs the installation may."""
    with acting(actor, Right.MANAGE_UNITS, 0) as under_way:
        if Government.objects.filter(name=name).exists():
            raise NotValid(f"已经有“{name}”了。", {"name": "换一个名称"})
        _refuse_level(level, parent)
        government = Government.objects.create(name=name, level=level, parent=parent)
        under_way.government = government.pk
        under_way.did("open_government", government, after={"name": name, "level": level})
    return government


def place_government(*, actor: Actor, government: Government, parent: Government) -> Government:
    """Put a government that stands at the top below another: a province joins an installation that has the city.

    What both keep stays as it is; from now on the one above can hand down to it.
    """
    with acting(actor, Right.MANAGE_UNITS, 0) as under_way:
        row = (
            Government.objects.select_for_update(of=("self",), no_key=True)
            .select_related("parent")
            .get(pk=government.pk)
        )
        if row.parent is not None:
            raise NotNow(f"“{row.name}”已经在“{row.parent.name}”下面了。")
        _refuse_circle(row, parent)
        _refuse_level(row.level, parent)
        row.parent = parent
        row.save(update_fields=["parent"])
        under_way.government = row.pk
        under_way.did("place_government", row, after={"government": parent.name})
    return row


def open_unit(*, actor: Actor, government: Government, name: str, kind: str | None = None) -> Unit:
    """Enter a unit under its name; its kind is told by the name when it is not given."""
    with acting(actor, Right.MANAGE_UNITS, government.pk) as under_way:
        name = _fresh(government, name)
        return enter_units(under_way, government, [name], kind)[name]


def close_unit(*, actor: Actor, unit: Unit) -> None:
    """Offer a unit no more where one types names; its tasks and names stay."""
    _set_active(actor, unit, "close_unit", is_active=False)


def reopen_unit(*, actor: Actor, unit: Unit) -> None:
    """Offer it again; not when its name means another one by now."""
    _refuse_nameless(unit)
    _set_active(actor, unit, "reopen_unit", is_active=True)


def add_name(*, actor: Actor, unit: Unit, name: str, sort: str) -> UnitName:
    """Let another name mean the unit in documents; one of a unit that is closed comes over, as where two were one."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        if sort not in _OTHER_SORTS:
            raise NotValid("全称要用更名来改。", {"sort": "请选简称、曾用名或别名"})
        name = name.strip()
        former = UnitName.objects.filter(government=unit.government, name=name, unit__is_active=False).first()
        if former and former.unit_id != unit.pk:
            under_way.did("drop_name", former.unit, before={"name": name, "sort": former.sort})
            former.delete()
        entered = _enter_name(unit, _fresh(unit.government, name), sort)
        under_way.did("add_name", unit, after={"name": name, "sort": sort})
    return entered


def drop_name(*, actor: Actor, name: UnitName) -> None:
    """Let a name that was entered by mistake mean the unit no more."""
    with acting(actor, Right.MANAGE_UNITS, name.government_id) as under_way:
        if name.sort == UnitName.Sort.FULL:
            raise NotValid("全称不能删去。改名请用更名。")
        under_way.did("drop_name", name.unit, before={"name": name.name, "sort": name.sort})
        name.delete()


def rename_unit(*, actor: Actor, unit: Unit, name: str, holds_from: date) -> Unit:
    """Give a unit its new name from a day on; documents that say the old one still mean it."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        unit = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("government").get(pk=unit.pk)
        _refuse_nameless(unit)
        before = unit.names.get(name=unit.name)
        _refuse_day(before, holds_from)
        known = unit.names.exclude(pk=before.pk).filter(name=name.strip()).first()
        name = known.name if known else _fresh(unit.government, name)
        unit.names.filter(pk=before.pk).update(sort=UnitName.Sort.FORMER, holds_to=holds_from)
        if known:
            unit.names.filter(pk=known.pk).update(sort=UnitName.Sort.FULL, holds_from=holds_from, holds_to=None)
        else:
            _enter_name(unit, name, UnitName.Sort.FULL, holds_from)
        unit.name = name
        unit.save(update_fields=["name"])
        after = {"name": name, "since": holds_from.isoformat()}
        under_way.did("rename_unit", unit, before={"name": before.name}, after=after)
        suggest_later(unit.government_id)
    return unit


def gather(*, actor: Actor, group: Unit, members: Iterable[Unit]) -> None:
    """Say which units a group is made of from today on."""
    wanted = {unit.pk: unit for unit in members}
    _refuse_members(group, wanted.values())
    with acting(actor, Right.MANAGE_UNITS, group.government_id) as under_way:
        today = timezone.localdate()
        standing = group.memberships.filter(holds_to__isnull=True)
        before = sorted(standing.values_list("member__name", flat=True))
        known = set(standing.values_list("member_id", flat=True))
        standing.exclude(member_id__in=wanted).update(holds_to=today)
        fresh = [
            Membership(group=group, member=unit, holds_from=today) for pk, unit in wanted.items() if pk not in known
        ]
        Membership.objects.bulk_create(fresh)
        after = sorted(unit.name for unit in wanted.values())
        under_way.did("gather", group, before={"members": before}, after={"members": after})


def enter_units(
    under_way: Acting, government: Government, names: Iterable[str], kind: str | None = None
) -> dict[str, Unit]:
    """The units that these printed names mean, by name; those that nobody knows are entered. For use in actions."""
    wanted = list(dict.fromkeys(names))
    known = {
        each.name: each.unit
        for each in UnitName.objects.filter(government=government, name__in=wanted).select_related("unit")
    }
    new = [Unit(government=government, name=name, kind=kind or _kind(name)) for name in wanted if name not in known]
    Unit.objects.bulk_create(new)
    UnitName.objects.bulk_create(
        UnitName(
            unit=unit, government=government, name=unit.name, initials=initials(unit.name), sort=UnitName.Sort.FULL
        )
        for unit in new
    )
    for unit in new:
        under_way.did("open_unit", unit, after={"name": unit.name, "kind": unit.kind})
    return known | {unit.name: unit for unit in new}


def _refuse_circle(government: Government, parent: Government) -> None:
    """Nobody stands below what stands below them."""
    above: Government | None = parent
    while above is not None:
        if above.pk == government.pk:
            raise NotValid(f"“{parent.name}”在“{government.name}”下面，不能又在它上面。", {"parent": "换一个政府"})
        above = Government.objects.filter(children=above).first()


def _refuse_level(level: str, parent: Government | None) -> None:
    """A city of a county's rank stands below a city; nobody below one of a lower rank."""
    ranks = [each.value for each in Level]
    if parent and ranks.index(level) < ranks.index(parent.level):
        told = f"“{parent.name}”是{parent.get_level_display()}一级，不能放在它的下面"
        raise NotValid(f"{told}。", {"level": told})


def _kind(name: str) -> str:
    return Unit.Kind.GROUP if name.startswith(_GROUP_OPENINGS) else Unit.Kind.UNIT


def _enter_name(unit: Unit, name: str, sort: str, holds_from: date | None = None) -> UnitName:
    return UnitName.objects.create(
        unit=unit, government=unit.government, name=name, initials=initials(name), sort=sort, holds_from=holds_from
    )


def _set_active(actor: Actor, unit: Unit, verb: str, *, is_active: bool) -> None:
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        before, unit.is_active = unit.is_active, is_active
        unit.save(update_fields=["is_active"])
        under_way.did(verb, unit, before={"active": before}, after={"active": is_active})
        suggest_later(unit.government_id)


def _fresh(government: Government, given: str) -> str:
    """A name that means no unit yet."""
    name = given.strip()
    if not 0 < len(name) <= _LONGEST:
        raise NotValid("请写名称。", {"name": f"请写 1 到 {_LONGEST} 个字。"})
    taken = UnitName.objects.filter(government=government, name=name).select_related("unit").first()
    if taken:
        raise NotValid(f"“{name}”已经指“{taken.unit.name}”。", {"name": _TAKEN.format(taken.unit.name)})
    return name


def _refuse_nameless(unit: Unit) -> None:
    """A closed unit whose name went over to another stays closed, and as it was called."""
    taken = UnitName.objects.filter(government=unit.government, name=unit.name).select_related("unit").first()
    if taken and taken.unit_id != unit.pk:
        raise NotNow(f"“{unit.name}”这个名称已经归“{taken.unit.name}”，没有改动。")


def _refuse_day(before: UnitName, holds_from: date) -> None:
    if holds_from > timezone.localdate():
        raise NotValid("更名以后再记。", {"holds_from": "不能晚于今天。"})
    if before.holds_from and holds_from <= before.holds_from:
        told = f"“{before.name}”从 {before.holds_from:%Y-%m-%d} 起用，更名要在那以后"
        raise NotValid(f"{told}。", {"holds_from": told})


def _refuse_members(group: Unit, members: Iterable[Unit]) -> None:
    if group.kind != Unit.Kind.GROUP:
        raise NotValid("只有单位组才有成员。")
    for unit in members:
        if unit.government_id != group.government_id:
            raise NotValid("成员要是本级的单位。", {"unit": f"“{unit.name}”是别的政府的"})
        if unit.pk == group.pk or unit.kind == Unit.Kind.GROUP:
            raise NotValid("单位组里不能再放单位组。", {"unit": f"“{unit.name}”是单位组"})

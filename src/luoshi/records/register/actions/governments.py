"""Governments and units: opened, named, renamed, gathered in groups."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotValid
from luoshi.records.register.initials import initials
from luoshi.records.register.models import Government, Membership, Unit, UnitName

_GROUP_OPENINGS = ("各", "相关", "有关", "市属", "县属", "区属")


def open_government(*, actor: Actor, name: str, level: str, parent: Government | None = None) -> Government:
    """Set up a government; only whoever runs the installation may."""
    with acting(actor, Right.MANAGE_UNITS, 0) as under_way:
        if Government.objects.filter(name=name).exists():
            raise NotValid(f"已经有“{name}”了。", {"name": "换一个名称"})
        government = Government.objects.create(name=name, level=level, parent=parent)
        under_way.government = government.pk
        under_way.did("open_government", government, after={"name": name, "level": level})
    return government


def open_unit(*, actor: Actor, government: Government, name: str, kind: str | None = None) -> Unit:
    """Enter a unit under its name; its kind is told by the name when it is not given."""
    with acting(actor, Right.MANAGE_UNITS, government.pk) as under_way:
        _refuse_taken(government, name)
        return enter_units(under_way, government, [name], kind)[name]


def add_name(*, actor: Actor, unit: Unit, name: str, sort: str) -> UnitName:
    """Let another name mean the unit in documents."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        _refuse_taken(unit.government, name)
        entered = UnitName.objects.create(
            unit=unit, government=unit.government, name=name, initials=initials(name), sort=sort
        )
        under_way.did("add_name", unit, after={"name": name, "sort": sort})
    return entered


def rename_unit(*, actor: Actor, unit: Unit, name: str, holds_from: date) -> Unit:
    """Give a unit its new name from a day on; documents that say the old one still mean it."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        _refuse_taken(unit.government, name)
        before = unit.name
        unit.names.filter(name=before).update(sort=UnitName.Sort.FORMER, holds_to=holds_from)
        UnitName.objects.create(
            unit=unit,
            government=unit.government,
            name=name,
            initials=initials(name),
            sort=UnitName.Sort.FULL,
            holds_from=holds_from,
        )
        unit.name = name
        unit.save(update_fields=["name"])
        under_way.did("rename_unit", unit, before={"name": before}, after={"name": name})
    return unit


def gather(*, actor: Actor, group: Unit, members: Iterable[Unit]) -> None:
    """Say which units a group is made of from today on."""
    with acting(actor, Right.MANAGE_UNITS, group.government_id) as under_way:
        today = timezone.localdate()
        wanted = {unit.pk: unit for unit in members}
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


def _kind(name: str) -> str:
    return Unit.Kind.GROUP if name.startswith(_GROUP_OPENINGS) else Unit.Kind.UNIT


def _refuse_taken(government: Government, name: str) -> None:
    if not name.strip():
        raise NotValid("名称不能空着。", {"name": "请写名称"})
    taken = UnitName.objects.filter(government=government, name=name).select_related("unit").first()
    if taken:
        raise NotValid(f"“{name}”已经指“{taken.unit.name}”。", {"name": "换一个名称"})

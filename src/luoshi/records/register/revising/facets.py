"""What can differ of a task, in words: as the register has it, and as a line of a document says it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from luoshi.language.days import day_words
from luoshi.records.register.models import Target, Task, TaskUnit
from luoshi.records.register.reading import Json, cells_of
from luoshi.records.register.standing import standing_shares, standing_targets, standing_units

Words = str | tuple[str, ...]

FACETS: Final = {
    "text": "文字",
    "units": "单位",
    "targets": "指标",
    "due": "时限",
    "shares": "分县任务数",
    "leaders": "牵头领导",
    "section": "领域",
    "name": "项目名称",
}
"""By the names under which the journal keeps them."""


def standing(task: Task) -> dict[str, Words]:
    """A task as it stands; it comes with `current_units`, `current_targets` and `current_shares`."""
    units = standing_units(task)
    targets = standing_targets(task)
    shares = standing_shares(task)
    quota = task.quota or {}
    return {
        "text": task.text,
        "units": tuple(f"{unit.get_role_display()} {unit.unit.name}" for unit in units),
        "targets": tuple(target_words(vars(target)) for target in targets),
        "due": day_words(task.due) if task.due else "",
        "shares": _shares(quota, ((share.unit.name, share.printed) for share in shares)),
        "leaders": tuple(task.leader_names),
        "section": task.section,
        "name": task.name,
    }


def printed(fields: Json, names: Mapping[str, str]) -> dict[str, Words]:
    """A line as it was read; `names` are what the register calls the units that it names."""
    allocation = fields.get("allocation") or {}
    cells = ((names.get(name, name), str(cell)[:64]) for name, cell in cells_of(fields).items())
    return {
        "text": fields["text"],
        "units": tuple(_units(fields, names)),
        "targets": tuple(target_words(target) for target in fields.get("targets") or ()),
        "due": day_words(due) if (due := due_of(fields)) else "",
        "shares": _shares(allocation.get("total") or {}, cells),
        "leaders": tuple(fields.get("leaders") or ()),
        "section": (fields.get("section") or "")[:128],
        "name": (fields.get("name") or "")[:128],
    }


def due_of(fields: Json) -> date | None:
    """The last day that a line names."""
    dues = [date.fromisoformat(due["by"]) for due in fields.get("due") or () if due.get("by")]
    return max(dues, default=None)


def target_words(target: Mapping[str, Any]) -> str:
    """新增学位 ≥1800个（12月31日前）"""
    high = "" if target.get("high") is None else f"—{_figure(target['high'])}"
    by = target.get("by")
    due = f"（{day_words(date.fromisoformat(by) if isinstance(by, str) else by)}前）" if by else ""
    sign = "" if target["comparator"] == "=" else target["comparator"]
    return f"{target['metric']} {sign}{_figure(target['value'])}{high}{target['unit']}{due}"


def unit_words(unit: TaskUnit) -> str:
    """牵头 教育局, as printed"""
    return f"{unit.get_role_display()} {unit.printed}"


def say_units(units: Iterable[TaskUnit]) -> str:
    """Units in words, by which one knows whether they became others."""
    return "；".join(map(unit_words, units))


def say_targets(targets: Iterable[Target]) -> str:
    """The same of figures."""
    return "；".join(target_words(vars(target)) for target in targets)


def _units(fields: Json, names: Mapping[str, str]) -> Iterable[str]:
    """A unit once, as the register enters it."""
    seen: dict[str, str] = {}
    for unit in fields["units"]:
        seen.setdefault(names.get(unit["name"], unit["name"]), str(TaskUnit.Role(unit["role"]).label))
    return (f"{role} {name}" for name, role in seen.items())


def _shares(quota: Mapping[str, Any], cells: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    parts = tuple(f"{name} {cell}" for name, cell in cells)
    if not quota and not parts:
        return ()
    total, unit = str(quota.get("printed") or "—"), str(quota.get("unit") or "")
    return (f"总数 {total}{unit if unit not in total else ''}", *parts)


def _figure(value: object) -> str:
    return f"{Decimal(str(value)).normalize():f}"

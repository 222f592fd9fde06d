"""What a person wrote in the form of a line → the fields that it changes."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date

from luoshi.language.targets import find_targets
from luoshi.records.refusals import NotValid
from luoshi.records.register.models import TaskUnit

Json = dict[str, Any]

LEAD = TaskUnit.Role.LEAD
COMPARATORS = ("≥", "≤", "≈", "=")
KINDS = {"count": "数量", "level": "水平", "growth": "增长"}
_MOST_NUMBER = 99_999
# 沈砚秋、韩知远
BETWEEN = re.compile(r"[、，,；;\s]+")


def read_changes(form: QueryDict, fields: Json) -> Json:
    """The fields that differ from what stands; raises `NotValid` with a sentence for each field that cannot be taken.

    A text that was changed is searched for figures anew, unless the figures were changed by hand too.
    """
    if form.get("unchanged"):
        return {}
    written: Json = {"text": _text(form), "number": _number(form), "section": form.get("section", "").strip() or None}
    if "leaders" in form:
        written["leaders"] = [name for name in BETWEEN.split(form.get("leaders", "")) if name]
    written["due"] = _due(form, fields.get("due") or [])
    written["units"] = _units(form, fields["units"])
    written["targets"] = _targets(form, fields["targets"])
    if fields.get("allocation"):
        written["allocation"] = _allocation(form, fields["allocation"])
    if written["text"] != fields["text"] and written["targets"] == fields["targets"]:
        written["targets"] = _found(written["text"])
    return {name: value for name, value in written.items() if value != fields.get(name)}


def as_typed(form: QueryDict, fields: Json) -> Json:
    """What was typed, good or not, where the fields stand: to be shown again beside what is wrong with it."""
    typed = {name: form[name] for name in ("text", "number", "section") if name in form}
    if "leaders" in form:
        typed["leaders"] = [form["leaders"]]
    pairs = zip(form.getlist("unit"), form.getlist("role"), strict=False)
    units = [_unit(name, role, _places(fields["units"])) for name, role in pairs if name.strip()]
    columns = ("metric", "comparator", "value", "unit", "kind")
    rows = zip(*(form.getlist("measure" if name == "unit" else name) for name in columns), strict=False)
    known = [target.get("place") for target in fields["targets"]]
    targets = [
        dict(zip(columns, row, strict=True)) | {"place": known[order] if order < len(known) else None}
        for order, row in enumerate(rows)
    ]
    due = [{**each, "by": form.get(f"due-{order}", "")} for order, each in enumerate(fields.get("due") or [])]
    return {**fields, **typed, "units": units, "targets": targets, "due": due, "allocation": _cells_typed(form, fields)}


def _cells_typed(form: QueryDict, fields: Json) -> Json | None:
    known = fields.get("allocation")
    if not known:
        return None
    return {
        **known,
        "cells": {place: form.get(f"cell-{order}", cell) for order, (place, cell) in enumerate(known["cells"].items())},
    }


def _due(form: QueryDict, known: list[Json]) -> list[Json]:
    """The dates as written; one that is taken away goes with the words that it was read from."""
    given = [(each, form.get(f"due-{order}", each.get("by") or "").strip()) for order, each in enumerate(known)]
    if not all(_is_date(by) for _, by in given if by):
        raise NotValid("时限要写成日期，如 2026-12-31。", {"due": "请写日期"})
    return [{**each, "by": by} if by != (each.get("by") or "") else each for each, by in given]


def _is_date(words: str) -> bool:
    try:
        return parse_date(words) is not None
    except ValueError:
        return False


def _text(form: QueryDict) -> str:
    text = "".join(form.get("text", "").split("\n")).replace("\r", "").strip()
    if not text:
        raise NotValid("任务不能空着。", {"text": "请写任务"})
    return text


def _number(form: QueryDict) -> int:
    given = form.get("number", "").strip()
    if not given.isdecimal() or int(given) > _MOST_NUMBER:
        raise NotValid("序号要写成数字。", {"number": "请写数字"})
    return int(given)


def _units(form: QueryDict, known: list[Json]) -> list[Json]:
    """A line a unit, its name and role; lines with an empty name are left out."""
    places = _places(known)
    pairs = zip(form.getlist("unit"), form.getlist("role"), strict=False)
    listed = {name.strip(): role for name, role in pairs if name.strip()}
    if not set(listed.values()) <= set(TaskUnit.Role.values):
        raise NotValid("没有这个角色。", {"units": "请重新选角色"})
    return [_unit(name, role, places) for name, role in listed.items()]


def _places(units: list[Json]) -> Json:
    """Where each name stands in the document."""
    return {unit["name"]: unit.get("place") for unit in units}


def _unit(name: str, role: str, places: Json) -> Json:
    return {"name": name, "lead": role == LEAD, "role": role, "place": places.get(name)}


def _targets(form: QueryDict, known: list[Json]) -> list[Json]:
    columns = [form.getlist(name) for name in ("metric", "comparator", "value", "measure", "kind", "target")]
    return [
        _target(metric.strip(), comparator, value, measure.strip(), kind, _origin(known, origin))
        for metric, comparator, value, measure, kind, origin in zip(*columns, strict=False)
        if metric.strip()
    ]


def _origin(known: list[Json], place: str) -> Json:
    return known[int(place)] if place.isdecimal() and int(place) < len(known) else {"quote": "", "place": None}


def _target(metric: str, comparator: str, value: str, measure: str, kind: str, origin: Json) -> Json:
    figure = _figure(value, metric)
    if comparator not in COMPARATORS or kind not in KINDS:
        raise NotValid("关系或类型不对。", {"targets": "请重新选"})
    written = {"metric": metric, "comparator": comparator, "value": figure, "unit": measure, "kind": kind}
    is_same = all(origin.get(name) == each for name, each in written.items())
    # What was read in base units holds for the printed figure only
    base = {} if is_same else {"amount": figure, "base_unit": measure}
    return {**origin, **written, **base}


def _figure(value: str, metric: str) -> int | float:
    try:
        return _plain(Decimal(value.replace(",", "").strip()))
    except InvalidOperation:
        raise NotValid(f"“{metric}”的数值要写成数字。", {"targets": "请写数字"}) from None


def _allocation(form: QueryDict, known: Json) -> Json:
    """The shares as written, added up anew."""
    cells = {place: form.get(f"cell-{order}", "").strip() for order, place in enumerate(known["cells"])}
    if cells == known["cells"]:
        return known
    total = known["total"]["value"] if known.get("total") else None
    added = sum((figure for cell in cells.values() if (figure := _share(cell)) is not None), Decimal())
    check = "n/a" if total is None else "ok" if added == Decimal(str(total)) else "mismatch"
    return {**known, "cells": cells, "sum": _plain(added), "sum_check": check}


def _share(cell: str) -> Decimal | None:
    try:
        return Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return None


def _plain(figure: Decimal) -> int | float:
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def _found(text: str) -> list[Json]:
    return [
        {
            "metric": span.metric,
            "comparator": span.comparator,
            "value": _plain(span.value),
            "unit": span.unit,
            "kind": span.kind,
            "amount": _plain(span.amount),
            "base_unit": span.base_unit,
            "quote": text[span.start : span.end],
            "place": None,
        }
        for span in find_targets(text)
    ]

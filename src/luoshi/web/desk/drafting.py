"""What a person wrote in the form of a line → the fields that it changes."""

from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date

from luoshi.language.targets import find_targets
from luoshi.records.refusals import NotValid
from luoshi.records.register.models import TaskUnit
from luoshi.records.register.reading import cells_of
from luoshi.records.register.typed import typed_figure
from luoshi.web.desk.asking import names_in
from luoshi.web.desk.figures import plain_figure, read_figures, typed_figures

Json = dict[str, Any]

LEAD = TaskUnit.Role.LEAD
_MOST_NUMBER = 99_999
# What says where a line stands, with how long it may be
_HEADINGS = {"part": 64, "section": 128, "name": 128, "sub": 4}


def read_changes(form: QueryDict, fields: Json) -> Json:
    """The fields that differ from what stands; raises `NotValid` with a sentence for each field that cannot be taken.

    A text that was changed is searched for figures anew, unless the figures were changed by hand too.
    """
    if form.get("unchanged"):
        return {}
    written: Json = {"text": _text(form), "number": _number(form), **_headings(form)}
    if "leaders" in form:
        written["leaders"] = names_in(form.get("leaders", ""))
    written["due"] = _due(form, fields.get("due") or [])
    written["units"] = _units(form, fields["units"])
    written["targets"] = read_figures(form, fields["targets"])
    if fields.get("allocation"):
        written["allocation"] = _allocation(form, fields)
    if written["text"] != fields["text"] and written["targets"] == fields["targets"]:
        written["targets"] = _found(written["text"])
    return {name: value for name, value in written.items() if value != fields.get(name)}


def as_typed(form: QueryDict, fields: Json) -> Json:
    """What was typed, good or not, where the fields stand: to be shown again beside what is wrong with it."""
    typed: Json = {name: form[name] for name in ("text", "number", *_HEADINGS) if name in form}
    if "leaders" in form:
        typed["leaders"] = [form["leaders"]]
    pairs = zip(form.getlist("unit"), form.getlist("role"), strict=False)
    units = [_unit(name, role, _places(fields["units"])) for name, role in pairs if name.strip()]
    targets = typed_figures(form, fields["targets"])
    due = [{**each, "by": form.get(f"due-{order}", "")} for order, each in enumerate(fields.get("due") or [])]
    typed["new_due"] = form.get("due-new", "")
    return {**fields, **typed, "units": units, "targets": targets, "due": due, "allocation": _cells_typed(form, fields)}


def _cells_typed(form: QueryDict, fields: Json) -> Json | None:
    known = fields.get("allocation")
    if not known:
        return None
    cells = {place: form.get(f"cell-{order}", cell) for order, (place, cell) in enumerate(cells_of(fields).items())}
    return {**known, "cells": cells, "total": {**known["total"], "printed": _printed(form, known)}}


def _headings(form: QueryDict) -> Json:
    """Where a line stands: part, section, name of the project, and the row under a number that is printed once."""
    given = {name: form.get(name, "").strip() for name in _HEADINGS if name in form}
    too_long = next((name for name, words in given.items() if len(words) > _HEADINGS[name]), None)
    if too_long or not given.get("part", "-"):
        told = "请写短些" if too_long else "请写部分，如“重点工作”"
        raise NotValid(f"{told}。", {too_long or "part": told})
    if given.get("sub") and not given["sub"].isdecimal():
        raise NotValid("子项要写成数字，没有的空着。", {"sub": "请写数字"})
    written: Json = {name: words or None for name, words in given.items()}
    return written | ({"sub": int(given["sub"]) if given["sub"] else None} if "sub" in given else {})


def _due(form: QueryDict, known: list[Json]) -> list[Json]:
    """The dates as written; one that is taken away goes with the words that it was read from, one may come."""
    given = [(each, form.get(f"due-{order}", each.get("by") or "").strip()) for order, each in enumerate(known)]
    added = form.get("due-new", "").strip()
    if not all(_is_date(by) for by in (*(by for _, by in given), added) if by):
        raise NotValid("时限要写成日期，如 2026-12-31。", {"due": "请写日期"})
    dues = [{**each, "by": by} if by != (each.get("by") or "") else each for each, by in given]
    return [*dues, {"by": added, "quote": "", "place": None}] if added else dues


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


def _allocation(form: QueryDict, fields: Json) -> Json:
    """The shares and their total as written, added up anew."""
    known, before = fields["allocation"], cells_of(fields)
    cells = {place: form.get(f"cell-{order}", "").strip() for order, place in enumerate(before)}
    total = known["total"]
    if (printed := _printed(form, known)) != str(total["printed"]):
        value = typed_figure(printed)
        total = {**total, "printed": printed, "value": None if value is None else plain_figure(value)}
    if cells == before and total == known["total"]:
        return dict(known)
    added = sum((figure for cell in cells.values() if (figure := typed_figure(cell)) is not None), Decimal())
    check = "n/a" if total["value"] is None else "ok" if added == Decimal(str(total["value"])) else "mismatch"
    return {**known, "total": total, "cells": cells, "sum": plain_figure(added), "sum_check": check}


def _printed(form: QueryDict, known: Json) -> str:
    """The whole as it is printed."""
    return form.get("total", str(known["total"]["printed"])).strip()


def _found(text: str) -> list[Json]:
    return [
        {
            "metric": span.metric,
            "comparator": span.comparator,
            "value": plain_figure(span.value),
            "unit": span.unit,
            "kind": span.kind,
            "amount": plain_figure(span.amount),
            "base_unit": span.base_unit,
            **({} if span.high is None else {"high": plain_figure(span.high)}),
            "quote": text[span.start : span.end],
            "place": None,
        }
        for span in find_targets(text)
    ]

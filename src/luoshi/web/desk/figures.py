"""The figures of a task as a form has them, a row a target: written, taken away by its name, and added."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.http import QueryDict

from luoshi.language.quantities import find_quantities
from luoshi.records.refusals import NotValid
from luoshi.records.register.typed import MOST, typed_figure
from luoshi.writing.figures import TARGET_KINDS

Json = dict[str, Any]

COMPARATORS: Final = ("≥", "≤", "≈", "=")
KINDS: Final = {kind.value: words for kind, words in TARGET_KINDS.items()}
_COUNT: Final = "count"
# The fields of a row by their names in the form; `target` is the place of the target that the row was, if any
_COLUMNS: Final = {
    "target": "target",
    "metric": "metric",
    "comparator": "comparator",
    "value": "value",
    "high": "high",
    "unit": "measure",
    "kind": "kind",
    "by": "by",
}
_EMPTY: Final[Json] = {"quote": "", "place": None}
_LONGEST: Final = {"metric": 128, "unit": 32}


def read_figures(form: QueryDict, known: Sequence[Json]) -> list[Json]:
    """The targets as they were written; a row without a name is none. What was not changed stays as it is known.

    Raises `NotValid` with a sentence for the first row that cannot be taken.
    """
    return [_target(row, _former(known, row["target"])) for row in _rows(form) if row["metric"]]


def typed_figures(form: QueryDict, known: Sequence[Json]) -> list[Json]:
    """What was typed, good or not, each with the place of the target that it was."""
    return [
        {**row, "place": _former(known, row["target"]).get("place")}
        for row in _rows(form)
        if row["metric"] or row["value"] or row["unit"]
    ]


def plain_figure(figure: Decimal) -> int | float:
    """A figure as JSON has it."""
    return int(figure) if figure == figure.to_integral_value() else float(figure)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(form: QueryDict) -> Iterator[dict[str, str]]:
    """Columns that a form lacks are empty."""
    columns = {name: form.getlist(field) for name, field in _COLUMNS.items()}
    for place in range(len(columns["metric"])):
        yield {name: _cell(given, place) for name, given in columns.items()}


def _cell(given: Sequence[str], place: int) -> str:
    return " ".join(given[place].split()) if place < len(given) else ""


def _former(known: Sequence[Json], place: str) -> Json:
    return known[int(place)] if place.isdecimal() and int(place) < len(known) else _EMPTY


def _target(row: dict[str, str], former: Json) -> Json:
    metric = row["metric"]
    if row["comparator"] not in COMPARATORS or row["kind"] not in KINDS:
        raise NotValid("关系或类型不对。", {"targets": "请重新选"})
    if any(len(row[name]) > longest for name, longest in _LONGEST.items()):
        raise NotValid(f"“{metric[:12]}…”的名称或单位太长了。", {"targets": "请写短些"})
    written: Json = {
        "metric": metric,
        "comparator": row["comparator"],
        "value": plain_figure(_figure(row["value"], metric)),
        "unit": row["unit"],
        "kind": row["kind"],
        **_where_changed(former, "high", plain_figure(_figure(row["high"], metric)) if row["high"] else None),
        **_where_changed(former, "by", _day(row["by"], metric)),
    }
    _refuse_range(written, metric)
    is_same = all(former.get(name) == each for name, each in written.items())
    return {**former, **written, **({} if is_same else _worth(written))}


def _where_changed(former: Json, name: str, written: int | float | str | None) -> Json:
    """What few targets have is written only where it is another one than before."""
    return {} if former.get(name) == written else {name: written}


def _figure(written: str, metric: str) -> Decimal:
    figure = typed_figure(written)
    if figure is None:
        raise NotValid(f"“{metric}”的数值要写成数字，如 1200、22.5。", {"targets": "请写数字"})
    return figure


def _day(written: str, metric: str) -> str | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise NotValid(f"“{metric}”的时限要写成日期，如 2026-12-31。", {"targets": "请写日期"}) from None


def _refuse_range(written: Json, metric: str) -> None:
    high = written.get("high")
    if written["kind"] == _COUNT and written["value"] < 0:
        raise NotValid(f"“{metric}”的数量不能比 0 小；增长、下降的，类型选增长。", {"targets": "请改数值或类型"})
    if high is not None and high <= written["value"]:
        raise NotValid(f"“{metric}”的上限要比数值大；不是区间的，上限空着。", {"targets": "请改上限"})


def _worth(written: Json) -> Json:
    """The figure in the unit that everything of its kind is compared in: 21 亿元 are 2,100,000,000 元."""
    printed = f"{written['value']}{written['unit']}"
    found = find_quantities(printed)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(printed)):
        if abs(found[0].amount) >= MOST:
            raise NotValid(f"“{written['metric']}”的数太大了，看看单位是不是写错了。", {"targets": "请改数值或单位"})
        return {"amount": plain_figure(found[0].amount), "base_unit": found[0].base_unit}
    return {"amount": written["value"], "base_unit": written["unit"]}

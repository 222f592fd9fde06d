"""Single values of the JSON contract: dates as ISO, figures as numbers, each value with its passage and place."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from luoshi.model import Document, Due, Flag, Place, Quote, Role, Target, Unit

Json = dict[str, Any]


def number(value: Decimal | None) -> int | float | None:
    """A whole number as int, any other as float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def write_place(place: Place) -> Json:
    """Where a passage stands; what does not apply is left out."""
    fields = ("block", "start", "end", "row", "column", "page", "sheet")
    return {name: value for name in fields if (value := getattr(place, name)) is not None}


def write_quoted(quote: Quote | None) -> Json:
    """A passage with its place."""
    return {"quote": quote.text if quote else None, "place": write_place(quote.place) if quote else None}


def write_phrases(quotes: Iterable[Quote]) -> list[str]:
    """The words of passages, lines of a cell joined."""
    return [quote.text.replace("\n", "") for quote in quotes]


def write_flags(flags: Iterable[Flag]) -> list[Json]:
    """Doubts with their passages."""
    return [{"code": flag.code, "message": flag.message, **write_quoted(flag.quote)} for flag in flags]


def write_unit(unit: Unit) -> Json:
    """A unit with its role."""
    place = write_place(unit.quote.place)
    return {"name": unit.name, "lead": unit.role is Role.LEAD, "role": unit.role.value, "place": place}


def write_dues(dues: Iterable[Due]) -> list[Json]:
    """Dates with their passages."""
    return [{**write_quoted(due.quote), "by": due.by.isoformat() if due.by else None} for due in dues]


def write_targets(targets: Sequence[Target]) -> list[Json]:
    """Targets in printed order."""
    return [write_target(target) for target in targets]


def write_target(target: Target) -> Json:
    """A target, its figure as printed and in its base unit."""
    high = {} if target.high is None else {"high": number(target.high)}
    by = {} if target.by is None else {"by": target.by.isoformat()}
    return {
        "metric": target.metric,
        "comparator": target.comparator.value,
        "value": number(target.value),
        "unit": target.unit,
        "kind": target.kind.value,
        "amount": number(target.amount),
        "base_unit": target.base_unit,
        **high,
        **by,
        **write_quoted(target.quote),
    }


def write_document(document: Document) -> Json:
    """What the head and the foot of a document say."""
    return {
        "title": document.title,
        "issuer": document.issuer,
        "doc_number": document.doc_number,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "year": document.year,
        "period": document.period,
        "public": document.is_public,
        "cc": list(document.cc) or None,
        "assist_notes": list(document.assist_notes),
    }

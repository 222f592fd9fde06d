"""A few blocks of a document's text: what stands around a line is asked for, not the whole of it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Func, JSONField, QuerySet

from luoshi.records.prepared import ask
from luoshi.records.register.models import Import, Plan
from luoshi.records.register.reading import Json

# As much as one reads to be sure
BEFORE, AFTER = 3, 4


def blocks_around(document: Import | Plan, block: int, before: int = BEFORE, after: int = AFTER) -> dict[int, Json]:
    """The blocks from some before to some after one, by their numbers; empty where it has none of that number."""
    places = range(max(0, block - before), block + after + 1)
    found = ask(_blocks, type(document), document.pk, tuple(places))
    blocks = dict(zip(places, found[0][0] or (), strict=False)) if found else {}
    return {place: each for place, each in blocks.items() if each} if blocks.get(block) else {}


def _blocks(model: type[Import] | type[Plan], document: Any, places: Sequence[Any]) -> QuerySet[Any, tuple[Any]]:
    return model._default_manager.filter(pk=document).values_list(_Picked("blocks", *places))  # noqa: SLF001 (of either)


class _Picked(Func):
    """Elements of a list that is kept as JSON, as such a list, in order: of a text of five hundred paragraphs eight.

    What is behind the end of the list is null, or left out.
    """

    def __init__(self, column: str, *places: Any) -> None:
        super().__init__(F(column), *places, output_field=JSONField())

    def as_sqlite(self, compiler: Any, connection: Any, **extra_context: Any) -> tuple[str, tuple[Any, ...]]:
        """Several paths at once; of one alone SQLite gives the element, not a list of it."""
        (column, given), *places = map(compiler.compile, self.source_expressions)
        paths = ", ".join(f"'$[' || {place} || ']'" for place, _ in places)
        picked = f"JSON_EXTRACT({column}, {paths})"
        return picked if places[1:] else f"JSON_ARRAY({picked})", (
            *given,
            *(each for _, values in places for each in values),
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra_context: Any) -> tuple[str, tuple[Any, ...]]:
        """A path with many subscripts."""
        (column, given), *places = map(compiler.compile, self.source_expressions)
        path = " || ',' || ".join(f"({place})::text" for place, _ in places)
        values = (each for _, values in places for each in values)
        return f"JSONB_PATH_QUERY_ARRAY({column}, ('$[' || {path} || ']')::jsonpath)", (*given, *values)

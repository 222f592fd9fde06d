"""A mended source → Progress: tables of what was reported, or a bulletin that tells it in prose."""

from collections.abc import Iterator
from dataclasses import replace

from luoshi.language.lexicon.labels import Field
from luoshi.model import Document, Progress, ProgressRow, Quote, Source, Target
from luoshi.reading.bulletin import read_bulletin
from luoshi.reading.leads import lead_units
from luoshi.reading.paragraphs import list_text
from luoshi.reading.passage import tight
from luoshi.reading.tables.grid import Slot
from luoshi.reading.tables.inventory import Tables
from luoshi.reading.tables.merges import with_merges
from luoshi.reading.tables.quota import goal_targets
from luoshi.reading.tables.rows import Entry, read_rows, row_units
from luoshi.reading.tables.told import flag_columns
from luoshi.reading.text import text_targets


def read_progress(source: Source, tables: Tables, document: Document) -> Progress:
    """The rows of progress tables; without such a table, the numbered items of a bulletin."""
    rows = tuple(_table_rows(tables)) or tuple(read_bulletin(source, tables))
    return Progress(document, tuple(map(_led, rows)))


def _led(row: ProgressRow) -> ProgressRow:
    units = lead_units(row.units)
    return row if units is row.units else replace(row, units=units)


def _table_rows(tables: Tables) -> Iterator[ProgressRow]:
    above: ProgressRow | None = None
    told = None  # the columns of which the doubt was told that they were known by their cells
    for entry in with_merges(tuple(read_rows(tables, sorted(tables.grids)))):
        row = None if entry.is_banner else _row(entry, above)
        if row is not None:
            above = row
            flag = None if entry.columns is told else flag_columns(entry.columns, row.quote)
            told = entry.columns
            yield replace(row, flags=(flag,)) if flag else row


def _row(entry: Entry, above: ProgressRow | None) -> ProgressRow | None:
    name, said = entry.slot(Field.NAME), entry.slot(Field.PROGRESS)
    name = name if name.text else entry.slot(Field.TASK)
    if above and said.text and not name.text:
        name = Slot(above.quote, is_covered=True)
    if name.quote is None or not name.text:
        return None
    units = tuple(row_units(entry))
    following = (above.number if above else 0) + (not name.is_covered)
    return ProgressRow(
        number=following if entry.number is None else entry.number,
        name=tight(name.text),
        text=list_text(said.text),
        quote=name.quote,
        text_quote=said.quote,
        units=units or (above.units if above and entry.number is None else ()),
        leaders=entry.leaders,
        targets=_targets(entry, name.quote),
    )


def _targets(entry: Entry, name: Quote) -> tuple[Target, ...]:
    """The figures of a row's name and of the goal beside it (年度目标任务)."""
    goal, figure = entry.slot(Field.TASK).quote, entry.slot(Field.FIGURE).quote
    if figure is not None:
        return goal_targets(name, figure, tight(entry.text(Field.MEASURE)))
    return text_targets((name,) if goal is None or goal is name else (name, goal))

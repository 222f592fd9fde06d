"""Short ways to make what the readers take and to show what they give."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from luoshi.model import Cell, Due, Format, Paragraph, Place, Plan, Quote, Reading, Role, Source, Table, Unit
from luoshi.reading import read_source
from luoshi.reading.clause import Clause, Era
from luoshi.reading.tables.grid import Grid, read_grid

ERA: Final = Era(2026, date(2026, 3, 1))
LETTERS: Final = {
    Role.LEAD: "▲",
    Role.RESPONSIBLE: "责",
    Role.COOPERATING: "配",
    Role.GUIDING: "导",
    Role.UNMARKED: "·",
}


def quote(text: str) -> Quote:
    """A text as the only paragraph of a source."""
    return Quote(text, Place(0, 0, len(text)))


def source(*blocks: str | Table) -> Source:
    """A mended source of these paragraphs and tables."""
    made = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Source("made", Format.TXT, made, "")


def table(*rows: str) -> Table:
    """A table of rows written 序号|任务|单位."""
    cells = (Cell(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line.split("|")))
    return Table(tuple(cells))


def grid(*rows: str) -> Grid:
    """The grid of such a table."""
    return read_grid(source(table(*rows)), 0)


def read(*blocks: str | Table) -> Reading:
    """What is read of a document of the year 2026."""
    return read_source(source(*blocks), as_of=date(2026, 3, 1))


def read_plan(*blocks: str | Table) -> Plan:
    """What is read of a document that is a plan."""
    reading = read(*blocks)
    assert isinstance(reading, Plan)
    return reading


def shown(units: Iterable[Unit]) -> str:
    """Units with the mark of their role: ▲市教育局 配市财政局."""
    return " ".join(LETTERS[unit.role] + unit.name for unit in units)


def days(dues: Iterable[Due]) -> str:
    """Dates of dues: 2026-06-30, or the words where there is none."""
    return " ".join(due.by.isoformat() if due.by else due.quote.text for due in dues)


def told(clause: Clause | None) -> str:
    """All that a clause says: leaders, units, dates."""
    if clause is None:
        return "declined"
    leaders = "、".join(f"{leader.name}{leader.post or ''}" for leader in clause.leaders)
    return " ".join(part for part in (leaders, shown(clause.units), days(clause.due)) if part)

"""The body of a table → its rows, each cell under its heading, whatever was merged, lost or repeated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.language.lexicon.labels import UNIT_FIELDS, Field
from luoshi.language.names import ends_as_unit
from luoshi.language.numerals import parse_numeral
from luoshi.model import Leader, Quote, Unit
from luoshi.reading.clause import LABEL, NOTHING, ROLES, Clause, Era, labelled, read_leaders, read_units, sentence
from luoshi.reading.passage import tight
from luoshi.reading.tables.align import align
from luoshi.reading.tables.allocation import surplus_choices
from luoshi.reading.tables.columns import MARKS, Columns, is_repeated_head
from luoshi.reading.tables.grid import EMPTY, Row, Slot, texts
from luoshi.reading.tables.inventory import Tables

_FEWEST_CELLS = 3
# 责任单位及责任人
_BOTH = re.compile("(?:单位|部门|科室|站所).*(?:责任人|负责人)")
_DOCUMENT_NUMBER = re.compile(r"[〔\[［【]\d{4}[〕\]］】]第?\d+号")
# 合计 | 总计（11个）
_TOTAL = re.compile(r"(?:合计|总计|小计|总和|共计)(?:[（(][^（()）]{1,12}[)）])?")
# 一 | （二） — the number of a category's row among rows numbered 1, 2, 3
_CATEGORY = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}(?:[)）、.．]|$)")
_CATEGORY_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A body row: the slot of each column, its item's number, and what had to be put right.

    `number` is None on the further rows of an item; `is_banner` marks a row that is one text across the table;
    `begins_page` the first row of a table or under a repeated head, `is_under_head` only if a head stands above it;
    `title` is the text above the table's head.
    """

    block: int
    columns: Columns
    slots: tuple[Slot, ...]
    number: int | None
    is_banner: bool = False
    is_shifted: bool = False
    is_ambiguous: bool = False
    begins_page: bool = False
    is_under_head: bool = False
    title: Quote | None = None
    lost: frozenset[Field] = frozenset()

    @property
    def sheet(self) -> str | None:
        """The workbook's sheet that the row stands on."""
        return next((slot.quote.place.sheet for slot in self.slots if slot.quote), None)

    def slot(self, field: Field) -> Slot:
        """The slot under the first column of a field."""
        index = self.columns.index(field)
        return EMPTY if index is None else self.slots[index]

    def text(self, field: Field) -> str:
        return self.slot(field).text

    @property
    def leaders(self) -> tuple[Leader, ...]:
        """The people of all columns of leaders (分管领导, 责任人) and of labels within cells, each once."""
        found = (leader for index, field in enumerate(self.columns.fields) for leader in self._people(index, field))
        return tuple({leader.name: leader for leader in found}.values())

    def _people(self, index: int, field: Field | None) -> tuple[Leader, ...]:
        quote = self.slots[index].quote
        if quote is None or tight(quote.text) in NOTHING:
            return ()
        if field is Field.LEADER:
            return read_leaders(quote)
        if field not in UNIT_FIELDS:
            return ()
        if _BOTH.search(self.columns.headings[index]):
            return tuple(each for each in read_leaders(quote) if not ends_as_unit(each.name))
        said = labelled(quote, Era()) if LABEL.match(quote.text) else None
        return said.leaders if said else ()


def read_rows(tables: Tables, blocks: Sequence[int]) -> Iterator[Entry]:
    """The body rows of tables that follow each other.

    A table without a head, and the rows above one that is repeated in mid-table, go on under the table before.
    """
    columns: Columns | None = None
    title: Quote | None = None
    for block in blocks:
        grid = tables.grids[block]
        found = tables.heads[block]
        if columns is not None and abs(grid.width - len(columns.fields)) <= 1:
            above = grid.rows[: found[0].top if found else None]
            rest = _entries(block, [row for row in above if not (found and _is_title(row))], columns)
            yield from (replace(entry, title=title) for entry in rest)
        columns = found[0] if found else columns
        if found is not None:
            title = _title(grid.rows[: found[0].top]) or title
            body = _entries(block, grid.rows[found[1] :], found[0], is_under_head=True)
            yield from (replace(entry, title=title) for entry in body) if title else body


def _title(rows: Sequence[Row]) -> Quote | None:
    """The last text alone in its row above a head, but for the document's number and date."""
    lone = (next(slot.quote for slot in row if slot.text) for row in reversed(rows) if _is_title(row))
    return next((quote for quote in lone if quote and not _DOCUMENT_NUMBER.search(tight(quote.text))), None)


def _is_title(row: Row) -> bool:
    """A row above a head with a text or two from its first column on: a title, not the rest of the page before."""
    filled = [index for index, slot in enumerate(row) if slot.text]
    return len({id(row[index].quote) for index in filled}) < _FEWEST_CELLS and (len(filled) > 1 or filled == [0])


def _entries(block: int, rows: Sequence[Row], columns: Columns, *, is_under_head: bool = False) -> Iterator[Entry]:
    begins_page = True
    for row in rows:
        cells = texts(row)
        if is_repeated_head(cells, columns):
            begins_page = is_under_head = True
            continue
        if not any(cells) or _is_total(cells):
            continue
        entry = _entry(block, row, cells, columns)
        is_first = begins_page or is_under_head
        yield replace(entry, begins_page=begins_page, is_under_head=is_under_head) if is_first else entry
        begins_page = is_under_head = False


def _is_total(cells: Sequence[str]) -> bool:
    """A row that adds up those above it: 合计, 小计 in one of its first cells."""
    first = [tight(text) for text in cells if text][:2]
    return any(_TOTAL.fullmatch(text) for text in first)


def _entry(block: int, row: Row, cells: tuple[str, ...], columns: Columns) -> Entry:
    if _is_banner(row, columns) or _is_category(row, columns):
        filled = [slot for slot in row if slot.text]
        first = next((slot for slot in filled if not _CATEGORY_NUMBER.fullmatch(tight(slot.text))), filled[0])
        return Entry(block, columns, (first,) + (EMPTY,) * (len(columns.fields) - 1), None, is_banner=True)
    aligned = align(cells, columns)
    order, is_ambiguous = list(aligned.cells), False
    if aligned.surplus:
        order, is_ambiguous = _without_surplus(cells, order, aligned.surplus, columns)
    slots = tuple(EMPTY if index is None or index >= len(row) else row[index] for index in order)
    lost = frozenset(
        field for field, index in zip(columns.fields, order, strict=True) if index is None and field is not None
    )
    number = _number(columns, slots)
    return Entry(block, columns, slots, number, is_shifted=aligned.is_shifted, is_ambiguous=is_ambiguous, lost=lost)


def _is_banner(row: Row, columns: Columns) -> bool:
    """One text alone in its row, across it or where no task stands: a heading inside the table."""
    filled = [index for index, slot in enumerate(row) if slot.text]
    if not filled or len({id(row[index].quote) for index in filled}) > 1 or row[filled[0]].text.isdigit():
        return False
    field = columns.fields[filled[0]] if filled[0] < len(columns.fields) else None
    return len(columns.fields) > 1 and (
        len(filled) > 1 or field in {Field.NUMBER, Field.SECTION, None} or filled == [0]
    )


def _is_category(row: Row, columns: Columns) -> bool:
    """一 | 基础设施（3个） | | 420000 — a row that bears a heading's number, for which no unit answers."""
    number, units = columns.index(Field.NUMBER), unit_columns(columns)
    cells = texts(row)
    if number is None or not units or number >= len(row) or not _CATEGORY.match(cells[number]):
        return False
    return not any(cells[index] for index, _ in units if index < len(cells)) and any(
        text and not _CATEGORY_NUMBER.fullmatch(tight(text)) for text in cells
    )


def _number(columns: Columns, slots: Sequence[Slot]) -> int | None:
    index = columns.index(Field.NUMBER)
    if index is None or slots[index].is_covered:
        return None
    value = parse_numeral(tight(slots[index].text).rstrip(".．、"))
    return None if value is None else int(value)


def _without_surplus(
    cells: Sequence[str], order: list[int | None], surplus: Sequence[int], columns: Columns
) -> tuple[list[int | None], bool]:
    """One figure too many among the shares: the total says which, by arithmetic; several answers are ambiguous."""
    places = sorted(columns.districts)
    total = columns.index(Field.TOTAL)
    held = [index for place in places if (index := order[place]) is not None]
    extra = [index for index in surplus if held and min(held) - 1 <= index <= max(held) + 1]
    if total is None or order[total] is None or len(extra) != 1 or len(held) != len(places):
        return order, bool(surplus)
    run = sorted([*held, extra[0]])
    choices = surplus_choices([cells[index] for index in run], cells[order[total] or 0])
    if not choices:
        return order, True
    kept = [index for position, index in enumerate(run) if position != choices[0]]
    for place, index in zip(places, kept, strict=True):
        order[place] = index
    outcomes = {tuple(cells[index] for position, index in enumerate(run) if position != choice) for choice in choices}
    return order, len(outcomes) > 1


def unit_columns(columns: Columns) -> tuple[tuple[int, Field], ...]:
    """The columns that name units, in printed order."""
    return tuple((index, field) for index, field in enumerate(columns.fields) if field in UNIT_FIELDS and field)


def row_units(entry: Entry) -> Iterator[Unit]:
    """The units of a row in printed order."""
    for index, kind in unit_columns(entry.columns):
        yield from column_units(entry, index, kind)
    yield from _marked_units(entry)


def column_units(entry: Entry, index: int, kind: Field) -> tuple[Unit, ...]:
    """The units of a row's cell; where the heading is of people too (责任单位及责任人), those are left out."""
    units = cell_units(entry.slots[index], kind)
    if _BOTH.search(entry.columns.headings[index]):
        return tuple(unit for unit in units if ends_as_unit(unit.name))
    return units


def _marked_units(entry: Entry) -> Iterator[Unit]:
    """The units over whose columns a row has marks: ▲ or 牵头 under 市财政局 says that it leads."""
    for index in sorted(entry.columns.units):
        quote = entry.slots[index].quote
        role = MARKS.get(tight(quote.text)) if quote else None
        if quote and role:
            yield Unit(entry.columns.headings[index], role, quote)


def cell_units(slot: Slot, kind: Field) -> tuple[Unit, ...]:
    """The units of a cell under a heading; 市教育局牵头，市财政局配合 and 牵头单位：… say themselves who leads."""
    if slot.quote is None or tight(slot.text) in NOTHING:
        return ()
    said = _said(slot.quote) if kind in {Field.RESPONSIBLE, Field.LEAD} else None
    return said.units if said else read_units(slot.quote, ROLES[kind])


def _said(quote: Quote) -> Clause | None:
    """What labels or duties within a cell say."""
    return (labelled(quote, Era()) if LABEL.match(quote.text) else None) or sentence(quote, Era())

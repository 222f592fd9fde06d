import re
from collections.abc import Sequence

from luoshi.model import Cell, Place, Table
from luoshi.writing.page.entries import Entry
from luoshi.writing.page.grid import write_table

ROW = re.compile(r"<tr[^>]*>(.*?)</tr>")
CELL = re.compile(r'<(t[hd])([^>]*)>(?:<div class="cell[^"]*">(.*?)</div>)?[^<]*</t[hd]>')


def rows_of(cells: Sequence[Cell], entries: Sequence[Entry] = ()) -> list[list[tuple[str, str, str]]]:
    html = write_table(Table(tuple(cells)), {(cell.row, cell.column): cell.text for cell in cells}, entries)
    return [CELL.findall(row) for row in ROW.findall(html)]


def make_entry(row: int) -> Entry:
    return Entry("t1", "第 1 项", "民生实事 1", Place(0, 0, 1, row, 0), (("牵头", "▲园林局"),))


def test_spans_are_kept_and_gaps_are_filled() -> None:
    cells = [Cell(0, 0, "甲", row_span=2), Cell(0, 1, "乙", column_span=2), Cell(1, 2, "丙")]

    assert rows_of(cells) == [
        [("td", ' rowspan="2"', "甲"), ("td", ' colspan="2"', "乙")],
        [("td", "", ""), ("td", "", "丙")],
    ]


def test_rows_above_the_first_entry_are_headings_and_label_the_cells_below() -> None:
    cells = [
        Cell(0, 0, "指 标", column_span=2),
        Cell(1, 0, "全市"),
        Cell(1, 1, "望湖区"),
        Cell(2, 0, "30"),
        Cell(2, 1, "12"),
    ]

    rows = rows_of(cells, [make_entry(2)])

    assert [[tag for tag, _, _ in row] for row in rows[:2]] == [["th", "td"], ["th", "th", "td"]]
    assert rows[2][:2] == [("td", ' data-label="全市"', "30"), ("td", ' data-label="望湖区"', "12")]


def test_what_was_read_of_a_row_stands_in_it() -> None:
    cells = [Cell(0, 0, "事项"), Cell(1, 0, "植树"), Cell(2, 0, "修路")]

    html = write_table(Table(tuple(cells)), {(row, 0): cells[row].text for row in range(3)}, [make_entry(1)])
    rows = ROW.findall(html)

    assert ["▲园林局" in row for row in rows] == [False, True, False]


def test_ragged_rows_are_made_equally_long_so_that_what_was_read_stands_in_one_column() -> None:
    cells = [Cell(0, 0, "事项"), Cell(0, 2, "单位"), Cell(1, 0, "植树"), Cell(2, 0, "修路"), Cell(2, 1, "二期")]

    assert [len(row) for row in rows_of(cells)] == [3, 3, 3]


def test_an_entry_of_a_row_without_cells_is_not_lost() -> None:
    html = write_table(Table((Cell(0, 0, "事项"),)), {(0, 0): "事项"}, [make_entry(5)])

    assert "▲园林局" in html


def test_a_sheet_with_two_far_cells_stays_small() -> None:
    cells = (Cell(0, 0, "甲"), Cell(10**6, 10**4, "乙"))

    assert len(write_table(Table(cells), {(0, 0): "甲", (10**6, 10**4): "乙"}, [])) < 10**6


def test_a_span_ends_with_the_table_and_hides_no_cell() -> None:
    cells = [Cell(0, 0, "甲", row_span=10**9, column_span=10**9), Cell(1, 1, "乙")]

    assert [[text for _, _, text in row] for row in rows_of(cells)] == [["甲"], ["乙"]]


def test_a_table_without_cells_is_an_empty_table() -> None:
    assert rows_of([]) == []

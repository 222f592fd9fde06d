"""Rows of tables that a page's end has cut."""

from dataclasses import replace

import pytest

from luoshi.model import Cell, Format, Paragraph, Rest, Source, Table
from luoshi.source.mend import mend

HEAD = "序号|任务|牵头单位|配合单位"


def table(*rows: str) -> Table:
    """A raw table of rows written 序号|任务|单位; ⏎ is a line's end."""
    return Table(
        tuple(
            Cell(row, column, text.replace("⏎", "\n"))
            for row, line in enumerate(rows)
            for column, text in enumerate(line.split("|"))
        )
    )


def mended(*blocks: Table | Paragraph) -> list[Table]:
    blocks = mend(Source("made", Format.PDF, blocks, "")).blocks
    return [block for block in blocks if isinstance(block, Table)]


def rows(tables: list[Table]) -> list[str]:
    """The rows as they are written above."""
    lines: dict[tuple[int, int], list[str]] = {}
    for index, each in enumerate(tables):
        for cell in each.cells:
            lines.setdefault((index, cell.row), []).append(cell.text.replace("\n", "⏎"))
    return ["|".join(line) for line in lines.values()]


WHOLE = ["1|新建学校3所，⏎全部投用。|市教育局|市财政局、市农业⏎农村局", "2|改造小区5个。|市住建局|"]


@pytest.mark.parametrize("head", [[], [HEAD]])
def test_a_row_that_is_cut_by_the_end_of_a_page_is_whole(head: list[str]) -> None:
    first = table(HEAD, "1|新建学校3所，|市教育局|市财政局、市农业")
    second = table(*head, "|全部投用。||农村局", "2|改造小区5个。|市住建局|")
    assert rows(mended(first, second)) == [HEAD, WHOLE[0], *head, WHOLE[1]]


def test_a_row_is_cut_by_a_head_that_is_repeated_in_one_table() -> None:
    found = mended(table(HEAD, "1|新建学校3所，|市教育局|市财政局、市农业", HEAD, "|全部投用。||农村局", WHOLE[1]))
    assert rows(found) == [HEAD, WHOLE[0], HEAD, WHOLE[1]]


def test_a_cell_may_fill_a_page_of_its_own() -> None:
    pages = [table(HEAD, "1|新建学校，|市教育局|"), table("|扩建食堂，||"), table("|全部投用。||", WHOLE[1])]
    found = mended(*pages)
    assert rows(found) == [HEAD, "1|新建学校，⏎扩建食堂，⏎全部投用。|市教育局|", WHOLE[1]]
    cell = found[0].cells[5]
    assert cell.rests == (Rest(6, 1, 0), Rest(12, 2, 0))


@pytest.mark.parametrize(
    "row",
    [
        "2|改造小区5个。|市住建局|",
        "|改造小区5个。|市住建局|",  # both end a sentence above: an item without its number
        "|120|市教育局|",  # figures are no rest of figures
        "||市住建局|市财政局",  # the cell above is empty
        "一、住房|||",
    ],
)
def test_a_row_of_its_own_stays(row: str) -> None:
    pages = [table(HEAD, "1|新建学校3所。|市教育局。|"), table(row)]
    if row.startswith("|120"):
        pages[0] = table(HEAD, "1|35|市教育局，|")
    assert rows(mended(*pages)) == rows(pages)


def test_where_rows_go_without_a_number_anyway_none_is_a_rest() -> None:
    pages = [table(HEAD, "1|新建学校，|教育局|", "|扩建食堂，|教育局|"), table("|开办托班，|教育局|")]
    assert rows(mended(*pages)) == rows(pages)


def test_a_merged_cell_that_began_in_the_rest_begins_in_the_next_row() -> None:
    first, second = table("类别|序号|任务", "教育|1|新建学校，"), table("||全部投用。", "|2|扩建食堂。")
    merged = tuple(replace(cell, row_span=2) if cell.column == cell.row == 0 else cell for cell in second.cells)
    found = mended(first, Table(tuple(cell for cell in merged if (cell.row, cell.column) != (1, 0))))
    assert [(cell.row, cell.column, cell.row_span, cell.text) for cell in found[1].cells] == [
        (1, 0, 1, ""),
        (1, 1, 1, "2"),
        (1, 2, 1, "扩建食堂。"),
    ]


def merged(made: Table, *places: tuple[int, int]) -> Table:
    """A table with cells (row, column) that span it and the next row."""
    covered = {(row + 1, column) for row, column in places}
    cells = (cell for cell in made.cells if (cell.row, cell.column) not in covered)
    return Table(tuple(replace(cell, row_span=1 + ((cell.row, cell.column) in places)) for cell in cells))


SHARES = "序号|项目|目标|总数|牵头单位"


def test_a_further_row_of_an_item_stays_and_its_merged_cells_have_their_rest() -> None:
    upper = merged(
        table(SHARES, "1|教育|学校|3|市教育局", "||食堂|5|", "2|住房保障|小区|9|市住房建"), (1, 0), (1, 1), (1, 4)
    )
    lower = merged(table("|工程|危房|8|设局", "||公寓|7|", "3|生态|植树|6|市林业局"), (0, 0), (0, 1), (0, 4))
    found = mended(upper, lower)
    assert [cell.text for cell in found[0].cells[-5:]] == ["2", "住房保障\n工程", "小区", "9", "市住房建\n设局"]
    assert [cell.text for cell in found[1].cells[:5]] == ["", "", "危房", "8", ""]


def test_a_cut_row_of_an_item_lacks_what_every_row_has() -> None:
    upper = merged(table(SHARES, "1|教育|学校|3|市教育局", "||食堂|5|", "2|住房保|老旧|9|市住"), (1, 0), (1, 1), (1, 4))
    lower = merged(table("|障工程|小区||建局", "||公寓|7|", "3|生态|植树|6|市林业局"), (0, 0), (0, 1), (0, 4))
    found = mended(upper, lower)
    assert [cell.text for cell in found[0].cells[-5:]] == ["2", "住房保\n障工程", "老旧\n小区", "9", "市住\n建局"]
    assert [(cell.row, cell.row_span, cell.text) for cell in found[1].cells[:5]] == [
        (1, 1, ""),
        (1, 1, ""),
        (1, 1, ""),
        (1, 1, "公寓"),
        (1, 1, "7"),
    ]


def test_a_further_row_may_have_a_lead_of_its_own() -> None:
    upper = merged(table(SHARES, "1|教育|学校|3|市教育局", "||食堂|5|", "2|住房|小区|9|市水投"), (1, 0), (1, 1), (1, 4))
    lower = merged(table("||危房|8|市城投集团", "||公寓|7|市城投集团", "3|生态|植树|6|市林业局"), (0, 0), (0, 1))
    assert rows(mended(upper, lower)) == rows([upper, lower])


def test_a_row_that_breaks_off_in_every_cell_is_cut() -> None:
    upper = table("序号|任务|单位|时限", "1|新建学⏎校3所|教育⏎局|6月⏎底前", "2|改造老|市住|12月")
    found = mended(upper, table("|旧小区|建局|底前", "3|植树9⏎万株|林业⏎局|9月⏎底前"))
    assert rows(found)[2:] == ["2|改造老⏎旧小区|市住⏎建局|12月⏎底前", "3|植树9⏎万株|林业⏎局|9月⏎底前"]


def test_without_numbers_a_row_that_lacks_something_goes_on_with_full_lines() -> None:
    upper = table("任务|进展|完成率", "新建学校⏎3所|已完成2⏎所。|80%", "扩建城区⏎食堂若干|已经全部⏎建成投|90%")
    found = mended(upper, table("处|用。|", "改造小区|正在推进。|50%"))
    assert rows(found)[2:] == ["扩建城区⏎食堂若干⏎处|已经全部⏎建成投⏎用。|90%", "改造小区|正在推进。|50%"]
    apart = [upper, table("改造小区|正在推进。|", "新建公园|已经开工。|50%")]
    assert rows(mended(*apart)) == rows(apart)


def test_a_paragraph_between_two_tables_parts_them() -> None:
    first, second = table(HEAD, "1|新建学校3所，|市教育局|"), table("|全部投用。||")
    assert len(rows(mended(first, Paragraph("二、住房"), second))) == 3

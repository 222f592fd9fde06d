"""Plain text: lines, pages, and tables cut by tabs."""

import pytest

from luoshi.model import Cell, Paragraph, Table
from luoshi.source.text import read_blocks


def rows_of(table: Table) -> list[list[str]]:
    count = max(cell.row for cell in table.cells) + 1
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(count)]


def tables_in(text: str) -> list[list[list[str]]]:
    return [rows_of(block) for block in read_blocks(text.encode()) if isinstance(block, Table)]


def test_each_line_is_a_paragraph_with_its_indent_and_blank_lines_stay() -> None:
    assert read_blocks("　　一、工业  \n\n  二\n".encode()) == (
        Paragraph("　　一、工业"),
        Paragraph(""),
        Paragraph("  二"),
    )


def test_form_feeds_turn_pages() -> None:
    assert [
        (block.text, block.page) for block in read_blocks("甲\n\f乙\n丙\n\f".encode()) if isinstance(block, Paragraph)
    ] == [
        ("甲", 1),
        ("乙", 2),
        ("丙", 2),
    ]


TABLES = [
    ("序号\t任务\n1\t公园\n", [[["序号", "任务"], ["1", "公园"]]]),
    ("序号\t任务\t单位\n\n1\t公园\n", [[["序号", "任务", "单位"], ["1", "公园"]]]),
    ("a\tb\n1\t\t\n", [[["a", "b"], ["1", "", ""]]]),
    ("a\tb\n1\t2\n\n正文\n\nc\td\n3\t4\n", [[["a", "b"], ["1", "2"]], [["c", "d"], ["3", "4"]]]),
    (
        "a\tb\n1\t2\n\n" + "\t".join("123456789") + "\n" + "\t".join("abcdefghi"),
        [[["a", "b"], ["1", "2"]], [list("123456789"), list("abcdefghi")]],
    ),
    ("序号\t名称\n1\t甲\n\n\f序号\t名称\n2\t乙\n", [[["序号", "名称"], ["1", "甲"], ["序号", "名称"], ["2", "乙"]]]),
    ("a\tb\tc\n\t\td\n", [[["a", "b", "c"], ["", "", "d"]]]),
    ("只有一行\t不成表\n正文\n", []),
    ("\t缩进的段落\n\t又一段\n", []),
    ("1.\t新建公园\n2.\t补种树木\n（一）\t农业\n", []),
]


@pytest.mark.parametrize(("text", "tables"), TABLES)
def test_neighbouring_lines_with_tabs_are_a_table(text: str, tables: list[list[list[str]]]) -> None:
    assert tables_in(text) == tables


def test_a_numbered_heading_between_counted_rows_is_a_row_of_their_table() -> None:
    text = "序号\t任务\t单位\n一、教育\n1\t新建学校\t教育局\n二、住房\n2\t改造小区\t住建局\n三、附则\n"
    heads = [[cell[0] for cell in rows] for rows in tables_in(text)]
    assert heads == [["序号", "一、教育", "1", "二、住房", "2"]]


def test_a_list_mark_keeps_a_space_for_its_tab() -> None:
    assert read_blocks("1.\t新建公园\n".encode()) == (Paragraph("1. 新建公园"),)


CELLS = [
    ("<p>已开工。</p>", "已开工。"),
    ('<ol style="list-style: none"> <li>1. 甲</li> <li>2. 乙</li> </ol>', "1. 甲\n2. 乙"),
    ("甲<br/>乙&nbsp;&#8220;丙&#8221;", "甲\n乙\xa0“丙”"),
    ("<b>甲</b>乙", "甲乙"),
    ("3<5，R&D投入", "3<5，R&D投入"),
    ("甲 乙", "甲 乙"),
]


@pytest.mark.parametrize(("markup", "plain"), CELLS)
def test_html_in_a_cell_becomes_plain_lines(markup: str, plain: str) -> None:
    assert tables_in(f"序号\t进展\n1\t{markup}\n")[0][1][1] == plain


def test_the_table_of_a_page_tells_the_page() -> None:
    table = read_blocks("甲\n\f1\t2\n3\t4\n".encode())[1]
    assert table == Table((Cell(0, 0, "1"), Cell(0, 1, "2"), Cell(1, 0, "3"), Cell(1, 1, "4")), page=2)

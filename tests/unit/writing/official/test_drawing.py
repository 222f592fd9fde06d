"""A table in Word: rows that belong together."""

from lxml import etree

from luoshi.writing.official.drawing import draw
from luoshi.writing.official.grid import Box, Grid

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = dict.fromkeys(("公文表格", "表头", "表格正文", "表格居中"), "x")


def kept(*texts: str, joined: set[int]) -> list[bool]:
    """Of each row, whether all of it stays with the next."""
    grid = Grid(tuple((Box(text), Box(text)) for text in texts), 0, frozenset(joined))
    namespace = W.strip("{}")
    table = etree.fromstring(draw(grid, (8000, 8000), STYLES).replace("<w:tbl>", f'<w:tbl xmlns:w="{namespace}">', 1))
    return [
        all(each.find(f"{W}pPr/{W}keepNext") is not None for each in row.iter(W + "p")) for row in table.iter(W + "tr")
    ]


def test_rows_that_belong_together_stay_on_a_page() -> None:
    assert kept("甲", "乙", "丙", "丁", "戊", joined={1}) == [False, True, False, True, False]


def test_a_last_row_is_not_alone_on_a_page() -> None:
    assert kept("甲", "乙", "丙", joined=set()) == [False, True, False]


def test_a_last_row_stays_with_what_is_below_the_table() -> None:
    assert kept("甲", "乙", joined={1}) == [True, True]


def test_what_fills_a_page_may_be_parted_but_for_its_first_row() -> None:
    long = "新增公园，改造道路。" * 40
    assert kept(long, long, long, joined={0, 1}) == [True, False, False]

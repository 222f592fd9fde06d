"""Pages as a browser shows them."""

import pytest

from luoshi.errors import TooLarge
from luoshi.model import Cell, Paragraph, Table
from luoshi.source.html import TRUSTED_CHARACTERS, read_blocks


def lines_of(markup: str) -> list[str]:
    return [block.text for block in read_blocks(markup.encode()) if isinstance(block, Paragraph)]


LINES = [
    ("<p>一\n  二</p><div>三<b>四</b></div>", ["一 二", "三四"]),
    ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
    ("<p>&nbsp;&nbsp;甲&mdash;&#8220;乙&#8221;</p>", ["  甲—“乙”"]),
    ("<p>　　落\u200b实</p>", ["　　落实"]),
    ("<script>x</script><style>p{}</style><nav>首页</nav><noscript>无</noscript><!-- 注 -->文", ["文"]),
    ("<p hidden>藏</p><p style='display: none'>藏</p><p>露</p>", ["露"]),
    ("<pre>一\n二</pre>", ["一", "二"]),
    ("<ol><li>甲<li><p>乙</p><li>3. 丙</ol>", ["1. 甲", "2. 乙", "3. 丙"]),
    ("<ol start=4><li>甲<li value=9>乙</ol><ol type=a><li>丙</ol>", ["4. 甲", "9. 乙", "a. 丙"]),
    ("<ol style='list-style-type: none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
    ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 乙"]),
    (
        "<dl><dt><em>1</em>新建公园</dt><dd><b>责任单位</b><span>水利局</span></dd></dl>",
        ["1. 新建公园", "责任单位：水利局"],
    ),
    (
        "<dl><dd><b>责任单位：</b><span>水利局</span><dd><b>新建</b>公园<dd><p>甲</p><p>乙</p></dl>",
        [
            "责任单位：水利局",
            "新建公园",
            "甲",
            "乙",
        ],
    ),
    ("<table><tr><td>菜单<td><p>正文一</p><p>正文二</p></table>", ["菜单", "正文一", "正文二"]),
    ("<table><tr><td>一</tr><tr><td>二</tr></table>", ["一", "二"]),
]


@pytest.mark.parametrize(("markup", "lines"), LINES)
def test_a_block_is_a_line_as_a_browser_shows_it(markup: str, lines: list[str]) -> None:
    assert lines_of(markup) == lines


GRID = """<table><thead><tr><th rowspan="2">序号<th colspan="2">任务</tr><tr><td>名<td>量</tr></thead>
<tr><td>1<td><p>公园</p><p>广场</p><td>3</tr><tr style="display:none"><td>藏<td>藏<td>藏</tr></table>"""

CELLS = (
    Cell(0, 0, "序号", 2, 1), Cell(0, 1, "任务", 1, 2), Cell(1, 1, "名"), Cell(1, 2, "量"),
    Cell(2, 0, "1"), Cell(2, 1, "公园\n广场"), Cell(2, 2, "3"),
)  # fmt: skip


def test_a_grid_is_read_with_its_spans() -> None:
    assert read_blocks(GRID.encode()) == (Table(CELLS),)


def test_a_page_laid_out_with_tables_gives_its_paragraphs_and_the_grid_in_it() -> None:
    page = f"<table><tr><td>导航<td>通知</tr><tr><td>链接<td><p>前文</p>{GRID}<p>后文</p></tr></table>"
    assert read_blocks(page.encode()) == (
        *map(Paragraph, ("导航", "通知", "链接", "前文")), Table(CELLS), Paragraph("后文"),
    )  # fmt: skip


def test_a_small_table_inside_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>甲<td>乙</table>"
    rows = "".join(f"<tr><td>{number}<td>任务<td>{inner}</tr>" for number in range(5))
    (table,) = read_blocks(f"<table>{rows}</table>".encode())
    assert isinstance(table, Table)
    assert table.cells[2].text == "甲\n乙"


def test_spans_cannot_make_a_table_without_end() -> None:
    row = "<tr>" + "<td colspan=1000 rowspan=60000>x" * 3 + "</tr>"
    with pytest.raises(TooLarge):
        read_blocks(f"<table>{row * 4}</table>".encode())


def test_a_large_page_is_read_as_a_small_one_is() -> None:
    small = read_blocks(f"<p>前文</p>{GRID}<p>后文</p>".encode())
    assert read_blocks(f"<p>前文</p>{GRID}<p>后文</p><!-- {'x' * TRUSTED_CHARACTERS} -->".encode()) == small


def test_nesting_without_end_is_no_harm() -> None:
    assert lines_of("<div>" * 12_000 + "底") == ["底"]
    assert lines_of("<table><tr><td>" * 3_000 + "底") == ["底"]

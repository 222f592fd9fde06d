"""Markdown as the document that it was converted from."""

import pytest

from luoshi.model import Cell, Paragraph, Table
from luoshi.source.markdown import read_blocks

LINES = [
    ("## 一、重点工作 ##", ["一、重点工作"]),
    ("1. 新建公园（责任单位：**▲**园林局、*住建局*）", ["1. 新建公园（责任单位：▲园林局、住建局）"]),
    ("__重点__和`编号`和~~旧~~", ["重点和编号和旧"]),
    ("- 新建公园  \n* 补种树木", ["新建公园", "补种树木"]),
    ("甲\n\n---\n\n乙", ["甲", "", "", "乙"]),
    (r"1\. 甲\*乙 3*4*5 填写____处", ["1. 甲*乙 3*4*5 填写____处"]),
    ('见[通知](https://example.org/a "题")![图](a.png)', ["见通知图"]),
    ("> 引<br>文 CO<sub>2</sub>", ["引", "文 CO2"]),
    ("面积<5亩，R&D&nbsp;投入", ["面积<5亩，R&D\xa0投入"]),
]


@pytest.mark.parametrize(("text", "lines"), LINES)
def test_marks_go_and_words_stay(text: str, lines: list[str]) -> None:
    assert read_blocks(text.encode()) == tuple(map(Paragraph, lines))


def test_a_pipe_table_is_a_table() -> None:
    text = "前\n| 序号 | 任务 |\n| --- | :-: |\n| 1 | 公园<br>**广场** |\n| 2 | 甲\\|乙 |\n\n后"
    cells = (
        Cell(0, 0, "序号"), Cell(0, 1, "任务"), Cell(1, 0, "1"), Cell(1, 1, "公园\n广场"),
        Cell(2, 0, "2"), Cell(2, 1, "甲|乙"),
    )  # fmt: skip
    assert read_blocks(text.encode()) == (Paragraph("前"), Table(cells), Paragraph(""), Paragraph("后"))


def test_a_table_written_as_html_is_a_table() -> None:
    text = "前\n<table>\n<tr><td>序号</td><td>任务</td></tr>\n<tr><td>1</td><td>公园</td></tr>\n</table>\n后"
    cells = (Cell(0, 0, "序号"), Cell(0, 1, "任务"), Cell(1, 0, "1"), Cell(1, 1, "公园"))
    assert read_blocks(text.encode()) == (Paragraph("前"), Table(cells), Paragraph("后"))


def test_tabs_cut_cells_here_too() -> None:
    (title, table) = read_blocks("## 进展\n序号\t进展\n1\t<p>**已**完成</p>\n".encode())
    assert title == Paragraph("进展")
    assert table == Table((Cell(0, 0, "序号"), Cell(0, 1, "进展"), Cell(1, 0, "1"), Cell(1, 1, "已完成")))

"""Tables drawn with characters."""

import pytest

from luoshi.model import Paragraph, Table
from luoshi.source.text import read_blocks

MERGED = """\
┌──┬────┬────┐
│序号│任务    │单位    │
├──┼────┼────┤
│1   │新建公园│住建局  │
│    │三个    │        │
│    ├────┼────┤
│    │补种树木│园林局  │
├──┼────┴────┤
│2   │全市合计          │
└──┴─────────┘
"""

COMPACT = """\
+----+------+------+
| 号 | 任务 | 单位 |
+----+------+------+
| 1  | 甲   | 乙   |
|    | 续   |      |
| 2  | 丙   | 丁   |
+----+------+------+
"""

NARROW = """\
┌────┬────┐
│任务│单位│
├────┼────┤
│公园│    │
└────┴────┘
"""

DRAWINGS = [
    (
        MERGED,
        [
            (0, 0, "序号", 1, 1), (0, 1, "任务", 1, 1), (0, 2, "单位", 1, 1), (1, 0, "1", 2, 1),
            (1, 1, "新建公园\n三个", 1, 1), (1, 2, "住建局", 1, 1), (2, 1, "补种树木", 1, 1), (2, 2, "园林局", 1, 1),
            (3, 0, "2", 1, 1), (3, 1, "全市合计", 1, 2),
        ],
    ),
    (
        COMPACT,
        [
            (0, 0, "号", 1, 1), (0, 1, "任务", 1, 1), (0, 2, "单位", 1, 1), (1, 0, "1", 1, 1), (1, 1, "甲\n续", 1, 1),
            (1, 2, "乙", 1, 1), (2, 0, "2", 1, 1), (2, 1, "丙", 1, 1), (2, 2, "丁", 1, 1),
        ],
    ),
    (NARROW, [(0, 0, "任务", 1, 1), (0, 1, "单位", 1, 1), (1, 0, "公园", 1, 1), (1, 1, "", 1, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "cells"), DRAWINGS)
def test_a_drawn_table_is_read_with_its_spans(drawing: str, cells: list[tuple[int, int, str, int, int]]) -> None:
    before, table, after = read_blocks(f"前文\n{drawing}后文\n".encode())
    assert (before, after) == (Paragraph("前文"), Paragraph("后文"))
    assert isinstance(table, Table)
    assert [(cell.row, cell.column, cell.text, cell.row_span, cell.column_span) for cell in table.cells] == cells


@pytest.mark.parametrize("text", ["┌──┐\n│注意│\n└──┘\n", "+----+\n", "┌──┬──┐\n没有表\n"])
def test_a_box_around_a_text_is_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for block in read_blocks(text.encode()))

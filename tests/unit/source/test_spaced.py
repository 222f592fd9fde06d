"""Tables that a text file sets out with spaces."""

import time

import pytest

from luoshi.model import Paragraph, Table
from luoshi.source.text import read_blocks

TABLE = """\
云泽市2026年重点工作责任分解表

  序号    工作任务                  牵头单位      配合单位      完成时限
  1       新建公办幼儿园6所         市教育局                    8月底前

  2       改造农村公路40公里，其    市交通局      市财政局      10月底前
          中县道12公里
  3       新增停车位1500个          市城管局      市住建局      年底前

云泽市人民政府办公室
"""


def rows(text: str) -> list[list[str]]:
    tables = [block for block in read_blocks(text.encode()) if isinstance(block, Table)]
    cells = tables[0].cells if tables else ()
    return [[cell.text for cell in cells if cell.row == row] for row in sorted({cell.row for cell in cells})]


def test_columns_of_spaces_are_a_table() -> None:
    assert rows(TABLE) == [
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "新建公办幼儿园6所", "市教育局", "", "8月底前"],
        ["2", "改造农村公路40公里，其\n中县道12公里", "市交通局", "市财政局", "10月底前"],
        ["3", "新增停车位1500个", "市城管局", "市住建局", "年底前"],
    ]


def test_what_stands_around_such_a_table_stays() -> None:
    blocks = read_blocks(TABLE.encode())
    texts = [block.text.strip() for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    assert texts == ["云泽市2026年重点工作责任分解表", "云泽市人民政府办公室"]


COPIED = """\
序号 工作任务 牵头单位 配合单位 完成时限
1 新建公办幼儿园6所。 市教育局 市财政局 8月底前
2 改造农村公路40公里，其
中县道12公里。 市交通局 市财政局 10月底前
3 新增停车位1500个。 市城管局 市住建局
云泽市人民政府办公室
"""


def test_rows_copied_out_of_a_page_are_a_table() -> None:
    assert rows(COPIED) == [
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "新建公办幼儿园6所。", "市教育局", "市财政局", "8月底前"],
        ["2", "改造农村公路40公里，其中县道12公里。", "市交通局", "市财政局", "10月底前"],
        ["3", "新增停车位1500个。", "市城管局", "市住建局"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "责任领导：王远舟    牵头单位：市教育局    完成时限：8月底\n" * 4,
        "〇\u3000〇\t\u200b",
        "市教育局    市财政局\n市住建局    市水利局\n市民政局    市残联\n",
        "序号    任务    单位\n这里是一段很长的文字，它从第一列写到了最后一列，不是表格的一行。\n" * 3,
    ],
)
def test_lines_with_gaps_are_no_table_by_themselves(text: str) -> None:
    assert rows(text) == []


def _seconds(lines: int) -> float:
    content = ("序号    任务    单位\n这里是一段很长的文字，它从第一列写到了最后一列。\n" * lines).encode()
    start = time.process_time()
    read_blocks(content)
    return time.process_time() - start


def test_the_time_of_looking_for_such_tables_grows_with_the_text() -> None:
    assert _seconds(2000) <= 4 * _seconds(1000)

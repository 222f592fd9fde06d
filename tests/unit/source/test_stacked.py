"""Tables written one line below the other, with nothing between the cells."""

from collections.abc import Iterator, Sequence

import pytest

from luoshi.model import Paragraph
from luoshi.source import mend, open_bytes
from luoshi.source.stacked import cells_filled
from luoshi.source.wrap import Line, first_word, width

HEAD = ("序号", "目标任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("建成云湖污水处理厂二期，新增管网35公里。", "市住房城乡建设局", "市财政局、市生态环境局", "12月底"),
    ("新增学位1500个。", "市教育局", "市财政局", "8月底"),
    ("改造老旧小区42个，加装电梯60部。", "市住房城乡建设局", "市民政局", "12月底"),
    ("新改建农村公路180公里，实施安防工程60公里。", "市交通运输局", "市财政局、各县（市、区）政府", "11月底"),
)


def wrapped(text: str, most: float) -> Iterator[str]:
    """The lines of a cell in a column so many em wide."""
    line = ""
    while text:
        word = first_word(text)
        if line and width(line) + width(word) > most:
            yield line
            line = ""
        line, text = line + word, text[len(word) :]
    yield line


def stacked(rows: Sequence[Sequence[str]], columns: Sequence[float]) -> list[str]:
    lines = list(HEAD)
    for number, row in enumerate(rows, 1):
        lines.append(str(number))
        lines += [line for cell, most in zip(row, columns, strict=True) for line in wrapped(cell, most)]
    return lines


def cells(lines: Sequence[str]) -> list[str]:
    going_on = cells_filled([Line(text) for text in lines])
    found: list[str] = []
    for index, text in enumerate(lines):
        if index in going_on:
            found[-1] += text
        else:
            found.append(text)
    return found


@pytest.mark.parametrize("columns", [(9.5, 7, 7, 3), (12, 5, 8, 4), (20, 9, 20, 4), (30, 30, 30, 30), (8, 6, 6, 6)])
def test_cells_are_told_by_the_widths_of_their_columns(columns: Sequence[float]) -> None:
    whole = [*HEAD, *(cell for number, row in enumerate(ROWS, 1) for cell in (str(number), *row))]
    assert cells(stacked(ROWS, columns)) == whole


def test_what_stands_behind_the_last_row_stays_apart() -> None:
    text = "\n".join([*stacked(ROWS, (9.5, 7, 7, 3)), "云泽市人民政府办公室", "2026年3月1日"])
    blocks = mend(open_bytes(text.encode(), name="清单.txt")).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)][-3:] == [
        "11月底",
        "云泽市人民政府办公室",
        "2026年3月1日",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        stacked(ROWS[:2], (9.5, 7, 7, 3)),
        stacked(ROWS, (9.5, 7, 7, 3))[1:],
        ["序号", "名称", "单位", "1", "一句。", "两句。", "三句。", "2", "四。", "五。", "3", "六。", "七。", "八。"],
        ["序号", "1", "2", "3"],
    ],
    ids=["two rows", "no number's heading", "whole sentences", "nothing but numbers"],
)
def test_lines_whose_shape_is_not_sure_stay_as_they_are(lines: list[str]) -> None:
    assert cells_filled([Line(text) for text in lines]) == frozenset()

"""Tables written one cell below the other, with blank lines between the cells."""

import pytest

from luoshi.model import Paragraph, Source
from luoshi.source import mend, open_bytes

HEAD = ("序号", "目标任务", "牵头单位", "完成时限")
ROWS = (
    ("1", "建成云湖污水处\n理厂二期，新增\n管网35公里。", "市住房城乡建设\n局", "12月\n底"),
    ("2", "新增学位1500\n个。", "市教育局", "8月底"),
    ("3", "改造老旧小区\n42个。", "市住房城乡建设\n局", "12月\n底"),
)


def mended(text: str) -> list[str]:
    source: Source = mend(open_bytes(text.encode(), name="清单.txt"))
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def test_lines_of_a_cell_are_joined_and_cells_stay_apart() -> None:
    cells = [*HEAD, *(cell for row in ROWS for cell in row)]
    assert mended("\n\n".join(cells)) == [cell.replace("\n", "") for cell in cells]


def test_empty_cells_are_missing_and_the_last_row_is_no_longer_than_the_others() -> None:
    rows = [ROWS[0], ROWS[1][:3], ROWS[2]]
    text = "\n\n".join([*HEAD, *(cell for row in rows for cell in row), "云泽市政府\n2026年3月1日"])
    assert mended(text)[-3:] == ["12月底", "云泽市政府", "2026年3月1日"]


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_rows_are_no_table(count: int) -> None:
    text = "\n\n".join(cell for row in ROWS[:count] for cell in row)
    assert "市住房城乡建设" in mended(text)


def test_figures_on_lines_of_their_own_in_prose_change_nothing() -> None:
    paragraphs = ["云泽市有三个镇。\n它们都在山里。", "1", "那里有茶。\n也有油茶。", "2", "别的没有。\n就这些。", "3"]
    assert mended("\n\n".join(paragraphs)) == [line for each in paragraphs for line in each.split("\n")]

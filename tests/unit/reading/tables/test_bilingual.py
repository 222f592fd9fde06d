"""Tables in two languages."""

import pytest

from luoshi.model import Cell, Table
from tests.unit.reading.passages import read_plan, shown

TITLE = "云泽市2026年重点任务清单"


def made(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Cell(row, column, text) for row, cells in enumerate(rows) for column, text in enumerate(cells)))


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "新建学校3所\nNew schools: 3", "市教育局\nEducation Bureau"),
        ("1", "New schools: 3\n新建学校3所", "Education Bureau\n市教育局"),
        ("1", "新建学校\n3所\nNew schools: 3", "市教育局"),
    ],
)
def test_the_chinese_of_a_table_in_two_languages_is_read(cells: tuple[str, ...]) -> None:
    heads = ("序号\nNo.", "重点任务\nTask", "牵头单位\nLead Department")
    (task,) = read_plan(TITLE, made(heads, cells)).tasks
    assert (task.text, shown(task.units)) == ("新建学校3所", "▲市教育局")


def test_foreign_words_on_a_line_of_their_own_stay_in_a_table_in_chinese() -> None:
    (task,) = read_plan(TITLE, made(("序号", "重点任务", "牵头单位"), ("1", "引进项目3个\nLED", "市商务局"))).tasks
    assert task.text == "引进项目3个LED"

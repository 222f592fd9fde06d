"""The lines of a progress table are looked through as the tasks of a breakdown are: numbers, names, units."""

import pytest

from luoshi.model import Kind
from tests.unit.checking.clean_table import list_clean_rows
from tests.unit.checking.looking import LEDGER, codes, look_at

Line = tuple[int, str, str]

NAMES = [name for name, _ in list_clean_rows()[::17]]
UNITS = ("教育局", "砚湖新区管委会", "税务局", "砚湖新区管委会", "市场监管局", "砚湖新区管委会")


def sound() -> list[Line]:
    return [(number, name, UNITS[number % len(UNITS)]) for number, name in enumerate(NAMES, start=1)]


def found(lines: list[Line]) -> list[str]:
    """The codes of what is found in the numbers, names and units of a table."""
    rows = [f"{number}\t{name}\t{unit}\t第{index}处正在施工。" for index, (number, name, unit) in enumerate(lines)]
    findings = look_at(LEDGER + "\n".join(rows) + "\n", kind=Kind.PROGRESS)
    return [code for code in codes(findings) if code < "L047"]


def test_sound_lines_give_nothing() -> None:
    assert found(sound()) == []


def test_a_gap_and_a_repeated_number_are_told() -> None:
    lines = sound()
    assert found([*lines[:4], *lines[5:]]) == ["L020"]
    lines[4] = (4, *lines[4][1:])
    assert found(lines) == ["L021", "L020"]


def test_a_part_cut_out_of_a_table_and_a_task_of_several_lines_are_let_be() -> None:
    lines = sound()
    assert found(lines[::2]) == []
    assert found([*lines[:4], (4, lines[3][1], "城投集团"), *lines[4:]]) == []


def test_a_task_that_stands_twice_is_told() -> None:
    lines = sound()
    lines[7] = (8, lines[2][1], "教育局")
    assert found(lines) == ["L030"]


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("研湖新区管委会", "L001"),
        ("教育局、教育局", "L013"),
        ("市场管局", "L001"),
        ("邮政政管理局", "L001"),
        ("气气象局", "L001"),
        ("组职部（人才办）", "L001"),
        ("数据管理局", ""),
        ("应急局", ""),
        ("红十会", ""),
    ],
)
def test_a_slip_in_a_unit_is_told(unit: str, code: str) -> None:
    lines = sound()
    lines[6] = (7, lines[6][1], unit)
    counts = [*UNITS, "组织部（人才办）", "组织部"]
    lines += [(len(lines) + place, f"推进第{place}片竹林抚育", name) for place, name in enumerate(counts, start=1)]
    assert found(lines) == [code] * bool(code)

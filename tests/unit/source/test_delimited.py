"""Comma-separated files."""

from luoshi.model import Cell, Table
from luoshi.source.delimited import find_delimiter, read_blocks


def test_a_quoted_field_keeps_its_line_ends() -> None:
    assert read_blocks('序号,任务,单位\n\n1,"公园,\n3个",园林局\n'.encode("gb18030")) == (
        Table(
            (
                Cell(0, 0, "序号"), Cell(0, 1, "任务"), Cell(0, 2, "单位"),
                Cell(1, 0, "1"), Cell(1, 1, "公园,\n3个"), Cell(1, 2, "园林局"),
            )
        ),
    )  # fmt: skip


def test_prose_with_commas_has_no_delimiter() -> None:
    assert find_delimiter("一要,二要,三要。\n四要,五要。\n") is None
    assert find_delimiter("甲,乙,丙\n") is None

"""One figure told in two ways by two rows."""

import pytest

from luoshi.checking import check_reading
from luoshi.judging import judge
from tests.unit.checking.looking import codes, progress_table

JOBS = ("新增城镇就业3万人", "1-9月，新增城镇就业2.6万人。")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("稳就业促增收", "1-9月，新增城镇就业2.1万人。", ["L069", "L069"]),
        ("稳就业促增收", "前三季度全市新增城镇就业2.6万人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业26000人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业近3万人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业2万余人。", []),
    ],
)
def test_a_metric_has_one_figure(name: str, text: str, expected: list[str]) -> None:
    progress, source = progress_table([JOBS, (name, text)])
    assert codes(check_reading(judge(progress), source)) == expected


def test_both_rows_are_told_of_each_other() -> None:
    progress, source = progress_table([JOBS, ("稳就业促增收", "1-9月，新增城镇就业2.1万人。")])
    first, second = check_reading(judge(progress), source)
    assert first.flag.message.startswith("第1行写的是")
    assert second.flag.message.startswith("第2行写的是")


def test_what_each_row_has_of_its_own_is_no_contradiction() -> None:
    rows = [("甲片区开发", "已开工项目22个，完成投资3.2亿元。"), ("乙片区开发", "已开工项目20个，完成投资1.1亿元。")]
    progress, source = progress_table(rows)
    assert check_reading(judge(progress), source) == ()

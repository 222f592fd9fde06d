"""Targets that a judged row leaves open, and doubts told beside their rows."""

import pytest

from luoshi.checking import check_reading, flag_rows
from luoshi.judging import judge
from tests.unit.checking.looking import codes, progress_table

NAME = "新建口袋公园12个，新增公共停车位600个"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至9月底，已建成口袋公园9个，已新增公共停车位480个。", []),
        ("截至9月底，已建成口袋公园9个。", ["L068"]),
        ("正在抓紧推进前期工作。", ["L068"]),
        ("", ["L060"]),
        ("已全面完成年度任务。", ["L061"]),
    ],
)
def test_a_target_without_a_figure_is_asked_for(text: str, expected: list[str]) -> None:
    progress, source = progress_table([(NAME, text)])
    assert codes(check_reading(judge(progress), source)) == expected


def test_only_the_open_target_is_named() -> None:
    progress, source = progress_table([(NAME, "截至9月底，已建成口袋公园9个。")])
    (finding,) = check_reading(judge(progress), source)
    assert "公共停车位600个" in finding.flag.message
    assert "口袋公园12个" not in finding.flag.message


def test_what_nobody_judged_is_let_be() -> None:
    progress, source = progress_table([(NAME, "截至9月底，已建成口袋公园9个。")])
    assert check_reading(progress, source) == ()


def test_each_doubt_stands_beside_its_row() -> None:
    progress, source = progress_table([("推进映塔大桥建设", ""), (NAME, "已建成口袋公园9个，已新增公共停车位480个。")])
    flagged = flag_rows(progress, source)
    assert [[flag.code for flag in row.flags] for row in flagged.rows] == [["L060"], []]

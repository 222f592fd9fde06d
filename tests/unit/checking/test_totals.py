"""Parts and their total, in the sentences of a plan and in its tables."""

import pytest

from luoshi.model import Kind
from tests.unit.checking.looking import codes, look_at, look_at_tasks

TOWNS = """青川市2026年民生实事责任分解
序号\t镇街\t停车位\t充电桩\t幼儿园
1\t东湖街道\t300\t40\t3
2\t西溪镇\t200\t30\t2
3\t南岭镇\t100\t20\t1
合计\t\t{places}\t90\t6
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建公园10个、广场5个，共16个。", ["L046"]),
        ("新建公园10个、广场5个，共15个。", []),
        ("新增贷款600亿元以上，其中普惠小微企业贷款2500亿元以上。", ["L046"]),
        ("新增贷款600亿元以上，其中普惠小微企业贷款250亿元以上、制造业贷款90亿元以上。", []),
        ("招引项目20个，其中亿元以上项目30个。", ["L046"]),
        ("建设步道80公里，其中精品步道20公里。", []),
        ("覆盖率达到80%，其中城区达到95%。", []),
    ],
)
def test_parts_give_their_total_and_are_no_more_than_it(text: str, found: list[str]) -> None:
    assert codes(look_at_tasks([f"{text}（责任单位：财政局）"])) == found


@pytest.mark.parametrize(("places", "found"), [("600", 0), ("650", 1)])
def test_a_row_of_totals_gives_what_its_columns_add_up_to(places: str, found: int) -> None:
    findings = look_at(TOWNS.format(places=places), kind=Kind.PLAN)
    told = [finding.flag.message for finding in findings if finding.rule.code == "L046"]
    assert len(told) == found
    assert all("写的是650，这一列加起来是600" in message for message in told)

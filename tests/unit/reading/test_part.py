"""Titles of parts and what headings say of leaders."""

import pytest

from luoshi.reading.part import heading_leaders, heading_units, is_leader_heading, is_part_title, level_of, part_name
from tests.unit.reading.passages import quote, shown


@pytest.mark.parametrize(
    "title",
    [
        "云泽市2026年政府工作报告重点工作责任分解",
        "二、市政府民生实事责任分解",
        "重点工作（20项）",
        "2026年民生实事项目清单",
        "主要任务分工方案",
        "2026年省民生实事任务分解表",
        "2026年全省十大民生实事实施方案",
        "云泽县2026年“十大实事”责任分解",
        "2026年民生实事项目目标任务书",
    ],
)
def test_a_title_of_a_part_is_one(title: str) -> None:
    assert is_part_title(title)


@pytest.mark.parametrize(
    "text",
    ["新建学校3所。", "王远舟市长牵头的重点工作", "产业发展", "推进重点工作，落实责任分解", "现将重点工作印发如下："],
)
def test_another_line_is_no_title_of_a_part(text: str) -> None:
    assert not is_part_title(text)


@pytest.mark.parametrize(
    ("heading", "leaders"),
    [
        ("王远舟市长牵头的重点工作", [("王远舟", "市长")]),
        ("王远舟常务副市长、李青禾副市长牵头负责的工作任务", [("王远舟", "常务副市长"), ("李青禾", "副市长")]),
        ("李青禾同志分管的民生实事", [("李青禾", None)]),
        ("李青禾（县委常委、副县长）", [("李青禾", "县委常委、副县长")]),
        ("各位副市长共同落实的工作", []),
        ("产业发展", []),
    ],
)
def test_a_heading_names_its_leaders(heading: str, leaders: list[tuple[str, str]]) -> None:
    assert [(leader.name, leader.post) for leader in heading_leaders(quote(heading))] == leaders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王远舟市长牵头的重点工作", 1),
        ("王远舟常务副市长负责", 1),
        ("各部门负责", 0),
        ("共同落实的重点工作", 1),
        ("产业发展", 0),
    ],
)
def test_a_heading_may_say_who_leads(text: str, expected: int) -> None:
    assert is_leader_heading(text) == bool(expected)


@pytest.mark.parametrize(
    ("title", "level", "name", "leveled"),
    [
        ("云泽市2026年重点工作责任分解", None, "重点工作", "重点工作"),
        ("2026年省政府民生实事任务分解", "省", "民生实事", "省民生实事"),
        ("2026年市政府民生实事任务分解", "市", "民生实事", "市民生实事"),
        ("民生实事责任分解", None, "民生实事", "民生实事"),
        ("青川区2026年政府工作报告重点任务和民生实事责任分解", None, "重点工作", "重点工作"),
        ("2026年市政府民生实事和重点工作责任分解", None, "重点工作", "重点工作"),
        ("2026年政府工作报告确定的民生实事责任分解", None, "民生实事", "民生实事"),
        ("2026年重大项目责任分解", None, "重大项目", "重大项目"),
        ("重大项目", None, "重大项目", "重大项目"),
    ],
)
def test_a_part_is_named_by_its_title(title: str, level: str | None, name: str, leveled: str) -> None:
    assert level_of(title) == level
    assert part_name(title, with_level=False) == name
    assert part_name(title, with_level=True) == leveled


@pytest.mark.parametrize(
    ("heading", "units"),
    [
        ("市教育局", "▲市教育局"),
        ("市教育局（3项）", "▲市教育局"),
        ("市教育局、市体育局牵头（3项）", "▲市教育局 ▲市体育局"),
        ("市教育局牵头的重点工作", "▲市教育局"),
        ("牵头单位：云泽供电公司", "▲云泽供电公司"),
        ("各镇人民政府", "▲各镇人民政府"),
        ("打造区域物流中心", ""),
        ("提升基层医院", ""),
        ("王远舟市长牵头的重点工作", ""),
        ("产业发展", ""),
    ],
)
def test_a_heading_may_name_the_units_that_lead_below_it(heading: str, units: str) -> None:
    assert shown(heading_units(quote(heading))) == units
    assert not (units and is_leader_heading(heading))

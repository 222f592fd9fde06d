"""What the cells of a column look like."""

import pytest

from luoshi.language.lexicon.labels import Field
from luoshi.reading.tables.content import body_share, filled_cells, suits

F = Field


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("1|2|3|4", F.NUMBER),
        ("教育厅、财政厅|省民政厅|各市县人民政府、省直有关部门", F.RESPONSIBLE),
        ("王远舟|林见微副市长|欧阳明", F.LEADER),
        ("6月底前|12月底|全年|2026年三季度", F.DUE),
        ("6%以上|120|8左右", F.FIGURE),
        ("新建幼儿园6所，新增学位1800个|全市改造公厕20座|老旧小区改造12个|“一网通办”率达到95%", F.TASK),
        ("已开工4所|正在招标|截至9月底，完成投资3亿元|项目已竣工", F.PROGRESS),
    ],
)
def test_a_column_is_known_by_its_cells(cells: str, field: Field) -> None:
    scores = {each: suits(tuple(cells.split("|")), each) for each in F}
    assert scores.pop(field) >= 0.9
    assert max(scores.values()) < 0.75 or field in {F.NUMBER, F.FIGURE}


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("建设养老服务中心|新建托育中心", F.RESPONSIBLE),
        ("城东|教育|王家大院", F.LEADER),
        ("市教育局|市民政局", F.LEADER),
        ("未按规定建立台账|听取防汛工作情况汇报", F.TASK),
        ("已建成幼儿园6所|累计完成28公里", F.TASK),
        ("1|5|9|2", F.NUMBER),
        ("", F.RESPONSIBLE),
    ],
)
def test_other_cells_do_not_suit_a_field(cells: str, field: Field) -> None:
    assert suits(filled_cells(cells.split("|")), field) < 0.5


def test_names_may_end_as_those_of_bodies_do_without_being_surely_units() -> None:
    cells = ("组织股", "综合科", "柳湾村")
    assert body_share(cells) == 1
    assert suits(cells, F.RESPONSIBLE) == 0


def test_cells_that_say_nothing_are_set_aside() -> None:
    assert filled_cells(["市教育局 ", "", "/", "无", "—"]) == ("市教育局",)

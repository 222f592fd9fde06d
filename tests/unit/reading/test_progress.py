"""Progress tables and bulletins."""

import pytest

from luoshi.model import Progress, ProgressRow
from luoshi.reading.paragraphs import list_text
from tests.unit.reading.passages import read, shown, table

TITLE = "云泽市2026年三季度重点工作进展情况"


def rows(*blocks: object) -> tuple[ProgressRow, ...]:
    reading = read(TITLE, *blocks)  # type: ignore[arg-type]  # lines and tables
    assert isinstance(reading, Progress)
    return reading.rows


def test_a_row_tells_a_task_and_its_progress() -> None:
    found = rows(
        table(
            "序号|任务名称|牵头单位|进展情况",
            "1|新建学校3所|教育局、财政局|已完成2所。",
            "2|改造小区5个|住建局|正在推进。",
        )
    )
    assert [(row.number, row.name, shown(row.units), row.text) for row in found] == [
        (1, "新建学校3所", "▲教育局 ▲财政局", "已完成2所。"),
        (2, "改造小区5个", "▲住建局", "正在推进。"),
    ]


def test_a_row_without_a_number_has_the_next() -> None:
    found = rows(table("任务|牵头单位|完成情况", "新建学校3所|教育局|已完成2所。", "改造小区5个||正在推进。"))
    assert [(row.number, shown(row.units)) for row in found] == [(1, "▲教育局"), (2, "▲教育局")]


def test_a_reply_without_a_task_is_a_further_one_to_the_task_above() -> None:
    found = rows(
        table("序号|任务|牵头单位|完成情况", "1|新建学校3所|教育局|已完成2所。", "|||1所在建。", "2|植树|林业局|完成。")
    )
    assert [(row.number, row.name, shown(row.units), row.text) for row in found] == [
        (1, "新建学校3所", "▲教育局", "已完成2所。"),
        (1, "新建学校3所", "▲教育局", "1所在建。"),
        (2, "植树", "▲林业局", "完成。"),
    ]


def test_leaders_have_a_column() -> None:
    found = rows(table("序号|任务|牵头领导|责任单位|进展情况", "1|新建学校3所|王远舟|教育局|已完成2所。"))
    assert [leader.name for leader in found[0].leaders] == ["王远舟"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("已完成2所。", "已完成2所。"),
        ("已完成\n2所。", "已完成2所。"),
        ("1.已完成2所。\n2.其余在建。", "1.已完成2所。\n2.其余在建。"),
        ("1.已完成2所。 2.其余在建。", "1.已完成2所。\n2.其余在建。"),
        ("（1）已完成2所；\n（2）其余在建。", "（1）已完成2所；\n（2）其余在建。"),
        ("一是完成2所。\n二是其余在建。", "一是完成2所。\n二是其余在建。"),
        ("完成投资3.5亿元，\n增长8%。", "完成投资3.5亿元，增长8%。"),
        ("", ""),
        ("收入倍差\n1.70。", "收入倍差1.70。"),
        ("1.已完成2所。2.其余在建。", "1.已完成2所。\n2.其余在建。"),
        ("一是完成2所；二是其余在建。", "一是完成2所；\n二是其余在建。"),
        ("1.4月底前动工。2.5月8日，开班。", "1.4月底前动工。\n2.5月8日，开班。"),
        ("完成投资。1.5亿元到位。", "完成投资。1.5亿元到位。"),
        ("建成隧道2座，桥梁\n3座在建。其余标段。\n招标。", "建成隧道2座，桥梁3座在建。其余标段。招标。"),
        ("建成隧道2座，桥梁\n3座在建。\n其余标段招标。", "建成隧道2座，桥梁3座在建。\n其余标段招标。"),
        ("已完成2所。\n其余在建，3月底前完工。", "已完成2所。\n其余在建，3月底前完工。"),
        ("完成评定工作，同步一\n是走访企业。二是建库。", "完成评定工作，同步一是走访企业。二是建库。"),
        ("已经完成评定工作。一\n是走访企业。二是建库。", "已经完成评定工作。\n一是走访企业。\n二是建库。"),
        ("轨道交通与BRT\nLine接驳。", "轨道交通与BRT Line接驳。"),
        ("1.坚持专班推进。\n2.1-9月，完成投资132.6亿元。", "1.坚持专班推进。\n2.1-9月，完成投资132.6亿元。"),
    ],
)
def test_the_items_of_a_cell_stand_on_lines_of_their_own(text: str, plain: str) -> None:
    assert list_text(text) == plain


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "1.新建学校3所。牵头单位市教育局，截至9月底已完成2所。",
            ("新建学校3所", "▲市教育局", "截至9月底已完成2所。"),
        ),
        (
            "1.新建学校3所（牵头单位：市教育局）。已完成2所。",
            ("新建学校3所", "▲市教育局", "已完成2所。"),
        ),
        ("1.新建学校3所。责任单位：市教育局。已完成2所。", ("新建学校3所", "▲市教育局", "已完成2所。")),
    ],
)
def test_a_bulletin_names_the_task_first(line: str, expected: tuple[str, str, str]) -> None:
    found = rows("一、总体情况", line)
    assert [(row.name, shown(row.units), row.text) for row in found] == [expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["1.新建公路42公里", "牵头单位：市交通局", "进展情况：完成路基30公里。"],
            ("新建公路42公里", "▲市交通局", "完成路基30公里。"),
        ),
        (
            ["1.新建学校6所（市教育局）——已建成4所。"],
            ("新建学校6所", "▲市教育局", "已建成4所。"),
        ),
        (["（一）新建学校6所。", "牵头单位市教育局，已建成4所。"], ("新建学校6所", "▲市教育局", "已建成4所。")),
    ],
)
def test_a_bulletin_may_tell_it_on_lines_of_their_own(lines: list[str], expected: tuple[str, str, str]) -> None:
    found = rows("一、总体情况", *lines)
    assert [(row.name, shown(row.units), row.text) for row in found] == [expected]


def test_a_heading_may_name_the_unit_with_the_number_of_its_tasks() -> None:
    found = rows(
        "一、进展情况",
        "（一）市交通局（2项）",
        "1.改造危桥6座。已完成4座。存在问题：资金到位不及时。",
        "2.新建公路42公里。已完工。",
    )
    assert [(row.name, shown(row.units), row.text) for row in found] == [
        ("改造危桥6座", "▲市交通局", "已完成4座。"),
        ("新建公路42公里", "▲市交通局", "已完工。"),
    ]


def test_a_heading_may_go_on_behind_the_unit() -> None:
    line = "1.新建公路42公里。已完成20公里。主要问题：资金缺口大。"
    (row,) = rows("一、进展情况", "（一）县交通局。承担任务1项。", line)
    assert (row.name, shown(row.units), row.text) == ("新建公路42公里", "▲县交通局", "已完成20公里。")


def test_the_lead_may_stand_in_a_bracket_and_the_progress_behind_a_label() -> None:
    found = rows("一、新建学校3所（责任单位：县教育局）", "完成情况：已建成2所。")
    assert [(row.name, shown(row.units), row.text) for row in found] == [("新建学校3所", "▲县教育局", "已建成2所。")]


def test_the_figures_of_the_goal_beside_the_name_are_targets() -> None:
    head = "序号|项目名称|年度目标任务|牵头单位|进展情况"
    (row,) = rows(table(head, "1|农村公路提升|新改建农村公路45公里。|市交通局|已完成21公里。"))
    assert [(row.name, str(target.value), target.unit) for target in row.targets] == [("农村公路提升", "45", "公里")]
    head = "序号|工作任务|责任单位|年度目标|完成情况"
    (row, _) = rows(table(head, "1|新增停车位|市交通局|5000个以上|3100个", "2|农村公路|市交通局|260公里|202公里"))
    assert [(target.comparator.value, target.quote.text) for target in row.targets] == [("≥", "5000个以上")]

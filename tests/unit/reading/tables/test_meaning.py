"""Columns told by their headings and their cells together."""

import pytest

from luoshi.language.lexicon.labels import Field
from luoshi.model import Kind, Plan, Progress
from luoshi.reading.tables.content import filled_cells
from luoshi.reading.tables.meaning import Column, tell_fields, weigh, with_fields
from tests.unit.reading.passages import read, read_plan, shown, table

F = Field
TITLE = "云泽市2026年重点工作任务分解表"


def told(head: str, *rows: str, is_announced: bool = False) -> dict[str, str]:
    """The headings of a table none of whose words is known, with what they were taken for."""
    cells = zip(*(row.split("|") for row in rows), strict=True)
    columns = [Column(heading, None, filled_cells(each)) for heading, each in zip(head.split("|"), cells, strict=True)]
    fields = tell_fields(columns, is_announced=is_announced)
    return {columns[index].heading: field.name for index, field in sorted(fields.items()) if field}


@pytest.mark.parametrize(
    ("head", "rows", "fields"),
    [
        (
            "战线|干什么|谁来干|谁挂帅|何时干成",
            ["城建|新建口袋公园12个|城管局、财政局|王远舟|10月底", "城建|改造公厕20座|城管局|林见微|年底"],
            {"战线": F.SECTION, "干什么": F.TASK, "谁来干": F.RESPONSIBLE, "谁挂帅": F.LEADER, "何时干成": F.DUE},
        ),
        (
            "厅局|年度大事",
            ["教育厅|新增普通高中学位2万个", "民政厅、财政厅|新建社区养老服务中心120个"],
            {"厅局": F.RESPONSIBLE, "年度大事": F.TASK},
        ),
        (
            "要害|主帅|先锋单位|后援单位",
            ["新增规上企业30家|周启明|工信局|税务局、统计局", "粮食产量稳定在120万吨以上|吴海平|农业农村局|气象局"],
            {"要害": F.TASK, "主帅": F.LEADER, "先锋单位": F.RESPONSIBLE, "后援单位": F.COOPERATING},
        ),
        (
            "指标|今年要到|归谁",
            ["生产总值增速|6%以上|发展改革委", "一般公共预算收入|125亿元以上|财政局、税务局"],
            {"指标": F.TASK, "归谁": F.RESPONSIBLE},
        ),
        (
            "条|事|哪家办|办到哪",
            ["1|新建幼儿园6所|教育局|已开工4所，主体完工1所", "2|改造公厕20座|城管局|正在施工"],
            {"条": F.NUMBER, "事": F.TASK, "哪家办": F.RESPONSIBLE, "办到哪": F.PROGRESS},
        ),
    ],
)
def test_columns_with_new_headings_are_told_by_their_cells(
    head: str, rows: list[str], fields: dict[str, Field]
) -> None:
    found = told(head, *rows, is_announced=True)
    assert {heading: found.get(heading) for heading in fields} == {key: field.name for key, field in fields.items()}


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("获奖项目|获奖单位", ["建设智慧水务平台|水利局", "推进清廉建设|纪委监委"]),
        ("活动|举办单位|时间", ["举办樱花节|文旅局|3月", "开展全民阅读|宣传部|4月"]),
        ("姓名|单位", ["王远舟|财政局", "林见微|教育局"]),
        ("甲|乙", ["1|2", "3|4"]),
    ],
)
def test_nothing_is_told_of_a_table_that_is_surely_none(head: str, rows: list[str]) -> None:
    assert told(head, *rows) == {}


def test_a_title_that_speaks_of_a_breakdown_makes_less_enough() -> None:
    rows = ["加快建设北环路|交通部门单位|年底", "新建农贸市场3个|市场监管局|年底"]
    head = "事由|推手局|收官"
    assert told(head, *rows) == {}
    assert told(head, *rows, is_announced=True) == {"事由": "TASK", "推手局": "RESPONSIBLE", "收官": "DUE"}


@pytest.mark.parametrize(
    ("heading", "known", "cells", "field"),
    [
        ("责任人", F.LEADER, ("市水利局", "市教育局、市财政局"), F.RESPONSIBLE),
        ("牵头人", F.LEADER, ("市水利局", "市教育局"), F.LEAD),
        ("责任单位", F.RESPONSIBLE, ("王远舟", "林见微、李大为"), F.LEADER),
        ("责任村", F.RESPONSIBLE, ("王庄", "李庄"), F.RESPONSIBLE),
        ("责任人", F.LEADER, ("王远舟", "市水利局"), F.LEADER),
    ],
)
def test_cells_that_can_be_nothing_else_overrule_the_heading(
    heading: str, known: Field, cells: tuple[str, ...], field: Field
) -> None:
    columns = [Column("任务", F.TASK, ("新建公园3个", "改造公厕2座")), Column(heading, known, cells)]
    assert tell_fields(columns, is_announced=False).get(1, known) is field


def test_a_table_without_a_task_or_without_anybody_weighs_nothing() -> None:
    columns = [Column("任务", F.TASK, ("新建公园3个",) * 2), Column("责任单位", None, ("市教育局",) * 2)]
    assert weigh(columns) == 0
    assert weigh(with_fields(columns, {1: F.RESPONSIBLE})) == 6


def test_a_table_told_by_its_cells_has_a_doubt_that_says_so() -> None:
    plan = read_plan(TITLE, table("大事|帮手局|归口", "建成北环路|财政局|交通局", "改造公厕20座|住建局|城管局"))
    assert [shown(task.units) for task in plan.tasks] == ["配财政局 ▲交通局", "配住建局 ▲城管局"]
    assert [[flag.code for flag in task.flags] for task in plan.tasks] == [["columns-by-content"], []]
    assert "“帮手局”认作配合单位" in plan.tasks[0].flags[0].message


def test_a_progress_table_told_by_its_cells_has_the_doubt_too() -> None:
    reading = read(table("序号|事项|办到哪|承接局", "1|新建公园3个|已开工2个|城管局", "2|建学校|已完工|教育局"))
    assert isinstance(reading, Progress)
    assert [len(row.flags) for row in reading.rows] == [1, 0]


def test_new_headings_stand_beside_known_ones() -> None:
    units = read_plan(TITLE, table("攻什么|主攻单位|助攻单位", "建公园3个|城管局|财政局", "建学校2所|教育局|住建局"))
    assert [shown(task.units) for task in units.tasks] == ["▲城管局 配财政局", "▲教育局 配住建局"]
    named = read_plan(TITLE, table("重点任务|抓手|盯办", "稳增长|工业增长7%|工信局", "稳就业|新增就业5万人|人社局"))
    assert [(task.name, task.text) for task in named.tasks] == [("稳增长", "工业增长7%"), ("稳就业", "新增就业5万人")]


def test_a_table_whose_headings_are_known_has_no_doubt() -> None:
    plan = read(table("序号|重点任务|责任单位", "1|新建公园3个|城管局"))
    assert isinstance(plan, Plan)
    assert plan.tasks[0].flags == ()


def test_lines_below_a_known_table_go_on_in_it() -> None:
    below = table("2|改造公厕20座|城管局", "3|新建学校3所|教育局")
    reading = read(TITLE, table("序号|重点任务|责任单位", "1|新建公园3个|城管局"), below)
    assert reading.kind is Kind.PLAN
    assert isinstance(reading, Plan)
    assert [task.number for task in reading.tasks] == [1, 2, 3]

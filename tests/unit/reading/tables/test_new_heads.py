"""Tables of every shape whose headings nobody has seen before."""

import pytest

from luoshi.model import Table
from luoshi.reading.tables.inventory import find_tables
from tests.unit.reading.passages import read_plan, shown, source, table

TITLE = "云泽市2026年重点任务责任分解"
FIRST, SECOND = "新建幼儿园6所", "改造老旧小区12个"
FORMS = (
    table(f"事情|{FIRST}", "主攻|教育局", "帮手|财政局、住建局", "收官|年底"),
    table(f"事情|{SECOND}", "主攻|住建局", "帮手|各镇街", "收官|10月底"),
)


def told(*blocks: str | Table) -> list[tuple[str, str]]:
    return [(task.text, shown(task.units)) for task in read_plan(TITLE, *blocks).tasks]


@pytest.mark.parametrize(
    "made",
    [
        table("做什么|哪家办|哪天完", f"{FIRST}|教育局|年底", f"{SECOND}|住建局|10月底"),
        table(f"做什么|{FIRST}|{SECOND}", "哪家办|教育局|住建局", "哪天完|年底|10月底"),
        table("线|任务单|出力方", "|做什么|第一家", f"城建|{FIRST}|教育局", f"城建|{SECOND}|住建局"),
        table(f"1|{FIRST}|教育局|年底", f"2|{SECOND}|住建局|10月底"),
        table("2026年作战图||", "做什么|哪家办|哪天完", f"{FIRST}|教育局|年底", f"{SECOND}|住建局|10月底"),
    ],
    ids=["upright", "turned", "two rows", "none", "below a title"],
)
def test_a_head_may_be_anywhere_or_nowhere(made: Table) -> None:
    assert told(made) == [(FIRST, "▲教育局"), (SECOND, "▲住建局")]


def test_cells_on_lines_have_new_headings_too() -> None:
    cells = ["序号", "干什么", "谁来干", "谁配合", "1", FIRST, "教育局", "财政局", "2", SECOND, "住建局", "各镇街"]
    assert told(*cells) == [(FIRST, "▲教育局 配财政局"), (SECOND, "▲住建局 配各镇街")]


def test_lines_below_a_number_that_make_no_breakdown_stay_lines() -> None:
    cells = ["序号", "菜名", "做法", "口味", "1", "红烧肉", "小火炖", "咸", "2", "白切鸡", "大火煮", "鲜"]
    assert find_tables(source(*cells)).grids == {}


def test_forms_of_one_shape_tell_their_labels_together() -> None:
    plan = read_plan(TITLE, *FORMS)
    assert [(task.text, shown(task.units)) for task in plan.tasks] == [
        (FIRST, "▲教育局 配财政局 配住建局"),
        (SECOND, "▲住建局 配各镇街"),
    ]
    assert [[flag.code for flag in task.flags] for task in plan.tasks] == [["labels-by-content"], []]


def test_one_form_alone_tells_nothing() -> None:
    assert find_tables(source(TITLE, FORMS[0])).labels == {}


def test_a_heading_above_a_table_may_be_the_unit_that_answers() -> None:
    first, second = (table("序号|任务|时限", f"1|{text}|年底") for text in (FIRST, SECOND))
    assert told("一、市教育局", first, "二、市住建局", second) == [(FIRST, "▲市教育局"), (SECOND, "▲市住建局")]

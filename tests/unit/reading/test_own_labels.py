"""Labels that a document has of its own, known by what stands behind them again and again."""

import pytest

from luoshi.language.lexicon.labels import Field
from luoshi.model import Kind
from luoshi.reading.own_labels import own_labels
from tests.unit.reading.passages import days, read, read_plan, shown, source

F = Field


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["主攻：市教育局", "主攻：市水利局、市财政局"], {"主攻": F.LEAD}),
        (["操盘：市教育局", "操盘：市水利局", "操盘：市财政局"], {"操盘": F.RESPONSIBLE}),
        (["操盘：市教育局", "操盘：市水利局"], {}),
        (
            ["建学校。（帮手：市教育局；交卷日：年底）", "建桥。（帮手：市交通局；交卷日：6月底）"],
            {"帮手": F.COOPERATING, "交卷日": F.DUE},
        ),
        (["建学校。【帮手】市教育局", "建桥。【帮手】市交通局"], {"帮手": F.COOPERATING}),
        (["谁挂帅：王远舟", "谁挂帅：林见微副市长"], {"谁挂帅": F.LEADER}),
        (["抄送：市教育局", "抄送：市水利局", "抄送：市财政局"], {}),
        (["填报单位：市教育局"] * 4, {}),
        (["亮点：市教育局", "亮点：市水利局", "亮点：市财政局", "亮点：新建学校"], {}),
        (["牵头单位：市教育局"] * 3, {}),
    ],
)
def test_a_label_is_learned_where_only_units_people_or_dates_stand_behind_it(
    lines: list[str], labels: dict[str, Field]
) -> None:
    assert own_labels(source(*lines)) == labels


def test_tasks_are_read_by_labels_of_the_documents_own() -> None:
    tasks = [("新建幼儿园6所。", "教育局", "财政局"), ("改造公厕20座。", "城管局", "住建局、水利局")]
    lines = [
        line
        for number, (text, first, second) in enumerate(tasks, 1)
        for line in (f"{number}.{text}", f"主攻：{first}", f"帮手：{second}")
    ]
    plan = read_plan("云泽市工作", *lines)
    assert [shown(task.units) for task in plan.tasks] == ["▲教育局 配财政局", "▲城管局 配住建局 配水利局"]


def test_a_label_in_a_black_bracket_behind_the_text_leaves_none_of_it() -> None:
    plan = read_plan("1.新建幼儿园6所。【牵头单位】教育局【配合单位】财政局", "2.改造公厕20座。【牵头单位】城管局")
    assert [task.text for task in plan.tasks] == ["新建幼儿园6所。", "改造公厕20座。"]


def test_a_label_may_have_nothing_between_it_and_its_units() -> None:
    lines = ["1.新建幼儿园6所。", "牵头单位 教育局", "配合单位财政局、住建局", "完成时限12月底前"]
    (task,) = read_plan("云泽市重点任务分解", *lines).tasks
    assert (shown(task.units), days(task.due)) == ("▲教育局 配财政局 配住建局", "2026-12-31")


def test_a_dash_in_front_of_a_clause_is_no_part_of_a_name() -> None:
    plan = read_plan("云泽市重点任务分解", "1.新建幼儿园6所。——教育局牵头，财政局配合")
    assert shown(plan.tasks[0].units) == "▲教育局 配财政局"


@pytest.mark.parametrize(
    "lines",
    [
        ["关于召开会议的通知", "1.地点：市民中心", "2.参会人员：市教育局、市财政局", "抄送：市委办公室"],
        ["表彰决定", "1.教育先进集体：市教育局", "2.水利先进集体：市水利局", "3.交通先进集体：市交通局"],
        ["机构设置", "一、综合组：市政府办", "二、宣传组：市委宣传部", "三、保障组：市财政局"],
    ],
)
def test_units_behind_other_words_assign_nothing(lines: list[str]) -> None:
    assert read(*lines).kind is Kind.UNKNOWN

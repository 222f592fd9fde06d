"""Whole plans in running text: tasks, headings, leaders, leads, dates."""

import pytest

from luoshi.model import Plan, Task
from tests.unit.reading.passages import days, read_plan, shown, table

TITLE = "云泽市2026年政府工作报告重点工作责任分解"


def line(task: Task) -> str:
    """A task as 部分/号码 文本 单位."""
    return f"{task.part}/{task.number} {task.text} {shown(task.units)}"


def tasks(*lines: str) -> list[str]:
    return [line(task) for task in read_plan(TITLE, *lines).tasks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["1.新建学校3所。（责任单位：▲教育局、财政局）", "2.改造小区5个。（责任单位：▲住建局）"],
            ["重点工作/1 新建学校3所。 ▲教育局 责财政局", "重点工作/2 改造小区5个。 ▲住建局"],
        ),
        (
            ["1.新建学校3所。", "牵头单位：市教育局", "配合单位：市财政局、各镇街"],
            ["重点工作/1 新建学校3所。 ▲市教育局 配市财政局 配各镇街"],
        ),
        (
            ["1.新建学校3所。", "（市教育局牵头，市财政局配合）", "2.改造小区5个。", "（市住建局牵头）"],
            ["重点工作/1 新建学校3所。 ▲市教育局 配市财政局", "重点工作/2 改造小区5个。 ▲市住建局"],
        ),
        (
            ["1.实施教育工程：", "①新建学校3所；", "②改造食堂5个。（市教育局）", "2.改造小区5个。（市住建局）"],
            ["重点工作/1 实施教育工程：①新建学校3所；②改造食堂5个。 ▲市教育局", "重点工作/2 改造小区5个。 ▲市住建局"],
        ),
        (
            ["一、教育", "新建学校3所。（市教育局牵头）", "二、住房", "改造小区5个。（市住建局牵头）"],
            ["重点工作/1 新建学校3所。 ▲市教育局", "重点工作/2 改造小区5个。 ▲市住建局"],
        ),
        (
            ["1.新建学校3所，由市教育局牵头。", "2.由市住建局牵头，市财政局配合，改造小区5个。"],
            ["重点工作/1 新建学校3所。 ▲市教育局", "重点工作/2 改造小区5个。 ▲市住建局 配市财政局"],
        ),
        (
            [
                "一、市教育局牵头",
                "1.新建学校3所。",
                "2.改造食堂5个。（配合单位：市财政局）",
                "二、市住建局",
                "3.改造小区5个。",
            ],
            [
                "重点工作/1 新建学校3所。 ▲市教育局",
                "重点工作/2 改造食堂5个。 ▲市教育局 配市财政局",
                "重点工作/3 改造小区5个。 ▲市住建局",
            ],
        ),
        (
            ["1.新建学校3所。", "工作措施：倒排工期。", "责任单位：市教育局", "2.改造小区5个。", "责任单位：市住建局"],
            ["重点工作/1 新建学校3所。 ▲市教育局", "重点工作/2 改造小区5个。 ▲市住建局"],
        ),
        (
            ["1.新建学校3所。（责任单位：▲教育局）", "2.补种树木。", "3.改造小区5个。（责任单位：▲住建局）"],
            ["重点工作/1 新建学校3所。 ▲教育局", "重点工作/2 补种树木。 ", "重点工作/3 改造小区5个。 ▲住建局"],
        ),
    ],
)
def test_tasks_are_read_with_their_units(lines: list[str], expected: list[str]) -> None:
    assert tasks(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["2.改造小区5个。（责任单位：）"],
        ["2.改造小区5个。（责任单位: ／）"],
        ["2.改造小区5个。（责任单位：待定）"],
        ["2.改造小区5个。（责任单位：待定；完成时限：长期坚持）"],
        ["2.改造小区5个。（牵头单位：无，责任单位：）"],
        ["2.改造小区5个。责任单位："],
        ["2.改造小区5个。", "（责任单位：）"],
    ],
)
def test_a_clause_that_names_nobody_gives_no_unit(lines: list[str]) -> None:
    *_, found = read_plan(TITLE, "1.新建学校3所。（责任单位：市教育局）", *lines).tasks
    assert line(found) == "重点工作/2 改造小区5个。 "
    assert [flag.code for flag in found.flags] == ["no-unit"]


def test_what_follows_an_empty_clause_is_not_of_its_task() -> None:
    found = tasks("1.新建学校3所。（责任单位：市教育局）", "2.改造小区5个。（责任单位：）", "待定事项", "1.第2项待定。")
    assert found == ["重点工作/1 新建学校3所。 ▲市教育局", "重点工作/2 改造小区5个。 "]


@pytest.mark.parametrize("mark", ["、", "．", "."])
def test_a_text_may_begin_with_a_figure(mark: str) -> None:
    found = tasks(*(f"{number}{mark}{number}月底前改造小区5个。（市住建局牵头）" for number in (1, 2, 3)))
    assert found == [f"重点工作/{number} {number}月底前改造小区5个。 ▲市住建局" for number in (1, 2, 3)]


def test_parts_begin_with_their_titles() -> None:
    found = tasks(
        "1.新建学校3所。（责任单位：▲教育局、财政局）",
        "云泽市2026年民生实事责任分解",
        "1.改造小区5个。（责任单位：▲住建局、财政局）",
    )
    assert [each.split()[0] for each in found] == ["重点工作/1", "民生实事/1"]


def test_headings_give_leaders_and_sections() -> None:
    plan = read_plan(
        TITLE,
        "一、王远舟常务副市长牵头的重点工作",
        "（一）产业发展",
        "1.新增企业3家。（责任单位：▲经信局、财政局）",
        "（二）教育事业",
        "2.新建学校3所。（责任单位：▲教育局、财政局）",
        "二、李青禾副市长牵头的重点工作",
        "3.改造小区5个。（责任单位：▲住建局、财政局）",
    )
    found = [([leader.name for leader in task.leaders], task.leader_heading, task.section) for task in plan.tasks]
    assert found == [
        (["王远舟"], "王远舟常务副市长牵头的重点工作", "产业发展"),
        (["王远舟"], "王远舟常务副市长牵头的重点工作", "教育事业"),
        (["李青禾"], "李青禾副市长牵头的重点工作", None),
    ]


def test_a_leader_named_under_a_heading_leads_what_stands_below() -> None:
    plan = read_plan(TITLE, "一、产业发展", "牵头领导：王远舟副市长", "1.新增企业3家。（市经信局牵头，市财政局配合）")
    assert [leader.name for task in plan.tasks for leader in task.leaders] == ["王远舟"]


@pytest.mark.parametrize(
    ("clauses", "units"),
    [
        # nobody is marked in the whole part: the first named leads
        (["责任单位：教育局、财政局", "责任单位：住建局、财政局"], ["▲教育局 责财政局", "▲住建局 责财政局"]),
        # somebody is marked elsewhere: where nobody is, none leads
        (["责任单位：▲教育局、财政局", "责任单位：住建局、财政局"], ["▲教育局 责财政局", "责住建局 责财政局"]),
        # the only unit leads
        (["责任单位：▲教育局、财政局", "责任单位：住建局"], ["▲教育局 责财政局", "▲住建局"]),
        # who answers leads those that cooperate
        (["责任单位：教育局；配合单位：财政局", "牵头单位：住建局"], ["▲教育局 配财政局", "▲住建局"]),
    ],
)
def test_the_convention_of_a_document_tells_who_leads(clauses: list[str], units: list[str]) -> None:
    lines = [f"{number}.新建设施{number}个。（{clause}）" for number, clause in enumerate(clauses, 1)]
    assert [shown(task.units) for task in read_plan(TITLE, *lines).tasks] == units


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("云泽市人民政府关于公布2026年十件民生实事的通告", "民生实事"),
        ("云泽市2026年民生实事分县任务占比表", "民生实事"),
        ("云泽市人民代表大会公告", "重点工作"),
    ],
)
def test_a_document_without_titles_of_parts_is_of_the_part_that_it_is_called_by(title: str, part: str) -> None:
    rows = table("序号|项目名称|责任单位", "1|新建学校3所|市教育局", "2|改造小区5个|市住建局")
    assert {task.part for task in read_plan(title, rows).tasks} == {part}


@pytest.mark.parametrize("mark", ["——", "— ", "★", "●"])
def test_a_mark_may_stand_before_a_label(mark: str) -> None:
    expected = ["重点工作/1 新建学校3所。 ▲市教育局 配市财政局"]
    assert tasks("1.新建学校3所。", f"{mark}牵头单位：市教育局；配合单位：市财政局") == expected


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("现将2026年市政府十件民生实事公告如下：", "民生实事"),
        ("现将2026年重点工作和民生实事公告如下：", "重点工作"),
    ],
)
def test_a_letter_names_the_part_of_what_it_makes_known(told: str, part: str) -> None:
    plan = read_plan(
        "云泽市人民政府公告", told, "一、新建学校3所。责任单位：市教育局", "二、改造小区5个。责任单位：市住建局"
    )
    assert {task.part for task in plan.tasks} == {part}


def test_a_ballot_names_the_part_of_what_it_chose() -> None:
    rows = table("序号|项目名称|责任单位|得票数", "1|新建学校3所|市教育局|180", "2|改造小区5个|市住建局|176")
    plan = read_plan("云泽市人民代表大会公告", "会议票决产生2026年2件民生实事项目，现予公告：", rows)
    assert {task.part for task in plan.tasks} == {"民生实事"}


@pytest.mark.parametrize(
    "rule",
    [
        "注：责任单位中列第一位的为牵头单位。",
        "责任单位排在首位的为牵头单位，其余为配合单位。",
        "排名第一的责任单位为牵头单位。",
    ],
)
def test_a_document_may_say_that_the_first_named_leads(rule: str) -> None:
    plan = read_plan(
        TITLE, rule, "1.新建学校3所。（责任单位：▲教育局、财政局）", "2.改造小区5个。（责任单位：住建局、财政局）"
    )
    assert [shown(task.units) for task in plan.tasks] == ["▲教育局 责财政局", "▲住建局 责财政局"]


def test_the_heading_of_a_column_may_say_that_the_first_named_leads() -> None:
    rows = ["序号|任务|责任单位（第一个为牵头单位）", "1|新建学校3所|教育局、财政局", "2|改造小区5个|住建局"]
    assert [shown(task.units) for task in read_plan(TITLE, table(*rows)).tasks] == ["▲教育局 责财政局", "▲住建局"]


@pytest.mark.parametrize(
    ("lines", "dues"),
    [
        (["1.在6月底前新建学校3所。（市教育局牵头）"], "2026-06-30"),
        (["1.新建学校3所。（牵头单位：市教育局；完成时限：2026年9月底前）"], "2026-09-30"),
        (["1.在6月底前新建学校3所。", "牵头单位：市教育局", "完成时限：6月底前"], "2026-06-30 2026-06-30"),
        (["1.在6月底前新建学校3所。", "牵头单位：市教育局", "完成时限：年底前"], "2026-06-30 2026-12-31"),
        (["1.新建学校3所。", "牵头单位：市教育局", "完成时限：持续推进"], "持续推进"),
    ],
)
def test_dates_are_those_of_the_text_and_then_those_of_the_clause(lines: list[str], dues: str) -> None:
    assert [days(task.due) for task in read_plan(TITLE, *lines).tasks] == [dues]


def test_quotes_keep_their_places() -> None:
    plan = read_plan(TITLE, "1.新建学校3所。（责任单位：▲教育局、财政局）")
    task = plan.tasks[0]
    assert (task.quote.place.block, task.quote.place.start, task.quote.text) == (1, 2, "新建学校3所。")
    assert [unit.quote.place.start for unit in task.units] == [16, 20]


def test_a_plan_that_is_asked_for_is_read_even_without_clauses() -> None:
    from luoshi.model import Kind
    from luoshi.reading import read_source
    from tests.unit.reading.passages import source

    plan = read_source(source("云泽市要做的事", "1.新建学校3所。", "2.改造小区5个。"), kind=Kind.PLAN)
    assert isinstance(plan, Plan)
    assert [task.text for task in plan.tasks] == ["新建学校3所。", "改造小区5个。"]


def test_an_item_may_only_name_what_a_label_below_it_tells() -> None:
    lines = ["一、教育扩容工程", "建设内容：新建学校3所。", "工作措施：倒排工期。", "责任单位：市教育局"]
    found = read_plan(TITLE, *lines).tasks
    assert [(task.number, task.name, task.text, task.section) for task in found] == [
        (1, "教育扩容工程", "新建学校3所。", None)
    ]


def test_a_heading_with_a_full_stop_names_what_a_label_below_it_tells() -> None:
    lines = ["（一）促进充分就业。", "目标任务：新增就业7600人。", "推进措施：建立台账。", "牵头单位：市人社局"]
    (task,) = read_plan(TITLE, "一、工作内容", *lines).tasks
    assert (task.name, task.text, task.section) == ("促进充分就业", "新增就业7600人。", "工作内容")


def test_a_table_stands_under_the_heading_above_it() -> None:
    head = "序号|任务|牵头单位|完成时限"
    found = read_plan(
        TITLE,
        "一、教育（1项）",
        table(head, "1|新建学校3所|市教育局|6月底前"),
        "二、住房",
        table(head, "2|改造小区5个|市住建局|年底前"),
    ).tasks
    assert [(task.number, task.section) for task in found] == [(1, "教育"), (2, "住房")]


def test_a_heading_above_a_table_may_say_who_leads() -> None:
    rows = table("序号|任务|牵头单位|完成时限", "1|新建学校3所|市教育局|6月底前")
    found = read_plan(TITLE, "一、王远舟副市长牵头的工作", rows).tasks
    assert [(task.leader_heading, [leader.name for leader in task.leaders], task.section) for task in found] == [
        ("王远舟副市长牵头的工作", ["王远舟"], None)
    ]


def test_a_heading_may_stand_in_brackets_and_so_may_labels() -> None:
    lines = ("【教育】", "1.新建学校3所。", "〔牵头领导〕王远舟", "〔牵头单位〕市教育局", "〔责任单位〕市财政局")
    (task,) = read_plan(TITLE, *lines).tasks
    assert (line(task), task.section) == ("重点工作/1 新建学校3所。 ▲市教育局 责市财政局", "教育")
    assert [leader.name for leader in task.leaders] == ["王远舟"]


def test_a_unit_alone_above_a_list_that_begins_anew_leads_it() -> None:
    lines = ["市教育局", "1.新建学校3所（完成时限：8月底）", "市住建局", "1.改造小区5个（完成时限：9月底）"]
    assert tasks(*lines) == ["重点工作/1 新建学校3所 ▲市教育局", "重点工作/1 改造小区5个 ▲市住建局"]


def test_lines_of_labels_below_the_last_of_small_items_are_those_of_all() -> None:
    lines = ["1.办好教育。", "（1）新建学校3所。", "（2）改造食堂5个。", "牵头单位：市教育局", "配合单位：市财政局"]
    assert tasks(*lines) == ["重点工作/1 办好教育。（1）新建学校3所。（2）改造食堂5个。 ▲市教育局 配市财政局"]


def test_a_note_below_the_list_is_no_task() -> None:
    lines = ["1.新建学校3所。（责任单位：市教育局、市财政局）", "注：牵头部门为责任单位中排序第一位的部门。"]
    assert tasks(*lines) == ["重点工作/1 新建学校3所。 ▲市教育局 责市财政局"]


def test_a_number_may_stand_alone_above_its_task() -> None:
    lines = ["一、教育", "1", "新建学校3所。", "主责单位：市教育局", "2", "改造食堂5个。", "主责单位：市财政局"]
    found = read_plan(TITLE, *lines).tasks
    assert [(task.number, task.text, task.section) for task in found] == [
        (1, "新建学校3所。", "教育"),
        (2, "改造食堂5个。", "教育"),
    ]


def test_a_heading_may_say_in_a_bracket_who_leads_all_below_it() -> None:
    lines = [
        "一、教育（牵头单位：市教育局）",
        "1.新建学校3所。（责任单位：市住建局）",
        "2.改造食堂。（责任单位：市财政局）",
    ]
    assert tasks(*lines) == [
        "重点工作/1 新建学校3所。 ▲市教育局 责市住建局",
        "重点工作/2 改造食堂。 ▲市教育局 责市财政局",
    ]


def test_a_unit_with_a_colon_may_stand_above_its_tasks() -> None:
    lines = ["市教育局：", "（1）新建学校3所。", "（2）改造食堂5个。", "市住建局：", "（1）改造小区5个。"]
    assert tasks(*lines) == [
        "重点工作/1 新建学校3所。 ▲市教育局",
        "重点工作/2 改造食堂5个。 ▲市教育局",
        "重点工作/1 改造小区5个。 ▲市住建局",
    ]


def test_a_card_may_have_labels_of_its_own_and_stages() -> None:
    rows = [
        "项目名称|教育扩容|",
        "建设内容|新建学校3所。|",
        "总投资|8000万元|",
        "责任领导|王远舟|",
        "牵头单位|市教育局|",
        "配合单位|市财政局|",
        "进度安排|一季度|开工",
    ]
    (task,) = read_plan(TITLE, table(*rows)).tasks
    assert (line(task), task.name, task.due) == ("重点工作/1 新建学校3所。 ▲市教育局 配市财政局", "教育扩容", ())


@pytest.mark.parametrize("line", ["副县长王远舟同志牵头负责：", "县委常委、副县长王远舟牵头推进以下工作："])
def test_a_line_with_a_colon_may_say_who_leads_what_follows(line: str) -> None:
    found = read_plan(TITLE, line, "1.新建学校3所。（责任单位：市教育局）", "2.改造食堂。（责任单位：市财政局）").tasks
    assert [[leader.name for leader in task.leaders] for task in found] == [["王远舟"], ["王远舟"]]


def test_a_letter_of_responsibility_binds_the_unit_of_its_title() -> None:
    lines = ("一、主要任务", "1.新建学校3所。", "2.改造食堂5个。", "二、考核", "结果与评优挂钩。", "2026年3月1日")
    found = read_plan("县教育局2026年度目标管理责任书", *lines).tasks
    assert [(task.text, shown(task.units)) for task in found] == [
        ("新建学校3所。", "▲县教育局"),
        ("改造食堂5个。", "▲县教育局"),
    ]


def test_units_may_stand_in_a_black_bracket_in_front() -> None:
    assert tasks("1.【市教育局、市财政局】新建学校3所。", "2.【市住建局】改造小区5个。") == [
        "重点工作/1 新建学校3所。 ▲市教育局 ·市财政局",
        "重点工作/2 改造小区5个。 ▲市住建局",
    ]

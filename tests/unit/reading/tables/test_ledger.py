"""Tables of plans: merged cells, sub-rows, categories, quotas, lines of their own for leaders."""

from dataclasses import replace

import pytest

from luoshi.model import Cell, Comparator, SumCheck, Task
from tests.unit.reading.passages import days, read_plan, shown, table

TITLE = "云泽市2026年民生实事责任分解"


def tasks(*rows: str) -> tuple[Task, ...]:
    return read_plan(TITLE, table(*rows)).tasks


HEAD = "序号|目标任务|牵头单位|配合单位|完成时限"


def test_a_row_is_a_task() -> None:
    found = tasks(HEAD, "1|新建学校3所|市教育局|市财政局、各镇街|6月底前", "2|改造小区5个|市住建局||年底前")
    assert [(task.number, task.text, shown(task.units), days(task.due)) for task in found] == [
        (1, "新建学校3所", "▲市教育局 配市财政局 配各镇街", "2026-06-30"),
        (2, "改造小区5个", "▲市住建局", "2026-12-31"),
    ]


def test_rows_without_a_number_are_sub_rows_of_the_item_above() -> None:
    found = tasks(HEAD, "1|新建学校3所|市教育局|市财政局|", "|改造食堂5个|||", "2|改造小区5个|市住建局||")
    assert [(task.number, task.sub, task.text, shown(task.units)) for task in found] == [
        (1, 1, "新建学校3所", "▲市教育局 配市财政局"),
        (1, 2, "改造食堂5个", "▲市教育局 配市财政局"),
        (2, None, "改造小区5个", "▲市住建局"),
    ]


def test_rows_that_repeat_a_number_are_sub_rows() -> None:
    found = tasks(HEAD, "1|新建学校3所|市教育局|市财政局|", "1|改造食堂5个|市教育局||", "2|改造小区5个|市住建局||")
    assert [(task.number, task.sub) for task in found] == [(1, 1), (1, 2), (2, None)]


def test_a_category_holds_until_the_next() -> None:
    head = "类别|序号|任务|责任单位"
    found = tasks(head, "教育|1|新建学校3所|市教育局", "|2|改造食堂5个|市教育局", "住房|3|改造小区5个|市住建局")
    assert [task.section for task in found] == ["教育", "教育", "住房"]


def test_a_theme_is_told_without_the_number_of_its_tasks() -> None:
    found = tasks("序号|任务|责任单位", "一、教育类（2项）||", "1|新建学校3所|市教育局", "2|改造食堂5个|市教育局")
    assert [task.section for task in found] == ["教育类", "教育类"]


def test_labels_within_a_cell_say_who_leads() -> None:
    head, cell = "序号|任务|责任单位", "牵头单位：市教育局\n责任单位：市财政局、各镇街"
    found = tasks(head, f"1|新建学校3所|{cell}", "2|改造食堂5个|牵头单位：市教育局")
    assert [shown(task.units) for task in found] == ["▲市教育局 责市财政局 责各镇街", "▲市教育局"]


def test_the_people_of_all_columns_of_leaders_answer() -> None:
    found = tasks("序号|任务|分管领导|责任人|责任单位", "1|新建学校3所|王远舟|李青禾、王远舟|市教育局")
    assert [leader.name for leader in found[0].leaders] == ["王远舟", "李青禾"]


def test_a_heading_across_the_table_is_no_second_row_of_its_head() -> None:
    rows = ["序号|任务|责任单位", "1|新建学校3所|市教育局", "2|改造食堂5个|市教育局"]
    made = table(*rows)
    banner = Cell(1, 0, "一、主要预期指标", column_span=3)
    below = (replace(cell, row=cell.row + 1) if cell.row else cell for cell in made.cells)
    found = read_plan(TITLE, replace(made, cells=(*below, banner))).tasks
    assert [(task.section, task.text) for task in found] == [
        ("主要预期指标", "新建学校3所"),
        ("主要预期指标", "改造食堂5个"),
    ]


def test_a_row_of_one_text_is_a_heading() -> None:
    found = tasks(
        "序号|任务|责任单位",
        "一、教育||",
        "1|新建学校3所|市教育局",
        "二、王远舟副市长牵头的重点工作||",
        "2|改造小区5个|市住建局",
    )
    assert [task.section for task in found] == ["教育", "教育"]
    assert [leader.name for leader in found[1].leaders] == ["王远舟"]


def test_a_heading_that_names_leaders_is_given_without_its_ordinal() -> None:
    found = tasks("序号|任务|责任单位", "二、王远舟副市长牵头的重点工作||", "1|改造小区5个|市住建局")
    assert [task.leader_heading for task in found] == ["王远舟副市长牵头的重点工作"]


def test_leaders_have_a_column() -> None:
    found = tasks(
        "序号|任务|牵头领导|责任单位", "1|新建学校3所|王远舟副市长、李青禾|市教育局", "2|改造小区5个|/|市住建局"
    )
    assert [[leader.name for leader in task.leaders] for task in found] == [["王远舟", "李青禾"], []]


def test_a_name_stands_beside_the_task() -> None:
    found = tasks("序号|项目名称|建设内容|责任单位", "1|教育工程|新建学校3所|市教育局", "||改造食堂5个|")
    assert [(task.name, task.text) for task in found] == [("教育工程", "新建学校3所"), ("教育工程", "改造食堂5个")]


MISMATCH = "sum-mismatch"
QUOTAS = "类别|序号|任务|全市任务|柯山区|望湖县|牵头单位|配合单位"


def quotas(*rows: str) -> list[tuple[str, dict[str, str], str, list[str]]]:
    return [
        (
            task.section or "",
            {share.district: share.printed for share in task.allocation.shares},
            f"{task.allocation.printed} {task.allocation.sum_check} {task.allocation.is_shifted}",
            [flag.code for flag in task.flags],
        )
        for task in tasks(QUOTAS, *rows)
        if task.allocation
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("教育|2|改造食堂15个，全部投用|15|7|8|市教育局|市财政局", ("教育", "7", "8", "15 ok False", [])),
        ("2|改造食堂15个，全部投用|15|7|8|市教育局|市财政局", ("教育", "7", "8", "15 ok True", [])),
        (
            "教育|2|改造食堂15个，全部投用|15|7|9|市教育局|市财政局",
            ("教育", "7", "9", "15 mismatch False", ["sum-mismatch"]),
        ),
        ("教育|2|改造食堂15个，全部投用|15|/|15|市教育局|市财政局", ("教育", "/", "15", "15 ok False", [])),
        ("教育|2|食堂达标率达到95%以上|95%|95%|95%|市教育局|市财政局", ("教育", "95%", "95%", "95% n/a False", [])),
    ],
)
def test_quotas_stand_under_their_districts(row: str, expected: tuple[str, str, str, str, list[str]]) -> None:
    section, first, second, total, flags = expected
    found = quotas("教育|1|新建学校5所，全部投用|5|2|3|市教育局|市财政局", row)
    assert found[1] == (section, {"柯山区": first, "望湖县": second}, total, flags)


@pytest.mark.parametrize(
    ("text", "total", "target"),
    [
        ("为老人免费开展白内障筛查，2026年重点筛查山区老人", "40", "为老人免费开展白内障筛查 40"),
        ("全年完成40户残疾人家庭改造", "40", "残疾人家庭改造 40户"),
        ("确保每个县建立1个“山里书房”", "40", "“山里书房” 40个"),
        ("门诊签约", "全省签约率≥45%，各市签约率≥50%", "各市签约率 50%"),
    ],
)
def test_the_total_is_the_target(text: str, total: str, target: str) -> None:
    (task,) = tasks(QUOTAS, f"教育|1|{text}|{total}|20|20|市教育局|市财政局")
    assert [f"{each.metric} {each.value}{each.unit}" for each in task.targets] == [target]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("食堂达标率达到95%以上", Comparator.AT_LEAST),
        ("全省食堂达标率达到90%以上", Comparator.EQUAL),
        ("食堂达标率达到95%", Comparator.EQUAL),
    ],
)
def test_a_plain_total_keeps_the_bound_that_the_text_tells_of_it(text: str, comparator: Comparator) -> None:
    (task,) = tasks(QUOTAS, f"教育|1|{text}|95%|95%|95%|市教育局|市财政局")
    assert [each.comparator for each in task.targets] == [comparator]


def test_a_lost_lead_is_taken_from_the_row_above_and_doubted() -> None:
    found = tasks(HEAD, "1|新建学校3所|市教育局|市财政局|", "2|改造食堂5个||市住建局|")
    assert shown(found[1].units) == "▲市教育局 配市住建局"
    assert "carried-lead" in [flag.code for flag in found[1].flags]


def test_a_table_goes_on_behind_a_page_without_its_head() -> None:
    plan = read_plan(TITLE, table(HEAD, "1|新建学校3所|市教育局||"), table("2|改造小区5个|市住建局||年底前"))
    assert [(task.number, shown(task.units)) for task in plan.tasks] == [(1, "▲市教育局"), (2, "▲市住建局")]


def test_a_category_named_again_in_mid_item_holds_for_the_whole_item() -> None:
    head = "类别|序号|任务|责任单位"
    rows = ["就业|1|开发岗位5万个|市人社局", "|2|新建管网3公里|市住建局", head, "宜居||新建泵站2座|市住建局"]
    found = tasks(head, *rows)
    assert [(task.number, task.section) for task in found] == [(1, "就业"), (2, "宜居"), (2, "宜居")]


def test_a_head_repeated_at_the_top_of_a_page_is_no_task() -> None:
    found = tasks(HEAD, "1|新建学校3所|市教育局||", HEAD, "2|改造小区5个|市住建局||")
    assert [task.number for task in found] == [1, 2]


def test_each_table_belongs_to_the_part_that_it_stands_under() -> None:
    plan = read_plan(
        "云泽市2026年重点工作责任分解",
        table("序号|任务|牵头单位|配合单位", "1|新建学校3所|市教育局|市财政局"),
        "云泽市2026年民生实事责任分解",
        table("序号|任务|牵头单位|配合单位", "1|改造小区5个|市住建局|市财政局"),
    )
    assert [task.part for task in plan.tasks] == ["重点工作", "民生实事"]


def test_a_flattened_table_may_have_headings_between_its_rows() -> None:
    lines = ["序号", "任务", "牵头单位", "完成时限", "一、教育", "1", "新建学校3所", "市教育局", "6月底前"]
    lines += ["2", "改造食堂5个", "市教育局", "年底前", "二、住房", "1", "改造小区5个", "市住建局", "年底前"]
    found = read_plan(TITLE, *lines).tasks
    assert [(task.number, task.section, task.text, days(task.due)) for task in found] == [
        (1, "教育", "新建学校3所", "2026-06-30"),
        (2, "教育", "改造食堂5个", "2026-12-31"),
        (1, "住房", "改造小区5个", "2026-12-31"),
    ]


def test_a_flattened_table_is_a_table_again() -> None:
    head = ["序号", "目标任务", "牵头单位", "配合单位"]
    lines = [*head, "1", "新建学校3所", "市教育局", "市财政局", "2", "改造小区5个", "市住建局", "市财政局"]
    found = read_plan(TITLE, *lines).tasks
    assert [(task.number, task.text, shown(task.units)) for task in found] == [
        (1, "新建学校3所", "▲市教育局 配市财政局"),
        (2, "改造小区5个", "▲市住建局 配市财政局"),
    ]


def test_a_title_in_the_first_row_of_a_table_begins_a_part() -> None:
    head = "序号|任务|牵头单位|配合单位"
    plan = read_plan(
        table("云泽市2026年重点工作责任分解|||", head, "1|新建学校3所|市教育局|市财政局"),
        table("云泽市2026年民生实事责任分解|||", head, "1|改造小区5个|市住建局|市财政局"),
    )
    assert [task.part for task in plan.tasks] == ["重点工作", "民生实事"]


def test_a_title_above_the_documents_number_begins_a_part() -> None:
    head = "序号|任务|牵头单位|配合单位"
    number = "云政办发〔2026〕4号　　云泽市人民政府办公室2026年2月25日|||"
    plan = read_plan(
        table("云泽市2026年重点工作责任分解|||", number, head, "1|新建学校3所|市教育局|市财政局"),
        table("云泽市2026年民生实事责任分解|||", number, head, "1|改造小区5个|市住建局|市财政局"),
    )
    assert [task.part for task in plan.tasks] == ["重点工作", "民生实事"]


def test_dates_are_read_across_the_lines_of_a_cell() -> None:
    found = tasks(HEAD, "1|一季度末达到30%、二\n季度末达到60%|市教育局||")
    assert days(found[0].due) == "2026-03-31 2026-06-30"


def test_an_empty_merged_cell_beside_a_head_hides_nothing() -> None:
    rows = [HEAD, "1|新建学校3所|市教育局||", HEAD, "2|改造小区5个|市住建局||", "3|新建公园2个|市园林局||"]
    made = table(*rows)
    merged = replace(made, cells=(*made.cells, Cell(2, 5, "", row_span=3)))
    assert [task.number for task in read_plan(TITLE, merged).tasks] == [1, 2, 3]


def test_a_card_of_labels_and_values_is_a_task() -> None:
    card = table("序号|3", "任务名称|教育工程", "目标任务|新建学校3所", "牵头单位|市教育局", "完成时限|6月底前")
    found = read_plan(TITLE, card).tasks
    assert [(task.number, task.text, shown(task.units), days(task.due)) for task in found] == [
        (3, "新建学校3所", "▲市教育局", "2026-06-30")
    ]


def test_labels_below_a_heading_are_a_card() -> None:
    lines = ["（一）教育工程", "任务内容：新建学校3所。", "牵头单位：市教育局", "完成时限：6月底前"]
    found = read_plan(TITLE, *lines).tasks
    assert [(task.text, shown(task.units)) for task in found] == [("新建学校3所。", "▲市教育局")]


def test_a_lead_that_is_open_is_nobodys() -> None:
    found = tasks(
        "序号|目标任务|牵头单位|责任单位", "1|新建学校3所|教育局|建设局", "2|改造小区5个|待定|", "3|办展5场||财政局"
    )
    assert [shown(task.units) for task in found[:2]] == ["▲教育局 责建设局", ""]


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ("1|地区生产总值增速|%|6.5|市发改局", "地区生产总值增速 =6.5% growth"),
        ("1|招商引资到位资金|亿元|≥60|市发改局", "招商引资到位资金 ≥60亿元 count"),
        ("1|一般公共预算收入（亿元）||12以上|市发改局", "一般公共预算收入 ≥12亿元 count"),
        ("1|固定资产投资||增长8%左右|市发改局", "固定资产投资 ≈8% growth"),
        ("1|城市低保标准|元/月|≥720|市民政局", "城市低保标准 ≥720元/月 level"),
        ("1|农村配电网改造|个台区|260|市发改局", "农村配电网改造 =260个台区 count"),
    ],
)
def test_an_indicator_is_to_reach_the_figure_of_its_own_cell(row: str, target: str) -> None:
    found = tasks("序号|指标名称|计量单位|年度目标值|牵头单位", row, "2|森林覆盖率|%|40|市林业局")
    (goal,) = found[0].targets
    assert f"{goal.metric} {goal.comparator.value}{goal.value}{goal.unit} {goal.kind.value}" == target
    assert goal.quote.text == row.split("|")[3]


def test_shares_of_a_rate_by_its_measure_are_not_added_up() -> None:
    head = "序号|项目名称|单位|全市目标|柯山区|望湖县|牵头单位"
    (task,) = tasks(head, "1|学校“明厨亮灶”覆盖率|%|100|100|100|市教育局")
    assert task.allocation is not None
    assert task.allocation.sum_check is SumCheck.NOT_APPLICABLE


def test_a_sheet_that_is_a_list_of_its_own_is_a_part() -> None:
    sheets = [("重点工作", "新建学校3所"), ("重大项目", "建成滨河路")]
    made = (
        replace(table("序号|任务|责任单位", f"1|{text}|市教育局", f"2|{text}二期|市教育局"), sheet=sheet)
        for sheet, text in sheets
    )
    parts = [(task.part, task.number) for task in read_plan(*made).tasks]
    assert parts == [("重点工作", 1), ("重点工作", 2), ("重大项目", 1), ("重大项目", 2)]


def test_a_heading_of_a_direction_groups_the_rows() -> None:
    found = tasks("重点方向|序号|任务|责任单位", "畜产品|1|新建牧场3个|市农业局", "畜产品|2|建库2座|市农业局")
    assert [task.section for task in found] == ["畜产品", "畜产品"]


def test_rows_of_categories_and_totals_are_no_tasks() -> None:
    rows = ["|合计（2个）||900|", "一|基础设施（1个）||400|", "1|滨河路|全长3公里|400|市住建局"]
    found = tasks(
        "序号|项目名称|建设内容|总投资|责任单位", *rows, "二|产业（1个）||500|", "2|冷链园|冷库2座|500|市商务局"
    )
    assert [(task.name, task.section) for task in found] == [("滨河路", "基础设施"), ("冷链园", "产业")]


def test_a_title_may_say_whose_tasks_a_table_holds() -> None:
    found = tasks("县委常委、副县长　王远舟||||", HEAD, "1|新建学校3所|市教育局|市财政局|6月底前")
    assert [leader.name for leader in found[0].leaders] == ["王远舟"]


def test_a_column_a_unit_has_marks_of_their_roles() -> None:
    head = "序号|重点任务|市发改委|市财政局|市数据局"
    found = tasks(head, "1|编制负面清单|▲|○|", "2|上线直达平台||配合|牵头")
    assert [shown(task.units) for task in found] == ["▲市发改委 配市财政局", "配市财政局 ▲市数据局"]


def test_people_in_cells_of_units_are_leaders() -> None:
    (task,) = tasks("序号|任务|责任单位及责任人", "1|新建学校3所|市教育局\n王远舟")
    assert (shown(task.units), [leader.name for leader in task.leaders]) == ("▲市教育局", ["王远舟"])
    (task,) = tasks("序号|任务|责任分工", "1|新建学校3所|责任领导：王远舟\n牵头单位：市教育局\n配合单位：市财政局")
    assert (shown(task.units), [leader.name for leader in task.leaders]) == ("▲市教育局 配市财政局", ["王远舟"])


def test_codes_in_place_of_numbers_count_the_rows() -> None:
    found = tasks(HEAD, "2026-001|新建学校3所|市教育局||", "2026-002|改造食堂5个|市教育局||")
    assert [(task.number, task.sub) for task in found] == [(1, None), (2, None)]


def test_an_empty_table_is_no_card() -> None:
    assert read_plan(TITLE, table(""), table(HEAD, "1|新建学校3所|市教育局||")).tasks[0].text == "新建学校3所"

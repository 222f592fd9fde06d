"""Heads of tables, and rows put back under them."""

from dataclasses import replace

import pytest

from luoshi.language.lexicon.labels import Field
from luoshi.model import Cell
from luoshi.reading.tables.align import align
from luoshi.reading.tables.columns import Columns, find_columns, is_repeated_head
from luoshi.reading.tables.grid import read_grid, texts
from tests.unit.reading.passages import grid, source, table

F = Field


def columns(*rows: str) -> tuple[Columns, int]:
    found = find_columns(grid(*rows))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("序号|目标任务|牵头单位|配合单位|完成时限", [F.NUMBER, F.TASK, F.LEAD, F.COOPERATING, F.DUE]),
        ("序号|任务名称|牵头单位|进展情况", [F.NUMBER, F.TASK, F.LEAD, F.PROGRESS]),
        ("编号|重点工作|分管领导|责任单位|备注", [F.NUMBER, F.TASK, F.LEADER, F.RESPONSIBLE, F.REMARK]),
        ("类别|序号|工作内容|牵头（责任）单位|配合（协办）单位", [F.SECTION, F.NUMBER, F.TASK, F.LEAD, F.COOPERATING]),
        ("序号|项目名称|建设内容|主办单位|协办单位", [F.NUMBER, F.NAME, F.TASK, F.LEAD, F.COOPERATING]),
        ("序号|任务|子任务|牵头单位", [F.NUMBER, F.NAME, F.TASK, F.LEAD]),
        ("序号|项目名称|责任单位", [F.NUMBER, F.TASK, F.RESPONSIBLE]),
        ("序号|任务|牵头领导|牵头部门|责任部门", [F.NUMBER, F.TASK, F.LEADER, F.LEAD, F.RESPONSIBLE]),
        ("序号|目标任务|责任站办|责任村", [F.NUMBER, F.TASK, F.RESPONSIBLE, F.RESPONSIBLE]),
        ("序号|目标任务|牵头单位|主要责任单位", [F.NUMBER, F.TASK, F.LEAD, F.RESPONSIBLE]),
        ("序号|目标任务|主要责任单位|配合单位", [F.NUMBER, F.TASK, F.LEAD, F.COOPERATING]),
        ("序号|工作任务|分管领导|牵头站所|配合村社", [F.NUMBER, F.TASK, F.LEADER, F.LEAD, F.COOPERATING]),
        ("序号|任务|完成情况|存在问题|下一步打算", [F.NUMBER, F.TASK, F.PROGRESS, F.REMARK, F.REMARK]),
        ("序号|编号|案由|主办单位|会办单位|督办领导", [F.NUMBER, F.NUMBER, F.TASK, F.LEAD, F.COOPERATING, F.LEADER]),
        ("序号|作战任务|指挥长|牵头单位|成员单位", [F.NUMBER, F.TASK, F.LEADER, F.LEAD, F.COOPERATING]),
        ("序号|项目名称|形象进度目标|责任单位", [F.NUMBER, F.NAME, F.TASK, F.RESPONSIBLE]),
        ("序号|姓名|职务|包联项目|责任单位", [F.NUMBER, F.LEADER, None, F.TASK, F.RESPONSIBLE]),
        ("序号|目标任务|牵头厅局|配合厅局", [F.NUMBER, F.TASK, F.LEAD, F.COOPERATING]),
        ("会议名称|议定事项|承办单位|落实情况", [F.REMARK, F.TASK, F.RESPONSIBLE, F.PROGRESS]),
        ("序号|二级任务|责任单位（★为牵头单位）", [F.NUMBER, F.TASK, F.RESPONSIBLE]),
        ("指标|2025年完成情况|2026年预期目标|牵头部门", [F.TASK, None, F.TASK, F.LEAD]),
    ],
)
def test_a_heading_tells_what_its_column_holds(head: str, fields: list[Field]) -> None:
    body = "|".join("x" for _ in fields)
    assert list(columns(head, body)[0].fields) == fields


def test_words_that_hold_for_several_rows_only_name_what_stands_beside_them() -> None:
    rows = ["1|建设消费中心|新增首店20家|市商务局", "2|建设消费中心|打造夜市3条|市商务局"]
    assert columns("序号|报告内容|具体任务|牵头单位", *rows)[0].fields == (F.NUMBER, F.NAME, F.TASK, F.LEAD)


@pytest.mark.parametrize(
    "rows",
    [
        ["甲|乙|丙", "1|2|3"],
        ["姓名|职务|联系电话", "王远舟|副市长|无"],
        ["1|新建学校|市教育局"],
        ["年份|生产总值", "2025|300亿元"],
        [""],
    ],
)
def test_a_table_without_headings_of_the_genre_has_no_columns(rows: list[str]) -> None:
    assert find_columns(grid(*rows)) is None


def test_a_goal_in_plain_figures_is_the_total_of_the_districts_behind_it() -> None:
    head = "序号|项目内容|年度目标|单位|城关镇|石门乡|责任单位"
    assert columns(head, "1|新建厕所|16|座|9|7|县住建局")[0].fields[2] is F.TOTAL
    assert columns(head, "1|达标率|95%以上|%|96%|95%|县住建局")[0].fields[2] is F.FIGURE


def test_a_row_with_a_sentence_is_no_head_once_more() -> None:
    found, _ = columns("序号|任务|牵头局|进展情况", "1|公厕26座|教育局|已开工。")
    assert is_repeated_head(["序号", "任务", "牵头局", "进展情况"], found)
    assert not is_repeated_head(["6", "公厕26座", "牵头局", "已全部完成任务。"], found)


def test_columns_of_districts_are_known_by_their_headings_and_their_figures() -> None:
    found, start = columns("序号|任务|全市任务|柯山区|望湖县|双河新城|责任单位", "1|新建学校5所|5|2|3|/|市教育局")
    assert sorted(found.districts) == [3, 4, 5]
    assert found.index(F.TOTAL) == 2
    assert start == 1


def test_a_second_row_of_headings_belongs_to_the_head() -> None:
    found, start = columns("序号|任务|任务分解||责任单位", "||柯山区|望湖县|", "1|新建学校|2|3|市教育局")
    assert start == 2
    assert found.headings == ("序号", "任务", "柯山区", "望湖县", "责任单位")


def test_a_second_row_of_nothing_but_headings_belongs_to_a_head_that_lost_its_merges() -> None:
    found, start = columns("任务|责任分工||完成时限", "|市领导|牵头单位|", "新建学校3所|王远舟|市教育局|年底前")
    assert start == 2
    assert list(found.fields) == [F.TASK, F.LEADER, F.LEAD, F.DUE]


def test_an_empty_cell_that_runs_down_the_table_makes_no_head_taller() -> None:
    written = table("序号|目标任务|牵头单位|", "1|新建学校3所|市教育局", "2|改造小区5个|市住建局")
    edge = Cell(0, 3, "", row_span=3)
    padded = replace(written, cells=(*(cell for cell in written.cells if cell.column < edge.column), edge))
    found = find_columns(read_grid(source(padded), 0))
    assert found is not None
    assert found[1] == 1


def test_a_title_above_the_head_is_passed_over() -> None:
    assert columns("云泽市重点工作||", "序号|任务|责任单位", "1|新建学校|市教育局")[1] == 2


def test_the_head_is_known_where_a_page_repeats_it() -> None:
    made = grid("序号|任务|责任单位", "1|新建学校|市教育局", "序 号|任 务|责任单位")
    found = find_columns(made)
    assert found is not None
    assert [is_repeated_head(texts(row), found[0]) for row in made.rows] == [True, False, True]


QUOTAS = "类别|序号|任务|全市任务|柯山区|望湖县|牵头单位|配合单位"


TASK = "新建中小学校5所以上并投用"


@pytest.mark.parametrize(
    ("row", "aligned"),
    [
        (f"教育|1|{TASK}|5|2|3|市教育局|市财政局", f"教育|1|{TASK}|5|2|3|市教育局|市财政局"),
        (f"1|{TASK}|5|2|3|市教育局|市财政局|", f"|1|{TASK}|5|2|3|市教育局|市财政局"),
        (f"1|{TASK}|5|2|3|市教育局|市财政局", f"|1|{TASK}|5|2|3|市教育局|市财政局"),
        (f"{TASK}|5|2|3|市教育局|市财政局||", f"||{TASK}|5|2|3|市教育局|市财政局"),
        (f"1|{TASK}|5|/|5|市教育局|市财政局", f"|1|{TASK}|5|/|5|市教育局|市财政局"),
        (f"|1|{TASK}|5|2|3|市教育局|", f"|1|{TASK}|5|2|3|市教育局|"),
    ],
)
def test_a_row_that_lost_its_merged_cells_is_put_back(row: str, aligned: str) -> None:
    found = columns(QUOTAS, "教育|1|新建学校|5|2|3|市教育局|市财政局")[0]
    cells = row.split("|")
    order = align(cells, found).cells
    assert "|".join("" if index is None or index >= len(cells) else cells[index] for index in order) == aligned


def test_a_row_that_stands_as_printed_is_not_moved() -> None:
    found = columns(QUOTAS, "教育|1|新建学校|5|2|3|市教育局|市财政局")[0]
    assert not align(["教育", "1", "新建中小学校5所", "5", "2", "3", "市教育局", "市财政局"], found).is_shifted
    assert align(["1", "新建中小学校5所以上并投用", "5", "2", "3", "市教育局", "市财政局", ""], found).is_shifted


def test_a_figure_too_many_is_left_over() -> None:
    found = columns(QUOTAS, "教育|1|新建学校|5|2|3|市教育局|市财政局")[0]
    row = ["教育", "1", "新建中小学校5所以上并投用", "5", "0", "2", "3", "市教育局", "市财政局"]
    assert len(align(row, found).surplus) == 1


def test_short_words_beside_measures_name_what_those_promise() -> None:
    found, _ = columns("序号|工作任务|具体举措|牵头单位", "1|发展数字经济|上云企业达到200家，新建平台1个|市经信局")
    assert found.fields == (F.NUMBER, F.NAME, F.TASK, F.LEAD)


def test_promises_beside_measures_are_the_task() -> None:
    found, _ = columns(
        "序号|工作任务|具体举措|牵头单位", "1|上云企业达到200家|建立包联机制，每月调度，逐家上门辅导|市经信局"
    )
    assert found.fields[1] is F.TASK


def test_numbered_words_that_hold_for_several_rows_are_categories() -> None:
    rows = ["一、优化产业结构|1|淘汰落后产能3家|市工信局", "一、优化产业结构|2|改造集群2个|市工信局", "注：按季报送|||"]
    assert columns("重点任务|序号|具体措施|牵头单位", *rows)[0].fields == (F.SECTION, F.NUMBER, F.TASK, F.LEAD)


@pytest.mark.parametrize("goal", ["6.5", "8以上", "≥60", "增长6%左右", "36微克/立方米以下", "12户"])
def test_figures_beside_an_indicator_are_what_it_is_to_reach(goal: str) -> None:
    found = columns("序号|指标名称|计量单位|年度目标值|牵头单位", f"1|某项指标|%|{goal}|市统计局")[0]
    assert found.fields == (F.NUMBER, F.TASK, F.MEASURE, F.FIGURE, F.LEAD)


def test_what_unknown_headings_have_below_them_moves_no_row() -> None:
    head = "序号|工作任务|责任领导|责任站所|协办站所|1月|2月|3月|4月|5月|6月"
    row = ["1", "整治沟渠3公里", "王远舟", "农业办", "自然资源所", "立项", "招标", "施工", "施工", "验收", ""]
    assert not align(row, columns(head, "|".join(row))[0]).is_shifted

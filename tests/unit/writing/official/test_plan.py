"""责任分解 as a document: its order, its styles, its page."""

from dataclasses import replace
from datetime import date

import pytest

from luoshi.letters import Letterhead, OpenPoint
from luoshi.model import Plan
from luoshi.writing.official.arrangement import arrange
from luoshi.writing.official.plan import write_plan
from tests.unit.writing.official.opened import W, lines, opened, pages, part, rows, styled

OFFICE = "云泽市人民政府办公室"
LETTERHEAD = Letterhead(
    OFFICE,
    "云政办发〔2026〕7号",
    date(2026, 3, 4),
    "各县（市、区）人民政府",
    cc=("市委各部门", "市人大常委会办公室"),
    note="此件公开发布",
)


@pytest.fixture
def written(plan: Plan) -> bytes:
    return write_plan(plan, LETTERHEAD)


def test_a_notice_stands_in_front_and_the_parts_follow(written: bytes) -> None:
    assert lines(written)[:11] == [
        ("文号", "云政办发〔2026〕7号"),
        ("Title", "云泽市人民政府办公室\n关于印发2026年重点工作责任分解的通知"),
        ("主送机关", "各县（市、区）人民政府："),
        (
            "Body Text",
            "现将《2026年重点工作责任分解》和《2026年民生实事责任分解》印发给你们，请结合实际，认真组织实施。",
        ),
        lines(written)[4],
        ("发文机关署名", OFFICE),
        ("成文日期", "2026年3月4日"),
        ("附注", "（此件公开发布）"),
        ("附件标题", "2026年重点工作责任分解"),
        ("Heading 1", "一、周以宁副市长牵头的重点工作"),
        ("Body Text", "1.建成“云快处”平台，6月底前上线<试用>。（牵头单位：公安局；配合单位：数据局）"),
    ]
    assert styled(written, "正文末段") == [lines(written)[4][1]]


def test_quotas_are_a_table_whose_head_is_drawn_on_every_page(written: bytes) -> None:
    assert rows(written) == [
        ["序号", "工作目标", "计量单位", "总任务数", "各地任务数", "各地任务数"],
        ["序号", "工作目标", "计量单位", "总任务数", "望湖区", "沙洲区"],
        ["1", "=改造老旧小区", "个", "30", "12", "17"],
    ]
    table = part(written, "word/document.xml").find(f".//{W}tbl")
    assert table is not None
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")] == [True, True, False]
    assert styled(written, "表格附注") == ["注：第1项“=改造老旧小区”各地合计29，与总数30不一致。"]


def test_copies_and_printing_are_told_at_the_end(written: bytes) -> None:
    assert rows(written, 1) == [["抄送：市委各部门，市人大常委会办公室。"], [f"{OFFICE}\t2026年3月4日印发"]]


def test_the_page_is_that_of_the_standard(written: bytes) -> None:
    portrait = (210, 297, 28, 37, 26, 35)
    assert pages(written) == [portrait, (297, 210, 35, 28, 37, 26), portrait]


def test_nothing_is_formatted_but_by_styles(written: bytes) -> None:
    body = part(written, "word/document.xml")
    inside = {child.tag for tag in ("rPr", "pPr") for node in body.iter(W + tag) for child in node}
    # keepNext says where a page may end, not how anything looks
    assert inside <= {f"{W}{name}" for name in ("rStyle", "pStyle", "sectPr", "keepNext")}


def test_a_red_head_stands_above_the_number_on_its_rule(plan: Plan) -> None:
    written = write_plan(plan, replace(LETTERHEAD, red_head=OFFICE))
    assert lines(written)[:2] == [("发文机关标志", f"{OFFICE}文件"), ("发文字号", "云政办发〔2026〕7号")]


@pytest.mark.parametrize(
    ("name", "style", "head"),
    [
        ("云泽汉族自治县人民政府办公室", "发文机关标志（长）", "云泽汉族自治县人民政府办公室文件"),
        ("云泽汉族苗族自治县人民政府办公室", "发文机关标志（最长）", "云泽汉族苗族自治县人民政府办公室文件"),
        (
            "云泽市推进职能转变和“放管服”改革协调小组办公室",
            "发文机关标志（长）",
            "云泽市推进职能转变和\n“放管服”改革协调小组办公室文件",
        ),
    ],
)
def test_a_long_name_has_lines_of_its_own(plan: Plan, name: str, style: str, head: str) -> None:
    """17 characters of 26 points fill a line, 20 of 22, 14 of a signature, 18 beside the day of printing."""
    written = write_plan(plan, replace(LETTERHEAD, issuer=name, red_head=name))
    assert lines(written)[0] == (style, head)
    is_long = len(name) > 14
    assert styled(written, "发文机关署名（长）" if is_long else "发文机关署名") == [name]
    printed = rows(written, 1)[-1][0]
    assert printed == (f"{name}2026年3月4日印发" if len(name) > 18 else f"{name}\t2026年3月4日印发")


def test_without_an_issuer_there_is_no_notice_and_no_empty_page(plan: Plan) -> None:
    written = write_plan(replace(plan, tasks=plan.tasks[2:]), Letterhead())
    assert [name for name, _ in lines(written)] == ["表格标题", "表格附注"]
    assert pages(written) == [(297, 210, 35, 28, 37, 26)]


def test_what_is_open_is_marked_and_listed(plan: Plan) -> None:
    points = (OpenPoint("第2项由谁牵头？", task=1), OpenPoint("成文日期待定。"))
    written = write_plan(plan, LETTERHEAD, open_points=points)
    marked = [
        run.text for each in opened(written).paragraphs for run in each.runs if run.style and run.style.name == "待定"
    ]
    assert marked == ["新增公园3个。（责任单位：园林局、城管局、各镇街）"]
    assert lines(written)[-3:] == [
        ("附件标题", "待定事项"),
        ("Body Text", "1.第2项由谁牵头？"),
        ("Body Text", "2.成文日期待定。"),
    ]


def test_by_section_the_leaders_stand_in_the_clause(plan: Plan) -> None:
    tasks = tuple(replace(task, section="政务服务") for task in plan.tasks[:1])
    written = write_plan(replace(plan, tasks=tasks), LETTERHEAD, by="section")
    assert styled(written, "Heading 1") == ["一、政务服务"]
    assert styled(written, "Body Text")[-1].endswith("（牵头领导：周以宁副市长；牵头单位：公安局；配合单位：数据局）")


def test_promises_of_one_number_stand_in_one_paragraph(plan: Plan) -> None:
    first, second = (replace(task, number=3, sub=sub) for sub, task in enumerate(plan.tasks[:2], 1))
    written = write_plan(replace(plan, tasks=(first, replace(second, text="12345热线提质。"))), Letterhead())
    assert styled(written, "Body Text")[-1].count("（") == 2
    alone = write_plan(replace(plan, tasks=(replace(first, sub=None, text="12345热线提质。"),)), Letterhead())
    assert styled(alone, "Body Text")[-1].startswith("3. 12345热线提质。")


def test_characters_that_no_file_may_hold_are_left_out(plan: Plan) -> None:
    odd = replace(plan.tasks[0], text="建成平台\x0b\ud800，{{ 标题 }}&<b>。")
    written = write_plan(replace(plan, tasks=(odd,)), Letterhead())
    assert "1.建成平台，{{ 标题 }}&<b>。（" in styled(written, "Body Text")[-1]


def test_an_excerpt_says_below_each_title_what_it_was_taken_by(plan: Plan) -> None:
    written = write_plan(plan, Letterhead(), excerpt="筛选：研判：欠进度　项数：3 项")
    titles = [name for name, _ in lines(written) if name in {"附件标题", "表格标题", "摘录说明"}]
    assert titles == ["附件标题", "摘录说明", "表格标题", "摘录说明"]
    assert styled(write_plan(plan, Letterhead()), "摘录说明") == []


def test_a_promise_without_those_in_front_of_it_tells_its_place(plan: Plan) -> None:
    subs = tuple(replace(plan.tasks[0], number=3, sub=sub) for sub in (1, 2, 4))
    written = write_plan(replace(plan, tasks=subs), Letterhead())
    assert [text.partition(".")[0] for text in styled(written, "Body Text")] == ["3", "3-4"]


@pytest.mark.parametrize("part_name", ["重点工作", "重大项目"])
@pytest.mark.parametrize("post", ["副市长（工业、科技）", "市委常委、副市长（工业、科技、商务、国资、国企、市场监管）"])
def test_a_leader_is_not_repeated_under_the_own_heading(plan: Plan, part_name: str, post: str) -> None:
    first = plan.tasks[0]
    leader = replace(first.leaders[0], name="蔺书禾", post=post)
    task = replace(first, part=part_name, leader_heading=None, leaders=(leader,))
    heading, clause = lines(write_plan(arrange(replace(plan, tasks=(task,)), "leader"), Letterhead()))[-2:]
    assert heading[1].startswith("一、蔺书禾")
    assert "蔺书禾" not in clause[1]

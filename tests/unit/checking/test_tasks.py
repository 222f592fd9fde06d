"""Who answers, how tasks are numbered, and what they say."""

import pytest

from luoshi.checking import Finding
from luoshi.model import Kind
from tests.unit.checking.looking import codes, look_at, look_at_tasks, read_tasks

SOUND = [
    "新建公办幼儿园6所，新增学位1800个。（责任单位：▲教育局、财政局）",
    "改造农村公路40公里以上。（责任单位：▲交通运输局、财政局）",
    "规上工业增加值增长6%以上。（责任单位：▲经信局、统计局）",
    "新增公共停车位600个。（责任单位：▲建设局、各镇街）",
    "完成造林2万亩，森林抚育5万亩。（责任单位：▲农业农村局、水利局）",
]
TASK_MORE = "新建口袋公园12个。（责任单位：▲建设局、财政局）"
QUOTAS = """青川市2026年民生实事责任分解
序号\t民生实事项目\t全市任务\t东湖街道\t西溪镇\t南岭镇\t牵头单位
1\t新增公共停车位600个。\t600\t300\t200\t100\t建设局
2\t新建充电桩90个。\t90\t40\t30\t{share}\t发改局
"""


def look_beside_sound(*tasks: str) -> tuple[Finding, ...]:
    return look_at_tasks([*SOUND, *tasks])


def test_of_what_the_last_figure_is_a_size_only_that_is_bounded() -> None:
    task = "新签约亿元以上项目180个、10亿元以上项目25个。（责任单位：▲投促局、财政局）"
    assert look_beside_sound(task) == ()


def test_two_projects_that_build_the_same_are_two() -> None:
    rows = [
        f"{n}\t{name}\t设置床位{n}00张，年底前全部投入使用\t民政局\n" for n, name in ((1, "第一医院"), (2, "福利中心"))
    ]
    text = f"青川市2026年重点项目责任分解\n\n序号\t项目名称\t建设内容\t牵头单位\n{''.join(rows)}"
    assert codes(look_at(text, kind=Kind.PLAN)) == []


def test_a_sound_breakdown_gives_nothing() -> None:
    assert look_at_tasks(SOUND) == ()


@pytest.mark.parametrize(
    ("task", "code", "words"),
    [
        ("新建口袋公园12个。（责任单位：建设局、财政局）", "L010", "第6项列了建设局等2个单位，没有标明谁牵头"),
        ("新建口袋公园12个。（责任单位：▲建设局、财政局、水利局、财政局）", "L012", "把“财政局”列了两次"),
        ("新建口袋公园12个。（责任单位：▲建设局、财政局、建设局）", "L013", "牵头单位“建设局”又列了一次"),
        ("新建口袋公园12个。（责任单位：▲建设局、相关单位）", "L014", "把“相关单位”列为责任单位"),
        ("新建口袋公园12个。（责任单位：▲建设局、各有关部门）", "L014", "把“各有关部门”列为责任单位"),
        ("7.新建口袋公园12个。（责任单位：▲建设局、财政局）", "L020", "序号从5跳到7"),
        ("5.新建口袋公园12个。（责任单位：▲建设局、财政局）", "L021", "序号5之后又是5，重号"),
        ("3.新建口袋公园12个。（责任单位：▲建设局、财政局）", "L021", "序号5之后又是3，倒了回去"),
        ("改造农村公路40公里以上。（责任单位：▲建设局、财政局）", "L030", "第6项与重点工作第2项文字一样"),
        ("新建公办幼儿园6所，新增学位1900个。（责任单位：▲教育局、财政局）", "L030", "文字几乎一样"),
        ("改造农村公路75公里以上。（责任单位：▲建设局、财政局）", "L030", "文字几乎一样"),
        ("国家级园区保4争5拼6。（责任单位：▲建设局、财政局）", "L032", "写了几档目标（保4争5拼6）"),
        ("新建口袋公园12个（责任单位：▲建设局、财政局）", "L033", "没有句号"),
        ("建设“智慧水务平台1个。（责任单位：▲建设局、财政局）", "L034", "““”没有配对"),
        ("建设（一期）平台）1个。（责任单位：▲建设局、财政局）", "L034", "“）”没有配对"),
        ("两个园区产值分别达到600亿元、400亿元以上。（责任单位：▲建设局、财政局）", "L035", "“600亿元、400亿元以上”"),
        ("2025年10月底前新建口袋公园12个。（责任单位：▲建设局、财政局）", "L042", "早于2026年"),
    ],
)
def test_each_doubt_is_found_beside_sound_tasks(task: str, code: str, words: str) -> None:
    findings = look_beside_sound(task)
    assert codes(findings) == [code]
    assert words in findings[0].flag.message


@pytest.mark.parametrize(
    "task",
    [
        "推行“高效办成一件事”，建成《规划》明确的（二期）平台3个。（责任单位：▲建设局、财政局）",
        "抓好三项工程：1）完成水库扩容；2）建成环城北路。（责任单位：▲建设局、各镇街）",
        "完善“一件事”改革。”（责任单位：▲建设局（人防办）、组织部）".replace("。”", "。"),
        "1.新建口袋公园12个。（责任单位：▲建设局、财政局）",
    ],
)
def test_what_only_looks_odd_is_let_be(task: str) -> None:
    assert look_beside_sound(task) == ()


@pytest.mark.parametrize(("share", "found"), [("20", []), ("25", ["L040"])])
def test_a_quota_whose_shares_do_not_give_its_total_is_an_error(share: str, found: list[str]) -> None:
    findings = look_at(QUOTAS.format(share=share), kind=Kind.PLAN)
    assert codes(findings) == found
    assert all("合计95，全部任务写的是90，差5" in finding.flag.message for finding in findings)


@pytest.mark.parametrize(("shares", "words"), [("40\t7\t30\t20", "略去“7”才放得下"), ("40\t0\t50\t0", "多出“0”")])
def test_a_quota_with_more_figures_than_columns_is_told_with_the_one_left_out(shares: str, words: str) -> None:
    findings = look_at(QUOTAS.format(share=20).replace("40\t30\t20", shares), kind=Kind.PLAN)
    assert codes(findings) == ["L041"]
    assert words in findings[0].flag.message


TWO_PARTS = """青川市2026年重点工作和民生实事责任分解
一、重点工作
{works}
二、民生实事
{projects}
"""


@pytest.mark.parametrize(("repeated", "found"), [(1, ["L030"]), (3, ["L030"] * 3), (4, [])])
def test_a_promise_in_two_parts_is_told_unless_the_document_repeats_many(repeated: int, found: list[str]) -> None:
    works = "\n".join(f"{number}.{task}" for number, task in enumerate(SOUND, start=1))
    projects = [*SOUND[:repeated], "新建口袋公园12个。（责任单位：▲建设局、财政局）"]
    listed = "\n".join(f"{number}.{task}" for number, task in enumerate(projects, start=1))
    assert codes(look_at(TWO_PARTS.format(works=works, projects=listed), kind=Kind.PLAN)) == found


def grouped(*numbers: int) -> str:
    """A breakdown with a heading above every two tasks, numbered so."""
    lines = [f"{number}.{task}" for number, task in zip(numbers, [*SOUND, TASK_MORE], strict=True)]
    heads = ["一、产业方面", "二、城建方面", "三、农业方面"]
    groups = [f"{head}\n{lines[2 * at]}\n{lines[2 * at + 1]}" for at, head in enumerate(heads)]
    return "青川市2026年政府工作报告重点工作责任分解\n" + "\n".join(groups)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 3, 4, 5, 6), []),
        ((1, 2, 1, 2, 1, 2), []),
        ((2, 3, 4, 5, 6, 7), ["L020"]),
        ((1, 2, 3, 4, 6, 7), ["L020"]),
    ],
)
def test_a_list_begins_with_one_or_goes_on(numbers: tuple[int, ...], found: list[str]) -> None:
    assert codes(look_at(grouped(*numbers), kind=Kind.PLAN)) == found


def test_a_heading_that_goes_on_where_all_others_begin_anew_is_told() -> None:
    heads = [f"{ordinal}、{name}方面" for ordinal, name in zip("一二三四五", "林粮水电路", strict=True)]
    numbers = [1, 1, 2, 1, 1]
    lines = [f"{head}\n{number}.{task}" for head, number, task in zip(heads, numbers, SOUND, strict=True)]
    text = "青川市2026年政府工作报告重点工作责任分解\n" + "\n".join(lines)
    assert codes(look_at(text, kind=Kind.PLAN)) == ["L020"]


def test_a_livelihood_project_without_figure_or_date_is_told() -> None:
    tasks = "1.提升物业管理服务水平。（责任单位：▲建设局）\n2.新增床位60张。（责任单位：▲民政局）\n"
    assert codes(look_at(f"青川市2026年民生实事责任分解\n{tasks}", kind=Kind.PLAN)) == ["L031"]


@pytest.mark.parametrize("task", ["建成市特殊教育学校。", "企业管理层级压缩至三级以内。"])
def test_what_stands_there_or_not_at_the_end_of_the_year_is_let_be(task: str) -> None:
    listed = f"1.{task}（责任单位：▲建设局）\n2.新增床位60张。（责任单位：▲民政局）\n"
    assert codes(look_at(f"青川市2026年民生实事责任分解\n{listed}", kind=Kind.PLAN)) == []


def test_only_the_livelihood_part_of_a_title_of_both_lists_has_to_be_measurable() -> None:
    tasks = "1.优化营商环境。（责任单位：▲建设局）\n二、民生实事项目\n2.提升物业水平。（责任单位：▲民政局）\n"
    findings = look_at(f"青川市2026年重点任务和民生实事责任分解\n一、经济\n{tasks}", kind=Kind.PLAN)
    assert [finding.flag.message[:7] for finding in findings] == ["民生实事第2项"]


@pytest.mark.parametrize(
    ("task", "found"),
    [
        ("农贸市场5个。", ["L036"]),
        ("农村饮水工程12处。", ["L036"]),
        ("改造农贸市场5个。", []),
        ("失业人员再就业400人。", []),
    ],
)
def test_a_livelihood_project_without_a_verb_is_told(task: str, found: list[str]) -> None:
    listed = f"1.{task}（责任单位：▲建设局）\n2.新增床位60张。（责任单位：▲民政局）\n"
    assert codes(look_at(f"青川市2026年民生实事责任分解\n{listed}", kind=Kind.PLAN)) == found


def test_a_task_without_units_among_others_is_an_error() -> None:
    assert codes(look_at_tasks([SOUND[0], "新建口袋公园12个。", *SOUND[1:]])) == ["L011"]


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("规上工业增加值增长8%以上", "规上工业增加值增长6%以上", ["L043"]),
        ("规上工业增加值增长6%以上", "规上工业增加值增长8%以上", []),
        ("居民收入倍差缩小到1.68以内", "居民收入倍差缩小到1.72以内", ["L043"]),
        ("新增学位1800个", "新增床位600个", []),
        ("国资总额突破700亿元", "国资总额突破720万元", ["L043", "L044", "L047"]),
    ],
)
def test_a_target_below_the_earlier_years_is_told(before: str, now: str, found: list[str]) -> None:
    earlier = read_tasks([f"{before}。（责任单位：▲财政局）"])
    assert codes(look_at_tasks([f"{now}。（责任单位：▲财政局）"], earlier=[earlier])) == found

"""Replies that do not fit their own figures, their row or their period."""

import pytest

from tests.unit.checking.looking import codes, look_at_judged, look_at_rows

SOUND = [
    ("全年完成投资190亿元以上", "1-9月，累计完成投资152亿元，完成年度目标的80%。"),
    ("新增公共停车位600个", "截至9月底，已新增公共停车位480个，完成率80%。"),
    ("规上工业增加值增长6%以上", "1-9月，规上工业增加值增长6.3%，其中装备制造业增长9.8%。"),
]


def test_a_sound_table_gives_nothing() -> None:
    assert look_at_rows(SOUND) == ()


@pytest.mark.parametrize(
    ("name", "text", "code", "words"),
    [
        ("实际使用外资3500万美元", "", "L060", "没有填报"),
        ("新建口袋公园12个", "强化专班推进，已全面完成年度任务。", "L061", "目标是"),
        ("新区完成投资190亿元", "完成投资21亿元，完成年度目标95.4%。", "L062", "21亿元÷190亿元＝11.1%"),
        ("新区完成投资190亿元", "完成投资21亿，完成年度目标的95.4%。", "L062", "21亿÷190亿元＝11.1%"),
        ("建设东部新区", "完成投资21亿元，占年度目标190亿元的95.4%。", "L062", "21亿元÷190亿元＝11.1%"),
        ("建设口袋公园", "已新增公共停车位480个，完成率80%。", "L063", "第4行与第2行"),
        ("新建口袋公园12个", "建成7个。规上工业增加值增长6.3%，其中装备制造业增长9.8%。", "L063", "第4行与第3行"),
        ("实际使用外资3500万美元", "1-9月，实际使用外资2.1亿元。", "L064", "目标按万美元定"),
        ("新建口袋公园12个", "截至10月底，建成9个。", "L065", "晚于填报期（到9月底）"),
        ("新建口袋公园12个", "10月18日，第九个公园开园。", "L065", "“10月18日”，晚于填报期"),
        ("新建口袋公园12个", "建成7个，10月已开工2个。", "L065", "晚于填报期"),
        ("新区完成投资190亿元", "累计完成投资152万元。", "L067", "反馈是152万元"),
        ("新建口袋公园12个", "截至6月底，建成5个。", "L066", "填报期到9月底"),
        ("新建口袋公园12个", "1—8月，建成5个。", "L066", "填报期到9月底"),
        ("新建口袋公园12个", "截至6月20日，建成5个。", "L066", "“截至6月20日”"),
    ],
)
def test_each_doubt_is_found_beside_sound_rows(name: str, text: str, code: str, words: str) -> None:
    findings = look_at_rows([*SOUND, (name, text)])
    assert set(codes(findings)) == {code}
    assert words in findings[-1].flag.message


def test_many_times_the_goal_is_a_digit_too_many() -> None:
    (finding,) = look_at_judged([("新增蓄水能力300万立方米", "新增蓄水能力3100万立方米。")])
    assert finding.rule.code == "L067"
    assert "是目标的10.3倍" in finding.flag.message
    assert look_at_judged([("新增蓄水能力300万立方米", "新增蓄水能力710万立方米。")]) == ()


def test_rows_with_one_text_are_told_of_each_other() -> None:
    findings = look_at_rows([*SOUND, ("建设口袋公园", SOUND[1][1])])
    assert [finding.flag.message[:9] for finding in findings] == ["第2行与第4行的文", "第4行与第2行的文"]


def test_the_name_of_one_document_may_stand_in_two_rows() -> None:
    rest = "印发《青川市基层治理和公共服务体系建设三年行动实施方案》，"
    assert look_at_rows([("推进养老改革", f"{rest}新建站点。"), ("推进托育改革", f"{rest}培训人员。")]) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("新区完成投资190亿元", "完成投资152.3亿元，完成年度目标80.2%。"),
        ("新区完成投资190亿元", "三季度完成投资21亿元，季度计划完成率120%。"),
        ("新区完成投资190亿元", "完成投资152亿元，同比增长9.4%。"),
        ("建设东部新区", "主体工程完成总工程量的94%。"),
        ("新建口袋公园12个", "已全面完成年度任务，建成12个。"),
        ("推进社会救助改革", "已全面完成年度任务。"),
        ("新建口袋公园12个", "建成7个，其余预计11月20日完工。"),
        ("新建口袋公园12个", "2025年12月3日立项，11月8日前建成9个。"),
        ("引进研究院1家", "引进研究院1家，走访企业1200家。"),
        ("新建口袋公园12个", "1-8月建成5个，截至9月底建成7个。"),
        ("实际使用外资3500万美元", "实际使用外资2900万美元，折合2.1亿元人民币。"),
        ("居民收入增长6%", "上半年居民收入增长5.8%，三季度数据未发布。"),
    ],
)
def test_what_fits_is_let_be(name: str, text: str) -> None:
    assert look_at_rows([*SOUND, (name, text)]) == ()

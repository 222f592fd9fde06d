"""督查单 and 销号单: one a page, numbered on; 计票报告."""

from dataclasses import replace
from datetime import date

import pytest
from docx.enum.section import WD_SECTION

from luoshi.counting import count
from luoshi.letters import Candidate, Letterhead, Tally
from luoshi.writing.official.closure import close_matters, write_closures
from luoshi.writing.official.matters import finding, list_matters, pick_matters
from luoshi.writing.official.notice import next_number, serve_matters, write_notices
from luoshi.writing.official.tally import write_tally
from tests.unit.writing.official.opened import W, opened, part, rows, styled
from tests.unit.writing.official.tables import JUDGED, LETTERHEAD


@pytest.mark.parametrize(
    ("number", "steps", "expected"),
    [("云督〔2026〕12号", 3, "云督〔2026〕15号"), ("督2026-009", 1, "督2026-10"), ("", 4, ""), ("甲", 2, "甲")],
)
def test_numbers_are_counted_on(number: str, steps: int, expected: str) -> None:
    assert next_number(number, steps) == expected


def test_each_lead_of_a_matter_gets_a_notice_of_its_own() -> None:
    notices = serve_matters(pick_matters(JUDGED, [2, 4]), "云督〔2026〕12号", date(2026, 10, 28), "林若溪")
    assert [(each.number, each.unit) for each in notices] == [
        ("云督〔2026〕12号", "住建局"),
        ("云督〔2026〕13号", "交通局"),
        ("云督〔2026〕14号", "政务办"),
    ]
    written = write_notices(notices, LETTERHEAD)
    assert styled(written, "表单标题") == ["督查单"] * 3
    assert styled(written, "表单编号") == [each.number for each in notices]
    first, silent = rows(written), rows(written, 2)
    assert first[:5] == [
        ["承办单位", "住建局", "牵头领导", "周以宁"],
        ["协办单位", *["交通局、各镇街"] * 3],
        ["督查事项", *["（第2项）改造道路20条。"] * 3],
        ["进展情况", *["改造10条。受汛期影响进度偏慢。"] * 3],
        ["研判", *["欠进度·黄：10÷20＝50%，序时75%，欠25点。"] * 3],
    ]
    assert "联系人：林若溪。" in opened(written).tables[0].cell(5, 1).text.split("\n")
    asked, signed = first[5][1].split("联系人：林若溪。")
    assert asked.endswith("请于2026年10月28日前答复。")
    assert signed == "云泽市人民政府办公室2026年10月12日"
    assert [line[1] for line in silent[3:5]] == ["到期没有填报。", "未填报。"]


def test_a_notice_has_what_came_of_it_and_why_in_the_office_s_words() -> None:
    (notice,) = serve_matters(pick_matters(JUDGED, [4]), "督〔2026〕1号", None, None)
    told = replace(notice, finding="没有填报。", received="林晚舟", answer="已补报。", opinion="同意办结。")
    blank, filled = (rows(write_notices([each], LETTERHEAD)) for each in (notice, told))
    labels = [line[0] for line in blank]
    places = [labels.index(label) for label in ("研判", "签收", "承办单位答复", "督查室意见")]
    assert [filled[place][1].split("：")[0] for place in places] == [
        "没有填报。",
        "林晚舟签收人",
        "已补报。主要负责人（签字、盖章）",
        "同意办结。签字",
    ]
    assert [blank[place][1].split("：")[0] for place in places[1:]] == ["签收人", "主要负责人（签字、盖章）", "签字"]


def test_a_closure_leaves_room_for_the_verifier_and_the_leader() -> None:
    closures = close_matters(list_matters(JUDGED)[:1], "云销〔2026〕3号")
    table = rows(write_closures(closures, LETTERHEAD))
    labels = "任务序号 牵头单位 任务内容 完成情况 研判 佐证材料 牵头单位申请 核验 督查室意见 领导签批"
    assert [line[0] for line in table] == labels.split()
    assert table[7][1].startswith("方式：□查阅材料　□电话核实　□现场查看（核验人不得是申请单位的人员）核验人（签字）：")
    known = replace(
        closures[0],
        matter=replace(closures[0].matter, due="12月底前"),
        evidence=("验收单", "照片"),
        verified_by="现场查看",
        verifier="顾青野",
    )
    table = rows(write_closures([known], LETTERHEAD))
    assert (table[0][3], table[5][1]) == ("12月底前", "验收单；照片")
    assert table[7][1].startswith("方式：现场查看（核验人不得是申请单位的人员）核验人（签字）：顾青野")


def tally(*votes: int, collected: int = 96, least: int | None = None) -> Tally:
    names = ("改造老旧小区", "新建公园", "新建学校")
    candidates = tuple(Candidate(number, *each) for number, each in enumerate(zip(names, votes, strict=True), 1))
    title = "云泽市第十届人民代表大会第三次会议民生实事项目票决"
    return count(
        Tally(title, date(2026, 1, 20), 110, 98, 98, collected, 1, 2, candidates, least, recommended=(("建桥", 2),))
    )


def test_the_tellers_report_tells_the_count_and_who_is_chosen() -> None:
    written = write_tally(tally(40, 90, 50, least=45), Letterhead(issued_on=date(2026, 1, 20)))
    assert styled(written, "Title")[0].replace("\n", "").endswith("民生实事项目票决计票报告")
    said = styled(written, "Body Text")
    assert "应到代表110人，实到98人。发出选票98张，收回选票96张，其中有效票95张、无效票1张。" in said[0]
    assert "过半数（45票以上）" in said[2]
    assert rows(written)[1:] == [
        ["1", "2", "新建公园", "90", "当选"],
        ["2", "3", "新建学校", "50", "当选"],
        ["3", "1", "改造老旧小区", "40", "未当选"],
    ]
    assert said[3:] == ["代表另提项目得票：建桥2票。"]
    assert styled(written, "正文末段") == ["以下2项当选（按选票编号排列）：新建公园、新建学校。"]
    assert len(styled(written, "签字栏")) == 3


def test_ties_and_void_votes_are_told() -> None:
    tied = styled(write_tally(tally(50, 60, 50), Letterhead()), "正文末段")
    assert tied[-1] == "改造老旧小区、新建学校得票相同，还有1项名额不能确定，应当就得票相同的项目再次票决。"
    void = styled(write_tally(tally(50, 60, 50, collected=99), Letterhead()), "Body Text")
    assert void[1] == "收回的选票多于发出的选票，本次票决无效，应当重新进行票决。"
    assert "当选" not in "".join(void)


def test_every_form_begins_a_sheet_with_page_one() -> None:
    matters = list_matters(JUDGED)
    notices = serve_matters(matters, "1号", None, None)
    closures = close_matters(matters, "1号")
    for written, forms in (
        (write_notices(notices, LETTERHEAD), len(notices)),
        (write_closures(closures, LETTERHEAD), len(closures)),
    ):
        numbers = [each.get(W + "start") for each in part(written, "word/document.xml").iter(W + "pgNumType")]
        assert numbers == ["1"] * forms
        assert [each.start_type for each in opened(written).sections] == [WD_SECTION.NEW_PAGE] * forms


def test_a_verdict_that_its_reason_tells_is_told_once() -> None:
    silent, unproven = (replace(JUDGED.verdicts[4], why=why) for why in ("定性待核：要凭材料核实。", "要凭材料核实。"))
    matter = list_matters(JUDGED)[4]
    assert [finding(replace(matter, judged=each)) for each in (silent, unproven)] == ["定性待核：要凭材料核实。"] * 2

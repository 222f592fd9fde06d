"""通报: counts by class, names, causes, units that did not report."""

from dataclasses import replace

import pytest

from luoshi.judgement import JudgedProgress, Verdict
from luoshi.letters import Letterhead
from luoshi.writing.official.bulletin import compose_bulletin, write_bulletin
from tests.unit.writing.official.opened import lines, pages, rows, styled
from tests.unit.writing.official.tables import JUDGED, LETTERHEAD, row


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_bulletin(JUDGED, LETTERHEAD)


def test_rows_are_put_in_classes_and_what_was_not_reported_in_one_of_its_own() -> None:
    standings = compose_bulletin(JUDGED).standings
    assert [(each.verdict, [matter.number for matter in each.matters]) for each in standings] == [
        (Verdict.DONE, [1]),
        (Verdict.BEHIND, [2, 3]),
        (Verdict.QUALITATIVE, [5]),
        (None, [4]),
    ]


def test_its_title_tells_the_issuer_once(written: bytes) -> None:
    title = "云泽市人民政府办公室\n关于2026年政府工作报告\n重点任务三季度进展情况的通报"
    assert styled(written, "Title") == [title]
    assert styled(written, "主送机关") == ["市政府各部门："]
    assert styled(written, "Body Text")[0] == (
        "现将2026年政府工作报告重点任务三季度进展情况（截至2026年9月30日）通报如下。"
    )


def test_the_classes_are_counted_in_words_and_in_a_table(written: bytes) -> None:
    told = "列入汇总的任务共5项：已完成1项，欠进度2项（黄1项、蓝1项），定性待核1项，未填报1项。"
    assert styled(written, "Body Text")[1] == told
    assert rows(written) == [
        ["类别", "项数", "占比", "任务序号"],
        ["已完成", "1", "20.0%", "1"],
        ["欠进度", "2", "40.0%", "2  3"],
        ["定性待核", "1", "20.0%", "5"],
        ["未填报", "1", "20.0%", "4"],
    ]


def test_who_is_ahead_who_is_behind_and_who_was_silent_is_named(written: bytes) -> None:
    assert styled(written, "Body Text")[2:] == [
        "1.新增公园3个（园林局）。3÷3＝100%，已完成。",
        "1.改造道路20条（住建局、交通局）。10÷20＝50%，序时75%，欠25点。所报原因：受汛期影响进度偏慢。",
        "2.新增床位100张（民政局）。70÷100＝70%，序时75%，欠5点。没有说明原因。",
        "没有填报的单位：政务办。涉及以下任务：",
        "1.压缩办理时限（政务办）。",
        "没有数据或者需要凭材料核实的任务：",
        "1.建成东站枢纽（交通局）。任务里没有数量指标，要凭材料核实。",
    ]


def test_the_table_is_its_annex_on_wide_pages(written: bytes) -> None:
    assert styled(written, "附件说明") == ["附件：云泽市2026年政府工作报告重点任务三季度进展情况汇总表"]
    assert [text for name, text in lines(written) if name == "附件标记"] == ["附件"]
    assert [page[:2] for page in pages(written)] == [(210, 297), (297, 210), (210, 297)]
    assert len(rows(written, 1)) == len(JUDGED.rows) + 1


def test_where_all_is_well_it_says_so() -> None:
    well = replace(JUDGED, rows=JUDGED.rows[:1], verdicts=JUDGED.verdicts[:1])
    said = styled(write_bulletin(well, Letterhead(), with_table=False), "Body Text")
    assert said[-2:] == ["没有低于序时进度的任务。", "各单位均已填报，没有需要另行核实的任务。"]


def test_an_empty_table_can_be_told_of() -> None:
    empty = JudgedProgress(JUDGED.document, ())
    assert styled(write_bulletin(empty, Letterhead()), "Body Text")[1] == "列入汇总的任务共0项。"


def test_a_unit_with_a_bracket_stands_in_brackets_of_another_kind() -> None:
    table = replace(JUDGED, rows=(row(1, "新增公园3个。", "已建成3个。", "发改局（粮食局）"), *JUDGED.rows[1:]))
    said = styled(write_bulletin(table, Letterhead()), "Body Text")
    assert "1.新增公园3个（发改局〔粮食局〕）。3÷3＝100%，已完成。" in said


def test_a_period_behind_the_name_of_the_table_stays() -> None:
    table = replace(JUDGED, document=replace(JUDGED.document, title="云泽市2026年重点工作进展情况统计表（10月）"))
    title = styled(write_bulletin(table, Letterhead("云泽市人民政府办公室")), "Title")[0]
    assert "".join(title.split()) == "云泽市人民政府办公室关于2026年重点工作进展情况（10月）的通报"

"""Replies of several units brought together."""

from dataclasses import replace

import pytest

from luoshi.draft import Amendment, Merged, ReplyRow, Said
from luoshi.relating.opinions import OpinionsError, merge
from tests.unit.relating.replies import SENT, reply

BUILDERS, TEACHERS = "建设局", "教育局"


def leads(merged: Merged) -> list[str]:
    return [row.cells[4] for row in merged.rows]


def test_without_changes_the_draft_is_as_it_was_sent() -> None:
    merged = merge([reply(BUILDERS), reply(TEACHERS)])
    assert [row.cells for row in merged.rows] == [row.cells for row in SENT]
    assert not any(row.amendments or row.opinions or row.removed_by for row in merged.rows)
    assert merged.title == "某市稿"


def test_what_one_unit_changed_is_changed_and_told() -> None:
    merged = merge([reply(BUILDERS, (2, "牵头单位", BUILDERS)), reply(TEACHERS)])
    assert leads(merged) == ["教育局", "建设局", "民政局"]
    assert merged.rows[1].amendments == (Amendment("牵头单位", "待定", (Said(BUILDERS, "建设局"),)),)


def test_what_two_units_change_alike_is_no_conflict() -> None:
    merged = merge([reply(unit, (2, "牵头单位", "建设局")) for unit in (BUILDERS, TEACHERS)])
    assert leads(merged)[1] == "建设局"
    assert not merged.rows[1].amendments[0].is_conflict


def test_what_two_units_change_differently_stays_and_both_are_told() -> None:
    merged = merge([reply(BUILDERS, (1, "牵头单位", "发改局")), reply(TEACHERS, (1, "牵头单位", "建设局"))])
    assert leads(merged)[0] == "教育局"
    (amendment,) = merged.rows[0].amendments
    assert amendment.is_conflict
    assert amendment.wanted == (Said(BUILDERS, "发改局"), Said(TEACHERS, "建设局"))


def test_changes_of_two_cells_in_one_row_are_both_made() -> None:
    merged = merge([reply(BUILDERS, (1, "牵头单位", BUILDERS)), reply(TEACHERS, (1, "完成时限", "8月底前"))])
    assert merged.rows[0].cells[2] == "8月底前"
    assert merged.rows[0].cells[4] == "建设局"


def test_opinions_stand_beside_their_rows_with_who_said_them() -> None:
    merged = merge([reply(BUILDERS, (3, "部门意见", "无意见")), reply(TEACHERS, (3, "部门意见", "建议缓办"))])
    assert merged.rows[2].opinions == (Said(BUILDERS, "无意见"), Said(TEACHERS, "建议缓办"))


def test_rows_that_were_written_in_or_taken_out_are_kept_and_told() -> None:
    more = ReplyRow(4, ("", "另建一所。", "", "", "", ""), None)
    shorter = reply(TEACHERS)
    merged = merge([reply(BUILDERS, added=more), replace(shorter, rows=shorter.rows[1:])])
    assert merged.added == ((BUILDERS, more),)
    assert [row.removed_by for row in merged.rows] == [(TEACHERS,), (), ()]


def test_two_replies_of_one_unit_are_told_apart() -> None:
    other = replace(reply(BUILDERS), name="建设局2.xlsx")
    assert [each.unit for each in merge([reply(BUILDERS), other]).replies] == [
        "建设局（建设局.xlsx）",
        "建设局（建设局2.xlsx）",
    ]


def test_a_reply_that_lost_what_was_sent_needs_the_draft() -> None:
    whole = reply(BUILDERS, (2, "牵头单位", BUILDERS))
    bare = replace(whole, rows=tuple(replace(row, original=None) for row in whole.rows))
    with pytest.raises(OpinionsError, match="写在 --merge 前面"):
        merge([bare])
    assert leads(merge([bare], reply("原稿"))) == ["教育局", "建设局", "民政局"]


def test_a_reply_to_another_draft_is_refused() -> None:
    other = replace(SENT[0], cells=("文化", "办展5场。", "", "", "文旅局", ""))
    foreign = replace(reply(TEACHERS), rows=(replace(other, original=other.cells),))
    with pytest.raises(OpinionsError, match="不是照同一份征求意见稿填的"):
        merge([reply(BUILDERS), foreign])

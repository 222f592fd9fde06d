"""A circulated draft as it comes back."""

import json

import pytest

from luoshi.errors import SourceError
from luoshi.reading.reply import read_reply
from tests.unit.reading.passages import source, table

HEAD = "序号|领域|目标任务|完成时限|牵头领导|牵头单位|责任单位|拟议依据|部门意见|原稿"
SENT = ["教育", "新建学校3所。", "", "待定", "教育局", "建设局、财政局", "教育局（0.97）", ""]


def row(*cells: str, sent: list[str] | None = None) -> str:
    return "|".join((*cells, json.dumps(sent or SENT, ensure_ascii=False)))


UNCHANGED = row("1", "教育", "新建学校3所。", "", "待定", "教育局", "建设局，财政局", "教育局（0.97）", "")


def test_a_row_has_what_was_sent_beside_what_came_back() -> None:
    reply = read_reply(source(table("某市稿", "反馈单位|建设局", HEAD, UNCHANGED)))
    (found,) = reply.rows
    assert (reply.unit, reply.title) == ("建设局", "某市稿")
    assert found.number == 1
    assert found.cells == found.original == ("教育", "新建学校3所。", "", "待定", "教育局", "建设局、财政局")


def test_without_a_name_the_unit_is_told_by_the_file() -> None:
    assert read_reply(source(table(HEAD, UNCHANGED))).unit == "made"


def test_what_was_said_in_an_earlier_round_is_not_said_again() -> None:
    sent = [*SENT[:-1], "建设局：同意。"]
    cells = ("1", *SENT[:-1])
    again, more = (row(*cells, text, sent=sent) for text in ("建设局：同意。", "建设局：同意。\n另加财政局。"))
    replies = [read_reply(source(table(HEAD, line))).rows[0].opinion for line in (again, more)]
    assert replies == ["", "另加财政局。"]


def test_what_stands_where_nothing_was_asked_is_kept() -> None:
    head = HEAD + "|备注"
    line = row("1", *SENT[:6], "依据不对", "") + "|请再核"
    assert read_reply(source(table(head, line))).rows[0].further == (("拟议依据", "依据不对"), ("备注", "请再核"))


def test_a_row_that_has_lost_what_was_sent_still_has_its_cells() -> None:
    (found,) = read_reply(source(table(HEAD, "1|教育|新建学校3所。|||民政局|||同意|写错了格"))).rows
    assert found.original is None
    assert (found.cells[4], found.opinion, found.further) == ("民政局", "同意", (("原稿", "写错了格"),))


def test_what_is_no_circulated_draft_is_refused() -> None:
    with pytest.raises(SourceError, match="不是征求意见稿"):
        read_reply(source("1. 新建学校3所。", table("序号|目标任务|牵头单位", "1|新建学校3所|教育局")))

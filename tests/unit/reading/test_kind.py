"""Which kind of document it is."""

import pytest

from luoshi.model import Kind, Table
from luoshi.reading import read_source
from tests.unit.reading.passages import read, source, table

PLAN = table("序号|任务|牵头单位", "1|新建学校3所|市教育局")
PROGRESS = table("序号|任务|牵头单位|进展情况", "1|新建学校3所|市教育局|已完成")
BLANK = table("序号|任务|牵头单位|完成情况", "1|新建学校3所|市教育局|")


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        (["云泽市2026年重点工作责任分解", "1.新建学校3所。（市教育局牵头）"], Kind.PLAN),
        (["云泽市工作要点", "1.新建学校3所。（市教育局牵头）", "2.改造小区5个。（市住建局牵头）"], Kind.PLAN),
        ([PLAN], Kind.PLAN),
        (["云泽市2026年重点工作", PROGRESS], Kind.PROGRESS),
        (["云泽市2026年重点工作台账", BLANK], Kind.PLAN),
        (["云泽市2026年重点工作进展情况", BLANK], Kind.PROGRESS),
        (["云泽市2026年一季度重点工作进展情况的通报", "1.新建学校。牵头单位市教育局，已完成。"], Kind.PROGRESS),
        (["政府工作报告", "各位代表：", "一、2026年重点工作", "（一）扩大需求。"], Kind.REPORT),
        (["工作分解", "1.一般公共预算收入（牵头单位：财政局）", "2.居民消费价格涨幅（牵头单位：发改局）"], Kind.PLAN),
        (["红烧肉的做法", "1.五花肉500克，切块。", "2.小火炖40分钟左右。"], Kind.UNKNOWN),
        (["关于召开会议的通知", "请市教育局、市财政局于3月1日前派员参加。"], Kind.UNKNOWN),
        ([table("菜名|价格", "红烧肉|38元")], Kind.UNKNOWN),
        (["云泽市2026年重点工作责任分解"], Kind.UNKNOWN),
        ([], Kind.UNKNOWN),
    ],
)
def test_a_document_tells_its_kind(blocks: list[str | Table], kind: Kind) -> None:
    assert read(*blocks).kind is kind


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.PROGRESS, Kind.REPORT])
def test_the_kind_that_is_asked_for_is_read(kind: Kind) -> None:
    assert read_source(source("红烧肉的做法", "1.五花肉500克，切块。"), kind=kind).kind is kind


def test_a_document_of_another_genre_says_what_was_recognised() -> None:
    flags = read("红烧肉的做法", table("菜名|价格", "红烧肉|38元")).flags
    assert [flag.code for flag in flags] == ["unknown-genre"]
    assert "1段文字、1张表格" in flags[0].message

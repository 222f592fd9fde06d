"""Replies to a draft of three rows, made of what was changed."""

from dataclasses import replace

from luoshi.draft import Reply, ReplyRow
from luoshi.language.lexicon import circulars

SENT = tuple(
    ReplyRow(number, cells, cells, basis="教育局（0.97）")
    for number, cells in enumerate(
        (
            ("教育", "新建学校3所。", "", "待定", "教育局", "建设局"),
            ("住房", "改造小区5个。", "", "待定", "待定", ""),
            ("养老", "新增床位100张。", "9月底前", "待定", "民政局", ""),
        ),
        start=1,
    )
)


def reply(unit: str, *changes: tuple[int, str, str], **more: ReplyRow) -> Reply:
    """A reply in which the rows of these numbers have other texts in these columns; `added` is one row more."""
    rows = [_changed(row, [each for each in changes if each[0] == row.number]) for row in SENT]
    return Reply(f"{unit}.xlsx", unit, "某市稿（征求意见稿）", (*rows, *more.values()))


def _changed(row: ReplyRow, changes: list[tuple[int, str, str]]) -> ReplyRow:
    for _, column, text in changes:
        if column == circulars.OPINION:
            row = replace(row, opinion=text)
            continue
        place = circulars.CELLS.index(column)
        row = replace(row, cells=(*row.cells[:place], text, *row.cells[place + 1 :]))
    return row

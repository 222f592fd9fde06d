"""The units' opinions of a draft: as a workbook for the next round, on the screen, and for programs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from rich.text import Text

from luoshi.draft import Amendment, Circular, CircularRow, Merged, MergedRow, ReplyRow, Said
from luoshi.language.lexicon import circulars
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.terminal import open_console
from luoshi.writing.values import Json

_NOTHING = "（空）"


def summary(merged: Merged) -> str:
    """One sentence: who replied, what was changed, what contradicts."""
    amendments = [each for row in merged.rows for each in row.amendments]
    conflicts = sum(each.is_conflict for each in amendments)
    told = {
        "照改": len(amendments) - conflicts,
        "改得不一致": conflicts,
        "意见": sum(len(row.opinions) for row in merged.rows),
        "新加的行": len(merged.added),
        "被删的行": sum(bool(row.removed_by) for row in merged.rows),
    }
    counted = "、".join(f"{word}{count}处" for word, count in told.items() if count)
    units = "、".join(reply.unit for reply in merged.replies)
    return f"{len(merged.replies)}份回复（{units}）：{counted or '都没有意见'}"


def amendment_words(amendment: Amendment) -> str:
    """牵头单位：待定 → 教育局（教育局提）; 改得不一致，未改: 教育局要改成民政局，民政局要改成教育局"""
    before = amendment.before or _NOTHING
    if amendment.is_conflict:
        wishes = "，".join(f"{said.unit}要改成“{said.text or _NOTHING}”" for said in amendment.wanted)
        return f"{amendment.column}改得不一致，仍为“{before}”：{wishes}"
    units = "、".join(said.unit for said in amendment.wanted)
    return f"{amendment.column}：{before} → {amendment.wanted[0].text or _NOTHING}（{units}提）"


def opinion_words(said: Said) -> str:
    """教育局：建议增加财政局。"""
    return f"{said.unit}：{said.text}"


def _changes(row: MergedRow) -> Iterator[str]:
    yield from map(amendment_words, row.amendments)
    if row.removed_by:
        yield f"{'、'.join(row.removed_by)}删去了这一行，仍保留"


# ── The next round ───────────────────────────────────────────────────────────────────────────────────────────────────


def circular_of_merged(merged: Merged) -> Circular:
    """The draft with the opinions, as it is looked through and sent round again."""
    last = max((row.number or 0 for row in merged.rows), default=0)
    added = (replace(_added_row(*each), number=number) for number, each in enumerate(merged.added, last + 1))
    return Circular(merged.title, (*map(_row, merged.rows), *added), tuple(sorted(set(_list_units(merged)))))


def _list_units(merged: Merged) -> Iterator[str]:
    """The units that the draft names, to choose from in the next round."""
    places = [circulars.CELLS.index(name) for name in (circulars.LEADS, circulars.OTHERS)]
    for row in merged.rows:
        yield from (
            name for place in places for name in row.cells[place].split("、") if name not in ("", circulars.OPEN)
        )


def _row(row: MergedRow) -> CircularRow:
    conflicts = {each.column for each in row.amendments if each.is_conflict}
    left = {name for name, text in zip(circulars.CELLS, row.cells, strict=True) if text == circulars.OPEN}
    opinions, changes = "\n".join(map(opinion_words, row.opinions)), "\n".join(_changes(row))
    return CircularRow(row.number, row.cells, row.basis, opinions, changes, frozenset(conflicts | left))


def _added_row(unit: str, row: ReplyRow) -> CircularRow:
    further = (f"{name}：{text}" if name else text for name, text in row.further)
    words = "\n".join(f"{unit}：{text}" for text in (row.opinion, *further) if text)
    told = f"{unit}新加的一行" + (f"，写的序号是{row.number}" if row.number else "")
    return CircularRow(None, row.cells, row.basis, words, told, frozenset(circulars.CELLS))


# ── On the screen ────────────────────────────────────────────────────────────────────────────────────────────────────


def print_opinions(merged: Merged, file: IO[str]) -> None:
    """Print what was changed and said, conflicts first."""
    console = open_console(file)
    console.print(Text(summary(merged)), soft_wrap=True)
    touched = [row for row in merged.rows if row.amendments or row.opinions or row.removed_by]
    touched.sort(key=lambda row: not any(each.is_conflict for each in row.amendments))
    texts = [(str(row.number), row.cells[1], "\n".join(_changes(row)), _said(row)) for row in touched]
    added = map(_added_row, *zip(*merged.added, strict=True)) if merged.added else ()
    texts += [("＋", row.cells[1], row.changes, row.opinions) for row in added]
    if not texts:
        return
    console.print()
    numbers, tasks, changes, opinions = map(list, zip(*texts, strict=True))
    columns = fit(
        [
            Column("序号", numbers, most=4),
            Column("任务", tasks, most=console.width // 4),
            Column("改动", changes, fills=True),
            Column("意见", opinions, most=console.width // 3),
        ],
        console.width,
    )
    print_headings(console, columns)
    print_rows(console, columns, range(len(texts)))


def _said(row: MergedRow) -> str:
    return "\n".join(map(opinion_words, row.opinions))


# ── For programs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def write_opinions(merged: Merged) -> Json:
    """The opinions as `luoshi draft --merge … --format json` prints them."""
    return {
        "kind": "opinions",
        "title": merged.title,
        "replies": [{"unit": reply.unit, "file": reply.name} for reply in merged.replies],
        "rows": [_write_row(row) for row in merged.rows],
        "added": [{"unit": unit, **_write_added(row)} for unit, row in merged.added],
    }


def _write_row(row: MergedRow) -> Json:
    return {
        "number": row.number,
        "cells": dict(zip(circulars.CELLS, row.cells, strict=True)),
        "changes": [_write_amendment(each) for each in row.amendments],
        "opinions": [_write_said(said) for said in row.opinions],
        "removed_by": list(row.removed_by),
    }


def _write_amendment(amendment: Amendment) -> Json:
    return {
        "column": amendment.column,
        "before": amendment.before,
        "conflict": amendment.is_conflict,
        "wanted": [_write_said(said) for said in amendment.wanted],
    }


def _write_said(said: Said) -> Json:
    return {"unit": said.unit, "text": said.text}


def _write_added(row: ReplyRow) -> Json:
    further = [{"heading": name, "text": text} for name, text in row.further]
    cells = dict(zip(circulars.CELLS, row.cells, strict=True))
    return {"number": row.number, "cells": cells, "opinion": row.opinion, "further": further}

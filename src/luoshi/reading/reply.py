"""A workbook that came back from a unit → its rows: what was sent, and what the unit wrote."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from luoshi.draft import Reply, ReplyRow
from luoshi.errors import SourceError
from luoshi.language.lexicon import circulars
from luoshi.model import Source, Table

# Rows in which the headings are looked for
_HIGHEST = 12
_NUMBER = re.compile(r"\d{1,6}")
_LISTS = (circulars.LEADS, circulars.OTHERS, circulars.DUE)
_COMMA = re.compile(r"\s*[、，,;；\n]\s*")

_SENT = (*circulars.CELLS, circulars.BASIS, circulars.OPINION)
_CELLS = len(circulars.CELLS)

Texts = Mapping[int, str]


def read_reply(source: Source) -> Reply:
    """The rows of a circulated draft, with what was sent and what the unit wrote; raises `SourceError`."""
    for table in source.blocks:
        found = _find_head(table) if isinstance(table, Table) else None
        if found:
            lines, place = found
            columns = {text: column for column, text in lines[place].items()}
            rows = tuple(row for line in lines[place + 1 :] if (row := _row(line, columns)))
            title = next(iter(lines[0].values()), "") if place else ""
            return Reply(source.name, _replying(lines[:place]) or PurePath(source.name).stem, title, rows)
    raise SourceError("这不是征求意见稿：没有找到“序号、目标任务、牵头单位、部门意见”这一行标题。")


def _find_head(table: Table) -> tuple[list[Texts], int] | None:
    """The lines of a table and which of them has the headings."""
    lines = _lines(table)
    wanted = {circulars.NUMBER, *circulars.CELLS, circulars.OPINION}
    place = next((place for place, line in enumerate(lines[:_HIGHEST]) if wanted <= set(line.values())), None)
    return None if place is None else (lines, place)


def _lines(table: Table) -> list[Texts]:
    lines: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, {})[cell.column] = cell.text.strip()
    return [lines[row] for row in sorted(lines)]


def _replying(lines: Sequence[Texts]) -> str:
    """The text beside the words 反馈单位."""
    for line in lines:
        for column, text in line.items():
            if text.rstrip("：:") == circulars.REPLYING:
                return line.get(column + 1, "")
    return ""


def _row(line: Texts, columns: Mapping[str, int]) -> ReplyRow | None:
    """A row, None for one in which nothing stands."""
    texts = {name: line.get(column, "") for name, column in columns.items()}
    cells = tuple(_normal(name, texts[name]) for name in circulars.CELLS)
    original = _original(texts.get(circulars.ORIGINAL, ""))
    further = tuple(_further(line, columns, original))
    opinion = texts[circulars.OPINION].removeprefix(original[-1] if original else "").strip()
    if not any((*cells, opinion, *further)):
        return None
    number = texts[circulars.NUMBER].rstrip(".．、")
    return ReplyRow(
        int(number) if _NUMBER.fullmatch(number) else None,
        cells,
        original[:_CELLS] if original else None,
        texts.get(circulars.BASIS, ""),
        opinion,
        further,
    )


def _further(line: Texts, columns: Mapping[str, int], original: tuple[str, ...] | None) -> Iterator[tuple[str, str]]:
    """What stands where a unit was not asked for anything: under headings of its own, or in place of the grounds."""
    headings = {column: name for name, column in columns.items()}
    for column, text in line.items():
        name = headings.get(column, "")
        is_overwritten = (name == circulars.BASIS and original and text != original[_CELLS]) or (
            name == circulars.ORIGINAL and not original
        )
        if text and (name not in circulars.KNOWN or is_overwritten):
            yield name, text


def _original(text: str) -> tuple[str, ...] | None:
    """What was sent: the cells, the grounds, and the opinions of an earlier round."""
    try:
        sent = json.loads(text)
    except ValueError:
        return None
    if not isinstance(sent, list) or len(sent) != len(_SENT):
        return None
    return tuple(_normal(name, str(cell)) for name, cell in zip(_SENT, sent, strict=True))


def _normal(name: str, text: str) -> str:
    """A cell's text; members of a list are parted by 、 whatever they were parted by."""
    return "、".join(filter(None, _COMMA.split(text))) if name in _LISTS else text.strip()

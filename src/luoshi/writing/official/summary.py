"""进展情况汇总表 as a document to sign and as a workbook: a row a task, with its verdict where it was judged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat

from luoshi.judgement import JudgedProgress
from luoshi.language.days import day_words
from luoshi.letters import Letterhead
from luoshi.model import Document, Progress, ProgressRow, Role
from luoshi.writing.official.book import Leaf, write_book
from luoshi.writing.official.duty import leader_names
from luoshi.writing.official.grid import Box, Grid, Look
from luoshi.writing.official.letterhead import Fields, head_fields, note_of
from luoshi.writing.official.matters import close_gaps
from luoshi.writing.official.rendering import render, shipped_template
from luoshi.writing.words import period_words, verdict_words

_PROGRESS = "进展情况"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column by the name that the template has for it; one that `needs` something is there where a row has it."""

    name: str
    value: Callable[[ProgressRow], str]
    look: Look = Look.CENTRED
    needs: str | None = None


def _units(*roles: Role) -> Callable[[ProgressRow], str]:
    return lambda row: "、".join([unit.name for unit in row.units if unit.role in roles])


_COLUMNS = (
    _Column("序号", lambda row: str(row.number)),
    _Column("任务名称", lambda row: row.name, Look.TEXT),
    _Column("牵头领导", lambda row: leader_names(row.leaders), needs="有牵头领导"),
    _Column("牵头单位", _units(Role.LEAD)),
    _Column("责任单位", _units(Role.RESPONSIBLE, Role.UNMARKED), needs="有责任单位"),
    _Column("配合单位", _units(Role.COOPERATING), needs="有配合单位"),
    _Column("指导单位", _units(Role.GUIDING), needs="有指导单位"),
    _Column(_PROGRESS, lambda row: row.text, Look.TEXT),
)


def write_summary(
    progress: Progress, letterhead: Letterhead, *, excerpt: str = "", template: bytes | None = None
) -> bytes:
    """The table as the bytes of a .docx file, in landscape. Raises `BrokenTemplate`.

    `excerpt` stands below the title and says what the rows were taken by.
    """
    title = summary_title(progress.document)
    fields = {**head_fields(letterhead, title), **summary_fields(progress, letterhead), "摘录说明": excerpt}
    return render(template or shipped_template("summary"), fields, title)


def summary_fields(progress: Progress, letterhead: Letterhead) -> Fields:
    """The table as a template tells it: its rows, and which columns are there."""
    rows = [
        {column.name: column.value(row) for column in _COLUMNS} | judged
        for row, judged in zip(progress.rows, _judged(progress), strict=False)
    ]
    has = {column.needs: any(row[column.name] for row in rows) for column in _COLUMNS if column.needs}
    return {
        "编制说明": _note(progress, letterhead),
        "进展栏": _progress_heading(progress.document),
        "各行": rows,
        "有研判": isinstance(progress, JudgedProgress),
        **has,
    }


def write_summary_book(progress: Progress, letterhead: Letterhead) -> bytes:
    """The table as the bytes of an .xlsx file."""
    title = summary_title(progress.document)
    return write_book((Leaf(_PROGRESS, title, _note(progress, letterhead), lay_out_summary(progress)),))


def lay_out_summary(progress: Progress) -> Grid:
    """The columns that any row fills, and the verdicts where there are any."""
    columns = [(column, list(map(column.value, progress.rows))) for column in _COLUMNS]
    filled = [(column, values) for column, values in columns if not column.needs or any(values)]
    heads = [_progress_heading(progress.document) if each.name == _PROGRESS else each.name for each, _ in filled]
    boxes = [[Box(value, column.look) for value in values] for column, values in filled]
    if isinstance(progress, JudgedProgress):
        heads += ["研判", "研判说明"]
        boxes.append([Box(verdict_words(verdict)) for verdict in progress.verdicts])
        boxes.append([Box(verdict.why, Look.TEXT) for verdict in progress.verdicts])
    return Grid((tuple(Box(text, Look.HEAD) for text in heads), *zip(*boxes, strict=True)), 1)


def summary_title(document: Document) -> str:
    """The title that the table had; else 2026年三季度重点任务进展情况汇总表."""
    year = f"{document.year}年" if document.year else ""
    period = period_words(document.period) if document.period else ""
    return document.title or f"{year}{period}重点任务{_PROGRESS}汇总表"


def _progress_heading(document: Document) -> str:
    return (period_words(document.period) if document.period else "") + _PROGRESS


def _note(progress: Progress, letterhead: Letterhead) -> str:
    """Who made it and when, and the day that the verdicts are of."""
    as_of = progress.as_of if isinstance(progress, JudgedProgress) else None
    return note_of(letterhead, f"研判截至{day_words(as_of)}" if as_of else None)


def _judged(progress: Progress) -> Iterator[Fields]:
    """The verdict of each row, without end where nobody judged."""
    if not isinstance(progress, JudgedProgress):
        return repeat({"研判": None, "研判说明": None})
    return ({"研判": verdict_words(verdict), "研判说明": close_gaps(verdict.why)} for verdict in progress.verdicts)

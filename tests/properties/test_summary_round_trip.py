"""What is written as a summary of progress, as a letter or as a workbook, reads back as the same rows."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.judging import judge
from luoshi.model import Document, Place, Progress, ProgressRow, Quote, Reading, Role, Target, Unit
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes, open_source
from luoshi.writing.official.letterhead import letterhead_of
from luoshi.writing.official.summary import write_summary, write_summary_book
from tests import reference
from tests.properties.genre import texts
from tests.properties.passages import source_of

REFERENCES = [pytest.param(path, marks=pytest.mark.shared) for path in reference.corpus()] or [reference.absent]
WRITERS = {"docx": write_summary, "xlsx": write_summary_book}


@cache
def reading_of(path: Path) -> Reading:
    return read_source(mend(open_source(path)))


def told(row: ProgressRow) -> tuple[Any, ...]:
    """All that a row says. Where there is one lead, nobody else is named or roles are told by columns."""
    units = [(unit.name, unit.role) for unit in row.units]
    return (row.number, row.name, row.text, units, [each.name for each in row.leaders], list(map(target, row.targets)))


def target(each: Target) -> tuple[Any, ...]:
    return (each.metric, each.comparator, each.value, each.high, each.unit, each.kind, each.amount)


def assert_same(progress: Progress, kind: str) -> None:
    back = read_source(mend(open_bytes(WRITERS[kind](progress, letterhead_of(progress.document)), name="written")))
    assert isinstance(back, Progress)
    assert back.document.period == progress.document.period
    assert [told(row) for row in back.rows] == [told(row) for row in progress.rows]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "path",
    [*sorted(reference.DEMO.glob("progress-*")), *REFERENCES],
    ids=lambda path: getattr(path, "stem", "absent"),
)
def test_progress_that_is_written_reads_back(path: Path, kind: str) -> None:
    progress = reading_of(path)
    if isinstance(progress, Progress):
        assert_same(progress, kind)
        assert_same(judge(progress), kind)


NAMES = ("新增公园3个", "3月底前改造道路5条", "办结率达98%以上", "建成“云快处”平台&<一期>", "12345热线提质")
REPLIES = ("", "1.已建成公园2个。\n2.正在建设1个。", "1-9月，改造道路4条，完成年度计划的80%。", "=2+3", "+增长5%", "5")
UNITS = ("财政局", "发改局（粮食局）", "云泽集团", "各镇街", "城东街道")
ORDERED = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, str, tuple[Unit, ...]]]:
    made = []
    for _ in range(draw(st.integers(1, 6))):
        names = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True))
        roles = sorted((draw(st.sampled_from(ORDERED)) for _ in names[1:]), key=ORDERED.index)
        units = tuple(Unit(name, role, quoted(name)) for name, role in zip(names, (Role.LEAD, *roles), strict=True))
        made.append((draw(st.sampled_from(NAMES)), draw(st.sampled_from(REPLIES)), units))
    return made


@given(rows(), st.sampled_from(sorted(WRITERS)))
@settings(max_examples=60, deadline=None)
def test_any_table_that_is_written_reads_back(made: list[tuple[str, str, tuple[Unit, ...]]], kind: str) -> None:
    document = Document("云泽市2026年重点工作三季度进展情况汇总表", "云泽市人民政府办公室", year=2026, period="Q3")
    lines = (
        ProgressRow(number, name, text, quoted(name), units=units) for number, (name, text, units) in enumerate(made, 1)
    )
    written = WRITERS[kind](Progress(document, tuple(lines)), letterhead_of(document))
    back = read_source(mend(open_bytes(written, name="written")))
    assert isinstance(back, Progress)
    assert [told(row)[:4] for row in back.rows] == [
        (number, name, text, [(unit.name, unit.role) for unit in units])
        for number, (name, text, units) in enumerate(made, 1)
    ]


@given(texts, st.sampled_from(sorted(WRITERS)))
@settings(max_examples=60, deadline=None)
def test_whatever_was_read_can_be_written(text: str, kind: str) -> None:
    progress = read_source(mend(source_of(text)))
    if isinstance(progress, Progress):
        WRITERS[kind](judge(progress), letterhead_of(progress.document))

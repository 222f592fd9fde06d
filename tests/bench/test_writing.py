"""Twice the rows take no more than about twice the time, and not much longer than the bare libraries take."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from luoshi.letters import Letterhead
from luoshi.model import Progress
from luoshi.writing.official.letterhead import letterhead_of
from luoshi.writing.official.summary import write_summary, write_summary_book
from tests.bench.bench_writing import bare_docx, bare_xlsx, cells, table
from tests.bench.test_growth import MOST, settled

Write = Callable[[Progress, Letterhead], bytes]
Bare = Callable[[Sequence[Sequence[str]]], bytes]


def writing(write: Write, rows: int) -> Callable[[], object]:
    progress = table(rows)
    return partial(write, progress, letterhead_of(progress.document))


@pytest.mark.parametrize("write", [write_summary, write_summary_book])
def test_time_grows_with_the_rows(write: Write) -> None:
    assert settled(writing(write, 1000), writing(write, 500)) <= MOST


@pytest.mark.parametrize(("write", "bare"), [(write_summary, bare_docx), (write_summary_book, bare_xlsx)])
def test_writing_takes_about_as_long_as_the_bare_library(write: Write, bare: Bare) -> None:
    assert settled(writing(write, 300), partial(bare, cells(table(300)))) <= MOST

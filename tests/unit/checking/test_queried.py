"""Rows of invented tables and bulletins are queried where a clerk would query them."""

from collections.abc import Sequence

import pytest

from luoshi.checking import flag_rows
from luoshi.judging import judge
from luoshi.model import Kind, Progress, Source
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from tests.unit.checking.clean_table import list_clean_rows
from tests.unit.checking.looking import look_at_judged
from tests.unit.checking.queried import HELD, OPEN, Document
from tests.unit.checking.queried_long import LONG
from tests.unit.checking.queried_more import MORE

# The share of the doubtful rows that are queried, and of the queried that are doubtful
LEAST = 0.8
# So many findings in a clean table of two hundred rows would be waved away
MOST_IDLE = 8


def read(document: Document) -> tuple[Progress, Source]:
    source = mend(open_bytes(document.print().encode(), name="example.txt"))
    reading = read_source(source, kind=Kind.PROGRESS)
    assert isinstance(reading, Progress)
    return reading, source


@pytest.mark.parametrize("document", [*OPEN, *HELD, *MORE, *LONG], ids=lambda document: document.title)
def test_each_reply_is_a_row(document: Document) -> None:
    texts = [row.text.replace("\n", "") for row in read(document)[0].rows]
    assert texts == [text.replace("\n", "") for _, text, _ in document.replies]


def queried(document: Document) -> set[str]:
    """The names of the rows beside which a doubt stands."""
    progress, source = read(document)
    flagged = flag_rows(judge(progress), source)
    return {name for (name, _, _), row in zip(document.replies, flagged.rows, strict=True) if row.flags}


def doubtful(document: Document) -> set[str]:
    return {name for name, _, doubt in document.replies if doubt}


@pytest.mark.parametrize("document", OPEN, ids=lambda document: document.title)
def test_a_row_is_queried_where_a_clerk_would(document: Document) -> None:
    assert queried(document) == doubtful(document)


def both(documents: Sequence[Document]) -> tuple[set[str], set[str]]:
    wanted = set().union(*map(doubtful, documents))
    return wanted, set().union(*map(queried, documents))


@pytest.mark.parametrize("documents", [HELD, MORE, LONG], ids=["held", "more", "long"])
def test_most_rows_are_queried_where_a_clerk_would(documents: Sequence[Document]) -> None:
    wanted, found = both(documents)
    assert len(wanted & found) >= LEAST * len(wanted), wanted - found
    assert len(wanted & found) >= LEAST * len(found), found - wanted


def test_a_clean_table_gives_next_to_nothing() -> None:
    findings = look_at_judged(list_clean_rows())
    assert len(findings) <= MOST_IDLE, [finding.flag.message for finding in findings]

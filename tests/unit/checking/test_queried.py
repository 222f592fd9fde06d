"""Rows of invented tables and bulletins are queried where a clerk would query them."""

import pytest

from luoshi.model import Kind, Progress
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from tests.unit.checking.queried import HELD, OPEN, Document


def read(document: Document) -> Progress:
    source = mend(open_bytes(document.print().encode(), name="example.txt"))
    reading = read_source(source, kind=Kind.PROGRESS)
    assert isinstance(reading, Progress)
    return reading


@pytest.mark.parametrize("document", [*OPEN, *HELD], ids=lambda document: document.title)
def test_each_reply_is_a_row(document: Document) -> None:
    texts = [row.text.replace("\n", "") for row in read(document).rows]
    assert texts == [text.replace("\n", "") for _, text, _ in document.replies]

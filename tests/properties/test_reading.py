"""What holds of every reading: each quote stands at its place, and nothing that a text says makes the reader raise."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.model import Kind, Source
from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.writing.contract import write_contract
from tests import reference
from tests.properties.genre import sources, texts
from tests.properties.passages import passage, quotes, source_of

DOCUMENTS = [*reference.specimens("open"), *reference.specimens("held"), *sorted(reference.DEMO.glob("*.*"))]
REFERENCES = [pytest.param(path, marks=pytest.mark.shared) for path in reference.corpus()] or [reference.absent]
KINDS = [None, Kind.PLAN, Kind.PROGRESS, Kind.REPORT]


@cache
def opened(path: Path) -> Source:
    return mend(open_source(path))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", [*DOCUMENTS, *REFERENCES], ids=lambda path: getattr(path, "stem", "absent"))
def test_every_quote_of_a_document_stands_at_its_place(path: Path, kind: Kind | None) -> None:
    source = opened(path)
    found = list(quotes(read_source(source, kind=kind)))
    assert [quote.text for quote in found] == [passage(source, quote.place) for quote in found]


@given(texts, st.sampled_from(KINDS))
@example("\u200b\n0", None)
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_reader_raise_and_its_quotes_stand(text: str, kind: Kind | None) -> None:
    assert_read(mend(source_of(text)), kind)


@given(sources, st.sampled_from(KINDS))
@settings(max_examples=300, deadline=None)
def test_no_table_makes_the_reader_raise_and_its_quotes_stand(source: Source, kind: Kind | None) -> None:
    assert_read(mend(source), kind)


def assert_read(source: Source, kind: Kind | None) -> None:
    reading = read_source(source, kind=kind, as_of=date(2026, 3, 1))
    assert write_contract(reading, source)["kind"] == reading.kind
    assert kind in {None, reading.kind}
    for quote in quotes(reading):
        assert quote.text == passage(source, quote.place)

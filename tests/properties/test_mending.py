"""What holds of every mended source: mending twice is mending once, and its characters are the raw text's."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from luoshi.model import Paragraph, Source
from luoshi.source import mend, open_source
from tests import reference
from tests.properties.genre import sources
from tests.properties.genre import texts as any_text
from tests.properties.passages import original, source_of, texts

DOCUMENTS = [*reference.specimens("open"), *reference.specimens("held"), *sorted(reference.DEMO.glob("*.*"))]
REFERENCES = [pytest.param(path, marks=pytest.mark.shared) for path in reference.corpus()] or [reference.absent]
GLUE = " "
"""What mending puts between two Latin words that a line's end parted."""


def names(path: Path | None) -> str:
    return path.stem if path else "absent"


@pytest.mark.parametrize("path", [*DOCUMENTS, *REFERENCES], ids=names)
def test_mending_a_document_twice_is_mending_it_once(path: Path) -> None:
    once = mend(open_source(path))
    bare = tuple(replace(block, origin=()) if isinstance(block, Paragraph) else block for block in once.blocks)
    assert texts(mend(replace(once, blocks=bare))) == texts(once)


@given(any_text)
@example("00,\n0000责任人：0\n0（3）")
@settings(max_examples=400, deadline=None)
def test_mending_any_text_twice_is_mending_it_once(text: str) -> None:
    assert_settled(source_of(text))


@given(sources)
@example(source_of("00,\n0000责任人：0\n0（3）"))
@settings(max_examples=200, deadline=None)
def test_mending_tables_twice_is_mending_them_once(source: Source) -> None:
    assert_settled(source)


@pytest.mark.parametrize("path", [*DOCUMENTS, *REFERENCES], ids=names)
def test_each_character_of_a_mended_document_has_its_origin(path: Path) -> None:
    assert_origins(open_source(path))


@given(any_text)
@example("\u200b\n0")
@settings(max_examples=300, deadline=None)
def test_each_character_of_any_mended_text_has_its_origin(text: str) -> None:
    assert_origins(source_of(text))


def assert_settled(raw: Source) -> None:
    once = mend(raw)
    assert texts(mend(once)) == texts(once)


def assert_origins(raw: Source) -> None:
    for block in mend(raw).blocks:
        if isinstance(block, Paragraph):
            assert_origin(raw, block)
        else:
            assert block.origin is not None
            assert len(block.cells) == len(getattr(raw.blocks[block.origin], "cells", ()))


def assert_origin(raw: Source, paragraph: Paragraph) -> None:
    """The pieces tell all of the text but for the glue, each behind the one before it."""
    end = 0
    for piece in paragraph.origin:
        assert paragraph.text[end : piece.start] in {"", GLUE}
        end = piece.start + piece.length
        assert paragraph.text[piece.start : end] == original(raw, piece)
    assert end == len(paragraph.text)

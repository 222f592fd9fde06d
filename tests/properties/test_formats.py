"""The same document gives the same register, whatever file it comes in."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from luoshi.model import Paragraph, Source, Table
from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.source.opening import open_bytes
from luoshi.writing.contract import write_contract
from tests import reference, seeds
from tests.documents import fixed, markdown, page, portable, text, word

WRITERS: Final[dict[str, Callable[[Sequence[Paragraph | Table]], bytes]]] = {
    "txt": text.write,
    "md": markdown.write,
    "html": page.write,
    "docx": word.write,
    "pdf": portable.write,
    "ofd": fixed.write,
}
DEMO: Final = sorted(reference.DEMO.glob("*.*"))
PRINTED: Final = ("plan-2024",)
"""Demo documents that LibreOffice prints. It takes some seconds, and leaves out commas that would hang over the margin,
so that no document is here which it would print so."""

# What tells the file and not what was read in it
OF_THE_FILE: Final = frozenset({"source", "place"})
WHITE: Final = re.compile(r"\s+")

DOCUMENTS: Final = [
    *(pytest.param(path, id=path.stem) for path in DEMO),
    *(
        [pytest.param(path, id=path.stem, marks=pytest.mark.shared) for path in reference.corpus()]
        or [reference.absent]
    ),
]


@cache
def opened(path: Path) -> Source:
    return mend(open_source(path))


def register(source: Source) -> Any:
    """What was read of a source, apart from the places it stands at; white space within quotes is the file's."""
    return stripped(write_contract(read_source(source), source))


def stripped(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {each: stripped(inner, each) for each, inner in value.items() if each not in OF_THE_FILE}
    if isinstance(value, list):
        return [stripped(each) for each in value]
    return WHITE.sub("", value) if name == "quote" and isinstance(value, str) else value


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_reads_the_same_in_every_format(path: Path, kind: str) -> None:
    source = opened(path)
    written = open_bytes(WRITERS[kind](source.blocks), name=path.name)
    assert written.format == kind
    assert register(mend(written)) == register(source)


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("stem", PRINTED)
def test_a_document_reads_the_same_printed_by_an_office(stem: str, tmp_path: Path) -> None:
    path = next(each for each in DEMO if each.stem == stem)
    printed = seeds.convert(path.read_bytes(), source="docx", target="pdf", folder=tmp_path)
    assert register(mend(open_bytes(printed, name=path.name))) == register(opened(path))

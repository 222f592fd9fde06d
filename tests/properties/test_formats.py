"""The same document gives the same register, whatever file it comes in."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from luoshi.model import Paragraph, Plan, Progress, Source, Table
from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.source.opening import open_bytes
from luoshi.writing.contract import write_contract
from tests import reference, seeds
from tests.documents import fixed, markdown, page, portable, text, word
from tests.documents.invented import INVENTED

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

SPECIMENS: Final = (
    "third/77-own-lines-paragraphs",
    "fourth/103-duties-under-one-header",
    "fourth/114-report-county-three-persistences",
)
"""Invented documents that LibreOffice prints: no indents and few full lines, narrow columns, a report."""

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
    assert register(printed_by_office(path, tmp_path)) == register(opened(path))


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("name", SPECIMENS)
def test_a_specimen_reads_the_same_printed_by_an_office(name: str, tmp_path: Path) -> None:
    path = reference.SPECIMENS / f"{name}.docx"
    assert register(printed_by_office(path, tmp_path)) == register(opened(path))


def printed_by_office(path: Path, folder: Path) -> Source:
    printed = seeds.convert(path.read_bytes(), source="docx", target="pdf", folder=folder)
    return mend(open_bytes(printed, name=path.name))


def rows(source: Source) -> tuple[tuple[int, str | None, tuple[str, ...]], ...]:
    """Of each row its number, its category or the name of its task, and its units."""
    reading = read_source(source)
    if isinstance(reading, Progress):
        return tuple((row.number, row.name, tuple(unit.name for unit in row.units)) for row in reading.rows)
    tasks = reading.tasks if isinstance(reading, Plan) else ()
    return tuple((task.number, task.section, tuple(unit.name for unit in task.units)) for task in tasks)


@cache
def register_of_word(name: str) -> Any:
    return register(mend(open_bytes(word.write(INVENTED[name]().blocks), name=name)))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", INVENTED)
def test_a_table_over_several_pages_reads_as_it_was_made(name: str, kind: str) -> None:
    made = INVENTED[name]()
    source = mend(open_bytes(WRITERS[kind](made.blocks), name=name))
    assert rows(source) == made.rows
    assert register(source) == register_of_word(name)


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("name", INVENTED)
def test_a_table_that_an_office_prints_reads_as_it_was_made(name: str, tmp_path: Path) -> None:
    made = INVENTED[name]()
    written = word.write(made.blocks)
    printed = mend(open_bytes(seeds.convert(written, source="docx", target="pdf", folder=tmp_path), name=name))
    assert rows(printed) == made.rows
    assert register(printed) == register_of_word(name)

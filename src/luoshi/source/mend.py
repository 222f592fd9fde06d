"""A raw source mended: the text as its author wrote it.

Undone are the traces of extraction: lines wrapped at the margin, paragraphs and rows of tables cut by a page break
(with the characters doubled there), page numbers, a document number printed into the body, spaces around figures and
between spaced-out characters, sub- and superscript markup. A typo of the author stays. Every mended paragraph keeps in
`origin` where its characters came from. Mending twice is mending once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from luoshi.acyclic import acyclic
from luoshi.model import Cell, Paragraph, Piece, Source, Table
from luoshi.source import wrap
from luoshi.source.cuts import join_cut_rows
from luoshi.source.stacked import cells_filled
from luoshi.source.stanzas import cells_together
from luoshi.source.tidy import tidy_spans

_LONGEST_DOUBLE = 6
_LONGEST_PARAGRAPH = 200  # physical lines


class _Line(NamedTuple):
    """A tidied physical line, the raw pieces it is made of, and its page."""

    line: wrap.Line
    pieces: tuple[Piece, ...]
    page: int | None

    @property
    def text(self) -> str:
        return self.line.text


@acyclic
def mend(source: Source) -> Source:
    """The same document with extraction's traces undone; cut rows of tables are whole, empty paragraphs go.

    A source that is mended already, as the `origin` of its blocks tells, stays as it is.
    """
    if any(block.origin not in {None, ()} for block in source.blocks):
        return source
    blocks: list[Paragraph | Table] = []
    for group in _groups(source.blocks):
        if isinstance(group, Table):
            blocks.append(group)
        else:
            blocks.extend(_paragraphs(_counted(group)))
    return replace(source, blocks=join_cut_rows(blocks))


def _groups(blocks: Sequence[Paragraph | Table]) -> Iterator[list[_Line] | Table]:
    """Runs of lines between tables, and the tables."""
    lines: list[_Line] = []
    is_apart = False
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            if lines:
                yield lines
                lines = []
            yield _mend_table(block, index)
            is_apart = False
            continue
        spans = tidy_spans(block.text)
        if spans:
            lines.append(_line(block, index, spans, is_apart=is_apart))
        is_apart = not spans
    if lines:
        yield lines


def _line(block: Paragraph, index: int, spans: list[tuple[int, int]], *, is_apart: bool) -> _Line:
    pieces, length = [], 0
    for start, end in spans:
        pieces.append(Piece(length, index, start, end - start))
        length += end - start
    text = "".join(block.text[start:end] for start, end in spans)
    is_indented = block.text.startswith(("　", "  ", "\t"))
    return _Line(wrap.Line(text, is_indented, is_apart), tuple(pieces), block.page)


def _mend_table(table: Table, index: int) -> Table:
    return replace(table, cells=tuple(map(_mend_cell, table.cells)), origin=index)


def _mend_cell(cell: Cell) -> Cell:
    lines = (_tidy(line) for line in cell.text.split("\n"))
    text = "\n".join(line for line in lines if line)
    return cell if text == cell.text else replace(cell, text=text)


def _tidy(text: str) -> str:
    return "".join(text[start:end] for start, end in tidy_spans(text))


def _counted(lines: list[_Line]) -> list[_Line]:
    """The lines, with those marked that count beyond 999, and those that go on in a cell."""
    counted = list(wrap.counted(each.line for each in lines))
    for index in cells_together(counted) | cells_filled(counted):
        counted[index] = counted[index]._replace(is_in_cell=True)
    pairs = zip(lines, counted, strict=True)
    return [each if line is each.line else each._replace(line=line) for each, line in pairs]


def _paragraphs(lines: list[_Line]) -> Iterator[Paragraph]:
    is_printed = all(each.page is not None for each in lines)
    layout = wrap.measure([each.line for each in lines], is_printed=is_printed)
    kept = list(_without_furniture(lines, layout))
    run: list[_Line] = []
    openness = wrap.Openness()
    for line in kept:
        if run and wrap.is_document_number(line.text) and layout.is_full(run[-1].text, line.text):
            yield _joined([line], layout)
            continue
        if run and _continues(run, line, openness, layout):
            run.append(line)
        else:
            if run:
                yield _joined(run, layout)
            run, openness = [line], wrap.Openness()
        openness = openness.after(line.text)
    if run:
        yield _joined(run, layout)


def _without_furniture(lines: list[_Line], layout: wrap.Layout) -> Iterator[_Line]:
    """The lines but for page numbers and running heads, of which the first is kept: it may be the letterhead."""
    seen: set[str] = set()
    for line in lines:
        is_first = line.text not in seen and not wrap.is_page_number(line.text) and not line.text.isdigit()
        if is_first or not layout.is_furniture(line.text):
            yield line
        seen.add(line.text)


def _continues(run: list[_Line], line: _Line, openness: wrap.Openness, layout: wrap.Layout) -> bool:
    if len(run) >= _LONGEST_PARAGRAPH:
        return False
    if line.line.is_in_cell:
        return True
    return layout.continues(run[0].text, run[-1].text, line.line, is_open=openness.is_open)


def _joined(run: list[_Line], layout: wrap.Layout) -> Paragraph:
    text, pieces = run[0].text, list(run[0].pieces)
    texts = [text]
    length = len(text)
    for before, line in pairwise(run):
        skip = _doubled(before, line, layout)
        glue = " " if wrap.is_latin_break(before.text, line.text) else ""
        length += len(glue)
        texts.append(glue + line.text[skip:])
        pieces.extend(_moved(line.pieces, skip, length))
        length += len(line.text) - skip
    return Paragraph("".join(texts), run[0].page, tuple(pieces))


def _doubled(before: _Line, line: _Line, layout: wrap.Layout) -> int:
    """How many characters at the end of one line stand again at the start of the next, as page breaks leave them."""
    is_page_cut = before.page != line.page or not layout.is_full(before.text, line.text)
    shortest = 1 if is_page_cut else 2
    for length in range(min(_LONGEST_DOUBLE, len(before.text) - 1, len(line.text) - 1), shortest - 1, -1):
        if before.text[-length:] == line.text[:length] and not line.text[:length].isdigit():
            return length
    return 0


def _moved(pieces: Iterable[Piece], skip: int, start: int) -> Iterator[Piece]:
    """The pieces of a line without its first `skip` characters, set at `start` of the joined text."""
    for piece in pieces:
        cut = min(max(skip - piece.start, 0), piece.length)
        if piece.length > cut:
            yield Piece(start + piece.start + cut - skip, piece.block, piece.offset + cut, piece.length - cut)

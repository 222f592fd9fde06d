"""Footnotes and endnotes of a Word document, where all of them tell the same of the paragraphs that they are set to.

A note that explains a word is printed at the foot of a page and interrupts nothing. Where all notes begin with one
label (责任单位：…), they are part of the list that they are set to, a line behind each paragraph.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from luoshi.source.runs import read_runs
from luoshi.source.wordml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

PARTS: Final = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}

# 责任单位：
LABEL: Final = re.compile(r"(?P<label>[^\s，。；：:]{2,10})[：:]")
FEWEST: Final = 2

Notes = dict[tuple[str, str], str]
"""The text of each note by its kind and key."""


def read_notes(trees: "dict[str, _Element]", hidden: frozenset[str]) -> Notes:
    """The notes of a document if all of them begin with the same label, else none."""
    notes = {
        (kind, note.get(W + "id") or ""): text
        for part, kind in PARTS.items()
        if part in trees
        for note in trees[part].iterfind(W + kind)
        if (text := " ".join(read_runs(line, hidden)[0].strip() for line in note.iterfind(W + "p")).strip())
    }
    labels = {found["label"] if (found := LABEL.match(text)) else "" for text in notes.values()}
    return notes if len(notes) >= FEWEST and len(labels) == 1 and "" not in labels else {}


def notes_at(paragraph: "_Element", notes: Notes) -> Iterator[str]:
    """The notes that are set to a paragraph, in order."""
    for node in paragraph.iter(W + "footnoteReference", W + "endnoteReference") if notes else ():
        kind = str(node.tag).removeprefix(W).removesuffix("Reference")
        text = notes.get((kind, node.get(W + "id") or ""))
        if text:
            yield text

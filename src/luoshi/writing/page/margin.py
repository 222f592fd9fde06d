"""The notes beside the paper: what was read of each task."""

from collections.abc import Sequence
from html import escape

from luoshi.writing.doubts import Doubt
from luoshi.writing.page.entries import Entry


def _field(label: str, words: str) -> str:
    lead = ' class="is-lead"' if label == "牵头" else ""
    return f"<div><dt>{escape(label)}</dt> <dd{lead}>{escape(words)}</dd></div> "


def write_doubt(doubt: Doubt) -> str:
    """One doubt as a note: its number and its sentence."""
    return f'<p class="doubt"><b>疑{doubt.number}</b> {escape(doubt.flag.message)}</p>'


def write_note(entry: Entry) -> str:
    """The fields of one entry, its doubts under them."""
    name = escape(entry.name)
    title = escape(entry.heading)
    linked = f'<a href="#{name}">{title}</a>' if name else f"<b>{title}</b>"
    address = f' id="n-{name}"' if name else ""
    fields = "".join(_field(label, words) for label, words in entry.fields)
    listed = f"<dl>{fields}</dl>" if fields else ""
    doubts = "".join(map(write_doubt, entry.doubts))
    head = f'<p class="note-head">{linked} <span>{escape(entry.subheading)}</span></p>'
    return f'<aside class="note"{address}>{head}{listed}{doubts}</aside>'


def write_notes(entries: Sequence[Entry]) -> str:
    """The notes of all entries that begin in one paragraph."""
    return "".join(map(write_note, entries))

"""`luoshi show`: one self-contained HTML page on which a reader sees what was understood, and where."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from luoshi.model import Plan, Reading, Report, Source
from luoshi.writing.doubts import Doubt, list_doubts
from luoshi.writing.marks import LEGEND, Mark, collect_marks
from luoshi.writing.page.entries import list_entries, number_places
from luoshi.writing.page.paper import lay_out, source_facts, write_paper
from luoshi.writing.page.passages import Passage
from luoshi.writing.words import KINDS, document_facts, place_words, summary

# Nothing is loaded and nothing runs, whatever the document holds
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def _doubt_names(doubts: Sequence[Doubt]) -> dict[int, str]:
    """Number of a doubt → the address of its passage, that of its task where it quotes none, else empty."""
    first: dict[object, int] = {}
    names = {}
    for doubt in doubts:
        if doubt.flag.quote is not None:
            names[doubt.number] = f"f{first.setdefault(doubt.flag.quote.place, doubt.number)}"
        else:
            names[doubt.number] = "" if doubt.owner is None else f"n-t{doubt.owner + 1}"
    return names


def _passages(reading: Reading, doubts: Sequence[Doubt]) -> Iterator[Passage]:
    tasks = dict(number_places(reading))
    flags = {doubt.flag.quote.place: doubt.number for doubt in reversed(doubts) if doubt.flag.quote}
    for mark in collect_marks(reading):
        if mark.kind == "task" and mark.place in tasks:
            index, shown = tasks.pop(mark.place)
            yield Passage(mark, f"t{index}", shown)
        elif mark.kind == "flag" and mark.place in flags:
            number = flags.pop(mark.place)
            yield Passage(mark, f"f{number}", f"疑{number}")
        else:
            yield Passage(mark)


def _headings(reading: Reading) -> list[str]:
    if isinstance(reading, Plan):
        named = (heading for task in reading.tasks for heading in (task.leader_heading, task.section))
        return [heading for heading in dict.fromkeys(named) if heading]
    return [action.name for action in reading.actions] if isinstance(reading, Report) else []


def _legend(reading: Reading, marks: Sequence[Mark]) -> str:
    present = {mark.kind for mark in marks}
    words = LEGEND | {"task": "承诺"} if isinstance(reading, Report) else LEGEND
    signs = (f'<mark class="m-{kind}">{word}</mark>' for kind, word in words.items() if kind in present)
    return f'<p class="legend">标记：{" ".join(signs)}</p>' if present else ""


def _doubt_line(doubt: Doubt, name: str) -> str:
    place = place_words(doubt.quote.place if doubt.quote else None)
    told = escape(doubt.flag.message)
    linked = f'<a href="#{name}">{told}</a>' if name else told
    return f'<li><b>疑{doubt.number}</b> {linked} <span class="where">{escape(place)}</span></li>'


def _doubt_list(doubts: Sequence[Doubt]) -> str:
    if not doubts:
        return ""
    names = _doubt_names(doubts)
    lines = "".join(_doubt_line(doubt, names[doubt.number]) for doubt in doubts)
    return f'<section class="doubts"><h2>先看存疑　{len(doubts)} 处</h2><ol>{lines}</ol></section>'


def _unbroken(phrases: Iterable[str], between: str) -> str:
    """Phrases that a line ends between, not within; a mark between them ends a line and never begins one."""
    *before, last = phrases
    mark = between.strip()
    held = [f'<span class="nb">{escape(phrase + mark)}</span>' for phrase in before]
    return between.removeprefix(mark).join([*held, f'<span class="nb">{escape(last)}</span>'])


def _head(reading: Reading, source: Source, doubts: Sequence[Doubt], legend: str) -> str:
    facts = _unbroken((KINDS[reading.kind], *document_facts(reading.document)), "　")
    title = escape(reading.document.title or source.name)
    told = _unbroken(summary(reading, len(doubts)).split("；"), "；")
    return f'<header><h1>{title}</h1><p class="facts">{facts}</p><p class="told">{told}</p>{legend}</header>'


def write_page(reading: Reading, source: Source) -> bytes:
    """The page in UTF-8: counts and doubts on top, the mended document marked in place, its fields in the margin."""
    doubts = list_doubts(reading)
    layout = lay_out(
        tuple(_passages(reading, doubts)), list_entries(reading, doubts), reading.document, _headings(reading)
    )
    style = files(__name__).joinpath("style.css").read_text(encoding="utf-8")
    page = (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(reading.document.title or source.name)}</title><style>\n{style}</style></head><body>\n",
        _head(reading, source, doubts, _legend(reading, collect_marks(reading))),
        _doubt_list(doubts),
        "\n<main>\n",
        "\n".join(write_paper(source, layout)),
        f"\n</main>\n<footer>{source_facts(source)}</footer></body></html>\n",
    )
    return "".join(page).encode("utf-8", "backslashreplace")

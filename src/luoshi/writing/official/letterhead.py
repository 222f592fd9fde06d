"""What every official document has around its text, under the names that the templates use."""

from luoshi.language.days import day_words
from luoshi.letters import Letterhead
from luoshi.model import Document
from luoshi.writing.official.headline import break_title

Fields = dict[str, object]

_EVERYBODY = "各有关单位"
_PUBLIC = "此件公开发布"
_LONGEST_HEAD, _HEAD_WIDTH = 20, 17
"""Characters of a red head on one line, and on each of two."""


def letterhead_of(document: Document) -> Letterhead:
    """The letterhead that a document which was read had, as far as it tells."""
    note = _PUBLIC if document.is_public else None
    return Letterhead(document.issuer, document.doc_number, document.issued_on, cc=document.cc, note=note)


def head_fields(letterhead: Letterhead, title: str) -> Fields:
    """Red head, number, title, addressees, signature, date, note and imprint of a letter."""
    day = letterhead.issued_on and day_words(letterhead.issued_on)
    return {
        "红头": letterhead.red_head and _red_head(letterhead.red_head),
        "发文字号": letterhead.doc_number,
        "标题": break_title(title),
        "主送机关": (letterhead.addressees or _EVERYBODY).rstrip("：:"),
        "发文机关": letterhead.issuer,
        "成文日期": day,
        "附注": letterhead.note and letterhead.note.strip("（）()"),
        "抄送": "，".join(letterhead.cc),
        "印发机关": letterhead.issuer if day else None,
        "印发日期": day,
    }


def _red_head(name: str) -> str:
    """云泽市人民政府办公室文件, in two lines where one in the smallest type does not hold it."""
    words = name.removesuffix("文件") + "文件"
    return words if len(words) <= _LONGEST_HEAD else break_title(words, _HEAD_WIDTH)


def note_of(letterhead: Letterhead, *more: str | None) -> str:
    """The line under a table's title: who made it, when, and what else is to be told."""
    parts = (letterhead.issuer, letterhead.issued_on and day_words(letterhead.issued_on), *more)
    return "　　".join(part for part in parts if part)

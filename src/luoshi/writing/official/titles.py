"""The title of a notice and of what it issues."""

import re
from typing import Final

from luoshi.letters import Letterhead
from luoshi.model import Document
from luoshi.reading.part import is_part_title, part_name

# 云泽市人民政府办公室关于印发2026年重点工作责任分解的通知
_NOTICE: Final = re.compile(
    r"[^，。]*关于(?:印发|下达|公布|分解)?《?(?P<inner>[^《》]{4,80}?)》?的(?:通知|意见|函|决定)"
)
_BREAKDOWN: Final = "责任分解"


def notice_title(document: Document, letterhead: Letterhead) -> str:
    """The title that the document had, where it was a notice; else 某办公室关于印发…的通知."""
    title = document.title or _default_title(document)
    return title if _NOTICE.fullmatch(title) else f"{letterhead.issuer or ''}关于印发{title}的通知"


def _default_title(document: Document) -> str:
    return f"{document.year}年重点工作{_BREAKDOWN}" if document.year else f"重点工作{_BREAKDOWN}"


def part_title(document: Document, part: str) -> str:
    """What is issued: the title that the notice names, where it is this part's; else 2026年民生实事责任分解."""
    title = document.title or ""
    found = _NOTICE.fullmatch(title)
    inner = found["inner"] if found else title
    if is_part_title(inner) and part_name(inner, with_level=False) == part:
        return inner
    return f"{document.year}年{part}{_BREAKDOWN}" if document.year else part + _BREAKDOWN

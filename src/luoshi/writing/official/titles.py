"""The title of a notice and of what it issues."""

import re
from typing import Final

from luoshi.letters import Letterhead
from luoshi.model import Document
from luoshi.reading.part import is_part_title, part_name

# 国务院关于落实《政府工作报告》重点工作分工的意见 — a letter by itself
_LETTER: Final = re.compile(r"[^，。]*关于.{4,100}的(?:通知|[\u4e00-\u9fff]{0,2}意见|函|决定)")
# 云泽市人民政府办公室关于印发2026年市《政府工作报告》重点工作责任分解的通知 — and what is issued with it
_ISSUED: Final = re.compile(
    r"[^，。]*?关于(?P<verb>(?:印发|下达|公布|分解)?+)(?P<inner>(?!落实|做好|贯彻|推进|进一步).{4,80})的(?:通知|意见|函|决定)"
)
_BREAKDOWN: Final = "责任分解"
_NESTED: Final = str.maketrans("《》", "〈〉")
_FREED: Final = str.maketrans("〈〉", "《》")


def notice_title(document: Document, letterhead: Letterhead) -> str:
    """The title that the document had, where it was a notice; else 某办公室关于印发…的通知."""
    title = document.title or _default_title(document)
    return title if _LETTER.fullmatch(title) else f"{letterhead.issuer or ''}关于印发{title}的通知"


def _default_title(document: Document) -> str:
    return f"{document.year}年重点工作{_BREAKDOWN}" if document.year else f"重点工作{_BREAKDOWN}"


def part_title(document: Document, part: str, *, is_alone: bool = False) -> str:
    """What is issued: the title that the notice names, where it is this part's; else 2026年民生实事责任分解.

    Of a part that `is_alone` the notice names the title, whatever it is: 深化改革2026年重点工作任务.
    """
    title = document.title or ""
    found = _ISSUED.fullmatch(title)
    inner = found["inner"] if found else title
    inner = inner[1:-1].translate(_FREED) if inner.startswith("《") and inner.endswith("》") else inner
    is_named = is_part_title(inner) or (is_alone and found is not None and found["verb"] != "")
    if is_named and part_name(inner, with_level=False) == part:
        return inner
    return f"{document.year}年{part}{_BREAKDOWN}" if document.year else part + _BREAKDOWN


def quote_title(title: str) -> str:
    """《2026年市〈政府工作报告〉重点工作责任分解》"""
    return f"《{title.translate(_NESTED)}》"

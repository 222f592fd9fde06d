"""Texts to measure by, of any length: the reference documents where they are, else what the demo documents say."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from luoshi.model import Source
from luoshi.source import mend, open_source
from luoshi.source.encoding import decode
from tests import reference
from tests.documents import text as plain

# 三、深化改革 — a heading that is numbered on from one copy to the next
HEADING: Final = re.compile(r"^[一二三四五六七八九十百]{1,4}(?=、)", re.MULTILINE)
DIGITS: Final = "〇一二三四五六七八九"


def demo_text(name: str = "plan-2024.docx") -> str:
    """A demo document as plain text."""
    return decode(plain.write(mend(open_source(reference.DEMO / name)).blocks))


def texts() -> Iterator[tuple[str, str]]:
    """Names and texts to measure by."""
    paths = sorted(reference.CORPUS.glob("*.txt")) if reference.IS_PRESENT else []
    yield from ((path.stem, decode(path.read_bytes())) for path in paths)
    if not paths:
        yield "demo plan", demo_text()


def grown(text: str, times: int) -> str:
    """`times` copies of a text, their headings numbered on; behind 九十九 comes 一 again."""
    numbers = count()
    return HEADING.sub(lambda _: numeral(next(numbers) % 99 + 1), "\n".join([text] * times))


def numeral(number: int) -> str:
    """1 … 99 in Chinese: 一, 十二, 二十, 九十九."""
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def documents() -> list[Path]:
    """PDFs to measure by."""
    return sorted(reference.DEMO.glob("*.pdf"))


def reopened(path: Path) -> Source:
    """A mended document."""
    return mend(open_source(path))

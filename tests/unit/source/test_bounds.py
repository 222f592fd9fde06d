"""The bounds that the documentation states are those that hold."""

from pathlib import Path

import pytest

from luoshi.source import bounds

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")

STATED = [
    ("bytes of a file", f"{bounds.FILE_BYTES // bounds.MEBIBYTE} MiB"),
    ("bytes of a text, Markdown, CSV or HTML file", f"{bounds.TEXT_BYTES // bounds.MEBIBYTE} MiB"),
    ("unpacked bytes of an archive, counted while unpacking", f"{bounds.UNPACKED_BYTES // bounds.MEBIBYTE} MiB"),
    (
        f"unpacked bytes for each packed one, beyond {bounds.UNPACKING_GRACE // bounds.MEBIBYTE} MiB",
        f"{bounds.UNPACKING_RATIO}",
    ),
    ("members of an archive", f"{bounds.MEMBERS:,}"),
    ("characters of all blocks", f"{bounds.CHARACTERS:,}"),
    ("paragraphs and tables", f"{bounds.BLOCKS:,}"),
    ("cells of all tables", f"{bounds.CELLS:,}"),
    ("rows times columns of one table", f"{bounds.AREA:,}"),
    (
        "conversion by LibreOffice",
        f"{bounds.CONVERSION_SECONDS} s, {bounds.CONVERSION_BYTES // bounds.MEBIBYTE // 1024} GiB",
    ),
]


@pytest.mark.parametrize(("what", "bound"), STATED)
def test_the_page_states_the_bound(what: str, bound: str) -> None:
    assert f"| {what} | {bound} |" in PAGE

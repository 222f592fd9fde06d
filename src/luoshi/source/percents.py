"""Which cells of an .xlsx show percentages: the library tells 0.953, and the clerk reads 95.3%."""

import re
from typing import TYPE_CHECKING, Final

from luoshi.source.tree import read_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

BUILT_IN: Final = {9: 0, 10: 2}
"""Number formats that need no definition: 0% and 0.00%, with their decimals."""

MOST_DECIMALS: Final = 10

LONGEST_NUMBER: Final = 6
"""Digits of a format's number."""

RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# The code of a number format that shows a percentage: "0.0%", "0.00%;[Red]-0.00%"
PERCENT: Final = re.compile(r"[0#?](?:\.(?P<decimals>[0#?]{1,30}))?%")

# A cell in a sheet: <c r="B3" s="5" t="n">
CELL: Final = re.compile(rb"<(?:\w{1,20}:)?c (?P<attributes>[^<>]*)>")
CELL_NAME: Final = re.compile(rb'\br="(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})"')
CELL_STYLE: Final = re.compile(rb'\bs="(?P<style>\d{1,6})"')

Position = tuple[int, int]


def find_percents(members: dict[str, bytes]) -> dict[str, dict[Position, int]]:
    """Sheet → (row, column) → decimals shown, for the cells that show a percentage. Raises `Damaged`."""
    styles = _read_styles(members.get("xl/styles.xml"))
    if not styles:
        return {}
    return {name: _find_cells(members.get(part, b""), styles) for name, part in _sheet_parts(members).items()}


def _read_styles(part: bytes | None) -> dict[int, int]:
    """Cell style → decimals, for the styles that show percentages."""
    if part is None:
        return {}
    root = read_tree(part)
    decimals = dict(BUILT_IN)
    for node in root.iterfind("{*}numFmts/{*}numFmt"):
        shown = PERCENT.search(node.get("formatCode") or "")
        if shown:
            decimals[_whole(node.get("numFmtId"))] = min(len(shown["decimals"] or ""), MOST_DECIMALS)
    formats = [_whole(node.get("numFmtId")) for node in root.iterfind("{*}cellXfs/{*}xf")]
    return {style: decimals[number] for style, number in enumerate(formats) if number in decimals}


def _sheet_parts(members: dict[str, bytes]) -> dict[str, str]:
    """Sheet → the member of the archive that holds it."""
    book, relations = (members.get(name) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    if book is None or relations is None:
        return {}
    targets = {node.get("Id") or "": node.get("Target") or "" for node in read_tree(relations)}
    return {_name(sheet): _member(targets.get(sheet.get(RELATION) or "", "")) for sheet in _sheets(book)}


def _sheets(book: bytes) -> "list[_Element]":
    return read_tree(book).findall("{*}sheets/{*}sheet")


def _name(sheet: "_Element") -> str:
    return sheet.get("name") or ""


def _member(target: str) -> str:
    """Targets are named from the root or from the folder of the workbook."""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _find_cells(sheet: bytes, styles: dict[int, int]) -> dict[Position, int]:
    found = {}
    for cell in CELL.finditer(sheet):
        name, style = CELL_NAME.search(cell["attributes"]), CELL_STYLE.search(cell["attributes"])
        if name and style and int(style["style"]) in styles:
            found[int(name["row"]) - 1, _column(name["column"])] = styles[int(style["style"])]
    return found


def _column(letters: bytes) -> int:
    """A → 0, Z → 25, AA → 26."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def _whole(written: str | None) -> int:
    is_number = written is not None and written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
    return int(written) if written and is_number else -1

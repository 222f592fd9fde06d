"""The pages of a PDF as glyphs and rulings."""

import ctypes
from collections.abc import Iterator
from typing import Final

from luoshi.errors import Damaged, Encrypted, NoText, SourceError, TooLarge
from luoshi.source.layout.shapes import Box, Page
from luoshi.source.pdf.characters import read_glyphs
from luoshi.source.pdf.rulings import read_rules

PAGES: Final = 3_000
CHARACTERS: Final = 4_000_000

_A4: Final = (0.0, 842.0, 595.0, 0.0)

_ENCRYPTED: Final = "这份 PDF 设有密码，请取消密码后另存，再重新导入。"
_DAMAGED: Final = "这份 PDF 已损坏，打不开；请重新下载或导出后再试。"
_NO_TEXT: Final = "这份 PDF 是扫描图片，里面没有文字。请先做文字识别（OCR），或导入 Word 原稿。"

# FPDF_GetLastError
_REFUSALS: Final[dict[int, SourceError]] = {4: Encrypted(_ENCRYPTED), 5: Encrypted(_ENCRYPTED)}


def open_document(library: ctypes.CDLL, content: bytes) -> tuple[int, int]:
    """The document and the number of its pages. Raises `Encrypted`, `Damaged`, `TooLarge`."""
    document = library.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise _REFUSALS.get(library.FPDF_GetLastError(), Damaged(_DAMAGED))
    count = library.FPDF_GetPageCount(document)
    if count < 1:
        raise Damaged(_DAMAGED)
    if count > PAGES:
        raise TooLarge(f"这份 PDF 超过{PAGES}页，请拆分后再导入。")
    return document, count


def read_pages(library: ctypes.CDLL, content: bytes) -> Iterator[Page]:
    """The pages with what is drawn on them. Raises as `open_document`, and `NoText` after the last."""
    document, count = open_document(library, content)
    characters = opened = 0
    for index in range(count):
        handle = library.FPDF_LoadPage(document, index)
        if not handle:
            continue
        opened += 1
        page = _read_page(library, handle, index + 1)
        library.FPDF_ClosePage(handle)
        characters += len(page.glyphs.text)
        if characters > CHARACTERS:
            raise TooLarge(f"这份 PDF 的文字超过{CHARACTERS // 10_000}万字，请拆分后再导入。")
        yield page
    if not opened:
        raise Damaged(_DAMAGED)
    if not characters:
        raise NoText(_NO_TEXT)


def _read_page(library: ctypes.CDLL, handle: int, number: int) -> Page:
    frame = _frame(library, handle)
    turn = library.FPDFPage_GetRotation(handle) % 4
    glyphs, more = read_glyphs(library, handle, frame, turn)
    rules = read_rules(library, handle, frame, (turn + more) % 4)
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if (turn + more) % 2:
        width, height = height, width
    return Page(number, width, height, glyphs, rules, more)


def _frame(library: ctypes.CDLL, handle: int) -> Box:
    """What the page shows, y upwards."""
    sides = (ctypes.c_float * 4)()
    if library.FPDF_GetPageBoundingBox(handle, sides):
        return Box(*sides)
    return Box(*_A4)

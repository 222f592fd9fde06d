"""Paints the pages of a PDF with tinted boxes, inside the sandbox (`picture` asks for it)."""

import ctypes
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from luoshi.source.layout.arrangement import TableBlock, TextBlock, arrange
from luoshi.source.layout.shapes import Box, Page
from luoshi.source.layout.tracing import trace_cell, trace_text
from luoshi.source.pdf.library import load_library
from luoshi.source.pdf.pages import open_document, read_pages
from luoshi.writing.fonts import find_font
from luoshi.writing.marks import LEGEND

_SCALE: Final = 1.6  # pixels a point
_LONGEST_SIDE: Final = 4_000  # pixels
_STRIP: Final = 44  # pixels
_LEGEND_SIZE: Final = 17  # pixels
_INK: Final = "#17212b"
_PAPER: Final = "#ffffff"
_RENDER_ANNOTATIONS: Final = 0x01
_BGRX: Final = 3

# kind → tint and edge
_COLOURS: Final = {
    "task": ("#fff1b8", "#e2a60f"),
    "lead": ("#a9c4ce", "#0f4c63"),
    "unit": ("#e5eef1", "#4a7fd6"),
    "leader": ("#efebf7", "#53407a"),
    "due": ("#e6eefb", "#1c4a9c"),
    "target": ("#dfefe6", "#1d634b"),
    "flag": ("#fce7e4", "#bb2b20"),
}

Tints = dict[int, list[tuple[str, Box]]]


def work(request: bytes) -> bytes:
    """Spots as JSON, a line feed and a PDF → the lengths of the pictures as JSON, a line feed and the pictures."""
    head, _, content = request.partition(b"\n")
    library = load_library()
    pages = {page.number: page for page in read_pages(library, content)}
    tints = _tints(json.loads(head), pages)
    document, count = open_document(library, content)
    font = find_font(_LEGEND_SIZE)
    pictures = []
    for number in range(1, count + 1):
        handle = library.FPDF_LoadPage(document, number - 1)
        picture = _render(library, handle, pages[number]) if handle else Image.new("RGB", (1, 1), _PAPER)
        pictures.append(_png(_with_legend(_tinted(picture, pages.get(number), tints[number]), font)))
    return json.dumps([len(picture) for picture in pictures]).encode() + b"\n" + b"".join(pictures)


def _tints(spots: Iterable[list[str | int | None]], pages: dict[int, Page]) -> Tints:
    """Page → kinds and boxes, in the order of the legend, so that the words lie over the task they are part of."""
    blocks = list(arrange(pages.values()))
    tints: Tints = defaultdict(list)
    order = list(LEGEND)
    for kind, index, *where in sorted(spots, key=lambda spot: order.index(str(spot[0]))):
        block = blocks[int(index or 0)]
        tints[block.page] += [(str(kind), box) for box in _boxes(block, pages[block.page], where)]
    return tints


def _boxes(block: TextBlock | TableBlock, page: Page, where: list[str | int | None]) -> Iterator[Box]:
    start, end, row, column = (int(number) if number is not None else -1 for number in where)
    if isinstance(block, TextBlock):
        return trace_text(block, page.glyphs, start, end)
    return trace_cell(block, page.glyphs, (row, column), (start, end))


def _scale(page: Page) -> float:
    return min(_SCALE, _LONGEST_SIDE / max(page.width, page.height, 1))


def _render(library: ctypes.CDLL, handle: int, page: Page) -> Image.Image:
    """The page as it is read: turned upright where its text was set sideways."""
    sides = [max(round(side * _scale(page)), 1) for side in (page.width, page.height)]
    width, height = sides if page.turn % 2 == 0 else sides[::-1]
    pixels = ctypes.create_string_buffer(4 * width * height)
    bitmap = library.FPDFBitmap_CreateEx(width, height, _BGRX, pixels, 4 * width)
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    library.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, _RENDER_ANNOTATIONS)
    library.FPDFBitmap_Destroy(bitmap)
    library.FPDF_ClosePage(handle)
    picture = Image.frombuffer("RGB", (width, height), pixels.raw, "raw", "BGRX", 0, 1)
    return picture.rotate(-90 * page.turn, expand=True)


def _tinted(picture: Image.Image, page: Page | None, tints: list[tuple[str, Box]]) -> Image.Image:
    """The picture with its boxes as if marked with a pen: letters stay as dark as they are."""
    if page is None or not tints:
        return picture
    scale = _scale(page)
    wash = Image.new("RGB", picture.size, _PAPER)
    pen = ImageDraw.Draw(wash)
    for kind, box in tints:
        tint, edge = _COLOURS[kind]
        left, top, right, bottom = (side * scale for side in box)
        pen.rectangle((left, top, max(right, left), max(bottom, top)), fill=tint)
        pen.line((left, bottom, right, bottom), fill=edge, width=2)
    return ImageChops.multiply(picture.convert("RGB"), wash)


def _with_legend(picture: Image.Image, font: ImageFont.FreeTypeFont | None) -> Image.Image:
    """The picture with a strip at its foot that says what the colours mean."""
    width, height = picture.size
    sheet = Image.new("RGB", (width, height + _STRIP), _PAPER)
    sheet.paste(picture)
    pen = ImageDraw.Draw(sheet)
    pen.line((0, height, width, height), fill="#d8dcdf")
    step = width / (len(LEGEND) + 0.5)
    for place, (kind, name) in enumerate(LEGEND.items()):
        left, top = (place + 0.3) * step, height + _STRIP / 2 - 9
        tint, edge = _COLOURS[kind]
        pen.rectangle((left, top, left + 26, top + 18), fill=tint)
        pen.line((left, top + 18, left + 26, top + 18), fill=edge, width=2)
        pen.text((left + 34, top + 9), name if font else kind, fill=_INK, font=font, anchor="lm" if font else None)
    return sheet


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()

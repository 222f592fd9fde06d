"""Pictures of marked pages: the tint stands where the passage stands, and nowhere else."""

import io
from dataclasses import replace
from importlib import import_module

import pytest
from PIL import Image

from luoshi.errors import Damaged
from luoshi.model import Paragraph, Place, Rest, Source, Table
from luoshi.source import open_bytes
from luoshi.source.mend import mend
from luoshi.writing.marks import LEGEND, Mark
from luoshi.writing.picture import draw_pages

SCALE = 1.6
LEAD = (0xA9, 0xC4, 0xCE)


@pytest.fixture(scope="module")
def content() -> bytes:
    """Two pages: wrapped lines, then a table of two cells; what is to be marked is 青禾区."""
    metrics, fonts = import_module("reportlab.pdfbase.pdfmetrics"), import_module("reportlab.pdfbase.cidfonts")
    metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(file, pagesize=(595, 842))
    canvas.setFont("STSong-Light", 16)
    canvas.drawString(112, 642, "责任单位：发改局")
    canvas.drawString(272, 642, "青禾区")
    canvas.showPage()
    canvas.setFont("STSong-Light", 16)
    for line in ((80, 600, 400, 600), (80, 500, 400, 500), *((x, 500, x, 600) for x in (80, 240, 400))):
        canvas.line(*line)
    canvas.drawString(90, 570, "牵头单位")
    canvas.drawString(250, 570, "云溪市")
    canvas.drawString(250, 540, "青禾区")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module")
def source(content: bytes) -> Source:
    return mend(open_bytes(content, name="责任分解.pdf"))


def tinted(picture: bytes) -> tuple[float, float, float, float]:
    """Left, top, right, bottom (points from the page's top left corner) of what has the lead units' tint."""
    image = Image.open(io.BytesIO(picture))
    page = image.crop((0, 0, image.width, image.height - 44))
    mask = Image.new("1", page.size)
    mask.putdata([pixel == LEAD for pixel in page.get_flattened_data()])
    box = mask.getbbox()
    assert box
    return box[0] / SCALE, box[1] / SCALE, box[2] / SCALE, box[3] / SCALE


def passage(source: Source, block: int, words: str) -> Place:
    """Where words stand in a block."""
    found = source.blocks[block]
    if isinstance(found, Paragraph):
        start = found.text.index(words)
        return Place(block, start, start + len(words))
    assert isinstance(found, Table)
    cell = next(cell for cell in found.cells if words in cell.text)
    start = cell.text.index(words)
    return Place(block, start, start + len(words), cell.row, cell.column)


@pytest.mark.parametrize(
    ("block", "expected"), [(0, (272, 200 - 14, 320, 200 + 3)), (1, (250, 302 - 14, 298, 302 + 3))]
)
def test_the_tint_stands_where_the_passage_stands(
    block: int, expected: tuple[float, ...], source: Source, content: bytes
) -> None:
    pictures = draw_pages(content, source, [Mark("lead", passage(source, block, "青禾区"))])
    assert tinted(pictures[block]) == pytest.approx(expected, abs=2.5)


def test_each_page_has_a_picture_with_a_legend(source: Source, content: bytes) -> None:
    first, second = (Image.open(io.BytesIO(picture)) for picture in draw_pages(content, source, []))
    assert first.size == second.size == (952, 1347 + 44)
    strip = first.crop((0, 1347, 952, 1391)).convert("RGB")
    colours = {colour for _, colour in strip.getcolors(100_000) or []}
    assert LEAD in colours
    assert len(colours) > len(LEGEND)


def test_letters_stay_dark_under_every_tint(source: Source, content: bytes) -> None:
    plain, *_ = draw_pages(content, source, [])
    marked, *_ = draw_pages(content, source, [Mark(kind, passage(source, 0, "发改局")) for kind in LEGEND])
    letters = [
        (before, after)
        for before, after in zip(
            *(Image.open(io.BytesIO(each)).convert("L").tobytes() for each in (plain, marked)), strict=True
        )
        if before < 60
    ]
    assert letters
    assert all(after <= before for before, after in letters)


def test_bytes_that_are_no_pdf_are_refused(source: Source) -> None:
    with pytest.raises(Damaged, match="请"):
        draw_pages(b"no document", source, [])


def test_a_passage_behind_the_end_of_a_page_is_tinted_there(source: Source, content: bytes) -> None:
    """The lower line of the cell on the second page as if it were the rest of a cell on the first."""
    table = source.blocks[1]
    assert isinstance(table, Table)
    first, cell = table.cells
    rest = replace(cell, text=f"教育局\n{cell.text}", rests=(Rest(4, table.origin or 0, cell.row),))
    cut = replace(table, cells=(first, rest), origin=0)
    place = Place(1, 8, 11, cell.row, cell.column)
    _, second = draw_pages(content, replace(source, blocks=(source.blocks[0], cut)), [Mark("lead", place)])
    assert tinted(second) == pytest.approx((250, 302 - 14, 298, 302 + 3), abs=2.5)

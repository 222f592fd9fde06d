"""A PDF with a text layer, set in a Chinese font that every reader of PDFs brings along."""

import io
from collections.abc import Sequence
from importlib import import_module

from luoshi.model import Paragraph, Table
from tests.documents.sheet import Line, lay_out

_FONT = "STSong-Light"


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """A .pdf file."""
    metrics = import_module("reportlab.pdfbase.pdfmetrics")
    metrics.registerFont(import_module("reportlab.pdfbase.cidfonts").UnicodeCIDFont(_FONT))
    file = io.BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(file, pagesize=(595, 842))
    for page in lay_out(blocks, lambda text, size: float(metrics.stringWidth(text, _FONT, size))):
        for mark in page:
            if isinstance(mark, Line):
                canvas.setFont(_FONT, mark.size)
                canvas.drawString(mark.x, mark.y, mark.text)
            else:
                canvas.rect(mark.x, mark.y, mark.width, mark.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()

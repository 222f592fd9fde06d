"""WordprocessingML by functions: each gives the text of one element."""

from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def element(tag: str, content: str = "", /, **attributes: object) -> str:
    """`<w:tag w:key="value">content</w:tag>`; attributes that are None are left out."""
    written = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<w:{tag}{written}>{content}</w:{tag}>" if content else f"<w:{tag}{written}/>"


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def run(text: str, style: str | None = None) -> str:
    """A run of text, in a character style where one is given; a tab in it stands as such."""
    properties = element("rPr", element("rStyle", val=style)) if style else ""
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{properties}{element('tab').join(pieces)}</w:r>"


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """A paragraph in a style; `more` stands behind the style among its properties."""
    return element("p", element("pPr", element("pStyle", val=style) + more) + "".join(runs))


def line(style: str, text: str) -> str:
    """A paragraph of one run."""
    return paragraph(style, run(text))


def page_number() -> str:
    """The field that the office program fills with the number of the page."""
    begin, middle, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return begin + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' + middle + run("1") + end


def cell(width: int, *paragraphs: str, span: int = 1, stands: str | None = None) -> str:
    """A table's cell, `width` in twentieths of a point, over `span` columns; its text `stands` at top or bottom."""
    spanned = element("gridSpan", val=span) if span > 1 else ""
    aligned = element("vAlign", val=stands) if stands else ""
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa") + spanned + aligned) + "".join(paragraphs))


def row(cells: Iterable[str], *, is_head: bool = False, least: int | None = None) -> str:
    """A row that no page cuts in two, `least` high; a head row is drawn anew on every page."""
    height = element("trHeight", val=least, hRule="atLeast") if least else ""
    properties = element("cantSplit") + height + (element("tblHeader") if is_head else "")
    return element("tr", element("trPr", properties) + "".join(cells))


def table(style: str, widths: Sequence[int], rows: Iterable[str], position: str = "") -> str:
    """A table of fixed columns; `position` makes it float."""
    width, layout = element("tblW", w=sum(widths), type="dxa"), element("tblLayout", type="fixed")
    grid = element("tblGrid", "".join(element("gridCol", w=each) for each in widths))
    return element(
        "tbl", element("tblPr", element("tblStyle", val=style) + position + width + layout) + grid + "".join(rows)
    )

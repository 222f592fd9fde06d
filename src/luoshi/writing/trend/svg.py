"""The picture as SVG, for the web and for Word."""

from xml.sax.saxutils import escape, quoteattr

from luoshi.lineage import Comparison
from luoshi.writing.trend.drawing import PAPER, Dot, Drawing, Line, Shape, Text, draw

_FONTS = "'PingFang SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"


def write_svg(comparison: Comparison) -> bytes:
    """An SVG with its text as text, in UTF-8."""
    drawing = draw(comparison)
    parts = [_opening(drawing), *map(_element, drawing.shapes), "</svg>\n"]
    return "\n".join(parts).encode("utf-8", "xmlcharrefreplace")


def _opening(drawing: Drawing) -> str:
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:lang="zh-CN" font-family="{_FONTS}">'
    paper = f'<rect width="{drawing.width}" height="{drawing.height}" fill="{PAPER}"/>'
    return f"{head}\n<title>{escape(drawing.title)}</title>\n{paper}"


def _element(shape: Shape) -> str:
    match shape:
        case Line():
            ends = f'x1="{shape.x1:g}" y1="{shape.y1:g}" x2="{shape.x2:g}" y2="{shape.y2:g}"'
            return f'<line {ends} stroke="{shape.colour}" stroke-width="{shape.width:g}"/>'
        case Dot():
            return f'<circle cx="{shape.x:g}" cy="{shape.y:g}" r="{shape.radius:g}" fill="{shape.colour}"/>'
        case Text():
            return _text(shape)


def _text(text: Text) -> str:
    weight = ' font-weight="600"' if text.is_bold else ""
    place = f'x="{text.x:g}" y="{text.y:g}" dominant-baseline="central" text-anchor={quoteattr(text.anchor)}'
    return f'<text {place} font-size="{text.size}" fill="{text.colour}"{weight}>{escape(text.words)}</text>'

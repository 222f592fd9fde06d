"""The picture as PNG, for programs that show no SVG."""

import io
from typing import TYPE_CHECKING, Final

from luoshi.errors import LuoshiError
from luoshi.lineage import Comparison
from luoshi.writing.fonts import find_font
from luoshi.writing.trend.drawing import PAPER, Dot, Drawing, Line, Shape, Text, draw

if TYPE_CHECKING:
    from PIL import ImageDraw

_SCALE: Final = 2  # pixels a pixel of the drawing, for print
_ANCHORS: Final = {"start": "lm", "middle": "mm", "end": "rm"}
_HIGHEST: Final = 30_000  # pixels


class FontMissing(LuoshiError):
    """No font with Chinese letters was found."""


class PictureTooHigh(LuoshiError):
    """More metrics than a picture holds."""


def write_png(comparison: Comparison) -> bytes:
    """A PNG at twice the size of the SVG; raises `FontMissing`, `PictureTooHigh`."""
    drawing = draw(comparison)
    if drawing.height * _SCALE > _HIGHEST:
        raise PictureTooHigh("指标太多，一张 png 放不下。请用 --about 只画一部分，或者写成 svg。")
    if find_font(1) is None:
        raise FontMissing("这台机器没有中文字体，画不了 png。请装一种（如 fonts-noto-cjk），或者写成 svg。")
    return _paint(drawing)


def _paint(drawing: Drawing) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (drawing.width * _SCALE, drawing.height * _SCALE), PAPER)
    pen = ImageDraw.Draw(picture)
    for shape in drawing.shapes:
        _put(pen, shape)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _put(pen: "ImageDraw.ImageDraw", shape: Shape) -> None:
    match shape:
        case Line():
            ends = [side * _SCALE for side in (shape.x1, shape.y1, shape.x2, shape.y2)]
            pen.line(ends, fill=shape.colour, width=round(shape.width * _SCALE))
        case Dot():
            pen.circle((shape.x * _SCALE, shape.y * _SCALE), shape.radius * _SCALE, fill=shape.colour)
        case Text():
            font = find_font(shape.size * _SCALE)
            # There is one weight of the font for sure: a thin edge of the same colour stands in for the bold one
            edge = 1 if shape.is_bold else 0
            place = (shape.x * _SCALE, shape.y * _SCALE)
            anchor = _ANCHORS[shape.anchor]
            pen.text(place, shape.words, fill=shape.colour, font=font, anchor=anchor, stroke_width=edge)

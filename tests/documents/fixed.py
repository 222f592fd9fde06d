"""An OFD package (GB/T 33190): text objects and the paths that rule its tables, in millimetres from the top."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from unicodedata import east_asian_width

from luoshi.model import Paragraph, Table
from tests.documents.sheet import HEIGHT, Box, Line, Page, lay_out

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_MILLIMETRE = 72 / 25.4


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """An .ofd file."""
    pages = lay_out(blocks, lambda text, size: size * sum(map(_em, text)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _members(pages):
            archive.writestr(name, content)
    return file.getvalue()


def _em(char: str) -> float:
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def _members(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    root = "Doc_0/Document.xml"
    yield "OFD.xml", f"<ofd:OFD {_NAMESPACE}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    listed = "".join(f'<ofd:Page ID="{order}" BaseLoc="Pages/P_{order}.xml"/>' for order in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    common = f"<ofd:CommonData>{area}</ofd:CommonData>"
    yield root, f"<ofd:Document {_NAMESPACE}>{common}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    for order, page in enumerate(pages):
        layer = "".join(_text(mark) if isinstance(mark, Line) else _path(mark) for mark in page)
        content = f"<ofd:Content><ofd:Layer>{layer}</ofd:Layer></ofd:Content>"
        yield f"Doc_0/Pages/P_{order}.xml", f"<ofd:Page {_NAMESPACE}>{content}</ofd:Page>"


def _text(line: Line) -> str:
    size = line.size / _MILLIMETRE
    top = (HEIGHT - line.y - line.size) / _MILLIMETRE
    steps = " ".join(f"{size * _em(char):.3f}" for char in line.text[:-1])
    code = f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{steps}">{escape(line.text)}</ofd:TextCode>'
    boundary = f"{line.x / _MILLIMETRE:.3f} {top:.3f} 190 {size * 1.3:.3f}"
    return f'<ofd:TextObject Boundary="{boundary}" Size="{size:.3f}">{code}</ofd:TextObject>'


def _path(box: Box) -> str:
    width, height = box.width / _MILLIMETRE, box.height / _MILLIMETRE
    boundary = f"{box.x / _MILLIMETRE:.3f} {(HEIGHT - box.y - box.height) / _MILLIMETRE:.3f} {width:.3f} {height:.3f}"
    corners = f"M 0 0 L {width:.3f} 0 L {width:.3f} {height:.3f} L 0 {height:.3f} C"
    data = f"<ofd:AbbreviatedData>{corners}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{boundary}" LineWidth="0.35">{data}</ofd:PathObject>'

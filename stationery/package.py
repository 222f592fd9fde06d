"""The parts of a Word file around its body, packed the same at every build."""

import io
from dataclasses import dataclass
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from stationery.styles import write_styles
from stationery.theme import write_theme
from stationery.wordml import NAMESPACES, element, page_number, paragraph, run

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
KIND: Final = "application/vnd.openxmlformats-officedocument"

# Fonts of the standard: what else they are called, and of what family another may stand in for them
FONTS: Final = (
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "roman"),
    ("仿宋_GB2312", "仿宋", "modern"),
    ("楷体_GB2312", "楷体", "script"),
    ("黑体", "SimHei", "modern"),
    ("宋体", "SimSun", "roman"),
    ("Times New Roman", None, "roman"),
)

# Part of word/, kind of its content and of the relation that leads to it
PARTS: Final = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("footer1", "footer"),
    ("footer2", "footer"),
    ("theme/theme1", "theme"),
)
APPLICATION: Final = f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Luoshi</Application></Properties>'
ODD_FOOTER, EVEN_FOOTER = "rId4", "rId5"


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4 and its margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    is_wide: bool = False

    @property
    def text(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right


# 37 mm above, 28 mm at the binding, 156 × 225 mm of text; the number of the page 7 mm below the text
PORTRAIT: Final = Page(11906, 16838, 2098, 1980, 1587, 1469, 1222)
# The same sheet turned: its head at the binding
LANDSCAPE: Final = Page(16838, 11906, 1587, 1469, 1984, 2098, 850, is_wide=True)


def section(page: Page, *, begins_document: bool = False) -> str:
    """The properties of a section: paper, margins, grid of 22 lines, numbers of pages at the outer side.

    Of several documents in one file each begins with page 1.
    """
    feet = (
        f'<w:footerReference w:type="default" r:id="{ODD_FOOTER}"/>'
        f'<w:footerReference w:type="even" r:id="{EVEN_FOOTER}"/>'
    )
    paper = element("pgSz", w=page.width, h=page.height, orient="landscape" if page.is_wide else None)
    margins = element(
        "pgMar",
        top=page.top,
        right=page.right,
        bottom=page.bottom,
        left=page.left,
        header=1134,
        footer=page.footer,
        gutter=0,
    )
    numbers = element("pgNumType", start=1) if begins_document else ""
    return element("sectPr", feet + paper + margins + numbers + element("docGrid", type="lines", linePitch=579))


def _footer(style: str) -> str:
    return f"<w:ftr {NAMESPACES}>{paragraph(style, run('— '), page_number(), run(' —'))}</w:ftr>"


def _settings() -> str:
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return (
        f"<w:settings {NAMESPACES}>"
        + element("evenAndOddHeaders")
        + element("characterSpacingControl", val="compressPunctuation")
        + element("compat", mode)
        + element("themeFontLang", val="en-US", eastAsia="zh-CN")
        + "</w:settings>"
    )


def _font_table() -> str:
    written = []
    for name, other, family in FONTS:
        alternative = element("altName", val=other) if other else ""
        charset = element("charset", val="86" if other else "00")
        written.append(element("font", alternative + charset + element("family", val=family), name=name))
    return f"<w:fonts {NAMESPACES}>{''.join(written)}</w:fonts>"


def _content_types() -> str:
    kinds = [("word/document", f"{KIND}.wordprocessingml.document.main+xml")]
    kinds += [
        (f"word/{name}", f"{KIND}.{'' if kind == 'theme' else 'wordprocessingml.'}{kind}+xml") for name, kind in PARTS
    ]
    kinds += [
        ("docProps/core", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app", f"{KIND}.extended-properties+xml"),
    ]
    overrides = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{rels}{xml}{overrides}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def _properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def pack(title: str, body: str, last: Page) -> bytes:
    """A template as the bytes of a .docx file: `body` is its content, `last` the page of its last section."""
    document = f"<w:document {NAMESPACES}><w:body>{body}{section(last)}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _properties(title),
        "docProps/app.xml": APPLICATION,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            *((f"{OFFICE}/relationships/{kind}", f"{name}.xml") for name, kind in PARTS)
        ),
        "word/styles.xml": write_styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer("OddFooter"),
        "word/footer2.xml": _footer("EvenFooter"),
        "word/theme/theme1.xml": write_theme(),
    }
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, EPOCH), HEADER + part, ZIP_DEFLATED)
    return packed.getvalue()

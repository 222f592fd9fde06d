"""A page of an official letter (GB/T 9704): A4, margins 37/35/28/26 mm, 22 lines of 28 characters, numbered feet."""

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from demo.building.archive import settle
from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element

LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
RIGHT_TAB = WD_TAB_ALIGNMENT.RIGHT
RED = RGBColor(0xD7, 0x00, 0x0F)
LINE = Pt(28.9)  # 225 mm of text in 22 lines


@dataclass(frozen=True, slots=True)
class Face:
    """The look of a paragraph: the Chinese font, its size in points, colour, and outline level (0 is the highest)."""

    font: str
    size: float = 16
    color: RGBColor | None = None
    outline: int | None = None


TITLE = Face("方正小标宋简体", 22, outline=0)
MASTHEAD = Face("方正小标宋简体", 35, RED)
BODY = Face("仿宋_GB2312")
HEADING = Face("黑体", outline=1)
SUBHEADING = Face("楷体_GB2312", outline=2)
BYLINE = Face("楷体_GB2312", 15)
IMPRINT = Face("仿宋_GB2312", 14)
FOLIO = Face("宋体", 14)


def open_letter(title: str, author: str, written: date) -> Letter:
    """Return an empty letter with its page, language and properties set."""
    letter = Document()
    section = letter.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    letter.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], RIGHT)
    _number(section.even_page_footer.paragraphs[0], LEFT)
    _describe(letter, title, author, written)
    return letter


def add_line(letter: Letter, text: str, face: Face = BODY, align: WD_ALIGN_PARAGRAPH = JUSTIFY) -> Paragraph:
    """Add a paragraph without indent."""
    paragraph = letter.add_paragraph()
    _lay_out(paragraph, face, align)
    _dress(paragraph.add_run(text), face)
    return paragraph


def add_paragraph(letter: Letter, text: str, face: Face = BODY) -> Paragraph:
    """Add a paragraph whose first line is indented by two characters, as running text is."""
    paragraph = add_line(letter, text, face)
    paragraph.paragraph_format.first_line_indent = Pt(2 * face.size)
    _find(paragraph, "ind").set(qn("w:firstLineChars"), "200")
    return paragraph


def add_rule(paragraph: Paragraph, side: str, color: str = "000000", eighths: int = 6) -> None:
    """Draw a rule `eighths` of a point thick at the `side` (top or bottom) of a paragraph."""
    properties = _find(paragraph)
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert(0, borders)
    rule = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", color)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)


def close_letter(letter: Letter) -> bytes:
    """Return the letter as the bytes of a .docx file, the same at every build."""
    content = BytesIO()
    letter.save(content)
    return settle(content.getvalue())


def _find(paragraph: Paragraph, name: str | None = None) -> _Element:
    """Return the properties of a paragraph, or the property `name` among them: python-docx does not know them all."""
    properties: _Element = paragraph.paragraph_format.element.find(qn("w:pPr"))
    return properties if name is None else next(properties.iterchildren(qn(f"w:{name}")))


def _describe(letter: Letter, title: str, author: str, written: date) -> None:
    properties = letter.core_properties
    stamp = datetime.combine(written, time(9))
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.language, properties.comments, properties.revision = "zh-CN", "虚构的演示文件", 1
    properties.created = properties.modified = stamp


def _lay_out(paragraph: Paragraph, face: Face, align: WD_ALIGN_PARAGRAPH) -> None:
    layout = paragraph.paragraph_format
    paragraph.alignment = align
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, max(LINE, Pt(face.size * 1.5))
    if face.outline is None:
        return
    layout.keep_with_next = True
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), str(face.outline))
    _find(paragraph).append(level)


def _dress(run: Run, face: Face) -> None:
    run.font.name, run.font.size = "Times New Roman", Pt(face.size)
    if face.color is not None:
        run.font.color.rgb = face.color
    properties = next(run.font.element.iterchildren(qn("w:rPr")))
    next(properties.iterchildren(qn("w:rFonts"))).set(qn("w:eastAsia"), face.font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _number(paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = align
    for piece in (_text("— "), _field("begin"), _instruction("PAGE"), _field("end"), _text(" —")):
        run = paragraph.add_run()
        _dress(run, FOLIO)
        run.font.element.append(piece)


def _text(text: str) -> _Element:
    element = OxmlElement("w:t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def _field(kind: str) -> _Element:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _instruction(code: str) -> _Element:
    element = OxmlElement("w:instrText")
    element.text = code
    return element

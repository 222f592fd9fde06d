"""The styles of official documents (GB/T 9704-2012), each once: fonts, sizes, lines, indents."""

from dataclasses import dataclass
from typing import Final

from stationery.wordml import NAMESPACES, element, twips

LINE: Final = 28.95
"""Points of a line: 22 of them fill the 225 mm of a page's text."""

SIZE: Final = 16.0
"""3号 in points, the width of a character."""

PRESSED: Final = -0.2
"""Points between characters, so that 28 of them stand on a line of 156 mm. As a property of the style it holds in Word,
in WPS and in LibreOffice, which do not agree on grids of characters."""

SONG, FANG, KAI, HEI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
LATIN: Final = "Times New Roman"
RED: Final = "E60012"
GREY: Final = "8C8C8C"
THICK, THIN = 8, 6
"""Eighths of a point: 0.35 mm and 0.25 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Indents are in characters, all other lengths in points; what is None is as in the base.

    `first` is the indent of the first line, negative where it hangs. `level` is that in the navigation, 0 the highest.
    """

    key: str
    name: str
    base: str | None = "Normal"
    font: str | None = None
    size: float | None = None
    align: str | None = None
    first: float | None = None
    left: float | None = None
    right: float | None = None
    line: float | None = None
    before: float | None = None
    after: float | None = None
    level: int | None = None
    color: str | None = None
    is_ruled: bool = False
    keeps_next: bool = False
    keeps_lines: bool = False
    begins_page: bool = False
    tab: float | None = None


STYLES: Final = (
    Style("Normal", "Normal", None, FANG, SIZE, "both", line=LINE),
    Style("BodyText", "Body Text", first=2),
    # The end of a text stays with the signature: no page bears a signature alone
    Style("LastText", "正文末段", "BodyText", keeps_next=True, keeps_lines=True),
    Style("Title", "Title", font=SONG, size=22, align="center", line=34, after=LINE, keeps_next=True),
    Style("Heading1", "heading 1", font=HEI, first=2, level=0, keeps_next=True),
    Style("Heading2", "heading 2", font=KAI, first=2, level=1, keeps_next=True),
    # The head of a letter: 35 mm above the name of the office, two lines above and below what stands on the red rule
    Style("RedHead", "发文机关标志", font=SONG, size=36, align="distribute", line=54, before=99, color=RED),
    Style("LongRedHead", "发文机关标志（长）", "RedHead", size=26, line=42),
    Style("LongestRedHead", "发文机关标志（最长）", "RedHead", size=22, line=42),
    Style("DocNumber", "发文字号", align="center", before=LINE * 2, after=LINE * 2, is_ruled=True),
    Style("PlainNumber", "文号", align="center", after=LINE),
    Style("Addressees", "主送机关", align="left"),
    Style("Attachment", "附件说明", align="left", left=5, first=-3, before=LINE, keeps_next=True, keeps_lines=True),
    Style("FirstAttachment", "附件说明（首项）", "Attachment", left=6, first=-4),
    Style("NextAttachment", "附件说明（后项）", "Attachment", left=6, first=-1, before=0),
    Style("Signature", "发文机关署名", align="center", left=13.5, before=LINE * 2, keeps_next=True),
    Style("LongSignature", "发文机关署名（长）", "Signature", align="right", left=0),
    Style("IssuedOn", "成文日期", align="right", right=4, keeps_next=True),
    Style("Note", "附注", first=2),
    Style("AnnexMark", "附件标记", font=HEI, align="left", after=LINE, keeps_next=True, begins_page=True),
    Style("AnnexTitle", "附件标题", "Title", level=0, begins_page=True),
    Style("Excerpt", "摘录说明", font=KAI, size=12, align="center", line=22, after=12, keeps_next=True),
    Style("Copies", "抄送", size=14, align="both", left=4, first=-3, right=1, line=24),
    Style("Printed", "印发机关和印发日期", size=14, align="left", left=1, right=1, line=24, tab=427),
    Style("PrintedOn", "印发日期", "Printed", align="right"),
    Style("Footer", "footer", font="宋体", size=14, line=18),
    Style("OddFooter", "单页码", "Footer", align="right", right=1),
    Style("EvenFooter", "双页码", "Footer", align="left", left=1),
    Style("TableTitle", "表格标题", "Title", after=6, level=0),
    Style("TinyHead", "表头（特小）", "TableHead", size=9, line=13),
    Style("TinyText", "表格正文（特小）", "TableText", size=9, line=13),
    Style("TinyCentred", "表格居中（特小）", "TableCentred", size=9, line=13),
    Style("TableNote", "表格说明", size=12, align="right", line=22),
    Style("TableHead", "表头", font=HEI, size=12, align="center", line=18),
    Style("TableText", "表格正文", size=12, align="left", line=18),
    Style("TableCentred", "表格居中", "TableText", align="center"),
    Style("SmallHead", "表头（小）", "TableHead", size=10.5, line=15),
    Style("SmallText", "表格正文（小）", "TableText", size=10.5, line=15),
    Style("SmallCentred", "表格居中（小）", "TableCentred", size=10.5, line=15),
    Style("TableRemark", "表格附注", size=12, align="left", line=18, keeps_lines=True),
    Style("Gap", "表后空距", size=9, line=10),
    Style("FormTitle", "表单标题", "Title", after=6),
    Style("FormNumber", "表单编号", size=12, align="right", line=22),
    Style("FormText", "表单正文", size=12, align="left", line=20),
    Style("FormLabel", "表单栏目", "FormText", font=HEI, align="center"),
    Style("KeptLabel", "表单栏目（连下行）", "FormLabel", keeps_next=True),
    Style("FormSigned", "表单署名", "FormText", align="right", right=2),
    Style("Teller", "签字栏", align="left", first=2, before=LINE, keeps_next=True),
    Style("Instruction", "模板指令", font="宋体", size=9, align="left", line=12, color=GREY),
    Style("End", "文末", size=1, line=1),
)

# Character styles: key, name, properties
RUNS: Final = (
    ("Open", "待定", element("shd", val="clear", color="auto", fill="FFF1B8")),
    ("Strong", "Strong", element("b")),
)


def _rule(side: str, eighths: int, color: str = "000000", space: int = 0) -> str:
    return element(side, val="single", sz=eighths, space=space, color=color)


RULES: Final = "".join(_rule(side, 4) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
ABOVE: Final = 1.75
"""Points above and below what stands in a cell."""
# Table styles: key, name, borders, margin at the sides of a cell in points
TABLES: Final = (
    ("Grid", "公文表格", RULES, 3.5),
    ("Form", "公文表单", RULES, 5.5),
    ("Imprint", "版记", _rule("top", THICK) + _rule("bottom", THICK) + _rule("insideH", THIN), 0),
)


def _indents(style: Style) -> dict[str, int]:
    """In characters for Word and WPS, and in twentieths of a point for programs that know no characters."""
    size = style.size or SIZE
    lengths = {"left": style.left, "right": style.right}
    if style.first is not None:
        lengths["hanging" if style.first < 0 else "firstLine"] = abs(style.first)
    known = {side: count for side, count in lengths.items() if count is not None}
    written: dict[str, int] = {}
    for side, count in known.items():
        written |= {f"{side}Chars": round(count * 100), side: twips(count * size)}
    return written


def _spacing(style: Style) -> dict[str, object]:
    lengths = {"before": style.before, "after": style.after, "line": style.line}
    written: dict[str, object] = {name: twips(points) for name, points in lengths.items() if points is not None}
    return written | ({"lineRule": "exact"} if style.line is not None else {})


def _layout(style: Style) -> str:
    """The properties of a paragraph, in the order that the standard asks for."""
    rule = _rule("bottom", 18, RED, space=11)  # 4 mm below the number
    switches = (
        ("keepNext", style.keeps_next),
        ("keepLines", style.keeps_lines),
        ("pageBreakBefore", style.begins_page),
    )
    written = [element(name) for name, is_on in switches if is_on]
    # Marks that hang over the margin are lost when LibreOffice prints them
    written += [element("widowControl", val=0)] if style.base is None else []
    written += [element("pBdr", rule)] if style.is_ruled else []
    written += [element("tabs", element("tab", val="right", pos=twips(style.tab)))] if style.tab else []
    # What Word does anyway. LibreOffice 7.4 takes it for the opposite, which is well: it loses hanging marks in print
    written += [element("overflowPunct", val=1)] if style.base is None else []
    written += [element("snapToGrid", val=0)] if style.line not in {None, LINE} else []
    written += [
        element(name, **each) for name, each in (("spacing", _spacing(style)), ("ind", _indents(style))) if each
    ]
    written += [element("jc", val=style.align)] if style.align else []
    written += [element("outlineLvl", val=style.level)] if style.level is not None else []
    return element("pPr", "".join(written)) if written else ""


def _face(style: Style) -> str:
    latin = SONG if style.font == SONG else LATIN  # the digits of a title are those of its font
    fonts = _fonts(latin, style.font) if style.font else ""
    color = element("color", val=style.color) if style.color else ""
    pressed = element("spacing", val=twips(PRESSED)) if style.base is None else ""
    size = "".join(element(name, val=round(style.size * 2)) for name in ("sz", "szCs")) if style.size else ""
    return element("rPr", fonts + color + pressed + size) if fonts + color + pressed + size else ""


def _fonts(latin: str, chinese: str) -> str:
    """Fonts of letters and digits, and of all else: what both have (“ ” — · □) is Chinese here."""
    return element("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=LATIN)


def _paragraph_style(style: Style) -> str:
    base = element("basedOn", val=style.base) if style.base else ""
    properties = element("name", val=style.name) + base + element("qFormat") + _layout(style) + _face(style)
    return element("style", properties, type="paragraph", default=None if style.base else 1, styleId=style.key)


def _run_style(key: str, name: str, properties: str) -> str:
    return element("style", element("name", val=name) + element("rPr", properties), type="character", styleId=key)


def _table_style(key: str, name: str, borders: str, margin: float) -> str:
    margins = (("top", ABOVE), ("left", margin), ("bottom", ABOVE), ("right", margin)) if margin else ()
    sides = "".join(element(side, w=twips(points), type="dxa") for side, points in margins)
    properties = element("tblPr", element("tblBorders", borders) + (element("tblCellMar", sides) if sides else ""))
    centred = element("tcPr", element("vAlign", val="center"))
    base = element("basedOn", val="TableNormal")
    return element("style", element("name", val=name) + base + properties + centred, type="table", styleId=key)


def write_styles() -> str:
    """The part word/styles.xml."""
    fonts = _fonts(LATIN, FANG)
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = element("rPrDefault", element("rPr", fonts + element("sz", val=32) + element("szCs", val=32) + language))
    plain = element("name", val="Normal Table") + element(
        "tblPr",
        element("tblInd", w=0, type="dxa")
        + element("tblCellMar", "".join(element(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    return (
        f"<w:styles {NAMESPACES}>"
        + element("docDefaults", defaults + element("pPrDefault"))
        + "".join(map(_paragraph_style, STYLES))
        + element("style", element("name", val="Default Paragraph Font"), type="character", default=1, styleId="Plain")
        + "".join(_run_style(*each) for each in RUNS)
        + element("style", plain, type="table", default=1, styleId="TableNormal")
        + "".join(_table_style(*each) for each in TABLES)
        + "</w:styles>"
    )

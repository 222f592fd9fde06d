"""The numbers that Word draws before paragraphs."""

import pytest
from lxml import etree

from luoshi.source.numbering import Counts, draw_mark, read_numbering
from luoshi.source.wordml import W

SPACE = f'xmlns="{W[1:-1]}" xmlns:w="{W[1:-1]}"'


def level(depth: int, style: str, pattern: str, *more: str) -> str:
    return (
        f"<lvl w:ilvl='{depth}'><start w:val='1'/><numFmt w:val='{style}'/>{''.join(more)}"
        f"<lvlText w:val='{pattern}'/></lvl>"
    )


OUTLINE = (
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4", "<suff w:val='nothing'/>")
    + level(4, "decimal", "%1.%5", "<isLgl/>")
    + level(5, "bullet", "\uf0b7")
    + level(6, "decimal", "%7)", "<lvlRestart w:val='0'/>")
    + level(7, "decimal", "%8", "<pStyle w:val='linked'/>", "<suff w:val='space'/>")
)

NUMBERING = f"""<numbering {SPACE}>
<abstractNum w:abstractNumId="0">{OUTLINE}</abstractNum>
<abstractNum w:abstractNumId="1"><numStyleLink w:val="list"/></abstractNum>
<num w:numId="1"><abstractNumId w:val="0"/></num>
<num w:numId="2"><abstractNumId w:val="0"/><lvlOverride w:ilvl="0"><startOverride w:val="5"/></lvlOverride></num>
<num w:numId="3"><abstractNumId w:val="0"/><lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</lvlOverride></num>
<num w:numId="4"><abstractNumId w:val="1"/></num>
</numbering>"""

STYLES = f"""<styles {SPACE}>
<style w:type="paragraph" w:default="1" w:styleId="normal"/>
<style w:styleId="heading"><pPr><numPr><numId w:val="1"/></numPr></pPr></style>
<style w:styleId="child"><basedOn w:val="heading"/><pPr><numPr><ilvl w:val="1"/></numPr></pPr></style>
<style w:styleId="linked"><pPr><numPr><numId w:val="1"/></numPr></pPr></style>
<style w:styleId="list"><pPr><numPr><numId w:val="1"/></numPr></pPr></style>
<style w:styleId="loop"><basedOn w:val="loop"/></style>
</styles>"""


def marks_of(*paragraphs: str) -> list[str]:
    numbering = read_numbering(etree.fromstring(NUMBERING), etree.fromstring(STYLES))
    counts = Counts()
    properties = (etree.fromstring(f"<pPr {SPACE}>{paragraph}</pPr>") for paragraph in paragraphs)
    return [draw_mark(numbering, counts, node) for node in properties]


def numbered(list_: int, depth: int) -> str:
    return f"<numPr><ilvl w:val='{depth}'/><numId w:val='{list_}'/></numPr>"


def styled(name: str) -> str:
    return f"<pStyle w:val='{name}'/>"


SEQUENCES = [
    (
        [numbered(1, 0), numbered(1, 1), numbered(1, 1), numbered(1, 0), numbered(1, 1)],
        ["一、", "（一）", "（二）", "二、", "（一）"],
    ),
    ([numbered(1, 2), numbered(1, 3), numbered(1, 3)], ["1. ", "①", "②"]),
    ([numbered(1, 0), numbered(1, 0), numbered(1, 4)], ["一、", "二、", "2.1 "]),
    ([numbered(1, 5)], [""]),
    ([numbered(1, 6), numbered(1, 0), numbered(1, 6)], ["1) ", "一、", "2) "]),
    ([numbered(1, 0), numbered(2, 0), numbered(2, 0), numbered(1, 0)], ["一、", "五、", "六、", "七、"]),
    ([numbered(3, 0), numbered(3, 0)], ["第1条", "第2条"]),
    ([numbered(1, 0), numbered(4, 0)], ["一、", "二、"]),
    ([styled("heading"), styled("child"), styled("heading")], ["一、", "（一）", "二、"]),
    ([styled("linked")], ["1 "]),
    (
        [styled("heading") + "<numPr><numId w:val='0'/></numPr>", styled("loop"), "", numbered(9, 0)],
        ["", "", "", ""],
    ),
]


@pytest.mark.parametrize(("paragraphs", "marks"), SEQUENCES)
def test_paragraphs_are_numbered_as_word_draws_them(paragraphs: list[str], marks: list[str]) -> None:
    assert marks_of(*paragraphs) == marks


def test_a_document_without_numbering_has_no_marks() -> None:
    assert (
        draw_mark(read_numbering(None, None), Counts(), etree.fromstring(f"<pPr {SPACE}>{numbered(1, 0)}</pPr>")) == ""
    )

"""Word documents: what is printed, in order."""

import io
from importlib import import_module

import pytest

from luoshi.errors import Damaged, SourceError
from luoshi.model import Cell, Paragraph, Table
from luoshi.source.docx import read_blocks
from luoshi.source.wordml import STRICT, W

seeds = import_module("seeds")

OPEN = "http://schemas.openxmlformats.org"

HEAD = (
    f'<?xml version="1.0"?><document xmlns="{W[1:-1]}" xmlns:w="{W[1:-1]}"'
    f' xmlns:mc="{OPEN}/markup-compatibility/2006" xmlns:m="{OPEN}/officeDocument/2006/math">'
)


def docx_of(body: str, **parts: str) -> bytes:
    members = {"document": f"{HEAD}<body>{body}</body></document>", **parts}
    packed: bytes = seeds.zip_members({f"word/{name}.xml": part.encode() for name, part in members.items()})
    return packed


def lines_of(body: str, **parts: str) -> list[str]:
    return [block.text for block in read_blocks(docx_of(body, **parts)) if isinstance(block, Paragraph)]


RUNS = [
    ("<r><t>甲</t><tab/><t>乙</t><br/><t>丙</t></r>", ["甲\t乙", "丙"]),
    (
        "<r><t>甲</t></r><del><r><delText>删</delText></r></del><ins><r><t>增</t></r></ins>",
        ["甲增"],
    ),
    (
        "<r><rPr><vanish/></rPr><t>藏</t></r><r><rPr><vanish w:val='0'/></rPr><t>露</t></r>",
        ["露"],
    ),
    ("<r><t>5</t><noBreakHyphen/><t>6</t><softHyphen/><t>亿</t></r>", ["5-6亿"]),
    (
        "<hyperlink><r><t>链</t></r></hyperlink><sdt><sdtPr/><sdtContent><r><t>接</t></r></sdtContent></sdt>",
        ["链接"],
    ),
    ("<r><instrText>PAGE</instrText></r><r><t>1</t><footnoteReference w:id='2'/></r>", ["1"]),
    (
        "<r><sym w:font='Wingdings 3' w:char='F070'/><t>园林局</t></r><r><sym w:font='X' w:char='zz'/></r>",
        ["▲园林局"],
    ),
    (
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><ruby><rt><r><t>lè</t></r></rt><rubyBase><r><t>乐</t></r></rubyBase></ruby>",
        ["x乐"],
    ),
    (
        "<r><t>文</t><mc:AlternateContent><mc:Choice><txbxContent><p><r><t>框</t></r></p></txbxContent></mc:Choice>"
        "<mc:Fallback><txbxContent><p><r><t>框</t></r></p></txbxContent></mc:Fallback></mc:AlternateContent></r>",
        ["文", "框"],
    ),
    ("", [""]),
]


@pytest.mark.parametrize(("content", "lines"), RUNS)
def test_a_paragraph_says_what_is_printed(content: str, lines: list[str]) -> None:
    assert lines_of(f"<p>{content}</p>") == lines


def test_a_paragraph_whose_end_was_deleted_with_its_text_is_left_out() -> None:
    deleted = "<p><pPr><rPr><del/></rPr></pPr><del><r><delText>删</delText></r></del></p>"
    assert lines_of(f"<p><r><t>甲</t></r></p>{deleted}") == ["甲"]


def test_a_title_is_one_line_wherever_it_was_cut() -> None:
    styles = f'''<styles xmlns="{W[1:-1]}" xmlns:w="{W[1:-1]}">
      <style w:styleId="a"><name w:val="Title"/></style>
      <style w:styleId="b"><name w:val="附件标题"/><basedOn w:val="a"/></style>
      <style w:styleId="c"><name w:val="heading 1"/></style></styles>'''
    cut = "<pPr><pStyle w:val='{}'/></pPr><r><t>关于印发</t><br/><t>分解的通知</t></r>"
    body = "".join(f"<p>{cut.format(style)}</p>" for style in "abc")
    assert lines_of(body, styles=styles) == ["关于印发分解的通知", "关于印发分解的通知", "关于印发", "分解的通知"]


def test_hidden_styles_hide() -> None:
    styles = f"<styles xmlns='{W[1:-1]}' xmlns:w='{W[1:-1]}'><style w:styleId='h'><rPr><vanish/></rPr></style></styles>"
    run = "<p><r><rPr><rStyle w:val='h'/></rPr><t>藏</t></r><r><t>露</t></r></p>"
    assert lines_of(run, styles=styles) == ["露"]


PAGES = [
    ("<p><r><t>一</t></r></p>", [("一", None)]),
    ("<p><r><t>一</t><br w:type='page'/><t>二</t></r></p>", [("一", 1), ("二", 2)]),
    (
        "<p><r><t>一</t><lastRenderedPageBreak/><t>二</t></r></p><p><r><t>三</t></r></p>",
        [("一二", 1), ("三", 2)],
    ),
    (
        "<p><r><t>一</t><br w:type='page'/></r></p><p><r><lastRenderedPageBreak/><t>二</t></r></p>",
        [("一", 1), ("二", 2)],
    ),
]


@pytest.mark.parametrize(("body", "pages"), PAGES)
def test_pages_are_those_that_word_last_drew(body: str, pages: list[tuple[str, int | None]]) -> None:
    assert [(block.text, block.page) for block in read_blocks(docx_of(body)) if isinstance(block, Paragraph)] == pages


def cell_of(text: str, properties: str = "", break_: str = "") -> str:
    return f"<tc><tcPr>{properties}</tcPr><p><r>{break_}<t>{text}</t></r></p></tc>"


def test_merged_cells_are_one_cell() -> None:
    rows = [
        cell_of("序号", "<vMerge w:val='restart'/>") + cell_of("任务", "<gridSpan w:val='2'/>"),
        cell_of("", "<vMerge/>") + cell_of("名") + cell_of("量"),
        cell_of("合并", "<hMerge w:val='restart'/>") + cell_of("", "<hMerge/>") + cell_of("3"),
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    deleted = f"<tr><trPr><del/></trPr>{cell_of('删')}</tr>"
    indented = f"<tr><trPr><gridBefore w:val='1'/></trPr>{cell_of('右')}</tr>"
    (table,) = read_blocks(docx_of(f"<tbl>{body}{deleted}{indented}</tbl>"))
    assert table == Table(
        (
            Cell(0, 0, "序号", 2, 1), Cell(0, 1, "任务", 1, 2), Cell(1, 1, "名"), Cell(1, 2, "量"),
            Cell(2, 0, "合并", 1, 2), Cell(2, 2, "3"), Cell(3, 1, "右"),
        )
    )  # fmt: skip


def test_a_table_that_crosses_pages_begins_on_the_first_and_ends_on_the_last() -> None:
    drawn = "<lastRenderedPageBreak/>"
    rows = "".join(f"<tr>{cell_of(text, '', drawn)}{cell_of(text, '', drawn)}</tr>" for text in "甲乙")
    table, after = read_blocks(docx_of(f"<tbl>{rows}</tbl><p><r><t>后</t></r></p>"))
    assert (table.page, after.page) == (2, 3)
    assert isinstance(table, Table)
    assert table.cells[0].text == "甲"


def test_the_text_of_a_nested_table_stands_in_its_cell() -> None:
    inner = f"<tbl><tr>{cell_of('内一')}{cell_of('内二')}</tr></tbl>"
    (table,) = read_blocks(docx_of(f"<tbl><tr><tc><p><r><t>外</t></r></p>{inner}</tc></tr></tbl>"))
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["外\n内一\n内二"]


def test_python_docx_sees_the_same_cells() -> None:
    import docx

    content = seeds.make_docx()
    expected = {cell.text for row in docx.Document(io.BytesIO(content)).tables[0].rows for cell in row.cells}
    (table,) = (block for block in read_blocks(content) if isinstance(block, Table))
    assert {cell.text for cell in table.cells} == expected


def test_the_strict_flavour_is_read_as_well() -> None:
    members = seeds.unzip_members(docx_of("<p><r><t>严</t></r></p>"))
    members["word/document.xml"] = members["word/document.xml"].replace(W[1:-1].encode(), STRICT)
    assert read_blocks(seeds.zip_members(members)) == (Paragraph("严"),)


DEEP = f"{HEAD}<body>{'<sdt><sdtContent>' * 900}{'</sdtContent></sdt>' * 900}</body></document>"

BROKEN = [
    ("other", "<x/>"),
    ("document", "<x/>"),
    ("document", "<document"),
    ("document", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
    ("document", f"{HEAD}<body>{'<tbl><tr><tc>' * 900}"),
    ("document", DEEP),
]


@pytest.mark.parametrize(("name", "part"), BROKEN)
def test_a_broken_document_is_refused(name: str, part: str) -> None:
    with pytest.raises(Damaged):
        read_blocks(seeds.zip_members({f"word/{name}.xml": part.encode()}))


def test_a_truncated_document_is_refused() -> None:
    content = seeds.make_docx()
    with pytest.raises(SourceError):
        read_blocks(content[: len(content) // 2])


def notes(*texts: str) -> str:
    """The part of the footnotes 1, 2, … with these texts."""
    made = "".join(
        f"<footnote w:id='{key}'><p><r><t>{text}</t></r></p></footnote>" for key, text in enumerate(texts, 1)
    )
    return f"{HEAD.replace('<document ', '<footnotes ')}{made}</footnotes>"


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["责任单位：市教育局", "责任单位：市住建局"], ["甲", "责任单位：市教育局", "乙", "责任单位：市住建局"]),
        (["即三年行动方案。", "责任单位：市住建局"], ["甲", "乙"]),
        (["专精特新：指四类企业。", "双百：指两个一百。"], ["甲", "乙"]),
    ],
)
def test_footnotes_with_one_label_stand_behind_their_paragraphs(texts: list[str], lines: list[str]) -> None:
    marks = ("<r><footnoteReference w:id='1'/></r>", "<r><footnoteReference w:id='2'/></r>")
    body = f"<p><r><t>甲</t></r>{marks[0]}</p><p><r><t>乙</t></r>{marks[1]}</p>"
    assert lines_of(body, footnotes=notes(*texts)) == lines

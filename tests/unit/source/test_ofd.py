"""OFD: packages written here, member by member, as GB/T 33190 lays them out."""

import io
import random
import zipfile
from collections.abc import Sequence

import pytest

from luoshi.errors import Damaged, Encrypted, NoText, SourceError
from luoshi.model import Paragraph, Table
from luoshi.source.ofd import read_blocks

DAMAGES = 200

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
DEFAULT = "Doc_0/Document.xml"


def text(x: float, y: float, words: str, size: float = 5.6, delta: str | None = None, more: str = "") -> str:
    """A text object whose first baseline begins at (x, y) millimetres."""
    steps = f'DeltaX="g {len(words) - 1} {size}"' if delta is None else delta
    code = f'<ofd:TextCode X="0" Y="{size}" {steps}>{words}</ofd:TextCode>'
    place = f'Boundary="{x} {y - size} 150 {size * 1.3}" Size="{size}"'
    return f"<ofd:TextObject {place} {more}>{code}</ofd:TextObject>"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.35">{data}</ofd:PathObject>'


def page(*objects: str, template: str = "") -> str:
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    layer = f"<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
    return f"<ofd:Page {NAMESPACE}>{used}{layer}</ofd:Page>"


def ofd(pages: Sequence[str], template: str = "", root: str = DEFAULT, **more: str) -> bytes:
    """The bytes of a package with these pages."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/P_{n}.xml"/>' for n in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    known = '<ofd:TemplatePage ID="9" BaseLoc="/Doc_0/Tpls/T.xml"/>' if template else ""
    common = f"<ofd:CommonData>{area}{known}</ofd:CommonData>"
    members = {
        "OFD.xml": f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        DEFAULT: f"<ofd:Document {NAMESPACE}>{common}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/P_{n}.xml": content for n, content in enumerate(pages)},
        **({"Doc_0/Tpls/T.xml": template} if template else {}),
        **more,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def texts(content: bytes) -> list[str]:
    return [block.text for block in read_blocks(content) if isinstance(block, Paragraph) and block.text]


def test_text_objects_become_lines_by_their_place() -> None:
    content = ofd([page(text(30, 80, "第二行在后"), text(30, 60, "第一行"), text(46.8, 60, "在前"))])
    assert read_blocks(content) == (Paragraph("第一行在前", 1), Paragraph("第二行在后", 1))


@pytest.mark.parametrize(
    ("delta", "line"),
    [
        ('DeltaX="g 3 5.6"', "建设园区"),
        ('DeltaX="5.6 5.6 5.6"', "建设园区"),
        ('DeltaX="g 1 5.6 11.2 5.6"', "建设　园区"),
        ('DeltaX="g 999999999 5.6"', "建设园区"),
        ('DeltaX="g"', "建设园区"),
        ("", "建设园区"),
    ],
)
def test_the_steps_between_characters_are_spelt_out(delta: str, line: str) -> None:
    assert texts(ofd([page(text(30, 60, "建设园区", delta=delta))])) == [line]


def test_a_matrix_scales_and_moves_text() -> None:
    scaled = text(30, 60, "放大", size=2.8, more='CTM="2 0 0 2 20 0"')
    assert texts(ofd([page(text(30, 62.8, "原样"), scaled)])) == ["原样　放大"]


@pytest.mark.parametrize("more", ['CTM="0.7 0.7 -0.7 0.7 0 0"', 'Visible="false"'])
def test_slanted_and_invisible_text_is_left_out(more: str) -> None:
    assert texts(ofd([page(text(30, 60, "正文"), text(60, 150, "内部资料", more=more))])) == ["正文"]


def test_templates_and_nested_blocks_are_drawn_too() -> None:
    nested = f"<ofd:PageBlock><ofd:PageBlock>{text(30, 120, '块中之块')}</ofd:PageBlock></ofd:PageBlock>"
    content = ofd([page(nested, template="9")], template=page(text(30, 80, "模板上的字")))
    assert texts(content) == ["模板上的字", "块中之块"]


def test_heads_and_page_numbers_are_dropped() -> None:
    head = page(text(30, 20, "云溪市人民政府文件", size=4))
    pages = [
        page(text(30, 80, f"正文{name}"), text(100, 285, f"— {n} —"), template="9") for n, name in enumerate("甲乙丙")
    ]
    assert texts(ofd(pages, template=head)) == ["正文甲", "正文乙", "正文丙"]


def test_ruling_lines_make_a_table_with_spans() -> None:
    rules = [rule(30, y, 150, y) for y in (60, 75, 105)] + [rule(60, 90, 150, 90)]
    rules += [rule(x, 60, x, 105) for x in (30, 60, 150)]
    words = [(32, 70, "单位"), (62, 70, "任务"), (32, 92, "发改局"), (62, 85, "建设园区"), (62, 100, "改造管网")]
    (table,) = read_blocks(ofd([page(*rules, *(text(*word) for word in words))]))
    assert isinstance(table, Table)
    assert [(cell.row, cell.column, cell.row_span, cell.text) for cell in table.cells] == [
        (0, 0, 1, "单位"),
        (0, 1, 1, "任务"),
        (1, 0, 2, "发改局"),
        (1, 1, 1, "建设园区"),
        (2, 1, 1, "改造管网"),
    ]


def test_a_rectangle_drawn_in_one_path_gives_its_four_sides() -> None:
    box = "<ofd:AbbreviatedData>M 0 0 L 120 0 L 120 30 L 0 30 C</ofd:AbbreviatedData>"
    frame = f'<ofd:PathObject Boundary="30 60 120 30">{box}</ofd:PathObject>'
    words = [text(32, 70, "甲"), text(92, 70, "乙")]
    (table,) = read_blocks(ofd([page(frame, rule(90, 60, 90, 90), *words)]))
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (ofd([page()]), NoText),
        (ofd([page(text(30, 60, "密"))], **{"Encryptions.xml": "<a/>"}), Encrypted),
        (ofd([]), Damaged),
        (ofd([page(text(30, 60, "正文"))], root="Doc_1/Document.xml"), Damaged),
        (ofd(["<ofd:Page"]), Damaged),
        (ofd([page(text(30, 60, "正文"))])[:-30], Damaged),
    ],
    ids=["scan", "encrypted", "no page", "no document", "malformed", "truncated"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error, match="请"):
        read_blocks(content)


def test_entities_are_not_expanded() -> None:
    entities = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>'
    content = ofd([entities + page(text(30, 60, "正文"), text(30, 80, "&x;&y;"))])
    assert texts(content) == ["正文"]


def outcome(content: bytes) -> str:
    """“read”, or what a refusal says."""
    try:
        read_blocks(content)
    except SourceError as error:
        return str(error)
    return "read"


def test_a_damaged_package_is_read_or_refused_but_never_breaks_the_reader() -> None:
    chance = random.Random(20260110)  # noqa: S311 - the same changes on every run
    whole = page(text(30, 60, "正文第一行"), rule(30, 70, 150, 70), text(30, 80, "PM2.5"))
    outcomes = set()
    for _ in range(DAMAGES):
        changed = list(whole)
        for _ in range(chance.choice((1, 4, 40))):
            changed[chance.randrange(len(whole))] = chance.choice('0189.-gMLC <>"&x')
        outcomes.add(outcome(ofd(["".join(changed)])))
    assert {"read"} < outcomes
    assert all(each == "read" or each.endswith("。") for each in outcomes)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("到2026年新增28家", "到2026年新增28家"),
        ("增长10.5%以上", "增长10.5%以上"),
        ("分别为3 5处", "分别为3 5处"),
    ],
)
def test_figures_set_one_to_an_em_are_one_figure(words: str, line: str) -> None:
    assert texts(ofd([page(text(30, 60, words))])) == [line]

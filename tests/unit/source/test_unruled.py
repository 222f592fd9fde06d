"""Tables without ruling lines, or with some: set by reportlab in every manner, read back cell by cell."""

import io
from collections.abc import Sequence
from importlib import import_module
from itertools import product
from typing import Any

import pytest

from luoshi.model import Paragraph, Table
from luoshi.source.pdf import read_blocks

HEAD = ("序号", "目标任务", "牵头单位", "配合单位", "完成时限")
ROWS = [
    row.split("|")
    for row in """\
1|建成云湖污水处理厂二期，新增日处理能力2万吨，新建改造管网35公里以上。|住房城乡建设局|发展改革局、生态环境分局|2026年12月底
2|新增幼儿园学位1500个。|教育局|财政局|2026年8月底
3|完成老旧小区改造42个，惠及居民1.2万户，同步加装电梯60台，改善停车、照明等设施。|住房城乡建设局|各街道|2026年12月底
4|新建居家养老服务中心6家，实现镇街全覆盖。|民政局|卫生健康局、各镇（街道）|2026年11月底
5|新增公共停车位3000个以上。|综合行政执法局|交通运输局、自然资源和规划局、城投集团、交投集团|2026年12月底
6|为5万名65周岁以上老年人免费体检。|卫生健康局|各镇（街道）|2026年10月底""".splitlines()
]
STEMS = "甲乙丙丁戊己庚辛壬癸"
WIDTHS = (34, 150, 84, 92, 76)

TOP, MIDDLE = "TOP", "MIDDLE"
LEFT, CENTRE = 0, 1
SIZE = 10.5
TIGHT, PADDED = 0.0, 5.0

RULES: dict[str, Sequence[tuple[Any, ...]]] = {
    "none": (),
    "between rows": [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"), ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black")],
    "a frame": [("BOX", (0, 0), (-1, -1), 0.5, "black")],
    "head and body": [("LINEABOVE", (0, at), (-1, at), 0.5, "black") for at in (0, 1)]
    + [("LINEBELOW", (0, -1), (-1, -1), 0.5, "black")],
    "between columns": [("LINEBEFORE", (1, 0), (-1, -1), 0.5, "black")],
    "all but for walls in every other row": [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("BOX", (0, 0), (-1, -1), 0.5, "black"),
        *(("LINEBEFORE", (1, at), (-1, at), 0.5, "black") for at in range(1, 30, 2)),
    ],
}


def typeset(rows: Sequence[Sequence[str]], *, valign: str, align: int, padding: float, rules: str) -> bytes:
    """A PDF with a title, the table and a note below it."""
    flow, styles = import_module("reportlab.platypus"), import_module("reportlab.lib.styles")
    fonts, metrics = import_module("reportlab.pdfbase.cidfonts"), import_module("reportlab.pdfbase.pdfmetrics")
    metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
    text = styles.ParagraphStyle("text", fontName="STSong-Light", fontSize=SIZE, leading=1.3 * SIZE, wordWrap="CJK")
    centred = styles.ParagraphStyle("centred", text, alignment=align)
    title = styles.ParagraphStyle("title", text, fontSize=18, leading=40, alignment=CENTRE)
    cells = [
        [flow.Paragraph(cell, text if at == 1 and row[0].isdigit() else centred) for at, cell in enumerate(row)]
        for row in rows
    ]
    sides: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), valign)]
    sides += [(f"{side}PADDING", (0, 0), (-1, -1), 5.4) for side in ("LEFT", "RIGHT")]
    sides += [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("TOP", "BOTTOM")]
    table = flow.Table(cells, colWidths=WIDTHS, style=[*sides, *RULES[rules]])
    note = flow.Paragraph("注：各责任单位每季度末前将进展情况报督查室，督查室汇总后报市政府。", text)
    file = io.BytesIO()
    story = [flow.Paragraph("云泽市2026年民生实事任务分解表", title), table, flow.Spacer(1, 30), note]
    flow.SimpleDocTemplate(file, pagesize=(595, 842), invariant=1).build(story)
    return file.getvalue()


def read(content: bytes) -> tuple[list[list[str]], list[str]]:
    """The rows of all tables, cells without line breaks, and the lines outside them."""
    blocks = read_blocks(content)
    rows: list[list[str]] = []
    for table in blocks:
        if isinstance(table, Table):
            held: dict[int, list[str]] = {}
            for cell in table.cells:
                held.setdefault(cell.row, []).append("".join(cell.text.split()))
            rows += held.values()
    return rows, [block.text for block in blocks if isinstance(block, Paragraph) and block.text]


SETTINGS = [
    (valign, align, padding, rules)
    for valign, align, padding, rules in product((TOP, MIDDLE), (LEFT, CENTRE), (TIGHT, PADDED), RULES)
]


@pytest.mark.parametrize(("valign", "align", "padding", "rules"), SETTINGS)
def test_a_table_is_read_cell_by_cell_however_it_is_set(valign: str, align: int, padding: float, rules: str) -> None:
    rows, outside = read(typeset([HEAD, *ROWS], valign=valign, align=align, padding=padding, rules=rules))
    assert rows == [list(HEAD), *ROWS]
    assert [line.strip()[:4] for line in outside] == ["云泽市2", "注：各责"]


@pytest.mark.parametrize("rules", ["none", "between rows"])
@pytest.mark.parametrize("valign", [TOP, MIDDLE])
def test_a_table_goes_on_over_pages(valign: str, rules: str) -> None:
    # No page begins with the words of another: they would be a running head
    many = [
        [str(at + 1), f"{STEMS[at // len(ROWS)]}镇{text}", *rest]
        for at, (_, text, *rest) in enumerate(ROWS * len(STEMS))
    ]
    rows, outside = read(typeset([HEAD, *many], valign=valign, align=CENTRE, padding=PADDED, rules=rules))
    assert rows == [list(HEAD), *many]
    assert len(outside) == 2

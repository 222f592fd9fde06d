"""PDF: real files made here by reportlab, read through the sandbox as a user's would be."""

import io
import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from luoshi.errors import Encrypted, NoText, SourceError
from luoshi.model import Paragraph, Table
from luoshi.source.pdf import read_blocks

A4 = (595, 842)
SHARED = Path(os.environ.get("LUOSHI_SHARED", Path(__file__).parents[4] / "shared"))
DAMAGES = 30

READER = "云溪"

Word = tuple[float, float, str] | tuple[float, float, str, float]
Rule = tuple[float, float, float, float]

BODY = (
    "一、加快建设青禾新区产业园，完善道路、管网、学校等配套，力",
    "争年内开工项目十二个以上，完成投资三十五亿元，新增就业岗位",
    "两千四百个，让群众在家门口上班、上学、看病都更加方便快捷。",
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page to draw: words at (x, y from the top, text, size) and rules."""

    words: Sequence[Word] = ()
    rules: Sequence[Rule] = ()
    rotation: int = 0
    is_sideways: bool = False
    slanted: str = ""


def pdf(*pages: Drawn, password: str | None = None) -> bytes:
    """The bytes of a PDF with these pages."""
    metrics, fonts = import_module("reportlab.pdfbase.pdfmetrics"), import_module("reportlab.pdfbase.cidfonts")
    metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(file, pagesize=A4, encrypt=password, invariant=1)
    for page in pages:
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Any, page: Drawn) -> None:
    height = A4[1]
    canvas.setPageRotation(page.rotation)
    if page.rotation or page.is_sideways:
        height = {90: A4[0], 270: A4[0]}.get(page.rotation or 90, A4[1])
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[page.rotation or 90])
        canvas.rotate(page.rotation or 90)
    for x, y, text, *size in page.words:
        canvas.setFont("STSong-Light", size[0] if size else 16)
        canvas.drawString(x, height - y, text)
    for x0, y0, x1, y1 in page.rules:
        canvas.line(x0, height - y0, x1, height - y1)
    if page.slanted:
        canvas.translate(150, 200)
        canvas.rotate(40)
        canvas.setFont("STSong-Light", 50)
        canvas.drawString(0, 0, page.slanted)


def prose(count: int = 15, left: float = 80, top: float = 130) -> list[Word]:
    """Paragraphs of three lines, the first of each indented by two characters."""
    return [
        (left + (32 if line % 3 == 0 else 0), top + 28 * line, BODY[line % 3][: 26 if line % 3 == 0 else 28])
        for line in range(count)
    ]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All rules of a table."""
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def texts(content: bytes) -> list[str]:
    """The lines of a PDF, without the empty ones."""
    return [block.text for block in read_blocks(content) if isinstance(block, Paragraph) and block.text]


def tables(content: bytes) -> list[Table]:
    return [block for block in read_blocks(content) if isinstance(block, Table)]


def test_a_line_that_begins_further_in_bears_an_indent() -> None:
    lines = texts(pdf(Drawn(prose(6))))
    assert lines[:4] == ["　　" + BODY[0][:26], BODY[1][:28], BODY[2][:28], "　　" + BODY[0][:26]]


def test_a_title_in_the_middle_stands_apart_and_bears_no_indent() -> None:
    title: list[Word] = [(187, 100, "云溪市人民政府办公室", 22), (165, 132, "关于印发责任分解的通知", 24)]
    blocks = read_blocks(pdf(Drawn([*title, *prose(9, top=190)])))
    assert [block.text for block in blocks[:4] if isinstance(block, Paragraph)] == [
        "云溪市人民政府办公室",
        "关于印发责任分解的通知",
        "",
        "　　" + BODY[0][:26],
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([(80, 200, "增长8%以上"), (172, 200, "的目标")], "增长8%以上的目标"),
        ([(80, 200, "实现五规划"), (176, 200, "的目标"), (160, 200, "“")], "实现五规划“的目标"),
        ([(80, 200, "Green City Plan")], "Green City Plan"),
        ([(80, 200, "2026 年 5 月")], "2026年5月"),
        ([(80, 200, "序"), (140, 200, "号")], "序　号"),
        ([(80, 200, "浓度PM"), (131, 204, "2.5", 9), (147, 200, "下降")], "浓度PM2.5下降"),
        ([(80, 200, "面积9m"), (117, 194, "2", 9), (123, 200, "以上")], "面积9m2以上"),
        ([(80, 200, "重点工作"), (80.6, 200.2, "重点工作")], "重点工作"),
        ([(80, 200, "⼯作⻚")], "工作页"),
        ([(80, 200, "（Ａ）：５％")], "（Ａ）：５％"),
    ],
)
def test_the_characters_of_a_line_are_put_together_by_place(words: list[Word], line: str) -> None:
    assert texts(pdf(Drawn(words))) == [line]


@pytest.mark.parametrize("number", ["— 3 —", "-3-", "3", "第3页 共12页", "第 3 页，共 12 页", "3/12", "·3·", "—３—"])
def test_a_page_number_is_dropped(number: str) -> None:
    assert texts(pdf(Drawn([*prose(3), (290, 800, number, 12)])))[-1] == BODY[2][:28]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("2026/3/1 10:04 云泽市人民政府", "https://www.example.gov/art/1.html 1/1"),
        ("3/1/26, 10:04 AM", "file:///tmp/1.html 1/1"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_dropped(head: str, foot: str) -> None:
    drawn = [(40, 20, head, 8), *prose(3), (40, 820, foot, 8)]
    assert texts(pdf(Drawn(drawn))) == texts(pdf(Drawn(prose(3))))


def test_a_bare_figure_within_the_page_stays() -> None:
    assert "35" in texts(pdf(Drawn([*prose(3), (80, 400, "35"), (80, 428, BODY[0])])))


def test_heads_and_feet_that_run_through_the_document_are_dropped() -> None:
    pages = [Drawn([(80, 60, f"云溪市人民政府公报　第{n}期"), *prose(3), (80, 800, "内部资料")]) for n in range(1, 5)]
    assert texts(pdf(*pages)) == texts(pdf(*[Drawn(prose(3))] * 4))


def test_a_head_that_stands_once_stays() -> None:
    pages = [Drawn([(80, 60, "附件"), *prose(3)]), *[Drawn(prose(3))] * 4]
    assert texts(pdf(*pages))[0] == "附件"


def test_a_title_that_a_table_repeats_on_every_page_stays_once() -> None:
    rules = grid([80, 200, 400], [100, 140])
    title: Word = (180, 60, "重点工作责任分解表", 22)
    pages = [Drawn([title, (90, 125, f"任务{n}"), (210, 125, "发改局")], rules) for n in range(3)]
    assert texts(pdf(*pages)) == ["重点工作责任分解表"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(60.0, 200 + 20 * n, f"左栏第{n:02}行建设青禾新区产业园", 13.0) for n in range(12)]
    right = [(320.0, 203 + 20 * n, f"右栏第{n:02}行完善道路管网学校等", 13.0) for n in range(12)]
    title = [(120.0, 150.0, "云溪市人民政府工作报告二〇二六年一月十日", 18.0)]
    rows = [word for pair in zip(left, right, strict=True) for word in pair]
    lines = [line.strip() for line in texts(pdf(Drawn([*title, *rows])))]
    assert lines == [word[2] for word in (*title, *left, *right)]


@pytest.mark.parametrize("page", [*(Drawn(rotation=turn) for turn in (90, 180, 270)), Drawn(is_sideways=True)])
def test_a_page_that_lies_sideways_is_read_upright(page: Drawn) -> None:
    words, rules = prose(3), grid([80, 200, 400], [300, 340, 380])
    drawn = Drawn([*words, (90, 325, "序号"), (210, 325, "任务 A")], rules, page.rotation, page.is_sideways)
    content = pdf(drawn)
    assert [line.strip("　") for line in texts(content)] == [word[2] for word in words]
    assert [cell.text for cell in tables(content)[0].cells] == ["序号", "任务 A", "", ""]


def test_a_slanted_watermark_is_dropped() -> None:
    assert texts(pdf(Drawn(prose(), slanted="内部资料2026"))) == texts(pdf(Drawn(prose())))


def merged_table(top: float) -> Drawn:
    """Three rows and three columns: 牵头 spans two rows, 合计 two columns; a paragraph above and below."""
    ys = [top, top + 40, top + 80, top + 120]
    rules: list[Rule] = [
        *((80, y, 500, y) for y in (ys[0], ys[1], ys[3])),
        (180, ys[2], 500, ys[2]),
        (80, ys[0], 80, ys[3]),
        (180, ys[0], 180, ys[3]),
        (300, ys[0], 300, ys[2]),
        (500, ys[0], 500, ys[3]),
    ]
    words: list[Word] = [
        (80, top - 20, "表前的话"),
        *((x, ys[0] + 25, text) for x, text in ((90, "单位"), (190, "任务"), (310, "时限"))),
        (90, ys[1] + 30, "发改局", 12),
        (90, ys[1] + 46, "财政局", 12),
        (190, ys[1] + 25, "开工两个"),
        (310, ys[1] + 25, "6月底前"),
        (190, ys[2] + 25, "合计十二个项目"),
        (80, ys[3] + 30, "表后的话"),
    ]
    return Drawn(words, rules)


def test_a_ruled_table_keeps_its_spans_its_lines_and_its_place() -> None:
    before, table, after = read_blocks(pdf(merged_table(200)))
    assert (before, after) == (Paragraph("表前的话", 1), Paragraph("表后的话", 1))
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] == [
        (0, 0, 1, 1, "单位"),
        (0, 1, 1, 1, "任务"),
        (0, 2, 1, 1, "时限"),
        (1, 0, 2, 1, "发改局\n财政局"),
        (1, 1, 1, 1, "开工两个"),
        (1, 2, 1, 1, "6月底前"),
        (2, 1, 1, 2, "合计十二个项目"),
    ]


def test_a_table_on_two_pages_is_two_tables() -> None:
    found = tables(pdf(merged_table(200), merged_table(500)))
    assert [table.page for table in found] == [1, 2]
    assert found[0].cells == found[1].cells


def test_text_drawn_in_one_go_across_a_wall_is_cut_there() -> None:
    drawn = Drawn([(85, 225, "序号任务内容")], grid([80, 120, 300], [200, 240, 280]))
    assert [cell.text for cell in tables(pdf(drawn))[0].cells] == ["序号", "任务内容", "", ""]


def test_a_page_that_holds_the_rest_of_one_long_cell_is_a_table() -> None:
    drawn = Drawn([(125, 225, "续上页")], grid([80, 120, 300, 400], [200, 280]))
    assert [cell.text for cell in tables(pdf(drawn))[0].cells] == ["", "续上页", ""]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    rules = [
        rule for rule in grid([80, 200, 300, 420], [200, 240, 280]) if rule[0] not in {80, 420} or rule[2] != rule[0]
    ]
    drawn = Drawn([(90, 225, "序号"), (210, 225, "任务"), (310, 225, "单位")], rules)
    assert [cell.text for cell in tables(pdf(drawn))[0].cells] == ["序号", "任务", "单位", "", "", ""]


@pytest.mark.parametrize(
    "rules", [grid([60, 540], [100, 700]), [(80, 160, 300, 160)], grid([60, 540], [100, 300, 500, 700])]
)
def test_a_frame_or_an_underline_is_no_table(rules: list[Rule]) -> None:
    assert texts(pdf(Drawn(prose(), rules))) == texts(pdf(Drawn(prose())))


def aligned(rows: Sequence[Sequence[str]], step: float = 34) -> list[Word]:
    return [
        (x, 160 + step * at, text, 14.0)
        for at, row in enumerate(rows)
        for x, text in zip((80, 140, 340, 450), row, strict=False)
        if text
    ]


def test_columns_that_line_up_make_a_table_without_rules() -> None:
    rows = [
        ("序号", "任务", "牵头单位", "时限"),
        ("1", "建设产业园", "发改局", "6月"),
        ("2", "改造老旧小区", "住建局", "12月"),
    ]
    words = [*aligned([*rows, ("3", "新建停车场", "交通局", "全年")]), (140.0, 246.0, "和配套管网", 14.0)]
    (table,) = tables(pdf(Drawn([(80, 110, "任务清单"), *words, *prose(3, top=400)])))
    assert [cell.text for cell in table.cells][8:12] == ["2", "改造老旧小区\n和配套管网", "住建局", "12月"]
    assert max(cell.row for cell in table.cells) == 3


@pytest.mark.parametrize(
    "words",
    [
        prose(),
        aligned([("一、总则", "", "1"), ("二、任务", "", "3"), ("三、附则", "", "9")]),
        aligned([("序号", "任务", "单位"), ("1", "建设产业园", "发改局")]),
        [(80 + 24 * at, 160 + 30 * row, char) for row in range(6) for at, char in enumerate(BODY[row % 3][:18])],
    ],
)
def test_what_does_not_line_up_is_no_table(words: list[Word]) -> None:
    assert tables(pdf(Drawn(words))) == []


def test_a_scan_holds_no_text() -> None:
    with pytest.raises(NoText, match="扫描图片"):
        read_blocks(pdf(Drawn(rules=[(10, 10, 200, 200)])))


def test_a_document_that_begins_with_scans_is_read() -> None:
    assert read_blocks(pdf(Drawn(), Drawn(), Drawn([(80, 200, "正文")]))) == (Paragraph("正文", 3),)


def test_a_document_with_a_password_is_refused() -> None:
    with pytest.raises(Encrypted, match="取消密码"):
        read_blocks(pdf(Drawn(prose()), password=READER))


def damaged(content: bytes) -> Iterator[bytes]:
    """A document cut at every twentieth, then with bytes changed at random."""
    yield from (content[: len(content) * part // 20] for part in range(20))
    chance = random.Random(20260110)  # noqa: S311 - the same changes on every run
    for _ in range(DAMAGES):
        changed = bytearray(content)
        for _ in range(chance.choice((1, 4, 40))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield bytes(changed)


def outcome(content: bytes) -> str:
    """“read”, or what a refusal says."""
    try:
        read_blocks(content)
    except SourceError as error:
        return str(error)
    return "read"


def test_a_damaged_document_is_read_or_refused_but_never_breaks_the_reader() -> None:
    outcomes = {outcome(content) for content in damaged(pdf(merged_table(200), Drawn(prose())))}
    assert "read" in outcomes
    assert any("已损坏" in each for each in outcomes)
    assert all(each == "read" or each.endswith("。") for each in outcomes)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference documents are not here (LUOSHI_SHARED)")
def test_a_real_plan_comes_back_character_for_character() -> None:
    plan = (SHARED / "corpus" / "quzhou-2024-plan.txt").read_text(encoding="utf-8")
    printed = "".join(plan.split())[:8_000]
    lines = [printed[at : at + 27] for at in range(0, len(printed), 27)]
    pages = [lines[at : at + 22] for at in range(0, len(lines), 22)]
    drawn = [Drawn([(80, 110 + 30 * at, line) for at, line in enumerate(page)]) for page in pages]
    assert "".join("".join(texts(pdf(*drawn))).split()) == printed


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_document_printed_by_libreoffice_has_its_paragraphs_and_its_table(tmp_path: Path) -> None:
    document = import_module("docx").Document()
    document.add_paragraph("实现“十四五”规划目标，PM2.5 浓度下降 3%以上。")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"第{at}格"
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "plan.docx"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "plan.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)  # noqa: S603
    line, found = read_blocks((tmp_path / "plan.pdf").read_bytes())
    assert isinstance(line, Paragraph)
    assert isinstance(found, Table)
    assert line.text == "实现“十四五”规划目标，PM2.5浓度下降3%以上。"
    assert [(cell.row_span, cell.text) for cell in found.cells if cell.column == 0] == [
        (1, "第0格"),
        (2, "第3格\n第6格"),
    ]

"""Small documents of every format, made when a test asks for them; each says the same few invented tasks."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from luoshi.model import Paragraph, Table
from luoshi.source import open_bytes
from tests.documents import fixed, portable

TEXT: Final = """青川市人民政府办公室文件
青政办发〔2024〕3号

　　1．新建口袋公园3个以上。（责任单位：▲园林局、各镇街）
序号\t任务名称\t牵头单位
1\t新增停车位500个\t<p>交通局</p>
2\t<ol><li>1. 改造老旧小区6个</li></ol>\t住建局
┌──┬────┐
│序号│任务    │
├──┼────┤
│1   │补种树木│
└──┴────┘
\f（此件公开发布）
"""

MARKDOWN: Final = """## 一、重点工作

1. 新建口袋公园3个以上。（责任单位：**▲**园林局）

| 序号 | 任务 |
| --- | --- |
| 1 | 新增<br>停车位 |
"""

PAGE: Final = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body><nav>首页</nav>
<p>青川市重点工作</p><ol start="2"><li>新建公园<li>补种树木</ol>
<table><tr><th rowspan="2">序号<th colspan="2">任务</tr><tr><td>甲<td>乙</tr><tr><td>1<td>停车位<td>500
</table></body></html>
"""

LIST: Final = '序号,任务,单位\n1,"新建公园\n3个",园林局\n2,补种树木,林业局\n'

RICH: Final = rb"{\rtf1\ansi\ansicpg936 \u33853?\u23454?\par 1.\tab \u20844?\u22253?\par}"


@dataclass(frozen=True, slots=True)
class Seed:
    """How to make a document, and how many times longer than a text it takes to read."""

    make: Callable[[], bytes]
    cost: int = 1
    tool: str | None = None


def make_docx() -> bytes:
    """A numbered list, a page end and a table with merged cells."""
    import docx
    from docx.enum.text import WD_BREAK

    document = docx.Document()
    document.add_paragraph("青川市重点工作")
    document.add_paragraph("新建公园3个", style="List Number")
    document.add_paragraph("补种树木", style="List Number").add_run().add_break(WD_BREAK.PAGE)
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "序号\n任务"
    table.cell(2, 2).text = "园林局"
    document.add_paragraph("（此件公开发布）")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def make_xlsx() -> bytes:
    """A sheet with a merged title, whole numbers and a percentage, and a hidden one."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("进展")
        sheet.merge_range("A1:C1", "重点工作进展")
        sheet.write_row("A2", ["序号", "任务", "完成率"])
        sheet.write_row("A3", [1, "新建公园"])
        sheet.write("C3", 0.953, book.add_format({"num_format": "0.0%"}))
        hidden = book.add_worksheet("底稿")
        hidden.write("A1", "不看")
        hidden.hide()
    return file.getvalue()


def printed(write: Callable[[Sequence[Paragraph | Table]], bytes]) -> bytes:
    """The text as a document of fixed pages, its table ruled."""
    return write(open_bytes(TEXT.encode(), name="text").blocks)


def zip_members(members: dict[str, bytes]) -> bytes:
    """An archive of `members`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def unzip_members(content: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def has_office() -> bool:
    """Whether LibreOffice is there to make specimens of the formats that only it writes."""
    return shutil.which("soffice") is not None


def convert(content: bytes, *, source: str, target: str, folder: Path) -> bytes:
    """`content` of kind `source` as LibreOffice writes it in kind `target`."""
    program = shutil.which("soffice")
    assert program
    given = folder / f"seed.{source}"
    given.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", target, "--outdir"]
    written = folder / "written"
    subprocess.run([*command, str(written), str(given)], check=True, capture_output=True, timeout=120)  # noqa: S603 - a program on PATH and names of our own
    return next(written.iterdir()).read_bytes()


# Who adds a format adds a line.
SEEDS: Final = {
    "txt": Seed(TEXT.encode),
    "txt-gb18030": Seed(lambda: TEXT.encode("gb18030")),
    "txt-utf-16": Seed(lambda: TEXT.encode("utf-16")),
    "md": Seed(MARKDOWN.encode),
    "html": Seed(PAGE.encode),
    "csv": Seed(LIST.encode),
    "docx": Seed(make_docx, cost=2),
    "xlsx": Seed(make_xlsx, cost=15),
    "pdf": Seed(lambda: printed(portable.write), cost=100),
    "ofd": Seed(lambda: printed(fixed.write), cost=10),
    "rtf": Seed(lambda: RICH, cost=100, tool="soffice"),
}

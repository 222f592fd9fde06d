"""How long writing a summary takes beside bare writing of the same cells, and how it grows; prints ratios.

python -m tests.bench.bench_writing
"""

import io
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from luoshi.model import Document, Place, Progress, ProgressRow, Quote, Role, Unit
from luoshi.writing.official.letterhead import letterhead_of
from luoshi.writing.official.summary import write_summary, write_summary_book
from tests.bench.measuring import exponent, medians

ROWS: Final = 1000
ROUNDS: Final = 7
SIZES: Final = (250, 500, 1000, 2000)
REPLY: Final = "1.建立专班，每周会商、每月通报，及时解决难题。\n2.1-9月，{}个项目完成投资13.2亿元，完成年度计划的78%。"


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def table(count: int) -> Progress:
    """A table of so many rows."""
    units = (Unit("发改局", Role.LEAD, quoted("发改局")), Unit("各镇街", Role.COOPERATING, quoted("各镇街")))
    rows = (
        ProgressRow(
            n, name := f"实施重点建设项目{n}个以上，完成投资17亿元以上", REPLY.format(n), quoted(name), units=units
        )
        for n in range(1, count + 1)
    )
    title = "云泽市2026年政府工作报告重点任务三季度进展情况汇总表"
    return Progress(Document(title, "云泽市人民政府办公室", year=2026, period="Q3"), tuple(rows))


def cells(progress: Progress) -> list[list[str]]:
    """The texts of the table."""
    head = ["序号", "任务名称", "牵头单位", "配合单位", "三季度进展情况"]
    return [head, *([str(row.number), row.name, *(unit.name for unit in row.units), row.text] for row in progress.rows)]


def bare_docx(lines: Sequence[Sequence[str]]) -> bytes:
    """The same cells through python-docx, row by row, in the style of a grid."""
    from docx import Document as Letter

    letter = Letter()
    made = letter.add_table(len(lines), len(lines[0]), style="Table Grid")
    for row, texts in zip(made.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    written = io.BytesIO()
    letter.save(written)
    return written.getvalue()


def bare_xlsx(lines: Sequence[Sequence[str]]) -> bytes:
    """The same cells through xlsxwriter, wrapped and with borders."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    sheet = book.add_worksheet()
    look = book.add_format({"text_wrap": True, "border": 1, "valign": "vcenter"})
    for row, texts in enumerate(lines):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, look)
    book.close()
    return written.getvalue()


def ratios() -> Iterator[str]:
    """Writing a table of a thousand rows against the bare library."""
    progress = table(ROWS)
    head, lines = letterhead_of(progress.document), cells(progress)
    for name, write, bare in (("docx", write_summary, bare_docx), ("xlsx", write_summary_book, bare_xlsx)):
        whole, floor = medians([partial(write, progress, head), partial(bare, lines)], ROUNDS, time.process_time)
        yield f"write summary / bare       {name:28s} {whole / floor:6.2f}   {ROWS} rows: {whole:.2f} s"


def growth() -> Iterator[str]:
    """The exponent of time over rows."""
    for name, write in (("docx", write_summary), ("xlsx", write_summary_book)):
        works = [partial(write, progress := table(size), letterhead_of(progress.document)) for size in SIZES]
        times = medians(works, 3, time.process_time)
        steps = " ".join(f"{b / a:.2f}" for a, b in pairwise(times))
        yield f"exponent of writing        {name:28s} {exponent(SIZES, times):6.2f}   ×2 each: {steps}"


def main() -> None:
    """Print all ratios."""
    for section in (ratios, growth):
        for line in section():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

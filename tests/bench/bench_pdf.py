"""How long reading a PDF takes against PDFium's bare text extraction in a process of its own; prints ratios.

    python tests/bench/bench_pdf.py [FILE.pdf …]

Without a file it makes documents of 9, 18, 36 and 72 pages. Each round runs both in turn; the median counts.
"""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

from luoshi.source.pdf import read_blocks

ROUNDS = 9

BARE = """
import sys
import pypdfium2
for page in pypdfium2.PdfDocument(sys.stdin.buffer.read()):
    sys.stdout.write(page.get_textpage().get_text_bounded())
"""

TEXT = "加快建设青禾新区产业园，完善道路管网学校配套，力争年内开工12个"


def made(pages: int) -> bytes:
    """A document of running text, every fourth page a table of twenty rows."""
    metrics, fonts = import_module("reportlab.pdfbase.pdfmetrics"), import_module("reportlab.pdfbase.cidfonts")
    metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(file, pagesize=(595, 842))
    for number in range(pages):
        canvas.setFont("STSong-Light", 14)
        for row in range(20):
            canvas.drawString(80, 720 - 30 * row, TEXT)
        if number % 4 == 3:
            canvas.grid([76, 160, 300, 420, 540], [715 - 30 * row + 20 for row in range(21)])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def bare(content: bytes) -> None:
    subprocess.run([sys.executable, "-c", BARE], input=content, stdout=subprocess.DEVNULL, check=True)  # noqa: S603


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    start = time.perf_counter()
    work(content)
    return time.perf_counter() - start


def main() -> None:
    """One line a document: both times, their ratio, and the growth since the document before."""
    contents = [(name, Path(name).read_bytes()) for name in sys.argv[1:]]
    contents = contents or [(f"{pages} pages", made(pages)) for pages in (9, 18, 36, 72)]
    previous = 0.0
    for name, content in contents:
        pairs = [(seconds(read_blocks, content), seconds(bare, content)) for _ in range(ROUNDS)]
        whole, floor = (median(each) for each in zip(*pairs, strict=True))
        growth = f"  growth {whole / previous:.2f}" if previous else ""
        print(f"{name}: read {whole:.3f} s, bare text {floor:.3f} s, ratio {whole / floor:.2f}{growth}")  # noqa: T201
        previous = whole


if __name__ == "__main__":
    main()

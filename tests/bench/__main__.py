"""Prints how long reading and writing take beside the least that they could take, and how both grow: ratios only.

python -m tests.bench
"""

import re
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from luoshi.model import Kind, Source
from luoshi.reading import read_source
from luoshi.source import mend
from luoshi.source.opening import open_bytes
from luoshi.source.pdf import read_blocks
from tests.bench import bench_writing
from tests.bench.bench_pdf import bare, made
from tests.bench.corpora import demo_text, documents, grown, reopened, texts
from tests.bench.measuring import exponent, medians, peak, ratio, run
from tests.documents import portable

SIZES: Final = (1, 10, 100)
TOKEN: Final = re.compile(r"[\u4e00-\u9fff]+|[0-9.]+|[A-Za-z]+|\S")
READ_FILE: Final = """
from pathlib import Path
from luoshi.model import Kind
from luoshi.reading import read_source
from luoshi.source import mend
from luoshi.source.opening import open_bytes
read_source(mend(open_bytes(Path({path!r}).read_bytes(), name="text")), kind=Kind({kind!r}))
"""
START: Final = 1000
PDF_ROUNDS: Final = 9


def opened(text: str) -> Source:
    """The raw source of a text."""
    return open_bytes(text.encode(), name="text")


def tokenise(text: str) -> list[list[str]]:
    """The least that a reader of a text must do."""
    return [TOKEN.findall(line) for line in text.splitlines()]


def read_text(text: str) -> None:
    """All that reading a text takes."""
    read_source(mend(opened(text)))


def read_pdf(content: bytes) -> None:
    """All that reading a PDF takes."""
    read_source(mend(open_bytes(content, name="pdf")))


def text_ratios() -> Iterator[str]:
    """Reading a text against cutting it into lines and tokens."""
    for name, text in texts():
        times = ratio(partial(read_text, text), partial(tokenise, text), clock=time.process_time)
        yield f"read(text) / tokens        {name:28s} {times:6.1f}"


def pdf_ratios() -> Iterator[str]:
    """Reading a PDF, from its bytes to the register, against bare text extraction in a process of its own."""
    files = [(path.stem, path.read_bytes()) for path in documents()]
    printed = [(f"{path.stem} reprinted", portable.write(reopened(path).blocks)) for path in documents()]
    for name, content in (*files, *printed, ("36 pages, made", made(36))):
        works = [partial(each, content) for each in (read_pdf, read_blocks, bare)]
        whole, blocks, floor = medians(works, PDF_ROUNDS)
        yield f"read(pdf) / bare text      {name:28s} {whole / floor:6.2f}   of it blocks {blocks / floor:.2f}"


def growth() -> Iterator[str]:
    """The exponents of time over size; each size by itself, as Python looks through all that is held for cycles."""
    for name, text in texts():
        kind = read_source(mend(opened(text))).kind
        # Of several reports in one text only the last would be read, so that a report is measured as a plan.
        kind = Kind.PLAN if kind is Kind.REPORT else kind
        lengths = [len(grown(text, times)) for times in SIZES]
        mending, reading = zip(*(seconds_of(grown(text, times), kind) for times in SIZES), strict=True)
        exponents = f"mend {exponent(lengths, mending):5.2f}  read {exponent(lengths, reading):5.2f}"
        steps = " ".join(f"{b / a:.1f}" for a, b in pairwise(reading))
        yield f"exponent at 1×, 10×, 100×  {name:28s} {exponents}   read ×10: {steps}"


def seconds_of(text: str, kind: Kind) -> tuple[float, float]:
    """What mending and reading a text take of the processor."""
    source = opened(text)
    mended = mend(source)
    (mending,) = medians([partial(mend, source)], 3, time.process_time)
    (reading,) = medians([partial(read_source, mended, kind=kind)], 3, time.process_time)
    return mending, reading


def peak_of_reading(text: str, kind: str, folder: str) -> int:
    """The peak of memory, in bytes, of a process of its own that reads this text."""
    path = Path(folder) / "text.txt"
    path.write_text(text, encoding="utf-8")
    return peak(READ_FILE.format(path=str(path), kind=kind))


def memory() -> Iterator[str]:
    """The peak of memory above that of reading the first lines alone, as a multiple of the input."""
    with TemporaryDirectory() as folder:
        for name, text in texts():
            kind = read_source(mend(opened(text))).kind.value
            idle = peak_of_reading(text[:START], kind, folder)
            multiples = []
            for times in SIZES:
                larger = grown(text, times)
                used = peak_of_reading(larger, kind, folder) - idle
                multiples.append(f"{max(used, 0) / len(larger.encode()):5.1f}")
            yield f"peak memory / input        {name:28s} {' '.join(multiples)}   at 1×, 10×, 100×"


def starts() -> Iterator[str]:
    """Starting the program against starting Python."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.txt"
        path.write_text(demo_text()[:2000], encoding="utf-8")
        luoshi = ("-m", "luoshi")
        commands = [("-c", "pass"), (*luoshi, "--help"), (*luoshi, "read", str(path))]
        commands.append((*commands[-1], "--format", "json"))
        works = [partial(run, *command, bytecode=folder) for command in commands]
        # Whoever installs luoshi has its bytecode.
        medians(works, 1)
        bare_python, *others = medians(works, PDF_ROUNDS)
    for name, each in zip(("--help", "read small.txt", "read small.txt --format json"), others, strict=True):
        yield f"start / python -c pass     luoshi {name:30s} {each / bare_python:6.1f}"


def main() -> None:
    """Print all ratios, each as soon as it is known."""
    for section in (starts, text_ratios, pdf_ratios, growth, memory, bench_writing.ratios, bench_writing.growth):
        for line in section():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

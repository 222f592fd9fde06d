"""Twice the text takes no more than about twice the time."""

import time
from collections.abc import Callable
from typing import Final

import pytest

from luoshi.checking import check_reading
from luoshi.judging import judge
from luoshi.model import Plan, Progress, Source
from luoshi.reading import read_source
from luoshi.relating import compare
from luoshi.source import mend
from luoshi.source.opening import open_bytes
from tests.bench.corpora import demo_text, grown
from tests.bench.measuring import ratio

STEPS: Final = (3, 6)
CHARACTERS: Final = 10_000
LINES: Final = 2_000
REPLY: Final = 3_000
ROUNDS: Final = (3, 5, 9)
MOST: Final = 2.5
DOCUMENTS: Final = ("plan-2024.docx", "plan-2025.pdf", "progress-2026-q3.xlsx", "report-2027.docx")


def opened(text: str) -> Source:
    return open_bytes(text.encode(), name="text")


def growth(work: Callable[[str], Callable[[], object]], text: str) -> float:
    """How many times as long the work on twice the text takes."""
    once, twice = (work(grown(text, times)) for times in STEPS)
    return settled(twice, once)


def settled(twice: Callable[[], object], once: Callable[[], object]) -> float:
    """The ratio of two times of the processor; bad moments of the machine are forgiven."""
    found = MOST + 1
    for rounds in ROUNDS:
        if found > MOST:
            found = min(found, ratio(twice, once, rounds, time.process_time))
    return found


def opening(text: str) -> Callable[[], object]:
    return lambda: opened(text)


def mending(text: str) -> Callable[[], object]:
    source = opened(text)
    return lambda: mend(source)


def reading(text: str) -> Callable[[], object]:
    source = mend(opened(text))
    return lambda: read_source(source)


@pytest.mark.parametrize("work", [opening, mending, reading])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_time_grows_with_the_length_of_the_text(name: str, work: Callable[[str], Callable[[], object]]) -> None:
    assert growth(work, demo_text(name)) <= MOST


# One line that holds many of what a step looks for: no step may look at each again for each.
HARD: Final = {
    "brackets never closed": "1.新建学校（",
    "labels in one paragraph": "牵头单位：市教育局，",
    "marks and names": "▲市教育局、",
    "clauses in one paragraph": "改造道路3条。（责任单位：▲市教育局、市财政局）",
    "commas": "新建学校3所，",
    "points": "一是新建学校。",
    "dates": "6月底前开工、",
    "numbers alone": "1\n",
    "items": "1.新建学校3所。（责任单位：市教育局）\n",
    "nested items": "一、\n（一）\n1.\n（1）\n①\n",
    "headings": "序号\t任务\t牵头单位\n",
    "rows": "1\t新建学校\t市教育局\t3\n",
    "frames": "┌──┬──┐\n│1│2│\n└──┴──┘\n",
    "spaced out": "新 建 ",
    "quotes": "“新建”",
    "digits": "1",
    "white": " \t",
}


@pytest.mark.parametrize("scrap", HARD.values(), ids=HARD)
def test_time_grows_with_the_length_of_a_hard_text(scrap: str) -> None:
    def whole(text: str) -> Callable[[], object]:
        return lambda: read_source(mend(opened("一、重点工作\n" + text)))

    length = min(CHARACTERS // len(scrap), LINES)
    once, twice = whole(scrap * length), whole(scrap * 2 * length)
    assert settled(twice, once) <= MOST


def test_time_grows_with_the_pages_that_cut_a_cell() -> None:
    def whole(pages: int) -> Callable[[], object]:
        head, rest = "序号\t任务\t牵头单位\n", "\t扩建食堂，\t\n"
        source = opened(head + "1\t新建学校，\t市教育局\n" + pages * (head + rest))
        return lambda: mend(source)

    assert settled(whole(2 * LINES), whole(LINES)) <= MOST


# One reply that holds many of what a check of replies looks for
REPLIES: Final = {
    "sentences": "已建成公园5个，完成投资30万元，其中政府投资10万元。",
    "clauses": "已建成公园5个、投用3个，",
    "parts": "建成5个，其中甲园2个、乙园3个，",
    "goals": "全年任务12个，较目标差3个，",
    "dates": "截至6月底，建成5个；",
    "bases": "统计口径5亿元，部门口径7亿元，",
}


@pytest.mark.parametrize("scrap", REPLIES.values(), ids=REPLIES)
def test_time_of_checking_grows_with_the_length_of_a_reply(scrap: str) -> None:
    def whole(times: int) -> Callable[[], object]:
        head = "2026年重点工作三季度进展情况汇总表\n\n序号\t任务名称\t牵头单位\t进展情况\n"
        source = mend(opened(f"{head}1\t新建公园12个\t建设局\t{scrap * times}\n"))
        progress = read_source(source)
        assert isinstance(progress, Progress)
        judged = judge(progress)
        return lambda: check_reading(judged, source)

    length = REPLY // len(scrap)
    assert settled(whole(2 * length), whole(length)) <= MOST


def test_time_of_comparing_grows_with_the_promises() -> None:
    def whole(times: int) -> Callable[[], object]:
        readings = [read_source(mend(opened(grown(demo_text(name), times)))) for name in DOCUMENTS[:2]]
        plans = [reading for reading in readings if isinstance(reading, Plan)]
        assert len(plans) == len(readings)
        return lambda: compare(plans)

    once, twice = STEPS
    assert settled(whole(twice), whole(once)) <= MOST

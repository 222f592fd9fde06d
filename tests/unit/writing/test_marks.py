import pytest

from luoshi.model import Document, Paragraph, Plan, Progress, Reading, Report, Source, Unknown
from luoshi.writing.marks import LEGEND, Mark, collect_marks


def text_of(source: Source, mark: Mark) -> str:
    block = source.blocks[mark.place.block]
    if isinstance(block, Paragraph):
        held = block.text
    else:
        held = next(it.text for it in block.cells if (it.row, it.column) == (mark.place.row, mark.place.column))
    return held[mark.place.start : mark.place.end]


def test_everything_that_was_understood_of_a_plan_is_marked(plan: Plan, source: Source) -> None:
    marked = [(mark.kind, text_of(source, mark)) for mark in collect_marks(plan)]

    assert marked == [
        ("task", "建成“云快处”平台，6月底前上线<试用>。"),
        ("leader", "周以宁"),
        ("lead", "公安局"),
        ("unit", "数据局"),
        ("due", "6月底前上线"),
        ("task", "新增公园3个。"),
        ("unit", "园林局"),
        ("unit", "城管局"),
        ("unit", "各镇街"),
        ("flag", "园林局、城管局、各镇街"),
        ("task", "=改造老旧小区"),
    ]


def test_rows_and_commitments_are_marked_as_tasks(progress: Progress, report: Report, source: Source) -> None:
    readings: tuple[Reading, ...] = (progress, report)
    marked = [[(mark.kind, text_of(source, mark)) for mark in collect_marks(reading)] for reading in readings]

    assert marked[0][0] == ("task", "新增公园3个")
    assert marked[1] == [("task", "建成“云快处”平台"), ("task", "6月底前上线"), ("due", "6月底前上线")]


def test_every_kind_of_mark_is_in_the_legend(plan: Plan, progress: Progress) -> None:
    assert {mark.kind for reading in (plan, progress) for mark in collect_marks(reading)} <= LEGEND.keys()


@pytest.mark.parametrize("reading", [Unknown(Document()), Plan(Document(), ())])
def test_where_nothing_was_understood_nothing_is_marked(reading: Reading) -> None:
    assert collect_marks(reading) == ()

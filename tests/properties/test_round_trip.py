"""What is written as a document to sign reads back as the same plan."""

from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.model import Allocation, Document, Leader, Place, Plan, Quote, Reading, Role, Target, Task, Unit
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes, open_source
from luoshi.writing.official.arrangement import arrange
from luoshi.writing.official.letterhead import letterhead_of
from luoshi.writing.official.plan import write_plan
from tests import reference
from tests.properties.genre import texts
from tests.properties.passages import source_of

SPECIMENS = [path for folder in reference.BATCHES for path in reference.specimens(folder)]
REFERENCES = [pytest.param(path, marks=pytest.mark.shared) for path in reference.corpus()] or [reference.absent]


@cache
def reading_of(path: Path) -> Reading:
    return read_source(mend(open_source(path)))


def read_back(content: bytes) -> Reading:
    return read_source(mend(open_bytes(content, name="written.docx")))


# ── What is compared: values, not where they stand ───────────────────────────────────────────────────────────────────


def told(task: Task) -> tuple[Any, ...]:
    """All that a task says."""
    order = (task.part, task.number, task.sub, task.leader_heading, task.section)
    units = [(unit.name, _role(unit)) for unit in task.units]
    dues = [(due.by, tight(due.quote.text) if due.by is None else "") for due in task.due]
    return (*order, task.name, task.text, [each.name for each in task.leaders], units, dues, quota(task.allocation))


def _role(unit: Unit) -> Role:
    """Where nothing says who leads, a clause calls all of them responsible."""
    return Role.RESPONSIBLE if unit.role is Role.UNMARKED else unit.role


def quota(allocation: Allocation | None) -> tuple[Any, ...] | None:
    if allocation is None:
        return None
    shares = [(share.district, share.printed, share.value) for share in allocation.shares]
    return (allocation.printed, allocation.total, allocation.measure, shares, allocation.sum, allocation.sum_check)


def target(each: Target) -> tuple[Any, ...]:
    return (each.metric, each.comparator, each.value, each.high, each.unit, each.kind, each.amount, each.by)


def tight(text: str) -> str:
    return "".join(text.split())


def assert_same(plan: Plan, by: str | None) -> Plan:
    """The plan, as it is read back from what is written of it."""
    back = read_back(write_plan(plan, letterhead_of(plan.document), by=by))
    assert isinstance(back, Plan)
    assert [told(task) for task in back.tasks] == [told(task) for task in arrange(plan, by).tasks]
    return back


# ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("by", [None, "leader", "section"])
@pytest.mark.parametrize(
    "path", [*sorted(reference.DEMO.glob("plan-*")), *REFERENCES], ids=lambda path: getattr(path, "stem", "absent")
)
def test_a_plan_that_is_written_reads_back_with_all_its_figures(path: Path, by: str | None) -> None:
    plan = reading_of(path)
    if isinstance(plan, Plan):
        back = assert_same(plan, by)
        assert replace(back.document, title=plan.document.title) == plan.document
        wanted = [list(map(target, task.targets)) for task in arrange(plan, by).tasks]
        assert [list(map(target, task.targets)) for task in back.tasks] == wanted


@pytest.mark.parametrize("by", [None, "leader", "section"])
@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: getattr(path, "stem", "absent"))
def test_a_specimen_that_is_written_reads_back(path: Path, by: str | None) -> None:
    plan = reading_of(path)
    if isinstance(plan, Plan):
        assert_same(plan, by)


# ── Plans that nobody wrote ──────────────────────────────────────────────────────────────────────────────────────────

PROMISES = (
    "新增公园3个。",
    "3月底前改造道路5条，完成投资1.2亿元以上。",
    "12345热线按时办结率达98%以上。",
    "建成“云快处”平台，实现“一件事”全覆盖。",
    "PM2.5平均浓度控制在25微克/立方米以内。",
    "（区级）新（改）建幼儿园6所；新增学位1800个。",
    "推进A&B园区<一期>建设。",
)
NAMES = ("财政局", "发改局（粮食局）", "云泽集团", "各镇街", "城东街道", "市委组织部", "各县（市、区）人民政府")
PEOPLE = (("周以宁", "市长"), ("沈知行", "常务副市长"), ("顾青野", None))
FOLLOWERS = (Role.RESPONSIBLE, Role.COOPERATING)


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


@st.composite
def unit_lists(draw: st.DrawFn) -> tuple[Unit, ...]:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    leads, follower = draw(st.integers(1, len(names))), draw(st.sampled_from(FOLLOWERS))
    return tuple(Unit(each, Role.LEAD if i < leads else follower, quoted(each)) for i, each in enumerate(names))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans by leaders and fields, or by neither; numbered under each leader."""
    leaders = [Leader(name, post, quoted(name)) for name, post in PEOPLE]
    places = st.tuples(st.sampled_from(leaders), st.sampled_from(("经济运行方面", "城乡建设方面")))
    chosen = sorted(draw(st.lists(places, min_size=1, max_size=8)), key=lambda place: (place[0].name, place[1]))
    by_leader, by_section = draw(st.booleans()), draw(st.booleans())
    numbers = [
        n for _, led in groupby(chosen, lambda place: place[0] if by_leader else None) for n, _ in enumerate(led, 1)
    ]
    tasks = (
        Task(
            "重点工作",
            number,
            text := draw(st.sampled_from(PROMISES)),
            quoted(text),
            leader_heading=f"{leader.name}{leader.post or ''}牵头的重点工作" if by_leader else None,
            leaders=(leader,) if by_leader or draw(st.booleans()) else (),
            section=section if by_section else None,
            units=draw(unit_lists()),
        )
        for number, (leader, section) in zip(numbers, chosen, strict=True)
    )
    return Plan(Document("云泽市2026年重点工作责任分解", "云泽市人民政府办公室", year=2026), tuple(tasks))


@given(plans())
@settings(max_examples=60, deadline=None)
def test_any_plan_that_is_written_reads_back(plan: Plan) -> None:
    back = read_back(write_plan(plan, letterhead_of(plan.document)))
    assert isinstance(back, Plan)
    assert [told(task)[:9] for task in back.tasks] == [told(task)[:9] for task in plan.tasks]


@given(texts)
@settings(max_examples=60, deadline=None)
def test_whatever_was_read_can_be_written(text: str) -> None:
    plan = read_source(mend(source_of(text)))
    if isinstance(plan, Plan):
        read_back(write_plan(plan, letterhead_of(plan.document)))

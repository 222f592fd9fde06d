"""What the checks find in a small document that a test writes out."""

from collections.abc import Sequence

from luoshi.checking import Finding, check_reading
from luoshi.judging import judge
from luoshi.model import Kind, Plan, Progress, Source
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes

HEAD = "青川市2026年政府工作报告重点工作责任分解\n一、重点工作\n"
LEDGER = "青川市2026年重点工作三季度进展情况汇总表\n\n序号\t任务名称\t牵头单位\t三季度进展情况\n"


def look_at(text: str, *, kind: Kind, earlier: Sequence[Plan] = ()) -> tuple[Finding, ...]:
    """All findings of a text."""
    source = mend(open_bytes(text.encode(), name="example.txt"))
    return check_reading(read_source(source, kind=kind), source, earlier=earlier)


def look_at_tasks(tasks: Sequence[str], *, earlier: Sequence[Plan] = ()) -> tuple[Finding, ...]:
    """The findings of a breakdown with these tasks, numbered from 1 unless they bring a number."""
    lines = [task if task[0].isdigit() else f"{number}.{task}" for number, task in enumerate(tasks, start=1)]
    return look_at(HEAD + "\n".join(lines) + "\n", kind=Kind.PLAN, earlier=earlier)


def look_at_rows(rows: Sequence[tuple[str, str]]) -> tuple[Finding, ...]:
    """The findings of a third quarter's table with these names and replies."""
    return check_reading(*progress_table(rows))


def look_at_judged(rows: Sequence[tuple[str, str]]) -> tuple[Finding, ...]:
    """The findings of a third quarter's table that was judged, as `luoshi check` sees it."""
    progress, source = progress_table(rows)
    return check_reading(judge(progress), source)


def progress_table(rows: Sequence[tuple[str, str]]) -> tuple[Progress, Source]:
    """A third quarter's table with these names and replies, read and not judged."""
    lines = [f"{number}\t{name}\t教育局\t{text}" for number, (name, text) in enumerate(rows, start=1)]
    source = mend(open_bytes((LEDGER + "\n".join(lines) + "\n").encode(), name="example.txt"))
    reading = read_source(source, kind=Kind.PROGRESS)
    assert isinstance(reading, Progress)
    return reading, source


def read_tasks(tasks: Sequence[str]) -> Plan:
    """The plan of an earlier year with these tasks."""
    text = HEAD.replace("2026", "2025") + "\n".join(f"{number}.{task}" for number, task in enumerate(tasks, start=1))
    reading = read_source(mend(open_bytes(text.encode(), name="earlier.txt")), kind=Kind.PLAN)
    assert isinstance(reading, Plan)
    return reading


def codes(findings: Sequence[Finding]) -> list[str]:
    """Their codes, in order."""
    return [finding.rule.code for finding in findings]

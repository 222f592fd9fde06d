"""Doubts that the plan or the table before raises: a task reworded, a reply copied, a running total that fell."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.dates import CUTOFF
from luoshi.checking.replies.rows import is_empty, judged_rows, reply_of
from luoshi.judgement import JudgedProgress, Measurement, RowVerdict, Verdict
from luoshi.language.closest import find_closest
from luoshi.language.dates import last_month
from luoshi.language.metrics import MetricKey, metric_key
from luoshi.language.shingles import letters
from luoshi.model import Document, Plan, ProgressRow, Target, TargetKind, Task

# ── Since the plan ───────────────────────────────────────────────────────────────────────────────────────────────────

# Names longer than this are not compared letter by letter
_LONGEST = 400


def find_reworded(case: ProgressCase) -> Iterator[Remark]:
    """A figure that is not the plan's, a target of it that is left out, or other words; what is shortened is let be."""
    rows = case.reading.rows
    for plan in case.earlier:
        if not isinstance(plan, Plan) or not _is_one_year(plan.document, case.reading.document):
            continue
        closest = find_closest([row.name for row in rows], [task.text for task in plan.tasks])
        for row, place in zip(rows, closest, strict=True):
            least = case.thresholds.replies.letter
            told = _reworded(row, plan.tasks[place], least) if place is not None else None
            if told:
                yield Remark(f"{label(row)}的任务和分解不一样：{told}，请核对是否经过批准。", row.quote)


def _is_one_year(one: Document, other: Document) -> bool:
    return one.year is None or other.year is None or one.year == other.year


def _reworded(row: ProgressRow, task: Task, least: int) -> str | None:
    issued, now = _by_metric(task.targets), _by_metric(row.targets)
    for key, targets in issued.items():
        missing = [each for each in targets if each.amount not in {same.amount for same in now.get(key, ())}]
        if missing and key in now:
            return f"分解是“{missing[0].quote.text}”，这里是“{now[key][0].quote.text}”"
        if missing and row.targets and letters(missing[0].quote.text) not in letters(row.name):
            return f"少了“{missing[0].quote.text}”"
    return _other_words(letters(task.text), letters(row.name), least)


def _by_metric(targets: Sequence[Target]) -> dict[MetricKey, list[Target]]:
    found: defaultdict[MetricKey, list[Target]] = defaultdict(list)
    for target in targets:
        found[metric_key(target)].append(target)
    return found


def _other_words(issued: str, now: str, least: int) -> str | None:
    """The first words of so many letters that stand in place of the plan's; one more or less is a slip or a stop."""
    if max(len(issued), len(now)) > _LONGEST:
        return None
    for change, start, end, begin, stop in SequenceMatcher(None, issued, now, autojunk=False).get_opcodes():
        if change == "replace" and max(end - start, stop - begin) >= least:
            return f"“{issued[start:end]}”改成了“{now[begin:stop]}”"
    return None


# ── Since the table before ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row with the same task's row of the latest table before."""

    row: ProgressRow
    judged: RowVerdict
    before: ProgressRow
    judged_before: RowVerdict


def _pairs(case: ProgressCase) -> Iterator[_Pair]:
    tables = [each for each in case.earlier if isinstance(each, JudgedProgress) and _is_before(each, case)]
    latest = max(tables, key=lambda table: last_month(table.document.period) or 0, default=None)
    if latest is None:
        return
    rows = list(judged_rows(case))
    closest = find_closest([row.name for row, _ in rows], [row.name for row in latest.rows])
    for (row, judged), place in zip(rows, closest, strict=True):
        if place is not None and not is_empty(latest.rows[place]):
            yield _Pair(row, judged, latest.rows[place], latest.verdicts[place])


def _is_before(table: JudgedProgress, case: ProgressCase) -> bool:
    """Whether a table is of the same year and not of the same period or a later one."""
    month, own = last_month(table.document.period), last_month(case.reading.document.period)
    return _is_one_year(table.document, case.reading.document) and (month is None or own is None or month < own)


# 已竣工验收: nothing more is to come
_FINISHED = re.compile("已(?:全部|全面)?(?:建成|竣工|完工|投用|通车|开业|揭牌|上线|获批|印发)|通过验收")


def find_unchanged(case: ProgressCase) -> Iterator[Remark]:
    """The reply of the period before once more, but for its date; what is done needs no other."""
    for each in _pairs(case):
        is_over = each.judged.verdict is Verdict.DONE or (not each.row.targets and _FINISHED.search(each.row.text))
        if not is_over and _undated(each.row) == _undated(each.before):
            yield Remark(f"{label(each.row)}的文字和上一期一样，没有更新。", reply_of(each.row))


def _undated(row: ProgressRow) -> str:
    return letters(CUTOFF.sub("", row.text))


# 三季度 alone, 当月: no running total
_OF_A_PART = re.compile("(?<![前至到-])[一二三四]季度")


def find_fallen(case: ProgressCase) -> Iterator[Remark]:
    """A running total that is less than it was in the table before."""
    for each in _pairs(case):
        now, before = _totals(each.row, each.judged), _totals(each.before, each.judged_before)
        for key in now.keys() & before.keys():
            said, was = now[key], before[key]
            if said.amount < was.amount:
                told = f"上一期写的是“{was.quote.text}”，这一期是“{said.quote.text}”"
                yield Remark(f"{label(each.row)}{told}，累计数变小了，请核对。", said.quote)


def _totals(row: ProgressRow, judged: RowVerdict) -> dict[MetricKey, Measurement]:
    """What was done since the year began, by the target that it answers."""
    return {
        metric_key(row.targets[each.target]): each
        for each in reversed(judged.measurements)
        if each.target is not None and row.targets[each.target].kind is TargetKind.COUNT
        if each.is_cumulative and each.is_done and each.unit and not _OF_A_PART.search(each.quote.text)
    }


CHECKS = (
    ProgressCheck(
        Rule("L070", "task-reworded", Severity.WARNING, "任务和当年的分解不一样（要用 --against 给出分解）。"),
        find_reworded,
        compares=True,
    ),
    ProgressCheck(
        Rule("L078", "text-unchanged", Severity.WARNING, "反馈照抄上一期（要用 --against 给出上一期的进展表）。"),
        find_unchanged,
        compares=True,
    ),
    ProgressCheck(
        Rule("L079", "total-fell", Severity.WARNING, "累计数比上一期小（要用 --against 给出上一期的进展表）。"),
        find_fallen,
        compares=True,
    ),
)

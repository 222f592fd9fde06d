"""Verdicts in few characters: a sign, a word, how far behind."""

from collections import Counter
from decimal import Decimal

from luoshi.judgement import JudgedProgress, RowVerdict, TargetVerdict, Verdict
from luoshi.language.days import day_words
from luoshi.writing.values import number
from luoshi.writing.words import VERDICTS, verdict_words

# Each verdict's sign, the weakest verdict first
SIGNS = {
    Verdict.BEHIND: "↓",
    Verdict.NO_DATA: "○",
    Verdict.QUALITATIVE: "◇",
    Verdict.NOT_DUE: "…",
    Verdict.ON_TRACK: "＝",
    Verdict.AHEAD: "↑",
    Verdict.DONE: "✓",
}
WEAKEST_FIRST = tuple(SIGNS)


def behind(judged: RowVerdict | TargetVerdict) -> Decimal | None:
    """How many points it is behind, as the reason beside it says; None where it is not."""
    return -judged.gap if judged.depth and judged.gap is not None else None


def verdict_cell(judged: RowVerdict) -> str:
    """↓ 欠进度·红 and below it 欠 47.3 点"""
    first = f"{SIGNS[judged.verdict]} {verdict_words(judged)}"
    points = behind(judged)
    return first if points is None else f"{first}\n  欠 {number(points)} 点"


def verdict_summary(judged: JudgedProgress) -> str:
    """One sentence: how many rows have which verdict, as of when."""
    counted = Counter(each.verdict for each in judged.verdicts)
    parts = [f"{VERDICTS[verdict]} {counted[verdict]}" for verdict in WEAKEST_FIRST if counted[verdict]]
    day = judged.as_of
    until = f"截至 {day_words(day)}" if day else "不知道截至日期（可用 --as-of 指明）"
    return f"{until}，{len(judged.rows)} 行：{'、'.join(parts)}" if parts else f"{until}，没有读出行"

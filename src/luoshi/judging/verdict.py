"""The verdict on one target: what was reported beside what should be reached by now."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from luoshi.judgement import Measurement, MeasurementKind, TargetVerdict, Verdict
from luoshi.judging import explain
from luoshi.judging.direction import is_capped, wants_fall
from luoshi.judging.rules import Rules, When
from luoshi.judging.schedule import Term
from luoshi.language.days import day_words
from luoshi.language.measurements.comparing import CURRENCIES, wants_completion
from luoshi.model import Comparator, Target, TargetKind

PERCENT = "%"
# What was reported of and has not failed yet
_UNDER_WAY = frozenset({Verdict.NOT_DUE, Verdict.ON_TRACK, Verdict.AHEAD})


def judge_target(target: Target, answers: Sequence[Measurement], term: Term, rules: Rules) -> TargetVerdict:
    """Judge one target by the measurements that answer it."""
    rates = [] if wants_completion(target) else [each for each in answers if _is_completion(each)]
    figures = [each for each in answers if each not in rates]
    done = [each for each in figures if each.is_done]
    foreign = next((each for each in done if is_foreign(target, each)), None)
    if foreign:
        found = TargetVerdict(Verdict.NO_DATA, explain.foreign(foreign, target))
    elif target.kind is TargetKind.COUNT and not is_capped(target):
        found = _counted(target, done, rates, [each for each in figures if not each.is_done], term, rules)
    else:
        found = _compared(target, done, term, rules)
    is_reached = found.verdict is Verdict.DONE or (found.verdict is Verdict.ON_TRACK and found.ratio is None)
    if term.by is not None and not term.is_due and found.verdict is not Verdict.DONE:
        found = _early(found, term)
    return found if is_reached else _due_soon(found, term, rules)


def _is_completion(reported: Measurement) -> bool:
    return reported.kind is MeasurementKind.COMPLETION_RATE


def is_foreign(target: Target, reported: Measurement) -> bool:
    """A sum in another currency: 6612万美元 for 6000万元."""
    bases = {target.base_unit, reported.base_unit}
    return len(bases) > 1 and bases <= CURRENCIES


def _early(found: TargetVerdict, term: Term) -> TargetVerdict:
    day = day_words(term.by) if term.by else ""
    reached = "" if found.ratio is None else f"，已到 {explain.percent(found.ratio)}"
    return TargetVerdict(Verdict.NOT_DUE, f"{day}到期，未到节点{reached}", ratio=found.ratio)


def _due_soon(found: TargetVerdict, term: Term, rules: Rules) -> TargetVerdict:
    """What was reported, is not done and will be due in some days, where the ladder warns of that."""
    step = rules.due_soon(term.left) if found.verdict in _UNDER_WAY else None
    if step is None:
        return found
    return replace(found, colour=step.colour, step=step.word, why=f"{found.why}，还有 {term.left} 天到期")


# ── Amounts to be done ───────────────────────────────────────────────────────────────────────────────────────────────


def _counted(
    target: Target,
    done: Sequence[Measurement],
    rates: Sequence[Measurement],
    waiting: Sequence[Measurement],
    term: Term,
    rules: Rules,
) -> TargetVerdict:
    if done and target.amount:
        reported = done[0]
        ratio = reported.amount / target.amount
        words = f"{explain.division(reported.value, target, reported.unit)}＝{explain.percent(ratio)}"
    elif rates:
        ratio = rates[0].value / 100
        words = f"没有完成数，自报完成 {explain.percent(ratio)}"
    elif waiting:
        ratio = Decimal(0)
        words = f"{explain.waiting(waiting)}，0÷{explain.plain(target.value)}＝0%"
    else:
        return TargetVerdict(Verdict.NO_DATA, "回复里没有回答这一指标的数")
    return _scheduled(ratio, words, term, rules)


def _scheduled(ratio: Decimal, words: str, term: Term, rules: Rules) -> TargetVerdict:
    expected = term.expected
    if ratio >= 1:
        return TargetVerdict(Verdict.DONE, f"{words}，已完成", ratio, expected)
    why = f"{words}，{explain.against_schedule(ratio, expected, term.by)}"
    if expected is None:
        return TargetVerdict(Verdict.NO_DATA, why, ratio)
    if ratio < expected:
        depth = (expected - ratio) * 100
        gap = -explain.round_points(depth)
        return _behind(TargetVerdict(Verdict.BEHIND, why, ratio, expected, depth, gap), term, rules)
    ahead = (ratio - expected) * 100
    verdict = Verdict.AHEAD if ahead >= rules.ahead else Verdict.ON_TRACK
    return TargetVerdict(verdict, why, ratio, expected, gap=explain.round_points(ahead))


def _behind(found: TargetVerdict, term: Term, rules: Rules) -> TargetVerdict:
    """The verdict with the step of the ladder that it is on."""
    step = rules.step(found.depth or Decimal(0), is_overdue=term.is_overdue)
    why = f"{found.why}，已到期" if step.when is When.OVERDUE else found.why
    return replace(found, colour=step.colour, step=step.word, why=why)


# ── Levels to stand at, changes to reach ─────────────────────────────────────────────────────────────────────────────


def _compared(target: Target, done: Sequence[Measurement], term: Term, rules: Rules) -> TargetVerdict:
    """Reached or not: a level or a growth has no share of the year, and is never done before the year is."""
    components = [each for each in done if each.kind is MeasurementKind.COMPONENT]
    is_upper = is_capped(target)
    if len(components) > 1 and components[1].amount:
        higher, lower = components[0], components[1]
        reported = higher.amount / lower.amount
        quotient = f"{explain.plain(higher.value)}÷{explain.plain(lower.value)}"
        words = f"{quotient}＝{explain.plain(reported.quantize(Decimal('0.001')))}"
    elif done:
        reported = _signed(done[0], target, term)
        words = explain.stated(done[0], target)
    else:
        return TargetVerdict(Verdict.NO_DATA, "回复里没有回答这一指标的数")
    missing = _missing(target, reported, rules, is_upper=is_upper)
    why = f"{words}，{explain.aimed(target, is_upper=is_upper)}"
    if missing <= 0:
        return TargetVerdict(Verdict.ON_TRACK, f"{why}，达到")
    sign = "高" if is_upper else "差"
    unit = "点" if target.base_unit == PERCENT else "点（目标值的百分比）"
    told = f"{why}，{sign} {explain.points(missing)} {unit}"
    gap = -explain.round_points(missing)
    return _behind(TargetVerdict(Verdict.BEHIND, told, depth=missing, gap=gap), term, rules)


def _signed(reported: Measurement, target: Target, term: Term) -> Decimal:
    """A growth counts in the direction that the target wants."""
    if target.kind is not TargetKind.GROWTH:
        return reported.amount
    return reported.amount if reported.is_falling == wants_fall(target, term.clause) else -reported.amount


def _missing(target: Target, reported: Decimal, rules: Rules, *, is_upper: bool) -> Decimal:
    """How many points a figure is short of its target, or above it where less is better; 0 or less where it is not."""
    bound = target.amount
    if is_upper and target.high is not None and target.value:
        bound = target.amount * target.high / target.value
    gap = reported - bound if is_upper else bound - reported
    if target.base_unit != PERCENT:
        gap = gap / abs(bound) * 100 if bound else gap
    return gap - rules.tolerance if target.comparator is Comparator.ABOUT and gap > 0 else gap

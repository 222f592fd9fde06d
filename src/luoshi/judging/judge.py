"""A progress table judged: a verdict a row, from the verdicts of its targets."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from luoshi.judgement import JudgedProgress, Measurement, RowVerdict, TargetVerdict, Verdict
from luoshi.judging import explain
from luoshi.judging.issued import find_issued
from luoshi.judging.measure import measure
from luoshi.judging.rules import Rules, read_rules
from luoshi.judging.schedule import Term, find_terms, period_end
from luoshi.judging.verdict import judge_target
from luoshi.language.metrics import MetricKey, metric_key
from luoshi.model import Plan, Progress, ProgressRow, Target

# What the names of several figures of a reply have to end in alike
HEAD, SEVERAL = 2, 2
# The weakest first
WEAKNESS = (Verdict.BEHIND, Verdict.ON_TRACK, Verdict.AHEAD, Verdict.DONE)


def judge(
    progress: Progress, *, as_of: date | None = None, rules: Rules | None = None, plan: Plan | None = None
) -> JudgedProgress:
    """Judge each row as of a date, the end of the table's period where none is given.

    With a plan, a row is judged by the targets of the task that it tells of, as they were issued.
    """
    rules = rules or read_rules()
    latest = period_end(progress.document)
    day = as_of or latest or progress.document.issued_on
    rows = progress.rows if plan is None else find_issued(progress.rows, plan)
    verdicts = tuple(_judge_row(row, progress, day, latest or day, rules) for row in rows)
    kept = {field.name: getattr(progress, field.name) for field in fields(Progress)}
    return JudgedProgress(**{**kept, "rows": rows}, verdicts=verdicts, as_of=day)


def _judge_row(
    row: ProgressRow, progress: Progress, as_of: date | None, latest: date | None, rules: Rules
) -> RowVerdict:
    year = progress.document.year
    terms = find_terms(row.name, row.targets, as_of, year)
    measurements = measure(row, terms, year=year, latest=latest)
    verdicts = tuple(
        _undecided(target, judge_target(target, _tied(measurements, same), term, rules), measurements)
        for target, term, same in zip(row.targets, terms, _nodes(row.targets, terms), strict=True)
    )
    return replace(_sum_up(row, verdicts, rules), targets=verdicts, measurements=measurements)


def _tied(measurements: Sequence[Measurement], targets: set[int]) -> list[Measurement]:
    return [each for each in measurements if each.target in targets]


def _undecided(target: Target, found: TargetVerdict, measurements: Sequence[Measurement]) -> TargetVerdict:
    """入库项目134个，31个项目通过审核: where several figures may be meant by 储备项目120个, a person tells which."""
    head = target.metric[-HEAD:]
    free = [
        each
        for each in measurements
        if each.target is None and each.base_unit == target.base_unit and each.metric.endswith(head)
    ]
    if found.verdict is not Verdict.NO_DATA or len(free) < SEVERAL:
        return found
    return replace(found, why=explain.undecided(free))


def _nodes(targets: Sequence[Target], terms: Sequence[Term]) -> list[set[int]]:
    """For each target the indices of those that are nodes of one metric: 一季度30%、二季度60% have one answer."""
    together: dict[MetricKey, set[int]] = {}
    for place, (target, term) in enumerate(zip(targets, terms, strict=True)):
        if term.by is not None:
            together.setdefault(metric_key(target), set()).add(place)
    return [
        together[metric_key(target)] if term.by is not None else {place}
        for place, (target, term) in enumerate(zip(targets, terms, strict=True))
    ]


def _sum_up(row: ProgressRow, verdicts: Sequence[TargetVerdict], rules: Rules) -> RowVerdict:
    if not row.text.strip():
        return RowVerdict(Verdict.NO_DATA, "未报：这一行没有填进展。")
    if not verdicts:
        return RowVerdict(Verdict.QUALITATIVE, "定性待核：任务里没有数量指标，要凭材料核实。")
    answered = [one for one in verdicts if one.verdict in WEAKNESS]
    why = _told(row.targets, verdicts)
    gravest = max(verdicts, key=lambda one: rules.gravity(one.step))
    if not answered:
        is_early = any(one.verdict is Verdict.NOT_DUE for one in verdicts)
        verdict = Verdict.NOT_DUE if is_early else Verdict.NO_DATA
        return RowVerdict(verdict, why, colour=gravest.colour, step=gravest.step)
    weakest = min(answered, key=lambda one: (WEAKNESS.index(one.verdict), -(one.depth or 0)))
    verdict = weakest.verdict
    if verdict is Verdict.DONE and len(answered) < len(verdicts) and not rules.done_when_unanswered:
        verdict = Verdict.AHEAD
    return RowVerdict(verdict, why, depth=weakest.depth, gap=weakest.gap, colour=gravest.colour, step=gravest.step)


def _told(targets: Sequence[Target], verdicts: Sequence[TargetVerdict]) -> str:
    """The reasons of all targets as one sentence, the weakest first."""
    order = [*WEAKNESS, Verdict.NO_DATA, Verdict.NOT_DUE]
    pairs = sorted(zip(targets, verdicts, strict=True), key=lambda pair: order.index(pair[1].verdict))
    if len(pairs) == 1:
        return f"{pairs[0][1].why}。"
    return "；".join(f"{target.metric}：{one.why}" for target, one in pairs) + "。"

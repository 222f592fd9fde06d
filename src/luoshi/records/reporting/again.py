"""Reports are judged again where the words or figures of their task were corrected. For use in actions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from luoshi.judgement import Verdict
from luoshi.records.acting import Acting
from luoshi.records.prepared import ask, keys_of
from luoshi.records.register.models import Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.reading import Json
from luoshi.records.reporting.figures import Figures, figures_of
from luoshi.records.reporting.judging import Judged, Reply, is_judged_alike, judge_reply, raised_beside
from luoshi.records.reporting.models import Report, kept_depth
from luoshi.records.reporting.queries import shown_round
from luoshi.records.writes import update_rows

# What stays of a row as it was printed
_PRINTED = ("number", "lead_unit", "units", "leaders", "quote", "place")
_COLUMNS = ("verdict", "step", "depth", "judged")
_OF_ROUND = ("round__plan__year", "round__plan__government__rules", "round__period", "round__cutoff")
_SHOWN = ("verdict", "step", "depth", "doubts")


def judge_again(under_way: Acting, tasks: Collection[Task], reason: str, *, is_anew: bool = False) -> None:
    """Judge whatever was reported of these tasks by what they say now; the tasks are locked, their rows entered.

    An entry of the journal tells of each verdict that became another. What has ended keeps its verdicts. Only what a
    verdict or a doubt rests on is judged anew, all of it where `is_anew` (by other rules); only rows that became others
    are written.
    """
    standing = {task.pk: task for task in tasks if task.state != State.ENDED}
    reports = ask(_reports, keys_of(standing)) if standing else []
    if not reports:
        return
    figures = figures_of({report.task_id for report in reports})
    pairs = [(report, _reply(report, standing[report.task_id], figures)) for report in reports]
    judged = [(report, _judge(report, reply, is_anew=is_anew)) for report, reply in pairs]
    for report, before in judged:
        told = words_of(report)
        if before.words != told:
            task = standing[report.task_id]
            after: Json = {"judged": told, "period": report.round.period, "reason": reason}
            under_way.did(
                "judge_again", task, before={"judged": before.words}, after=after, government=task.government_id
            )
    update_rows([report for report, before in judged if before.values != _values(report)], _COLUMNS)
    _show(standing, [(report, before) for report, before in judged if before.shown != _shown(report)])


def words_of(report: Report) -> str:
    """欠进度·红：…; what a verdict says, by which one knows whether it became another."""
    from luoshi.writing.words import VERDICTS

    step = f"·{report.step}" if report.step else ""
    return f"{VERDICTS[Verdict(report.verdict)]}{step}：{report.judged['why']}"


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _reports(tasks: Sequence[int]) -> QuerySet[Report]:
    reports = Report.objects.select_for_update(of=("self",), no_key=True).filter(task__pk__in=tasks).order_by("pk")
    return reports.select_related("round__plan__government").only("task", "text", *_COLUMNS, *_OF_ROUND)


@dataclass(frozen=True, slots=True)
class _Before:
    """A report before it was judged again: what it says, its doubts, what lists show of it, all that is written."""

    words: str
    doubts: int
    shown: tuple[object, ...]
    values: tuple[object, ...]


def _reply(report: Report, task: Task, figures: Figures) -> Reply:
    """What was reported, beside what its task says now and was to reach at the round's cut-off."""
    return Reply(task.text, figures.on(task.pk, report.round.cutoff), report.text, report.judged["number"])


def _judge(report: Report, reply: Reply, *, is_anew: bool) -> _Before:
    """Give a report what its text amounts to now; doubts that are not of its text alone stay. What it was before."""
    before = _Before(words_of(report), len(report.judged["flags"]), _shown(report), _values(report))
    former = report.judged
    if not is_anew and is_judged_alike(report.round, reply, former):
        report.judged = {**former, "name": reply.name}
    else:
        fill(report, judge_reply(report.round, reply), {name: former[name] for name in _PRINTED if name in former})
        report.judged["flags"] = [*report.judged["flags"], *raised_beside(former["flags"])]
    return before


def _values(report: Report) -> tuple[object, ...]:
    return tuple(getattr(report, name) for name in _COLUMNS)


def _shown(report: Report) -> tuple[object, ...]:
    return report.verdict, report.step, report.depth, len(report.judged["flags"])


def fill(report: Report, judged: Judged, printed: Json) -> None:
    """Give a report its verdict; `printed` is what stays of the row as it stood elsewhere."""
    verdict = judged.verdict
    report.verdict, report.step = verdict.verdict.value, verdict.step or ""
    # As it is kept: else it would seem to be another one each time
    report.depth = kept_depth(verdict.depth)
    report.judged = {**judged.row, **printed}


def _show(standing: Mapping[int, Task], judged: Sequence[tuple[Report, _Before]]) -> None:
    """Let the lists show those of the rounds that they show; of a task's doubts, the report's are others now."""
    rounds = {plan.pk: shown_round(plan) for plan in {report.round.plan for report, _ in judged}}
    shown = [(report, before) for report, before in judged if report.round == rounds[report.round.plan_id]]
    for report, before in shown:
        task = standing[report.task_id]
        task.verdict, task.step, task.depth = report.verdict, report.step, report.depth
        task.doubts = max(0, task.doubts - before.doubts) + len(report.judged["flags"])
    update_rows([standing[report.task_id] for report, _ in shown], _SHOWN)

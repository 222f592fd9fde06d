"""Reports are judged again where the words or figures of their task were corrected. For use in actions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from luoshi.judgement import Verdict
from luoshi.model import Target as TargetValue
from luoshi.records.acting import Acting
from luoshi.records.register.actions.rows import BATCH, target_rows
from luoshi.records.register.models import Target, Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.values import target_value
from luoshi.records.reporting.judging import Judged, Reply, judge_reply
from luoshi.records.reporting.models import Report
from luoshi.records.reporting.queries import shown_round

# What stays of a row as it was printed
_PRINTED = ("number", "lead_unit", "units", "leaders", "quote", "place")
_COLUMNS = ("verdict", "step", "depth", "judged")
_SHOWN = ("verdict", "step", "depth", "doubts")


def judge_again(under_way: Acting, tasks: Collection[Task], reason: str) -> None:
    """Judge whatever was reported of these tasks by what they say now; the tasks are locked, their rows entered.

    An entry of the journal tells of each verdict that became another. What has ended keeps its verdicts.
    """
    standing = {task.pk: task for task in tasks if task.state != State.ENDED}
    reports = list(_reports(standing))
    if not reports:
        return
    targets = _targets({report.task_id for report in reports})
    shown = {plan.pk: shown_round(plan) for plan in {report.round.plan for report in reports}}
    seen = []
    for report in reports:
        task, before = standing[report.task_id], _words(report)
        doubts = len(report.judged["flags"])
        _judge(report, task, targets.get(task.pk, ()))
        if before != _words(report):
            after: Json = {"judged": _words(report), "period": report.round.period, "reason": reason}
            under_way.did("judge_again", task, before={"judged": before}, after=after, government=task.government_id)
        if report.round == shown[report.round.plan_id]:
            _show(task, report, doubts)
            seen.append(task)
    Report.objects.bulk_update(reports, _COLUMNS, batch_size=BATCH)
    Task.objects.bulk_update(seen, _SHOWN, batch_size=BATCH)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _reports(tasks: Iterable[int]) -> Iterable[Report]:
    reports = Report.objects.select_for_update(of=("self",)).filter(task__in=list(tasks)).order_by("pk")
    return reports.select_related("round__plan").defer("round__plan__blocks")


def _targets(tasks: Collection[int]) -> Mapping[int, tuple[TargetValue, ...]]:
    found: dict[int, list[TargetValue]] = defaultdict(list)
    for row in Target.objects.filter(CURRENT, task__in=tasks).order_by("task", "order"):
        found[row.task_id].append(target_value(row))
    return {task: tuple(targets) for task, targets in found.items()}


def _judge(report: Report, task: Task, targets: Sequence[TargetValue]) -> None:
    """The report with what its text amounts to now; doubts that other rows raised stay."""
    former = report.judged
    number = former["number"]
    kept = _raised_by_others(report, task) if former["flags"] else []
    judged = judge_reply(report.round, Reply(task.text, tuple(targets), report.text, number))
    fill(report, judged, {name: former[name] for name in _PRINTED if name in former})
    report.judged["flags"] = [*report.judged["flags"], *kept]


def _raised_by_others(report: Report, task: Task) -> list[Json]:
    """The doubts about a report that its own row, as it was judged, does not raise."""
    former = report.judged
    before = tuple(map(target_value, target_rows(task, former)))
    alone = judge_reply(report.round, Reply(former["name"], before, report.text, former["number"]))
    told = _doubts(alone.row["flags"])
    return [flag for flag in former["flags"] if not _doubts([flag]) <= told]


def fill(report: Report, judged: Judged, printed: Json) -> None:
    """Give a report its verdict; `printed` is what stays of the row as it stood elsewhere."""
    verdict = judged.verdict
    report.verdict, report.step, report.depth = verdict.verdict.value, verdict.step or "", verdict.depth
    report.judged = {**judged.row, **printed}


def _doubts(flags: Iterable[Json]) -> set[tuple[str, str]]:
    return {(flag["code"], flag["message"]) for flag in flags}


def _show(task: Task, report: Report, former: int) -> None:
    """Let the lists show it; `former` is how many of the task's doubts were the report's."""
    task.verdict, task.step, task.depth = report.verdict, report.step, report.depth
    task.doubts = max(0, task.doubts - former) + len(report.judged["flags"])


def _words(report: Report) -> str:
    """欠进度·红：…; what a verdict says, by which one knows whether it became another."""
    from luoshi.writing.words import VERDICTS

    step = f"·{report.step}" if report.step else ""
    return f"{VERDICTS[Verdict(report.verdict)]}{step}：{report.judged['why']}"

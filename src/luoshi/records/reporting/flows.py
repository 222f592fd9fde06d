"""What the governments below reported of their shares, added up to what the one above owes, with the sum in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.records.register.handed import Handed, handed_of_all
from luoshi.records.register.models import Task
from luoshi.records.register.models.governments import Level
from luoshi.records.register.quotas import sum_of
from luoshi.records.reporting.answers import answer_to
from luoshi.records.reporting.models import Report

_SHOWN = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Inflow:
    """A government below with its share, the latest report on it, and the figure there in the share's unit.

    `own` is None where there is no report, or no figure in it that answers the share; `below` is what flows to it in
    turn, where it shared its part out among governments below itself.
    """

    handed: Handed
    owed: Decimal | None
    report: Report | None
    own: Decimal | None
    below: "Flow | None" = None

    @property
    def done(self) -> Decimal | None:
        """What it says itself; while it says nothing, what those below it report together."""
        return self.below.done if self.is_summed and self.below else self.own

    @property
    def is_summed(self) -> bool:
        """Whether its figure is the sum of what is reported below it."""
        return self.own is None and self.below is not None and bool(self.below.told)

    @property
    def differs(self) -> bool:
        """Whether it says something else than those below it together, all of whom reported."""
        below = self.below
        if self.own is None or below is None or not below.told or below.silent or below.unknowing:
            return False
        return self.own != below.done

    @property
    def percent(self) -> Decimal | None:
        """How much of its share is done."""
        return self.done / self.owed * 100 if self.done is not None and self.owed else None


@dataclass(frozen=True, slots=True)
class Flow:
    """All of them beside the whole: `total` is what is printed of it, else what the shares add up to."""

    inflows: tuple[Inflow, ...]
    total: Decimal | None
    unit: str

    @property
    def told(self) -> list[Inflow]:
        """Those whose figure can be added."""
        return [each for each in self._open if each.done is not None]

    @property
    def silent(self) -> list[Inflow]:
        """Those that have the task and reported no figure."""
        return [each for each in self._open if each.handed.task and each.done is None]

    @property
    def unknowing(self) -> list[Handed]:
        """Those to whom it can still be handed down."""
        return [each.handed for each in self.inflows if each.handed.order and not each.handed.task]

    @property
    def late(self) -> list[Handed]:
        """Those whose task is not what is shared out now."""
        return [each.handed for each in self.inflows if each.handed.is_late]

    @property
    def is_handed(self) -> bool:
        """Whether anybody has it."""
        return any(each.handed.task for each in self.inflows)

    @property
    def done(self) -> Decimal:
        """What all of them did together."""
        return sum((each.done for each in self.told if each.done is not None), Decimal())

    @property
    def owed(self) -> Decimal:
        """What those who reported owe together."""
        return sum((each.owed for each in self.told if each.owed is not None), Decimal())

    @property
    def words(self) -> str:
        """8 处报数合计 214÷360＝59.4%; while some are silent also against what the others owe."""
        if not self.told:
            return ""
        parts = [f"{len(self.told)} 处报数合计 {_sum(self.done, self.total)}"]
        if self.owed != self.total:
            parts.append(f"只看报了数的，应完成 {_plain(self.owed)}，{_sum(self.done, self.owed)}")
        summed = [each for each in self.told if each.is_summed]
        parts += [f"{each.handed.name}没有自己的数，由下级 {_count(each.below)} 处合计" for each in summed]
        return "；".join(parts)

    @property
    def _open(self) -> list[Inflow]:
        """Those that owe something now."""
        return [each for each in self.inflows if each.handed.order]


def flow_of(task: Task) -> Flow:
    """What became of a task's shares below."""
    return flows_of([task])[task.pk]


def flows_of(tasks: Sequence[Task]) -> dict[int, Flow]:
    """The same for many tasks, by their keys: 6 queries, and as many for each level below that shared its part out."""
    return _flows(tasks, len(Level.choices))


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _flows(tasks: Sequence[Task], levels: int) -> dict[int, Flow]:
    """No chain is longer than there are levels of government, were the register ever so wrong."""
    handed = handed_of_all(tasks)
    below = [each.task for several in handed.values() for each in several if each.task]
    shared = [task for task in below if sum_of(task.quota) is not None]
    further = _flows(shared, levels - 1) if shared and levels else {}
    reported = _Reported(_latest(below), further)
    return {task.pk: _flow(task, handed[task.pk], reported) for task in tasks}


@dataclass(frozen=True, slots=True)
class _Reported:
    """What came from the tasks below, by their keys: their own latest reports, and what flows to them."""

    latest: Mapping[int, Report]
    further: Mapping[int, Flow]


def _flow(task: Task, handed: Iterable[Handed], reported: _Reported) -> Flow:
    inflows = tuple(_inflow(each, reported) for each in handed)
    quota = task.quota or {}
    printed = quota.get("value") if quota.get("value") is not None else quota.get("sum")
    return Flow(inflows, None if printed is None else Decimal(str(printed)), str(quota.get("unit") or ""))


def _latest(tasks: Iterable[Task]) -> dict[int, Report]:
    """The latest report on each task that was not sent back."""
    reports = Report.objects.filter(task__in=list(tasks)).exclude(state=Report.State.RETURNED)
    return {report.task_id: report for report in reports.select_related("round").order_by("round__cutoff")}


def _inflow(handed: Handed, reported: _Reported) -> Inflow:
    owed = handed.order.goal["value"] if handed.order else None
    if handed.task is None:
        return Inflow(handed, owed, None, None)
    report, below = reported.latest.get(handed.task.pk), reported.further.get(handed.task.pk)
    return Inflow(handed, owed, report, _done(report) if report else None, below)


def _count(flow: Flow | None) -> int:
    return len(flow.told) if flow else 0


def _done(report: Report) -> Decimal | None:
    """The reported figure in the unit that the share is counted in."""
    targets: Sequence[dict[str, object]] = report.judged["targets"]
    answer = answer_to(report.judged, 0) if targets else None
    if answer is None or not (answer["done"] and answer["cumulative"]) or answer["kind"] == "completion_rate":
        return None
    value, amount = (Decimal(str(targets[0][name])) for name in ("value", "amount"))
    return Decimal(str(answer["amount"])) * value / amount if amount else None


def _sum(done: Decimal, whole: Decimal | None) -> str:
    """214÷360＝59.4%"""
    if not whole:
        return _plain(done)
    return f"{_plain(done)}÷{_plain(whole)}＝{f'{done / whole * 100:.1f}'.removesuffix('.0')}%"


def _plain(number: Decimal) -> str:
    """214, 3.5"""
    return f"{number.quantize(_SHOWN).normalize():f}"

"""The shares of a task with what the governments below report of them, district by district."""

from dataclasses import dataclass

from luoshi.records.register.models import Task
from luoshi.records.register.standing import standing_shares
from luoshi.records.reporting.flows import Flow, Inflow
from luoshi.web.desk.gauges import Gauge, judged_gauges
from luoshi.web.templatetags.luoshi import plain


@dataclass(frozen=True, slots=True)
class District:
    """A place with its share as printed, and what came from below; `inflow` is None where no register is kept."""

    name: str
    printed: str
    inflow: Inflow | None
    gauge: Gauge | None

    @property
    def state(self) -> str:
        """What is the matter with it, in a few words; empty where its figure speaks."""
        if self.inflow is None:
            return "没有设台账"
        handed = self.inflow.handed
        if handed.task is None:
            return "未下达"
        if handed.is_late:
            return "分配改了，未转达"
        if handed.order is None:
            return "不再分配"
        return _from_below(self.inflow) or _told(self.inflow)


@dataclass(frozen=True, slots=True)
class Below:
    """All of them, in printed order, with the flow that they make up."""

    districts: tuple[District, ...]
    flow: Flow

    @property
    def silent(self) -> str:
        """The names of those that have it and reported no figure."""
        return "、".join(each.handed.name for each in self.flow.silent)

    @property
    def apart(self) -> list[District]:
        """Those that keep no register here and owe something."""
        return [each for each in self.districts if each.inflow is None]


def below_of(task: Task, flow: Flow) -> Below:
    """A task's shares beside what was handed down of them; it comes with `current_shares`."""
    shares = standing_shares(task)
    inflows = {each.handed.name: each for each in flow.inflows}
    listed = [_district(share.unit.name, share.printed, inflows.pop(share.unit.name, None)) for share in shares]
    lost = [_district(name, "—", inflow) for name, inflow in inflows.items()]
    return Below((*listed, *lost), flow)


def _told(inflow: Inflow) -> str:
    if inflow.report is None:
        return "未报"
    return "" if inflow.own is not None else "报了，没有数"


def _from_below(inflow: Inflow) -> str:
    """Where its part was shared out in turn: 下级 2 处合计，1 处没有报数; 下级合计 90，与自报不一致."""
    below = inflow.below
    if below is None or not below.is_handed:
        return ""
    if inflow.differs:
        return f"下级合计 {plain(below.done)}，与自报不一致"
    if not inflow.is_summed:
        return ""
    silent = f"，{len(below.silent)} 处没有报数" if below.silent else ""
    return f"下级 {len(below.told)} 处合计{silent}"


def _district(name: str, printed: str, inflow: Inflow | None) -> District:
    gauges = judged_gauges(inflow.report.judged) if inflow and inflow.report else []
    return District(name, printed, inflow, gauges[0] if gauges else None)

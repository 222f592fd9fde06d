"""What was done to a task, from the journal and its reports: who, when, what was before and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from luoshi.records.journal.models import Entry
from luoshi.records.journal.words import action_words
from luoshi.records.people.actor import account_name
from luoshi.records.register.models.plans import State
from luoshi.records.register.revising.facets import FACETS
from luoshi.records.reporting.models import Report
from luoshi.web.desk.differences import list_entries, list_pieces
from luoshi.web.desk.passages import Piece
from luoshi.writing.words import period_words

Json = Mapping[str, Any]

_NAMES = {
    **FACETS,
    "unit": "单位",
    "since": "从哪天起",
    "until": "到哪天止",
    "number": "序号",
    "progress": "进展情况",
    "judged": "研判",
    "report": "填报",
    "doubt": "存疑",
    "state": "状态",
    "task_state": "状态",
}
_STATES = dict([*Report.State.choices, *State.choices])
# What a task was entered with stands on its page; the journal need not say it again
_ENTERED = frozenset({"issue_task", "receive_task"})
# A report that was sent first is told by the report itself
_TOLD_BY_REPORT = frozenset({"send_report"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became another, as pieces of its words; a list has a piece an entry."""

    name: str
    pieces: list[Piece]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done; `reason` is what the person gave."""

    at: datetime
    who: str
    action: str
    changes: tuple[Change, ...] = ()
    reason: str = ""
    period: str = ""

    @property
    def what(self) -> str:
        """What it is called: 更正文字, 填报三季度进展."""
        return f"填报{period_words(self.period)}进展" if self.period else action_words(self.action)


def list_events(entries: Iterable[Entry], reports: Iterable[Report]) -> list[Event]:
    """Everything in order, the latest first."""
    told = (entry for entry in entries if entry.action not in _TOLD_BY_REPORT)
    events = [*map(_event, told), *(event for report in reports for event in _reported(report))]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _event(entry: Entry) -> Event:
    changes = () if entry.action in _ENTERED else tuple(_changes(entry.before, entry.after))
    return Event(entry.at, entry.actor_name, entry.action, changes, str(entry.after.get("reason", "")))


def _reported(report: Report) -> Iterator[Event]:
    """When it was reported first; what was sent back and written anew stands in the journal."""
    first = next(iter(report.returns.all()), report)
    yield Event(first.written_at, account_name(first.written_by), "report", period=report.round.period)


def _changes(before: Json, after: Json) -> Iterator[Change]:
    for name, label in _NAMES.items():
        if name in before or name in after:
            is_list = isinstance(after.get(name), list)
            yield Change(label, _pieces(before.get(name), after.get(name)), is_list)


def _pieces(before: object, after: object) -> list[Piece]:
    """Lists by their entries, everything else by its words."""
    if isinstance(after, list):
        return list_entries(list(map(str, before)) if isinstance(before, list) else [], list(map(str, after)))
    return list_pieces(_words(before), _words(after))


def _words(value: object) -> str:
    if value is None:
        return ""
    return str(_STATES.get(str(value), value))

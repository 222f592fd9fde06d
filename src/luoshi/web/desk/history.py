"""What was done to a task, from the journal and its reports: who, when, what was before and after."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import Head, entries_of
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


class History:
    """Everything that was done to a task, the latest first; of entries only those are read whole that are shown."""

    def __init__(self, heads: Iterable[Head], reports: Iterable[Report]) -> None:
        told = [head for head in heads if head.action not in _TOLD_BY_REPORT]
        items: list[Head | Event] = [*told, *map(_reported, reports)]
        self._items = sorted(items, key=lambda item: item.at, reverse=True)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, part: slice) -> list[Event]:
        return self._whole(self._items[part])

    def latest(self, most: int, besides: Container[str]) -> tuple[list[Event], Event | None]:
        """What was done last, and the last of some actions, however long ago."""
        items = self._items[:most]
        sought = [item for item in self._items if item.action in besides][:1]
        events = self._whole([*items, *sought])
        return events[: len(items)], next(iter(events[len(items) :]), None)

    def last_at(self, action: str) -> datetime | None:
        """When an action was done last."""
        return next((item.at for item in self._items if item.action == action), None)

    def _whole(self, items: Sequence[Head | Event]) -> list[Event]:
        entries = entries_of({item for item in items if isinstance(item, Head)})
        return [_event(entries[item.number]) if isinstance(item, Head) else item for item in items]


def _event(entry: Entry) -> Event:
    changes = () if entry.action in _ENTERED else tuple(_changes(entry.before, entry.after))
    return Event(entry.at, entry.actor_name, entry.action, changes, str(entry.after.get("reason", "")))


def _reported(report: Report) -> Event:
    """When it was reported first; what was sent back and written anew stands in the journal."""
    first = next(iter(report.returns.all()), report)
    return Event(first.written_at, account_name(first.written_by), "report", period=report.round.period)


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

"""Tasks of earlier years as examples: what was promised, and who answered for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from luoshi.model import Plan, Progress, ProgressRow, Role, Task, Unit
from luoshi.relating.drafting.roll import Roll
from luoshi.relating.promises import whole_text


@dataclass(frozen=True, slots=True)
class Example:
    """An earlier task, and what was reported of it; `leads` and `others` are keys of the roll, each once."""

    year: int | None
    part: str | None
    number: int
    text: str
    leads: tuple[str, ...]
    others: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    reply: str = ""

    @property
    def told(self) -> str:
        """All that was said of the task."""
        return f"{self.text}\n{self.reply}"


def list_examples(readings: Sequence[Plan | Progress], roll: Roll) -> tuple[Example, ...]:
    """The tasks of earlier documents that somebody on the roll leads."""
    found = (example for reading in readings for example in _examples(reading, roll))
    return tuple(example for example in found if example.leads and example.text)


def _examples(reading: Plan | Progress, roll: Roll) -> Iterator[Example]:
    year = reading.document.year
    if isinstance(reading, Plan):
        return (_example(task, year, task.part, whole_text(task.text, task.name), roll) for task in reading.tasks)
    return (_example(row, year, None, row.name, roll) for row in reading.rows)


def _example(task: Task | ProgressRow, year: int | None, part: str | None, text: str, roll: Roll) -> Example:
    leads = _keys((unit for unit in task.units if unit.role is Role.LEAD), roll)
    others = _keys((unit for unit in task.units if unit.role is not Role.LEAD), roll)
    leaders = tuple(leader.name + (leader.post or "") for leader in task.leaders)
    reply = task.text if isinstance(task, ProgressRow) else ""
    others = tuple(key for key in others if key not in leads)
    return Example(year, part, task.number, text, leads, others, leaders, reply)


def _keys(units: Iterable[Unit], roll: Roll) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for unit in units if (key := roll.key_of(unit.name))))

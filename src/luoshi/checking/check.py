"""What a check is: one doubt that a clerk would raise, told by one pure function."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from luoshi.checking.thresholds import DEFAULTS, Thresholds
from luoshi.model import Plan, Progress, ProgressRow, Quote, Source, Task


class Severity(StrEnum):
    """How much a finding weighs: an error is wrong by the document's own words, the rest is to be looked at."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class PlanCase:
    """A plan that is looked through, with the text it was read from and the plans of earlier years."""

    reading: Plan
    source: Source
    earlier: tuple[Plan, ...] = ()
    thresholds: Thresholds = DEFAULTS


@dataclass(frozen=True, slots=True)
class ProgressCase:
    """A progress table that is looked through, with its text; `earlier` are its plan and tables of earlier periods."""

    reading: Progress
    source: Source
    earlier: tuple[Plan | Progress, ...] = ()
    thresholds: Thresholds = DEFAULTS


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say: a Chinese sentence with the figures, and the passage it is about."""

    message: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a doubt is called: `name` in kebab case, `description` one Chinese sentence."""

    code: str
    name: str
    severity: Severity
    description: str


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """A doubt about plans."""

    rule: Rule
    find: Callable[[PlanCase], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class ProgressCheck:
    """A doubt about progress tables; one that `compares` rows or tables says nothing of a row alone."""

    rule: Rule
    find: Callable[[ProgressCase], Iterable[Remark]]
    compares: bool = False


Check = PlanCheck | ProgressCheck


def lines_of(reading: Plan | Progress) -> Sequence[Task | ProgressRow]:
    """The tasks of a plan, the rows of a progress table."""
    return reading.tasks if isinstance(reading, Plan) else reading.rows


def label(item: Task | ProgressRow) -> str:
    """How a sentence calls a task, or a row by the number of its task: “第12项”, in a plan “民生实事第3项”."""
    if isinstance(item, Task):
        sub = "" if item.sub is None else f"-{item.sub}"
        return f"{item.part}第{item.number}{sub}项"
    return f"第{item.number}项"

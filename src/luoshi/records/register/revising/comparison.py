"""A corrected document beside the plan that it corrects, line by line; each difference can be approved by itself."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.records.register.models import DraftTask, Import, Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.queries.imports import units_meant
from luoshi.records.register.queries.tasks import for_export
from luoshi.records.register.reading import cells_of
from luoshi.records.register.revising.facets import FACETS, Words, printed, standing
from luoshi.records.register.revising.pairing import pair_lines

NUMBERS = "numbers"
"""The key under which all new numbers are approved together."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; `key` is unique in the comparison, `facet` one of `FACETS`."""

    key: str
    facet: str
    before: Words
    after: Words

    @property
    def label(self) -> str:
        """What it is called."""
        return FACETS[self.facet]


@dataclass(frozen=True, slots=True)
class Line:
    """A task with the line that it became: without a line it is gone, without a task it is new."""

    task: Task | None
    draft: DraftTask | None
    differences: tuple[Difference, ...] = ()

    @property
    def key(self) -> str:
        """Under which a new or gone one is approved."""
        return (
            f"new.{self.draft.pk}" if self.task is None and self.draft else f"gone.{self.task.pk if self.task else 0}"
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """All that can be approved of it."""
        return tuple(each.key for each in self.differences) if self.task and self.draft else (self.key,)

    @property
    def is_moved(self) -> bool:
        """Whether it has another number."""
        return bool(self.task and self.draft and self.task.address != address_of(self.draft))

    @property
    def is_doubtful(self) -> bool:
        """Whether the reader had doubts that nobody has looked at."""
        return bool(self.draft and self.draft.doubts and not self.draft.is_accepted)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every line of the document in its order, then the tasks that it does not have; `fingerprint` is of all of it.

    `absent` are parts of the plan of which the document has nothing: a table of quotas alone says nothing of the rest.
    """

    lines: tuple[Line, ...]
    absent: tuple[str, ...] = ()

    @property
    def changed(self) -> list[Line]:
        """Those that differ."""
        return [line for line in self.lines if line.task and line.draft and line.differences]

    @property
    def new(self) -> list[Line]:
        """Those that came."""
        return [line for line in self.lines if line.task is None]

    @property
    def gone(self) -> list[Line]:
        """Those that went."""
        return [line for line in self.lines if line.draft is None]

    @property
    def moved(self) -> list[Line]:
        """Those with another number."""
        return [line for line in self.lines if line.is_moved]

    @property
    def keys(self) -> list[str]:
        """All that can be approved."""
        keys = [key for line in (*self.changed, *self.new, *self.gone) for key in line.keys]
        return [*keys, NUMBERS] if self.moved else keys

    @property
    def same(self) -> int:
        """How many tasks are as they were."""
        return sum(bool(line.task and line.draft and not line.differences) for line in self.lines)

    @property
    def fingerprint(self) -> str:
        """Tells whether somebody looked at just this."""
        told = [
            *self.keys,
            *([each.before, each.after] for line in self.lines for each in line.differences),
            *(line.draft.fields for line in self.new if line.draft),
        ]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def address_of(draft: DraftTask) -> str:
    """Under which number a line stands, as a task keeps it."""
    return str(draft.fields["id"])[:96]


def compare(document: Import) -> Comparison:
    """What a document makes of the plan that it corrects: 6 queries. Tasks that have ended are over and left alone."""
    standing_tasks = for_export(Task.objects.filter(plan=document.revises_id).exclude(state=State.ENDED))
    tasks = list(standing_tasks.order_by("order"))
    drafts = list(document.drafts.all())
    names = _names(document, drafts)
    paired = pair_lines(tasks, drafts)
    kept = {task.pk for task in paired.values()}
    lines = [_line(paired.get(draft.pk), draft, names) for draft in drafts]
    missing = [task for task in tasks if task.pk not in kept]
    absent = _absent_parts(tasks, drafts)
    gone = (Line(task, None) for task in missing if task.part not in absent)
    return Comparison((*lines, *gone), tuple(part for part in absent if any(task.part == part for task in missing)))


def _absent_parts(tasks: Sequence[Task], drafts: Sequence[DraftTask]) -> list[str]:
    """The parts that a document leaves out whole; none where it has no part of the plan's by its name."""
    told = {draft.fields["part"] for draft in drafts}
    parts = list(dict.fromkeys(task.part for task in tasks))
    return [part for part in parts if part not in told] if told & {*parts} else []


def _names(document: Import, drafts: Sequence[DraftTask]) -> dict[str, str]:
    """What the register calls all that the document names."""
    named = {unit["name"] for draft in drafts for unit in draft.fields["units"]}
    named |= {name for draft in drafts for name in cells_of(draft.fields)}
    return units_meant(document, named)


def _line(task: Task | None, draft: DraftTask, names: dict[str, str]) -> Line:
    return Line(task, draft, tuple(_differences(task, draft, names)) if task else ())


def _differences(task: Task, draft: DraftTask, names: dict[str, str]) -> Iterator[Difference]:
    before, after = standing(task), printed(draft.fields, names)
    for facet in FACETS:
        if before[facet] != after[facet]:
            yield Difference(f"{task.pk}.{facet}", facet, before[facet], after[facet])

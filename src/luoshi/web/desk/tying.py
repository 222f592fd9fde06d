"""Which task of the register a row of a progress table tells of: chosen by hand, the likest first; or none."""

from dataclasses import dataclass
from typing import Any

from luoshi.model import Kind
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.models import DraftTask, Plan, Task
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import sift
from luoshi.records.reporting.entering import tie_row
from luoshi.records.reporting.matching import rank_tasks
from luoshi.records.reporting.tying import LEFT_OUT, is_settled, plan_reported_on

LEAVE_OUT, TIE = "leave-out", "tie-"
"""What the buttons send: a row is left out, or tied to a task by its key."""
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A task that a row may tell of, and the number of the row that has it already."""

    task: Task
    row: str


def tying(draft: DraftTask, plan: Plan, words: str) -> dict[str, Any]:
    """What a page says of a row: its task, whether it was left out, and the tasks that are offered."""
    return {
        "task": plan.tasks.filter(pk=draft.fields.get("task") or 0).first(),
        "is_left_out": draft.fields.get("tied") == LEFT_OUT,
        "is_settled": is_settled(draft),
        "words": words,
        "choices": list_choices(plan, draft, words),
    }


def list_choices(plan: Plan, draft: DraftTask, words: str) -> list[Choice]:
    """The tasks of a plan that a row may tell of, the likest first; with words those that are found by them."""
    tasks = list(sift(plan.tasks.all(), Sieve(words=words)).only("plan", "order", "address", "text", "number", "sub"))
    leads = [unit["name"] for unit in draft.fields["units"]]
    likest = rank_tasks(draft.fields["text"], leads, tasks)[:_SHOWN]
    others = draft.document.drafts.filter(fields__task__in=[task.pk for task in likest]).exclude(pk=draft.pk)
    rows = {line.fields["task"]: str(line.fields["number"]) for line in others}
    return [Choice(task, rows.get(task.pk, "")) for task in likest if task.pk != draft.fields.get("task")]


def tie(actor: Actor, draft: DraftTask, version: int, pressed: str) -> None:
    """Do what was pressed."""
    if pressed == LEAVE_OUT:
        tie_row(actor=actor, draft=draft, version=version, task=None)
        return
    key = pressed.removeprefix(TIE)
    task = Task.objects.filter(pk=key, government=draft.document.government_id).first() if key.isdecimal() else None
    if task is None:
        raise NotValid("没有这项任务。请另选一项。")
    tie_row(actor=actor, draft=draft, version=version, task=task)


def refuse_open_row(draft: DraftTask) -> None:
    """A row without a task cannot be accepted as it stands: it would be lost without anybody having said so."""
    if draft.document.kind != Kind.PROGRESS.value or is_settled(draft):
        return
    if plan_reported_on(draft.document) is not None:
        raise NotNow("这一行还没有对上任务。请在下面选一项，或者点“不记这一行”。")

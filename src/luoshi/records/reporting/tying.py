"""The task that each row of a progress table tells of, while the table is looked through; it follows the register."""

from datetime import date

from django.db.models import F

from luoshi.lineage import Promise
from luoshi.model import Document, Kind
from luoshi.records.register.actions.locks import lock_lines
from luoshi.records.register.actions.rows import target_rows
from luoshi.records.register.models import DraftTask, Import, Plan, Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.values import quote_value, target_value
from luoshi.records.reporting.figures import figures_in
from luoshi.records.reporting.matching import first_of_each, match_promises
from luoshi.records.turns import writing
from luoshi.records.writes import update_rows
from luoshi.relating.promises import bare_text

NO_TASK = {"code": "no-task", "message": "台账里没有找到这一行的任务。请选它记到哪一项，或者定下不记。"}
LEFT_OUT = "不记入台账"
_SAME = {"code": "same-task"}
_SAME_TASK = "第 {} 行已经记到同一项任务，一项任务一期只记一行。请另选一项，或者定下不记。"


def plan_reported_on(document: Import) -> Plan | None:
    """The plan whose progress a table tells: of those of its year the one that has most of its rows word for word.

    Else the latest that was read from a document; what a government above handed down only where nothing else is.
    """
    year = document.head.get("year") or 0
    plans = Plan.objects.filter(government=document.government_id, year=year).defer("blocks")
    listed = list(plans.order_by(F("sender").asc(nulls_first=True), "-entered_at"))
    if len(listed) < 2:  # noqa: PLR2004 (nothing to choose)
        return next(iter(listed), None)
    rows = {bare_text(draft.fields["text"]) for draft in document.drafts.all()}
    return max(listed, key=lambda plan: _told(plan, rows), default=None)


def is_settled(line: DraftTask) -> bool:
    """Whether a row has its task, or was knowingly left out."""
    return line.fields.get("task") is not None or line.fields.get("tied") == LEFT_OUT


def tie_again(government: int, year: int) -> None:
    """Let the tables of a year that are being looked through follow its plan. For use in actions.

    What somebody chose stays, unless the task has gone.
    """
    waiting = Import.objects.filter(government=government, kind=Kind.PROGRESS.value, state=Import.State.OPEN)
    for document in waiting.defer("blocks").order_by("pk"):
        if document.head.get("year") == year:
            with writing():
                tie_lines(document)


def tie_lines(document: Import) -> None:
    """Say of each row that nobody settled which task it tells of; where there is none, that is a doubt."""
    plan = plan_reported_on(document) if document.kind == Kind.PROGRESS.value else None
    if plan is None:
        return
    lines = lock_lines(document)
    tasks = list(plan.tasks.exclude(state=State.ENDED).defer("grams"))
    known = {task.pk for task in tasks}
    chosen = {order: line for order, line in enumerate(lines) if _is_chosen(line, known)}
    taken = {line.fields["task"] for line in chosen.values()}
    free = [task for task in tasks if task.pk not in taken]
    rows = [_promise(order, line) for order, line in enumerate(lines) if order not in chosen]
    figures = figures_in(plan)
    day = _day(document)
    found = match_promises(rows, free, {task.pk: figures.on(task.pk, day) for task in free})
    matched = {rows[place].order: task for place, task in found.items()}
    first = {task.pk: lines[order] for order, task in first_of_each(matched).items()}
    changed = []
    for row in rows:
        line, task = lines[row.order], matched.get(row.order)
        if _is_another(line, task, first[task.pk] if task else line):
            changed.append(line)
    update_rows(changed, ("fields", "doubts", "is_accepted"))


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _told(plan: Plan, rows: set[str]) -> int:
    """How many of a plan's tasks the rows name word for word."""
    return sum(bare_text(text) in rows for text in plan.tasks.values_list("text", flat=True))


def _is_chosen(line: DraftTask, known: set[int]) -> bool:
    """Whether a person said which task it is, or that it is none; of a task that stands in the plan."""
    tied = line.fields.get("tied")
    return bool(tied) and (tied == LEFT_OUT or line.fields.get("task") in known)


def _is_another(line: DraftTask, task: Task | None, first: DraftTask) -> bool:
    """Tie a row to its task, where it is the first that tells of it; whether it became another row by that."""
    is_tied = task is not None and first is line
    doubt = NO_TASK if task is None else {**_SAME, "message": _SAME_TASK.format(first.fields["number"])}
    tied = {"task": task.pk if task and is_tied else None, "flags": [] if is_tied else [doubt]}
    kept = {name: value for name, value in line.fields.items() if name != "tied"}
    if {**kept, **tied} == line.fields:
        return False
    line.fields, line.doubts, line.is_accepted = {**kept, **tied}, 0 if is_tied else 1, False
    return True


def _promise(order: int, line: DraftTask) -> Promise:
    fields = line.fields
    leads = tuple(unit["name"] for unit in fields["units"] if unit["lead"])
    targets = tuple(map(target_value, target_rows(Task(), fields)))
    quote = quote_value(fields["text"])
    return Promise(order, str(fields["number"]), fields["text"], quote, leads=leads, targets=targets)


def _day(document: Import) -> date:
    """The day that the table's figures are of."""
    from luoshi.judging.schedule import period_end

    head = document.head
    end = period_end(Document(year=head.get("year"), period=head.get("period")))
    return end or document.started_at.date()

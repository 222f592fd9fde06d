"""A corrected document changes the plan that it corrects: what a person approved of it, dated, in one transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.documents import need_open
from luoshi.records.register.actions.leads import suggest_again
from luoshi.records.register.actions.lineage import relate_years
from luoshi.records.register.actions.locks import lock_government, lock_tasks_of
from luoshi.records.register.actions.numbers import aside, line_up, renumber
from luoshi.records.register.actions.rows import (
    BATCH,
    enter_tasks,
    flag_row,
    grams_of,
    known_districts,
    known_units,
    printed_units,
    quota_of,
    replace_all,
    share_rows,
    target_rows,
    task_row,
)
from luoshi.records.register.models import (
    Import,
    Plan,
    Share,
    Target,
    Task,
    TaskFlag,
    TaskUnit,
    TaskWording,
    Unit,
)
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.revising.comparison import NUMBERS, Comparison, Difference, Line, compare
from luoshi.records.register.revising.facets import due_of
from luoshi.records.register.standing import standing_units
from luoshi.records.reporting.again import judge_again
from luoshi.records.reporting.tying import tie_again
from luoshi.records.writes import update_rows

_COLUMNS = ("text", "due", "quota", "leaders", "leader_heading", "section", "name", "place", "document", "grams")
# What a verdict is made of
_JUDGED_BY = frozenset({"text", "targets"})
_REASON = "按更正文件“{}”"


def relate_import(*, actor: Actor, document: Import, revises: Plan | None) -> Import:
    """Say which plan a document corrects; None: it is one of its own."""
    with acting(actor, Right.IMPORT_DOCUMENT, document.government_id) as under_way:
        row = _open(document)
        if revises and (revises.government_id != row.government_id or revises.sender_id):
            raise NotValid("只能更正本级入册的责任分解。", {"revises": "请另选一份"})
        before, row.revises = row.revises, revises
        row.save(update_fields=["revises"])
        told = [plan.title if plan else None for plan in (before, revises)]
        under_way.did("relate_import", row, before={"revises": told[0]}, after={"revises": told[1]})
    return row


def revise_plan(*, actor: Actor, document: Import, approved: Collection[str], fingerprint: str) -> int:
    """Do what was approved of a comparison, by the keys of its differences; how many tasks it changed.

    `fingerprint` is that of the comparison that the person saw: had it changed meanwhile, nothing is done.
    """
    with acting(actor, Right.ISSUE_PLAN, document.government_id) as under_way:
        document = _open(document)
        if document.revises is None:
            raise NotNow("这份文件不是更正，请先选它更正哪一份。")
        lock_government(document.government_id)
        lock_tasks_of(document.revises.pk)
        plan = Plan.objects.select_related("government").get(pk=document.revises.pk)
        comparison = compare(document)
        if comparison.fingerprint != fingerprint:
            raise NotNow("您看的时候，台账或文件又改过了，没有改动任何内容。请看过新的对比再采纳。")
        chosen = [key for key in comparison.keys if key in set(approved)]
        if not chosen:
            raise NotNow("一处也没有采纳。都不采纳的话，请把这份文件作废。")
        count = _Revision(under_way, document, plan, comparison, frozenset(chosen)).make()
        relate_years(plan.government_id, plan.year)
        suggest_again(plan.government_id, plan.year)
        tie_again(plan.government_id, plan.year)
        document.state = Import.State.ISSUED
        document.save(update_fields=["state"])
        left = len(comparison.keys) - len(chosen)
        after = {"file": document.file.sha256, "approved": len(chosen), "left_out": left}
        under_way.did("revise_plan", plan, after=after)
    return count


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _open(document: Import) -> Import:
    rows = (
        Import.objects.select_for_update(of=("self",), no_key=True)
        .select_related("file", "revises")
        .defer("file__content")
    )
    row = rows.get(pk=document.pk)
    need_open(row)
    return row


@dataclass
class _Revision:
    """A revision under way. `rows` are those that take the place of others, by their table and task."""

    under_way: Acting
    document: Import
    plan: Plan
    comparison: Comparison
    chosen: frozenset[str]
    rows: dict[type, dict[int, list[object]]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def reason(self) -> str:
        """What the journal gives as the reason."""
        return _REASON.format(self.document.file.name)

    def make(self) -> int:
        """Change, end and enter what was chosen; how many tasks that concerns."""
        changed = [(line, facets) for line in self.comparison.changed if (facets := self._chosen_of(line))]
        gone = [line.task for line in self.comparison.gone if line.key in self.chosen and line.task]
        new = [line for line in self.comparison.new if line.key in self.chosen]
        self._change(changed)
        self._end(gone)
        if NUMBERS in self.chosen:
            renumber(self.under_way, self.comparison, self.reason)
        entered = self._enter(new)
        line_up(self.plan, self.comparison, entered, follows=NUMBERS in self.chosen)
        return len(changed) + len(gone) + len(new)

    def _chosen_of(self, line: Line) -> list[Difference]:
        return [each for each in line.differences if each.key in self.chosen]

    # ── Tasks that differ ────────────────────────────────────────────────────────────────────────────────────────────

    def _change(self, changed: Sequence[tuple[Line, list[Difference]]]) -> None:
        fields = [line.draft.fields for line, _ in changed if line.draft]
        units = known_units(self.under_way, self.plan, fields)
        districts = known_districts(self.under_way, self.plan, fields)
        for (line, differences), each in zip(changed, fields, strict=True):
            if line.task:
                self._set_columns(line.task, each, {one.facet for one in differences})
                self._replace(line.task, each, {one.facet for one in differences}, (units, districts))
                self._tell(line.task, differences)
        for model, rows in self.rows.items():
            replace_all(model, rows)
        tasks = [line.task for line, _ in changed if line.task]
        self._move_places(tasks, fields)
        self._settle_flags(tasks, fields)
        for task in tasks:
            task.document, task.grams = self.document, grams_of(task, _names(task))
        update_rows(tasks, (*_COLUMNS, "doubts"))
        judged_by = [line.task for line, each in changed if line.task and _JUDGED_BY & {one.facet for one in each}]
        judge_again(self.under_way, judged_by, self.reason)

    def _set_columns(self, task: Task, fields: Json, facets: set[str]) -> None:
        read = task_row(self.plan, task.order, fields)
        task.place = read.place
        for name in facets & {"text", "leaders", "section", "name"}:
            setattr(task, name, getattr(read, name))
        if "leaders" in facets:
            task.leader_heading = read.leader_heading
        if "due" in facets:
            task.due = due_of(fields)
        if "shares" in facets:
            task.quota = quota_of(fields.get("allocation"))

    def _replace(
        self, task: Task, fields: Json, facets: set[str], known: tuple[dict[str, Unit], dict[str, Unit]]
    ) -> None:
        """Note the rows that take the place of those that stand."""
        if "text" in facets:
            self.rows[TaskWording][task.pk] = [TaskWording(task=task, text=task.text)]
        if "units" in facets:
            vars(task)["current_units"] = printed_units(task, fields, known[0])
            self.rows[TaskUnit][task.pk] = list(standing_units(task))
        if "targets" in facets:
            self.rows[Target][task.pk] = list(target_rows(task, fields))
        if "shares" in facets:
            self.rows[Share][task.pk] = list(share_rows(task, fields, known[1]))

    def _tell(self, task: Task, differences: Sequence[Difference]) -> None:
        before, after = ({each.facet: _plain(side(each)) for each in differences} for side in (_before, _after))
        self.under_way.did("revise_task", task, before=before, after={**after, "reason": self.reason})

    def _move_places(self, tasks: Sequence[Task], lines: Sequence[Json]) -> None:
        """Rows that stay are found in the new document, too: units by their name, figures by their quote."""
        by_task = {task.pk: fields for task, fields in zip(tasks, lines, strict=True)}
        units = list(TaskUnit.objects.filter(CURRENT, task__in=by_task))
        moved = [unit for unit in units if _moved(unit, by_task[unit.task_id]["units"], "name", unit.printed)]
        targets = list(Target.objects.filter(CURRENT, task__in=by_task))
        shifted = [
            target
            for target in targets
            if _moved(target, by_task[target.task_id].get("targets") or (), "quote", target.quote)
        ]
        update_rows(moved, ("place",))
        update_rows(shifted, ("place",))

    def _settle_flags(self, tasks: Sequence[Task], lines: Sequence[Json]) -> None:
        """Doubts that the new words do not raise are over; those that they raise stand."""
        raised = {task.pk: fields["flags"] for task, fields in zip(tasks, lines, strict=True)}
        known: dict[int, set[str]] = defaultdict(set)
        over: dict[int, list[int]] = defaultdict(list)
        for flag in TaskFlag.objects.filter(task__in=tasks, is_open=True):
            is_raised = flag.message in {each["message"] for each in raised[flag.task_id]}
            known[flag.task_id].add(flag.message)
            if not is_raised:
                over[flag.task_id].append(flag.pk)
        TaskFlag.objects.filter(pk__in=[key for keys in over.values() for key in keys]).update(is_open=False)
        fresh = [
            flag_row(task, each) for task in tasks for each in raised[task.pk] if each["message"] not in known[task.pk]
        ]
        TaskFlag.objects.bulk_create(fresh, batch_size=BATCH)
        for task in tasks:
            came = sum(flag.task_id == task.pk for flag in fresh)
            task.doubts = max(0, task.doubts + came - len(over[task.pk]))

    # ── Tasks that went and came ─────────────────────────────────────────────────────────────────────────────────────

    def _end(self, gone: Sequence[Task]) -> None:
        for task in gone:
            before, task.state, task.address = task.state, State.ENDED, aside(task)
            after = {"task_state": State.ENDED.value, "reason": f"{self.reason}，里面没有这一项"}
            self.under_way.did("end_task", task, before={"task_state": before}, after=after)
        update_rows(gone, ("state", "address"))

    def _enter(self, new: Sequence[Line]) -> dict[int, Task]:
        """The new tasks by the keys of their lines, each under a number that is free."""
        drafts = [line.draft for line in new if line.draft]
        taken = set(self.plan.tasks.values_list("address", flat=True))
        tasks = []
        for draft in drafts:
            task = task_row(self.plan, draft.order, draft.fields)
            task.document, task.address = self.document, next(_addresses(task.address, taken))
            taken.add(task.address)
            tasks.append(task)
        since = timezone.localdate()
        enter_tasks(self.under_way, self.plan, tasks, [draft.fields for draft in drafts], since)
        return {draft.pk: task for draft, task in zip(drafts, tasks, strict=True)}


def _addresses(wanted: str, taken: Collection[str]) -> Iterator[str]:
    """重点工作/7, else 重点工作/7·2 and so on."""
    if wanted not in taken:
        yield wanted
    count = 2
    while True:
        address = f"{wanted[:88]}·{count}"
        count += 1
        if address not in taken:
            yield address


def _names(task: Task) -> Iterator[str]:
    units = standing_units(task)
    return (unit.printed for unit in units)


def _moved(row: TaskUnit | Target, read: Sequence[Json], name: str, value: str) -> bool:
    """Put a row where it stands among what was read; whether that is another place than it had."""
    before, row.place = row.place, _place(read, name, value)
    return row.place != before


def _place(read: Sequence[Json], name: str, value: str) -> Json | None:
    found: Iterator[Json | None] = (each.get("place") for each in read if each.get(name) == value)
    return next(found, None)


def _before(difference: Difference) -> object:
    return difference.before


def _after(difference: Difference) -> object:
    return difference.after


def _plain(words: object) -> object:
    return list(words) if isinstance(words, tuple) else words

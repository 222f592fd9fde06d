"""民生实事 as a table: each project with its rows, its quota for every place, and who answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from luoshi.letters import Letterhead
from luoshi.model import Allocation, Plan, Role, SumCheck, Task
from luoshi.reading.part import LIVELIHOOD_PART
from luoshi.reading.tables.allocation import find_measure
from luoshi.writing.official.arrangement import is_table
from luoshi.writing.official.book import Leaf, write_book
from luoshi.writing.official.duty import leader_names, stated_dues
from luoshi.writing.official.grid import Box, Grid, Look, Row
from luoshi.writing.official.headline import break_title
from luoshi.writing.official.letterhead import head_fields, note_of
from luoshi.writing.official.rendering import render, shipped_template
from luoshi.writing.official.titles import part_title
from luoshi.writing.words import unit_names

_SPREAD = "各地任务数"
# A total of more characters is a sentence
_WORDY = 12


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """The table of one part, with its title and the notes below it."""

    part: str
    title: str
    grid: Grid
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column beside the quotas.

    What stands in it is merged over the rows of one project where it is the same, a category over projects too.
    """

    heading: str
    value: Callable[[Task], str]
    look: Look = Look.CENTRED
    is_merged: bool = True
    is_category: bool = False


def _units(*roles: Role) -> Callable[[Task], str]:
    return lambda task: "、".join(unit_names(task.units, *roles))


_LEFT = (
    _Column("类别", lambda task: task.section or "", is_category=True),
    _Column("序号", lambda task: str(task.number)),
    _Column("项目名称", lambda task: task.name or ""),
    _Column("工作目标", lambda task: task.text, Look.TEXT, is_merged=False),
    _Column("计量单位", lambda task: _unsaid_measure(task.allocation, task.text), is_merged=False),
)
_RIGHT = (
    _Column("牵头领导", lambda task: leader_names(task.leaders)),
    _Column("牵头单位", _units(Role.LEAD)),
    _Column("责任单位", _units(Role.RESPONSIBLE, Role.UNMARKED), Look.TEXT),
    _Column("配合单位", _units(Role.COOPERATING), Look.TEXT),
    _Column("指导单位", _units(Role.GUIDING)),
    _Column("完成时限", lambda task: "、".join(due.quote.text for due in stated_dues(task))),
)


def write_projects(plan: Plan, letterhead: Letterhead, *, template: bytes | None = None) -> bytes:
    """The quota tables of a plan as the bytes of a .docx file, in landscape. Raises `BrokenTemplate`."""
    tables = list_tables(plan)
    fields = {
        **head_fields(letterhead, tables[0].title if tables else ""),
        "编制说明": note_of(letterhead),
        "各表": [{"标题": break_title(each.title), "表格": each.grid, "各注": each.remarks} for each in tables],
    }
    return render(template or shipped_template("projects"), fields, tables[0].title if tables else "")


def write_projects_book(plan: Plan, letterhead: Letterhead) -> bytes:
    """The quota tables as the bytes of an .xlsx file, a sheet each."""
    note = note_of(letterhead)
    return write_book([Leaf(each.part, each.title, note, each.grid, each.remarks) for each in list_tables(plan)])


def list_tables(plan: Plan) -> list[QuotaTable]:
    """A table for each part that is printed as one; where none is, for each livelihood part, else for each part."""
    parts = [(part, list(tasks)) for part, tasks in groupby(plan.tasks, key=lambda task: task.part)]
    chosen = (
        [(part, tasks) for part, tasks in parts if is_table(tasks)]
        or [(part, tasks) for part, tasks in parts if part.endswith(LIVELIHOOD_PART)]
        or parts
    )
    return [
        QuotaTable(
            part, part_title(plan.document, part, is_alone=len(parts) == 1), lay_out_projects(tasks), sum_notes(tasks)
        )
        for part, tasks in chosen
    ]


def lay_out_projects(tasks: Sequence[Task]) -> Grid:
    """The table of a part's tasks: the columns that any of them fills, and the quotas in the order of the places.

    A heading that names who leads stands across the table, above the rows under it.
    """
    places = list_places(tasks)
    has_quotas = any(task.allocation for task in tasks)
    left, right = ([column for column in side if any(map(column.value, tasks))] for side in (_LEFT, _RIGHT))
    total = [_Column("总任务数", _printed_total, is_merged=False)] if has_quotas else []
    head = _head([*left, *total], right, places)
    rows: list[Row] = [*head]
    joined: set[int] = set()
    for heading, group in groupby(tasks, key=lambda task: task.leader_heading):
        led = list(group)
        if heading:
            joined.add(len(rows))
            rows.append((Box(heading, columns=len(head[0])), *(None for _ in head[0][1:])))
        joined.update(row for row, pair in enumerate(pairwise(led), len(rows)) if _is_one_project(*pair))
        rows.extend(_rows([*left, *total], right, places, led))
    if sum_notes(tasks):
        joined.add(len(rows) - 1)
    return Grid(tuple(rows), len(head), frozenset(joined))


def _rows(
    left: Sequence[_Column], right: Sequence[_Column], places: Sequence[str], tasks: Sequence[Task]
) -> Iterator[Row]:
    """The rows of tasks under one heading."""
    columns = zip(*(_boxes(column, tasks) for column in left), strict=True)
    behind = zip(*(_boxes(column, tasks) for column in right), strict=True) if right else [()] * len(tasks)
    quotas = (_quotas(task.allocation, places) for task in tasks)
    return ((*_spread(a, b), *c) for a, b, c in zip(columns, quotas, behind, strict=True))


def _spread(before: Row, quotas: Row) -> Row:
    """A total in many words takes the room of the quotas that nothing is told of."""
    total, first = before[-1], quotas[0] if quotas else None
    if total and first and not first.text and first.columns > 1 and len(total.text) > _WORDY:
        return (*before[:-1], total._replace(columns=1 + first.columns), None, *quotas[1:])
    return (*before, *quotas)


def list_places(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The places that have quotas, in printed order."""
    shares = (share for task in tasks if task.allocation for share in task.allocation.shares)
    return tuple(dict.fromkeys(share.district for share in shares))


def sum_notes(tasks: Sequence[Task]) -> tuple[str, ...]:
    """A note below the table for each total that the quotas do not give."""
    wrong = [task for task in tasks if task.allocation and task.allocation.sum_check is SumCheck.MISMATCH]
    return tuple(
        f"注：第{task.number}项“{task.text.rstrip('。')}”各地合计{task.allocation.sum}，与总数{task.allocation.printed}不一致。"
        for task in wrong
        if task.allocation
    )


def _head(left: Sequence[_Column], right: Sequence[_Column], places: Sequence[str]) -> tuple[Row, ...]:
    """One row of headings, or two where places stand under a common one."""
    height = 2 if places else 1
    before, behind = (tuple(Box(each.heading, Look.HEAD, height) for each in side) for side in (left, right))
    if not places:
        return ((*before, *behind),)
    spread = (Box(_SPREAD, Look.HEAD, columns=len(places)), *(None for _ in places[1:]))
    below = tuple(Box(place, Look.HEAD) for place in places)
    return (*before, *spread, *behind), (*(None for _ in before), *below, *(None for _ in behind))


def _boxes(column: _Column, tasks: Sequence[Task]) -> Iterator[Box | None]:
    """A column's boxes: one for each run of rows of a project that say the same."""
    runs = groupby(enumerate(tasks), key=lambda pair: _run_key(column, *pair))
    for _, run in runs:
        rows = [task for _, task in run]
        yield Box(column.value(rows[0]), column.look, len(rows))
        yield from (None for _ in rows[1:])


def _is_one_project(task: Task, other: Task) -> bool:
    return task.sub is not None and other.sub is not None and task.number == other.number


def _run_key(column: _Column, index: int, task: Task) -> tuple[object, ...]:
    """Rows with the same key share one box."""
    if column.is_category:
        return (column.value(task),)
    is_shared = column.is_merged and task.sub is not None
    return (task.number, column.value(task)) if is_shared else (index,)


def _quotas(allocation: Allocation | None, places: Sequence[str]) -> tuple[Box | None, ...]:
    """What each place owes; one empty box over all of them where nothing is told place by place."""
    if not places:
        return ()
    if allocation is None or not allocation.shares:
        return (Box("", columns=len(places)), *(None for _ in places[1:]))
    printed = {share.district: share.printed for share in allocation.shares}
    return tuple(Box(printed.get(place, "")) for place in places)


def _printed_total(task: Task) -> str:
    return task.allocation.printed if task.allocation else ""


def _unsaid_measure(allocation: Allocation | None, text: str) -> str:
    """The measure word of the quotas, where neither the total nor the text tells it."""
    if allocation is None:
        return ""
    if allocation.measure in allocation.printed:
        is_in_myriads = allocation.measure[:1] == "亿" and allocation.sum_check is SumCheck.OK
        return "万" + allocation.measure[1:] if is_in_myriads and allocation.sum != allocation.total else ""
    told = find_measure(text, allocation.printed)
    return "" if allocation.measure in {told, told.lstrip("万")} else allocation.measure

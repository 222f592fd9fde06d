"""What is compared of a document: its promises, whichever kind of document it is."""

from collections.abc import Iterator

from luoshi.lineage import Promise
from luoshi.model import Plan, Progress, ProgressRow, Role, Task, Unit
from luoshi.reading.addresses import number_tasks


def list_promises(reading: Plan | Progress) -> tuple[Promise, ...]:
    """The tasks of a plan, or the rows of a progress table, in their printed order."""
    if isinstance(reading, Plan):
        addresses = number_tasks(reading.tasks)
        return tuple(
            _of_task(order, address, task)
            for order, (address, task) in enumerate(zip(addresses, reading.tasks, strict=True))
        )
    return tuple(_of_row(order, row) for order, row in enumerate(reading.rows))


def whole_text(text: str, name: str | None) -> str:
    """The words of a task with its short name, where that is not among them."""
    return text if not name or name in text else f"{name}：{text}"


def bare_text(text: str) -> str:
    """The words of a task without the mark that ends them: in two documents it may be another one."""
    return text.rstrip("。；")


def _of_task(order: int, address: str, task: Task) -> Promise:
    return Promise(
        order,
        address,
        whole_text(task.text, task.name),
        task.quote,
        part=task.part,
        section=task.section,
        leads=tuple(_leads(task.units)),
        leaders=tuple(leader.name for leader in task.leaders),
        targets=task.targets,
    )


def _of_row(order: int, row: ProgressRow) -> Promise:
    return Promise(
        order,
        str(row.number),
        row.name,
        row.quote,
        leads=tuple(_leads(row.units)),
        leaders=tuple(leader.name for leader in row.leaders),
        targets=row.targets,
    )


def _leads(units: tuple[Unit, ...]) -> Iterator[str]:
    return (unit.name for unit in units if unit.role is Role.LEAD)

"""A draft as a breakdown in the house layout: what is open is marked, and listed at the end."""

from luoshi.draft import Draft, DraftTask
from luoshi.letters import Letterhead
from luoshi.model import Leader, Place, Plan, Quote, Role, Task, Unit
from luoshi.reading.part import MAIN_PART
from luoshi.writing.drafts import helping_units, list_open_points
from luoshi.writing.official.plan import write_plan


def write_draft_plan(draft: Draft, letterhead: Letterhead, *, template: bytes | None = None) -> bytes:
    """The draft as the bytes of a .docx file, in the report's order. Raises `BrokenTemplate`."""
    return write_plan(plan_of(draft), letterhead, open_points=list_open_points(draft), template=template)


def plan_of(draft: Draft) -> Plan:
    """The plan that the draft proposes: only what is filled in."""
    return Plan(draft.document, tuple(map(_task, draft.tasks)))


def _task(task: DraftTask) -> Task:
    leads = (Unit(name, Role.LEAD, _whole(name)) for name in task.leads)
    others = (Unit(name, Role.RESPONSIBLE, _whole(name)) for name in helping_units(task))
    return Task(
        MAIN_PART,
        task.number,
        task.text,
        task.quotes[0],
        leaders=(Leader(task.leader, None, _whole(task.leader)),) if task.leader else (),
        section=task.heading,
        units=(*leads, *others),
        targets=task.targets,
        due=task.due,
    )


def _whole(text: str) -> Quote:
    """A name that stands in no source."""
    return Quote(text, Place(0, 0, len(text)))

"""Taking tasks away in a file changes nothing here, and the journal tells of it."""

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Plan


def export_tasks(*, actor: Actor, plan: Plan, form: str, count: int) -> None:
    """Note that so many tasks of a plan were taken away as a file of a form (xlsx, docx, …).

    Of what was handed down that may also be done, and is noted, in the register above.
    """
    right, government = Right.EXPORT_REGISTER, plan.government_id
    if plan.sender_id and government not in {held.government for held in actor.held}:
        government = plan.sender_id
    unit = next((unit for unit in actor.units(right) if actor.may(right, government, unit)), None)
    with acting(actor, right, government, unit) as under_way:
        under_way.did("export_tasks", plan, after={"form": form, "tasks": count})

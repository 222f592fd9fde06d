"""A promise through the years: which tasks of a government's other plans are the same one."""

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Kin, Task
from luoshi.records.register.queries.tasks import visible_tasks, with_targets


def kin_of(actor: Actor, task: Task) -> list[Task]:
    """A task with the same promise of other years, the latest first, of those that an actor may see; none alone."""
    others = list(Kin.objects.filter(task=task.pk).values_list("other", flat=True))
    if not others:
        return []
    shown = with_targets(visible_tasks(actor).filter(pk__in=[*others, task.pk])).select_related("plan")
    kin = list(shown.defer("grams", "place", "plan__blocks").order_by("-plan__year", "order"))
    return kin if len(kin) > 1 else []

"""Who stands below, and what was handed down and received."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government, Plan, Task, Unit
from luoshi.records.register.models.plans import State


def received_plans(actor: Actor) -> QuerySet[Plan]:
    """What the governments that an actor reads were handed down, a plan a year and sender, with `count`."""
    return _counted(Plan.objects.filter(government__in=actor.governments(Right.READ_REGISTER), sender__isnull=False))


def handed_plans(actor: Actor) -> QuerySet[Plan]:
    """What they handed down, a plan a year and government below, with `count`."""
    return _counted(Plan.objects.filter(sender__in=actor.governments(Right.READ_REGISTER)))


def _counted(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """With how many tasks each has, how many have ended, were reported on, and are behind."""
    counts = {
        "count": Q(),
        "ended": Q(tasks__state=State.ENDED),
        "reported": ~Q(tasks__reported=""),
        "behind": Q(tasks__verdict="behind"),
    }
    annotated = plans.annotate(**{name: Count("tasks", filter=wanted) for name, wanted in counts.items()})
    return annotated.select_related("government", "sender").defer("blocks").order_by("-year", "government__name")


def origins(actor: Actor) -> QuerySet[Task]:
    """The tasks of which an actor's governments handed anything down, the latest year first."""
    below = Exists(Task.objects.filter(origin=OuterRef("pk")))
    tasks = Task.objects.filter(below, government__in=actor.governments(Right.READ_REGISTER))
    return tasks.select_related("plan").defer("plan__blocks", "grams").order_by("-plan__year", "order")


def governments_below(unit: Unit) -> QuerySet[Government]:
    """The governments that a unit can stand for: those right below, for which no other unit stands."""
    taken = Unit.objects.filter(stands_for__isnull=False).exclude(pk=unit.pk).values("stands_for")
    return Government.objects.filter(parent=unit.government_id).exclude(pk__in=taken).order_by("name")

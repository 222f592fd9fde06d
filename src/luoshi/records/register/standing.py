"""What stands of a task now, for a task that its query gave these rows along (`with_rows`, `for_export`)."""

from luoshi.records.register.models import Share, Target, Task, TaskUnit


def standing_units(task: Task) -> list[TaskUnit]:
    """Its units with their parts, in the order of its document."""
    units: list[TaskUnit] = vars(task)["current_units"]
    return units


def standing_targets(task: Task) -> list[Target]:
    """What it promises, in figures and in words."""
    targets: list[Target] = vars(task)["current_targets"]
    return targets


def standing_shares(task: Task) -> list[Share]:
    """What each place below owes of its quota."""
    shares: list[Share] = vars(task)["current_shares"]
    return shares

"""The rules by which a government's reports are judged and doubted, its own or the program's.

They are for who runs the installation.
"""

from typing import Final

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.locks import lock_plans
from luoshi.records.register.actions.rows import BATCH
from luoshi.records.register.models import Government, Task
from luoshi.records.reporting.again import judge_again
from luoshi.records.reporting.models import Report

_OWN: Final = "软件自带的规则"
_REASON: Final = "研判规则改了"
_LONGEST_WORD: Final = Report._meta.get_field("step").max_length or 0


def set_rules(*, actor: Actor, government: Government, text: str) -> int:
    """Let a government's reports be judged and doubted by a file of rules, or with an empty one by the program's own.

    All that was reported is judged again; of how many tasks. Raises `RulesError` for a file that cannot be used.
    """
    from luoshi.checking import thresholds_in
    from luoshi.judging import rules_in
    from luoshi.records.supervision.deadlines import calendar_in

    given = text.strip()
    thresholds_in(given)
    calendar_in(given)
    words = [step.word for step in rules_in(given).ladder]
    too_long = next((word for word in words if len(word) > _LONGEST_WORD), None)
    if too_long:
        raise NotValid(f"阶梯里“{too_long}”太长了，一级的称呼最多 {_LONGEST_WORD} 个字。")
    with acting(actor, Right.MANAGE_UNITS, 0) as under_way:
        row = Government.objects.select_for_update(no_key=True).get(pk=government.pk)
        if row.rules == given:
            raise NotNow("和现在的规则一样，没有改动。")
        before, row.rules = row.rules, given
        row.save(update_fields=["rules"])
        under_way.government = row.pk
        under_way.did("set_rules", row, before={"rules": before or _OWN}, after={"rules": given or _OWN})
        lock_plans(list(row.plans.values_list("pk", flat=True)))
        return _judge_all(under_way, row)


def _judge_all(under_way: Acting, government: Government) -> int:
    reported = Report.objects.filter(task__government=government)
    keys = list(reported.order_by("task").values_list("task", flat=True).distinct())
    for start in range(0, len(keys), BATCH):
        tasks = Task.objects.select_for_update(no_key=True).filter(pk__in=keys[start : start + BATCH]).order_by("pk")
        judge_again(under_way, list(tasks), _REASON, is_anew=True)
    return len(keys)

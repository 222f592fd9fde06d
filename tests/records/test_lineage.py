"""What the register knows of a promise through the years is what `luoshi compare` says of its documents."""

from demo.city import CITY, load_city

from luoshi.lineage import Lineage
from luoshi.records.people.actor import operator
from luoshi.records.register.actions.lineage import relate_all_years, relate_corrected
from luoshi.records.register.actions.plans import correct_units, correct_wording
from luoshi.records.register.models import Government, Kin, Plan, Task, Unrelated
from luoshi.records.register.queries.tasks import for_export
from luoshi.records.register.values import plan_value
from luoshi.relating import compare

REASON = "试一下"


def known() -> set[tuple[int, int]]:
    return set(Kin.objects.filter(task__government__name=CITY).values_list("task", "other"))


def compared() -> set[tuple[int, int]]:
    """The same by comparing whole documents: each task with what stands on the first path that it is on."""
    plans = list(Plan.objects.filter(government__name=CITY).order_by("year", "pk"))
    tasks = [list(for_export(plan.tasks.order_by("order"))) for plan in plans]
    lineages = compare([plan_value(plan, listed, {}) for plan, listed in zip(plans, tasks, strict=True)]).lineages
    paths: dict[int, list[int]] = {}
    for lineage in sorted(lineages, key=is_merged):
        placed = zip(lineage.promises, tasks, strict=True)
        path = [listed[promise.order].pk for promise, listed in placed if promise]
        for key in path:
            paths.setdefault(key, path)
    return {(key, other) for key, path in paths.items() for other in path if other != key}


def settle() -> None:
    """What the server does beside the pages."""
    while relate_corrected():
        pass
    assert not Unrelated.objects.exists()


def is_merged(lineage: Lineage) -> bool:
    return any(step.is_merged for step in lineage.steps)


def test_the_demo_s_three_years_are_related_as_comparing_them_says(db: None) -> None:
    load_city()
    assert len(known()) > 100
    assert known() == compared()


def test_they_are_so_after_a_wording_or_a_unit_was_corrected(db: None) -> None:
    load_city()
    settle()
    before = known()
    task, other = Task.objects.filter(government__name=CITY, plan__year=2025, kin__isnull=False).distinct()[:2]
    correct_wording(actor=operator(), task=task, text="举办龙舟赛一场。", reason=REASON)
    assert not {pair for pair in known() if task.pk in pair}
    settle()
    assert before != known() == compared()
    correct_wording(actor=operator(), task=task, text=task.text, reason=REASON)
    settle()
    assert known() == before
    correct_units(actor=operator(), task=other, units=[("体育局", "lead")], reason=REASON)
    settle()
    assert known() == compared()


def test_what_was_in_the_register_before_is_related_when_it_is_brought_up_to_date(db: None) -> None:
    load_city()
    before = known()
    Kin.objects.all().delete()
    relate_all_years(Government.objects.get(name=CITY).pk)
    assert known() == before

"""A task's figures are put right by hand: changed, added, withdrawn; from the start, or from a day on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow
from luoshi.records.register.actions.figures import Correction, correct_figures
from luoshi.records.register.models import Target, Task, TaskWording
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import open_round
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.sending import send_report

NEW = {
    "metric": "改造水厂",
    "comparator": "≥",
    "value": 2,
    "unit": "座",
    "kind": "count",
    "amount": 2,
    "base_unit": "座",
    "quote": "",
    "place": None,
}


def standing(task: Task) -> list[str]:
    targets = task.targets.filter(CURRENT).order_by("order")
    return [f"{each.metric} {each.value.normalize():f}{each.unit} {each.holds_from}" for each in targets]


def as_read(target: Target) -> tuple[int, dict[str, object]]:
    names = ("metric", "comparator", "value", "high", "unit", "kind", "amount", "base_unit", "quote", "place")
    return target.order, {name: getattr(target, name) for name in names}


def changed(task: Task, value: int) -> Correction:
    """The first target with another value, the others as they are."""
    first, *others = task.targets.filter(CURRENT).order_by("order")
    figure = {**as_read(first)[1], "value": value, "amount": first.amount / first.value * value}
    return Correction([(first.order, figure), *map(as_read, others)], "会议纪要〔2026〕3号")


@pytest.fixture
def pipes(taken: Round) -> Task:
    """改造城区雨污管网40公里以上; in the third quarter 15 were reported."""
    task: Task = taken.plan.tasks.get(number=2)
    return task


def verdicts(task: Task) -> list[str]:
    return list(task.reports.order_by("round__cutoff").values_list("verdict", flat=True))


def test_a_figure_that_was_wrong_is_judged_by_anew_from_the_start(alice: Actor, pipes: Task) -> None:
    began = pipes.targets.get().holds_from
    assert verdicts(pipes) == ["behind"]
    correct_figures(actor=alice, task=pipes, correction=changed(pipes, 18))
    assert standing(pipes) == [f"城区雨污管网 18公里 {began}"]
    assert verdicts(pipes) == ["on_track"]
    assert Task.objects.get(pk=pipes.pk).verdict == "on_track"
    (former,) = pipes.targets.filter(retracted_at__isnull=False)
    assert (int(former.value), former.holds_to) == (40, None)
    entry = Entry.objects.get(action="correct_figures")
    assert (entry.before["targets"], entry.after["targets"]) == (
        ["城区雨污管网 ≥40公里"],
        ["城区雨污管网 ≥18公里"],
    )
    assert Entry.objects.get(action="judge_again").subject_id == pipes.pk


def test_a_round_before_an_adjustment_keeps_the_figures_that_held_then(alice: Actor, bob: Actor, taken: Round) -> None:
    places = taken.plan.tasks.get(number=1)
    assert verdicts(places) == ["on_track"]
    october = replace(changed(places, 12), since=date(2026, 10, 1))
    correct_figures(actor=alice, task=places, correction=october)
    assert verdicts(places) == ["on_track"]
    kept = places.targets.get(retracted_at__isnull=True, holds_to=date(2026, 10, 1))
    assert (int(kept.value), kept.order) == (6, 0)
    open_round(actor=alice, plan=taken.plan, period="M10", cutoff=date(2026, 10, 31), due=None)
    send_report(actor=bob, task=places, text="已新建公办幼儿园5所，新增学位1500个。")
    assert verdicts(places) == ["on_track", "behind"]


def test_what_was_corrected_after_an_adjustment_changes_the_time_after_it_only(alice: Actor, taken: Round) -> None:
    places = taken.plan.tasks.get(number=1)
    correct_figures(actor=alice, task=places, correction=replace(changed(places, 12), since=date(2026, 10, 1)))
    correct_figures(actor=alice, task=places, correction=changed(places, 60))
    assert verdicts(places) == ["on_track"]
    assert standing(places)[0] == "新建公办幼儿园 60所 2026-10-01"


def test_a_day_on_which_the_plan_was_issued_already_parts_the_time_too(alice: Actor, taken: Round) -> None:
    places = taken.plan.tasks.get(number=1)
    Target.objects.update(holds_from=date(2026, 3, 1))
    TaskWording.objects.update(holds_from=date(2026, 3, 1))
    correct_figures(actor=alice, task=places, correction=replace(changed(places, 60), since=date(2026, 9, 30)))
    assert verdicts(places) == ["behind"]
    kept = places.targets.get(retracted_at__isnull=True, holds_to__isnull=False)
    assert (kept.holds_from, kept.holds_to) == (date(2026, 3, 1), date(2026, 9, 30))


def test_targets_are_added_and_withdrawn(alice: Actor, pipes: Task) -> None:
    kept = [as_read(target) for target in pipes.targets.filter(CURRENT)]
    correct_figures(actor=alice, task=pipes, correction=Correction([*kept, (None, NEW)], "补上"))
    assert [each.split(" ")[0] for each in standing(pipes)] == ["城区雨污管网", "改造水厂"]
    assert pipes.targets.count() == 2
    added = as_read(pipes.targets.get(metric="改造水厂"))
    correct_figures(actor=alice, task=pipes, correction=Correction([added], "取消"))
    assert [each.split(" ")[0] for each in standing(pipes)] == ["改造水厂"]
    assert pipes.targets.count() == 2


@pytest.mark.parametrize(
    ("reason", "days", "sentence"),
    [(" ", None, "请写更正的理由"), ("调整", 1, "日期还没有到"), ("没改", None, "和原来一样")],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    alice: Actor, pipes: Task, reason: str, days: int | None, sentence: str
) -> None:
    since = None if days is None else timezone.localdate() + timedelta(days=days)
    same = [as_read(target) for target in pipes.targets.filter(CURRENT)]
    figures = same if reason == "没改" else [*same, (None, NEW)]
    before = Entry.objects.count()
    with pytest.raises(ActionRefused, match=sentence):
        correct_figures(actor=alice, task=pipes, correction=Correction(figures, reason, since))
    assert (Entry.objects.count(), pipes.targets.count()) == (before, 1)


def test_who_may_not_is_refused(bob: Actor, pipes: Task) -> None:
    with pytest.raises(NotAllowed, match="更正任务"):
        correct_figures(actor=bob, task=pipes, correction=changed(pipes, 18))


def test_what_came_from_above_is_corrected_above(received: Task) -> None:
    with pytest.raises(NotNow, match="由下达的一方更正"):
        correct_figures(actor=operator(), task=received, correction=changed(received, 18))


def test_what_is_shared_out_goes_with_the_figure(alice: Actor, beds: Task) -> None:
    correct_figures(actor=alice, task=beds, correction=changed(beds, 400))
    quota = Task.objects.get(pk=beds.pk).quota or {}
    assert (quota["printed"], quota["value"], quota["sum"], quota["check"]) == ("400", "400", "360", "mismatch")

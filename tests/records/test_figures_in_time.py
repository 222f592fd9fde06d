"""A figure is put right for the time before an adjustment, after it, or across it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotValid
from luoshi.records.register.actions.figures import Correction, correct_figures
from luoshi.records.register.models import Target, Task, TaskWording
from luoshi.records.register.stretches import Stretch, beginning_of, entered_figures, stretches_of
from luoshi.records.reporting.actions import open_round
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.sending import send_report
from tests.records.test_figures import NEW, as_read, verdicts

BEGAN, OCTOBER = date(2026, 3, 1), date(2026, 10, 1)
BEFORE, AFTER, ACROSS = Stretch(BEGAN, OCTOBER), Stretch(OCTOBER), Stretch(BEGAN)


def written(task: Task, stretch: Stretch, **values: int | None) -> Correction:
    """The figures of the end of a stretch, those that are named by their metric with another value, or taken away."""
    figures = [as_read(each) for each in entered_figures(task) if stretch.holds_at_its_end(each)]
    named = [(order, {**figure, **_value(figure, values)}) for order, figure in figures]
    kept = [(order, figure) for order, figure in named if figure["value"] is not None]
    return Correction(kept, "会议纪要〔2026〕3号", stretch=stretch)


def _value(figure: dict[str, object], values: dict[str, int | None]) -> dict[str, int | None]:
    known = {name: value for name, value in values.items() if name in str(figure["metric"])}
    return {name: value for value in known.values() for name in ("value", "amount")}


def told(task: Task) -> list[str]:
    """Every figure with when it holds, the one of the schools first."""
    return [
        f"{each.metric[-2:]} {each.value.normalize():f} {each.holds_from:%m-%d}–"
        + (f"{each.holds_to:%m-%d}" if each.holds_to else "")
        for each in entered_figures(task)
    ]


@pytest.fixture
def places(alice: Actor, bob: Actor, taken: Round) -> Task:
    """新建公办幼儿园6所，新增学位1800个: 5 and 1500 were reported in September and in October, when it was to be 12."""
    task: Task = taken.plan.tasks.get(number=1)
    Target.objects.update(holds_from=BEGAN)
    TaskWording.objects.update(holds_from=BEGAN)
    adjusted = replace(written(task, ACROSS, 幼儿园=12), since=OCTOBER, stretch=None)
    correct_figures(actor=alice, task=task, correction=adjusted)
    open_round(actor=alice, plan=taken.plan, period="M10", cutoff=date(2026, 10, 31), due=None)
    send_report(actor=bob, task=task, text="已新建公办幼儿园5所，新增学位1500个。")
    assert verdicts(task) == ["on_track", "behind"]
    return task


def test_the_stretches_of_a_task_part_where_it_was_adjusted(places: Task) -> None:
    assert beginning_of(places) == BEGAN
    assert stretches_of(entered_figures(places), BEGAN) == [BEFORE, AFTER]
    assert stretches_of([], BEGAN) == [ACROSS]


@pytest.mark.parametrize(
    ("stretch", "value", "judged", "standing"),
    [
        (BEFORE, 20, ["behind", "behind"], ["儿园 20 03-01–10-01", "儿园 12 10-01–"]),
        (AFTER, 6, ["on_track", "on_track"], ["儿园 6 03-01–10-01", "儿园 6 10-01–"]),
        (ACROSS, 20, ["behind", "behind"], ["儿园 20 03-01–"]),
        (ACROSS, 6, ["on_track", "on_track"], ["儿园 6 03-01–"]),
    ],
)
def test_a_correction_concerns_the_rounds_of_its_time(
    alice: Actor, places: Task, stretch: Stretch, value: int, judged: list[str], standing: list[str]
) -> None:
    correct_figures(actor=alice, task=places, correction=written(places, stretch, 幼儿园=value))
    assert verdicts(places) == judged
    assert told(places) == [*standing, "学位 1800 03-01–"]
    assert Task.objects.get(pk=places.pk).verdict == judged[1]


@pytest.mark.parametrize(
    ("stretch", "standing"),
    [
        (BEFORE, ["学位 2400 03-01–10-01", "学位 1800 10-01–"]),
        (AFTER, ["学位 1800 03-01–10-01", "学位 2400 10-01–"]),
        (ACROSS, ["学位 2400 03-01–"]),
    ],
)
def test_a_figure_that_held_across_an_adjustment_is_parted_by_it(
    alice: Actor, places: Task, stretch: Stretch, standing: list[str]
) -> None:
    correct_figures(actor=alice, task=places, correction=written(places, stretch, 学位=2400))
    assert told(places)[2:] == standing


@pytest.mark.parametrize(
    ("stretch", "rows"),
    [(BEFORE, ["水厂 2 03-01–10-01"]), (AFTER, ["水厂 2 10-01–"]), (ACROSS, ["水厂 2 03-01–"])],
)
def test_a_figure_is_added_and_withdrawn_for_a_time(
    alice: Actor, places: Task, stretch: Stretch, rows: list[str]
) -> None:
    correction = written(places, stretch)
    correct_figures(
        actor=alice, task=places, correction=replace(correction, figures=[*correction.figures, (None, NEW)])
    )
    assert told(places)[3:] == rows
    correct_figures(actor=alice, task=places, correction=written(places, stretch, 水厂=None))
    assert told(places)[3:] == []
    assert verdicts(places) == ["on_track", "behind"]


def test_an_adjustment_that_was_forgotten_ends_where_the_next_begins(alice: Actor, places: Task) -> None:
    july = replace(written(places, BEFORE, 幼儿园=8), since=date(2026, 7, 1))
    correct_figures(actor=alice, task=places, correction=july)
    assert told(places)[:3] == ["儿园 6 03-01–07-01", "儿园 8 07-01–10-01", "儿园 12 10-01–"]
    assert verdicts(places) == ["behind", "behind"]


def test_the_journal_tells_both_times(alice: Actor, places: Task) -> None:
    correct_figures(actor=alice, task=places, correction=written(places, BEFORE, 幼儿园=20))
    entry = Entry.objects.filter(action="correct_figures").latest("at")
    assert (entry.after["since"], entry.after["until"], entry.after["targets"][0]) == (
        "2026-03-01",
        "2026-09-30",
        "新建公办幼儿园 20所",
    )
    former = Target.objects.get(task=places, retracted_at__isnull=False, holds_to=OCTOBER)
    assert (int(former.value), former.holds_from) == (6, BEGAN)


def test_a_day_outside_the_time_that_was_chosen_is_refused(alice: Actor, places: Task) -> None:
    late = replace(written(places, BEFORE, 幼儿园=8), since=OCTOBER + timedelta(days=5))
    with pytest.raises(NotValid, match="不在所选的时段里"):
        correct_figures(actor=alice, task=places, correction=late)


def test_what_is_shared_out_stays_where_an_earlier_time_is_corrected(alice: Actor, beds: Task) -> None:
    whole = Stretch(beginning_of(beds))
    TaskWording.objects.update(holds_from=BEGAN)
    Target.objects.update(holds_from=BEGAN)
    correct_figures(
        actor=alice, task=beds, correction=replace(written(beds, whole, 床位=400), since=OCTOBER, stretch=None)
    )
    correct_figures(actor=alice, task=beds, correction=written(beds, BEFORE, 床位=300))
    assert (Task.objects.get(pk=beds.pk).quota or {})["value"] == "400"

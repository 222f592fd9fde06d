"""A corrected document beside the plan that it corrects: what differs, and what a person approves of it."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.cascade import hand_down
from luoshi.records.register.actions.plans import correct_wording, issue_plan
from luoshi.records.register.actions.revisions import relate_import, revise_plan
from luoshi.records.register.models import Government, Import, Plan, Task, TaskFlag
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.imports import corrected_by
from luoshi.records.register.revising.comparison import NUMBERS, compare
from luoshi.records.reporting.flows import flow_of
from tests.records.cascade import open_county
from tests.records.revising import BEDS, BUSES, STATIONS, TITLE, corrected, issued


@pytest.fixture
def projects(city: Government) -> Plan:
    return issued(city, BEDS, STATIONS, BUSES)


def told(document: Import) -> list[tuple[str, object, object]]:
    return [(each.label, each.before, each.after) for line in compare(document).changed for each in line.differences]


def revise(actor: Actor, document: Import, *left_out: str) -> int:
    """Approve all but what ends like this."""
    comparison = compare(document)
    keys = [key for key in comparison.keys if not key.endswith(left_out)] if left_out else comparison.keys
    return revise_plan(actor=actor, document=document, approved=keys, fingerprint=comparison.fingerprint)


# ── What differs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_document_differs_in_nothing(projects: Plan) -> None:
    comparison = compare(corrected(projects, BEDS, STATIONS, BUSES))
    assert (comparison.keys, comparison.same) == ([], 3)


def test_words_units_figures_dates_and_quotas_are_told_apart(projects: Plan) -> None:
    beds = "| 1 | 老有所养 | 新增护理型床位260张，9月底前建成。 | 260 | 140 | 120 | 民政局、卫健局 |"
    assert told(corrected(projects, beds, STATIONS, BUSES)) == [
        ("文字", "新增护理型床位240张。", "新增护理型床位260张，9月底前建成。"),
        ("单位", ("牵头 民政局",), ("牵头 民政局", "牵头 卫健局")),
        ("指标", ("新增护理型床位 240张",), ("新增护理型床位 260张",)),
        ("时限", "", "2026年9月30日"),
        ("分县任务数", ("总数 240张", "东屿区 140", "南漪县 100"), ("总数 260张", "东屿区 140", "南漪县 120")),
    ]


def test_a_task_that_came_and_one_that_went(projects: Plan) -> None:
    trees = "| 3 | 城有绿意 | 新建口袋公园12个。 | 12 | 7 | 5 | 建设局 |"
    comparison = compare(corrected(projects, BEDS, STATIONS, trees))
    assert [line.draft and line.draft.fields["text"] for line in comparison.new] == ["新建口袋公园12个。"]
    assert [line.task and line.task.text for line in comparison.gone] == ["优化公交线路8条。"]
    assert comparison.same == 2


def test_a_task_is_known_again_under_another_number(projects: Plan) -> None:
    comparison = compare(corrected(projects, BEDS, BUSES.replace("| 3 |", "| 2 |").replace("8条", "9条")))
    (line,) = comparison.changed
    assert (line.task and line.task.text, line.is_moved) == ("优化公交线路8条。", True)


def test_another_name_of_a_unit_is_no_difference(projects: Plan, alice: Actor) -> None:
    from luoshi.records.register.actions.governments import add_name
    from luoshi.records.register.models import Unit

    add_name(actor=alice, unit=Unit.objects.get(name="卫健局"), name="市卫健局", sort="short")
    assert told(corrected(projects, BEDS, STATIONS.replace("卫健局", "市卫健局"), BUSES)) == []


# ── What is approved ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_changes_until_a_person_approves(projects: Plan) -> None:
    document = corrected(projects, BEDS.replace("240", "260"), STATIONS, BUSES)
    compare(document)
    assert projects.tasks.get(name="老有所养").text == "新增护理型床位240张。"
    assert (Task.objects.count(), document.state) == (3, Import.State.OPEN)


def test_what_is_approved_holds_and_what_stood_before_stays_readable(alice: Actor, projects: Plan) -> None:
    beds = "| 1 | 老有所养 | 新增护理型床位260张。 | 260 | 140 | 120 | 民政局 |"
    assert revise(alice, corrected(projects, beds, STATIONS, BUSES)) == 1
    task = projects.tasks.get(name="老有所养")
    wordings = task.wordings.order_by("recorded_at")
    assert [(each.text, each.retracted_at is None) for each in wordings] == [
        ("新增护理型床位240张。", False),
        ("新增护理型床位260张。", True),
    ]
    assert [f"{each.value:.0f}" for each in task.targets.filter(CURRENT)] == ["260"]
    assert [each.printed for each in task.shares.filter(CURRENT)] == ["140", "120"]
    assert task.targets.count() == 2
    assert (task.quota and task.quota["printed"], task.document and task.document.file.name) == (
        "260",
        "实事（更正）.md",
    )
    entry = Entry.objects.get(action="revise_task")
    assert entry.before["text"] == "新增护理型床位240张。"
    assert entry.after["reason"] == "按更正文件“实事（更正）.md”"
    assert list(verify()) == []


def test_each_difference_is_approved_or_left_out_by_itself(alice: Actor, projects: Plan) -> None:
    beds = "| 1 | 老有所养 | 新增护理型床位260张。 | 260 | 140 | 120 | 民政局 |"
    revise(alice, corrected(projects, beds, STATIONS, BUSES), ".text", ".targets")
    task = projects.tasks.get(name="老有所养")
    assert task.text == "新增护理型床位240张。"
    assert [f"{each.value:.0f}" for each in task.targets.filter(CURRENT)] == ["240"]
    assert [each.printed for each in task.shares.filter(CURRENT)] == ["140", "120"]
    assert Entry.objects.get(action="revise_plan").after["left_out"] == 2


def test_new_tasks_are_entered_gone_ones_ended_and_numbers_follow(alice: Actor, projects: Plan) -> None:
    trees = "| 1 | 城有绿意 | 新建口袋公园12个。 | 12 | 7 | 5 | 建设局 |"
    revise(alice, corrected(projects, trees, BEDS.replace("| 1 |", "| 2 |"), BUSES))
    assert [(task.number, task.name, task.state) for task in projects.tasks.all()] == [
        (1, "城有绿意", State.ISSUED),
        (2, "老有所养", State.ISSUED),
        (2, "病有良医", State.ENDED),
        (3, "行有畅通", State.ISSUED),
    ]
    assert [task.address for task in projects.tasks.exclude(state=State.ENDED)] == [
        "民生实事/1",
        "民生实事/2",
        "民生实事/3",
    ]


def test_a_table_of_quotas_alone_leaves_the_other_parts_of_its_plan_alone(alice: Actor, projects: Plan) -> None:
    Task.objects.filter(plan=projects, number=1).update(part="重点工作", address="重点工作/1")
    document = corrected(projects, STATIONS.replace("16 | 10 | 6", "18 | 12 | 6"), BUSES)
    comparison = compare(document)
    assert (comparison.absent, comparison.gone) == (("重点工作",), [])
    revise(alice, document)
    tasks = list(projects.tasks.order_by("order"))
    assert [task.name for task in tasks if task.state == State.ISSUED] == ["老有所养", "病有良医", "行有畅通"]
    assert (tasks[1].quota or {})["printed"] == "18"


def test_numbers_can_be_left_as_they_are(alice: Actor, projects: Plan) -> None:
    trees = "| 1 | 城有绿意 | 新建口袋公园12个。 | 12 | 7 | 5 | 建设局 |"
    rows = (trees, BEDS.replace("| 1 |", "| 2 |"), STATIONS.replace("| 2 |", "| 3 |"), BUSES.replace("| 3 |", "| 4 |"))
    revise(alice, corrected(projects, *rows), NUMBERS)
    assert [(task.number, task.name, task.address) for task in projects.tasks.all()] == [
        (1, "城有绿意", "民生实事/1·2"),
        (1, "老有所养", "民生实事/1"),
        (2, "病有良医", "民生实事/2"),
        (3, "行有畅通", "民生实事/3"),
    ]


def test_the_same_correction_a_second_time_differs_in_nothing(alice: Actor, projects: Plan) -> None:
    rows = (BEDS.replace("240", "260").replace("100", "120"), BUSES.replace("| 3 |", "| 2 |"))
    revise(alice, corrected(projects, *rows))
    assert compare(corrected(projects, *rows)).keys == []


def test_doubts_that_the_new_words_raise_stand_and_others_rest(alice: Actor, projects: Plan) -> None:
    wrong = BEDS.replace("| 100 |", "| 90 |")
    revise(alice, corrected(projects, wrong, STATIONS, BUSES))
    task = projects.tasks.get(name="老有所养")
    assert (task.doubts, TaskFlag.objects.get(is_open=True).code) == (1, "sum-mismatch")
    revise(alice, corrected(projects, BEDS, STATIONS, BUSES))
    task.refresh_from_db()
    assert (task.doubts, TaskFlag.objects.filter(is_open=True).count()) == (0, 0)


def test_a_share_that_was_handed_down_is_told_as_changed(alice: Actor, projects: Plan) -> None:
    open_county(projects.government, "南漪县", "nils")
    beds = projects.tasks.get(name="老有所养")
    hand_down(actor=alice, task=beds)
    revise(alice, corrected(projects, BEDS.replace("| 140 | 100 |", "| 120 | 120 |"), STATIONS, BUSES))
    assert [late.name for late in flow_of(Task.objects.get(pk=beds.pk)).late] == ["南漪县"]


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_changed_meanwhile_is_looked_at_again(alice: Actor, projects: Plan) -> None:
    document = corrected(projects, BEDS.replace("240", "260"), STATIONS, BUSES)
    seen = compare(document)
    correct_wording(actor=alice, task=projects.tasks.get(name="老有所养"), text="新增床位。", reason="会议")
    with pytest.raises(NotNow, match="请看过新的对比再采纳"):
        revise_plan(actor=alice, document=document, approved=seen.keys, fingerprint=seen.fingerprint)


def test_approving_nothing_or_twice_is_refused(alice: Actor, projects: Plan) -> None:
    document = corrected(projects, BEDS.replace("240", "260"), STATIONS, BUSES)
    with pytest.raises(NotNow, match="一处也没有采纳"):
        revise_plan(actor=alice, document=document, approved=["7.text"], fingerprint=compare(document).fingerprint)
    revise(alice, document)
    with pytest.raises(NotNow, match="已入册"):
        revise(alice, document)


def test_who_may_not_approves_nothing(bob: Actor, projects: Plan) -> None:
    document = corrected(projects, BEDS.replace("240", "260"), STATIONS, BUSES)
    with pytest.raises(NotAllowed, match="立项入册"):
        revise(bob, document)
    assert not Entry.objects.filter(action="revise_plan").exists()


def test_a_correction_is_not_issued_beside_what_it_corrects(alice: Actor, projects: Plan) -> None:
    document = corrected(projects, BEDS, STATIONS, BUSES)
    with pytest.raises(NotNow, match="请在对比页上逐处采纳"):
        issue_plan(actor=alice, document=document)
    assert issue_plan(actor=alice, document=relate_import(actor=alice, document=document, revises=None)).pk


def test_only_an_own_document_is_corrected(alice: Actor, projects: Plan) -> None:
    document = corrected(projects, BEDS, STATIONS, BUSES)
    nils = open_county(projects.government, "南漪县", "nils")
    (below,) = hand_down(actor=alice, task=projects.tasks.get(name="老有所养"))
    with pytest.raises(NotValid, match="只能更正本级入册的"):
        relate_import(actor=alice, document=document, revises=below.plan)
    with pytest.raises(NotAllowed):
        relate_import(actor=nils, document=document, revises=projects)


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ({"title": TITLE, "year": 2026}, True),
        ({"title": f"{TITLE}（更正稿）", "year": 2026}, True),
        ({"title": f"{TITLE} （2026年修订）", "issued_on": "2026-08-01"}, True),
        ({"title": TITLE, "year": 2025}, False),
        ({"title": "云泽市2026年重点工作责任分解", "year": 2026}, False),
        ({"title": "别的", "year": 2026, "doc_number": "云政办发〔2026〕7号"}, True),
        ({"title": None, "year": None}, False),
    ],
)
def test_what_a_document_corrects_is_told_by_its_head(
    projects: Plan, head: dict[str, object], *, is_found: bool
) -> None:
    Plan.objects.update(doc_number="云政办发〔2026〕7号")
    assert (corrected_by(projects.government, head) == projects) is is_found

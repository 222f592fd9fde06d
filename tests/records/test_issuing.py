"""From an uploaded document to the register."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotAllowed, NotNow
from luoshi.records.register.actions.documents import (
    accept_draft,
    correct_draft,
    import_plan,
    merge_drafts,
    split_draft,
)
from luoshi.records.register.actions.plans import correct_units, correct_wording, issue_plan
from luoshi.records.register.actions.undoing import undo_draft
from luoshi.records.register.models import Government, Import, Plan, Task
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import sift, visible_tasks
from luoshi.records.register.reading import receive
from tests.records.conftest import PLAN


def lines(plan: Plan) -> list[str]:
    return [
        f"{task.number} {task.text} {'、'.join(unit.printed for unit in task.units.filter(CURRENT))}"
        for task in plan.tasks.all()
    ]


def test_what_was_looked_through_stands_in_the_register(plan: Plan) -> None:
    assert (plan.year, plan.title) == (2026, "云泽市2026年政府工作报告重点工作责任分解")
    assert lines(plan) == [
        "1 新建公办幼儿园6所，新增学位1800个。 教育局、财政局",
        "2 改造城区雨污管网40公里以上。 建设局、各镇街",
        "3 “义联欧”班列全年开行1600列以上。 商务局",
    ]
    assert [f"{each.metric} {each.value:f}" for each in plan.tasks.all()[0].targets.all()] == [
        "新建公办幼儿园 6.000000",
        "新增学位 1800.000000",
    ]


def test_a_figure_beyond_all_measure_stays_in_the_words_alone(alice: Actor, city: Government) -> None:
    text = PLAN.replace("6所", f"{'9' * 26}所")
    document = import_plan(actor=alice, government=city, received=receive("分解.txt", text.encode()))
    task = issue_plan(actor=alice, document=document).tasks.all()[0]
    assert "9" * 26 in task.text
    assert [each.metric for each in task.targets.all()] == ["新增学位"]


def test_nothing_is_in_the_register_before_it_is_issued(draft: Import) -> None:
    assert draft.drafts.count() == 3
    assert not Task.objects.exists()


def test_a_line_with_a_doubt_must_be_accepted_first(alice: Actor, draft: Import) -> None:
    line = draft.drafts.first()
    assert line is not None
    draft.drafts.filter(pk=line.pk).update(doubts=1)
    with pytest.raises(NotNow, match="还有 1 处存疑没有核对"):
        issue_plan(actor=alice, document=draft)
    accept_draft(actor=alice, draft=line, version=1)
    assert issue_plan(actor=alice, document=draft).tasks.count() == 3


def test_a_line_that_somebody_else_has_changed_is_not_overwritten(alice: Actor, draft: Import) -> None:
    line = draft.drafts.all()[0]
    correct_draft(actor=alice, draft=line, version=1, fields={"text": "新建公办幼儿园8所。"})
    with pytest.raises(NotNow, match="别人改过"):
        correct_draft(actor=alice, draft=line, version=1, fields={"text": "新建公办幼儿园9所。"})
    assert draft.drafts.all()[0].fields["text"] == "新建公办幼儿园8所。"


def test_lines_are_split_and_merged(alice: Actor, draft: Import) -> None:
    line = draft.drafts.all()[0]
    first, second = split_draft(actor=alice, draft=line, version=1, at=len("新建公办幼儿园6所，"))
    assert [len(each.fields["targets"]) for each in (first, second)] == [1, 1]
    assert [each.fields["text"] for each in draft.drafts.all()][:2] == ["新建公办幼儿园6所，", "新增学位1800个。"]
    merged = merge_drafts(actor=alice, draft=second, version=1)
    assert len(merged.fields["targets"]) == 2
    assert draft.drafts.count() == 3


@pytest.mark.parametrize("accepted", [(True, False), (False, True), (True, True), (False, False)])
def test_a_merge_that_is_taken_back_leaves_accepted_what_was(
    alice: Actor, draft: Import, accepted: tuple[bool, bool]
) -> None:
    for line, is_accepted in zip(draft.drafts.all()[:2], accepted, strict=True):
        accept_draft(actor=alice, draft=line, version=1, is_accepted=is_accepted)
    merged = merge_drafts(actor=alice, draft=draft.drafts.all()[1], version=2)
    assert not merged.is_accepted
    undo_draft(actor=alice, draft=merged, version=merged.version)
    assert [line.is_accepted for line in draft.drafts.all()] == [*accepted, False]


def test_a_split_that_is_taken_back_leaves_the_line_accepted(alice: Actor, draft: Import) -> None:
    line = accept_draft(actor=alice, draft=draft.drafts.all()[0], version=1)
    halves = split_draft(actor=alice, draft=line, version=2, at=len("新建公办幼儿园6所，"))
    assert not any(half.is_accepted for half in halves)
    undo_draft(actor=alice, draft=halves[0], version=halves[0].version)
    assert [line.is_accepted for line in draft.drafts.all()] == [True, False, False]


def test_an_issued_document_is_not_changed_as_a_draft(alice: Actor, plan: Plan, draft: Import) -> None:
    draft.refresh_from_db()
    with pytest.raises(NotNow, match="已入册"):
        correct_draft(actor=alice, draft=draft.drafts.all()[0], version=1, fields={"text": "别的"})


def test_a_correction_keeps_what_stood_before(alice: Actor, plan: Plan) -> None:
    task = plan.tasks.all()[0]
    correct_wording(actor=alice, task=task, text="新建公办幼儿园8所。", reason="会议决定")
    wordings = list(task.wordings.order_by("recorded_at"))
    assert [each.text for each in wordings] == ["新建公办幼儿园6所，新增学位1800个。", "新建公办幼儿园8所。"]
    assert [each.retracted_at is None for each in wordings] == [False, True]
    correct_units(actor=alice, task=task, units=[("教育局", "lead"), ("建设局", "cooperating")], reason="分工调整")
    assert lines(plan)[0] == "1 新建公办幼儿园8所。 教育局、建设局"
    entry = Entry.objects.filter(action="correct_units").get()
    assert entry.before == {"units": ["牵头 教育局", "责任 财政局"]}


def test_who_may_not_is_refused_and_nothing_is_written(bob: Actor, plan: Plan) -> None:
    before = Entry.objects.count()
    with pytest.raises(NotAllowed, match="更正任务"):
        correct_wording(actor=bob, task=plan.tasks.all()[0], text="改了", reason="想改")
    assert Entry.objects.count() == before


def test_a_liaison_sees_the_tasks_of_the_own_unit_only(alice: Actor, bob: Actor, plan: Plan) -> None:
    assert [task.number for task in visible_tasks(bob)] == [1]
    assert visible_tasks(alice).count() == 3


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("管网", [2]), ("学位 幼儿", [1]), ("财政局", [1]), ("义联欧", [3]), ("列", [3]), ("网管", []), ("", [1, 2, 3])],
)
def test_any_two_characters_find_a_task(alice: Actor, plan: Plan, words: str, numbers: list[int]) -> None:
    assert [task.number for task in sift(visible_tasks(alice), Sieve(words=words))] == numbers


def test_the_journal_is_whole(plan: Plan) -> None:
    assert Entry.objects.filter(action="issue_task").count() == 3
    assert list(verify()) == []


PROJECTS = """| 序号 | 项目名称 | 目标任务 | 总任务数 | 东屿区 | 南漪县 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 老有所养 | 新增护理型床位240张。 | 240 | 140 | 100 | 民政局 |
| 2 | 病有良医 | 免费接种疫苗1200剂次。 | 1200 | 700 | 490 | 卫健局 |
"""


def test_projects_keep_their_names_and_what_their_quotas_add_up_to(alice: Actor, city: Government) -> None:
    text = f"# 云泽市2026年民生实事责任分解\n\n{PROJECTS}"
    document = import_plan(actor=alice, government=city, received=receive("民生实事.md", text.encode()))
    document.drafts.update(is_accepted=True)
    tasks = issue_plan(actor=alice, document=document).tasks.all()
    assert [(task.name, task.quota and task.quota["check"]) for task in tasks] == [
        ("老有所养", "ok"),
        ("病有良医", "mismatch"),
    ]
    assert [share.printed for share in tasks[1].shares.all()] == ["700", "490"]
    assert [task.name for task in sift(visible_tasks(alice), Sieve(words="良医"))] == ["病有良医"]

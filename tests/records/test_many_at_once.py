"""What is done to many tasks takes as many statements for forty of them as for ten."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from luoshi.records.people.actor import Actor
from luoshi.records.register.actions.documents import accept_alike, import_plan
from luoshi.records.register.actions.governments import open_unit
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.actions.together import replace_unit, settle_alike
from luoshi.records.register.models import DraftTask, Government, Import, Plan, TaskFlag, Unit
from luoshi.records.register.reading import receive
from luoshi.records.register.replacing import Replacement, list_swaps
from luoshi.records.reporting.actions import accept_reports, take_progress
from luoshi.records.reporting.entering import import_document, leave_out_alike, ties_of
from luoshi.records.reporting.models import Report
from luoshi.records.supervision.actions import serve_notices
from luoshi.records.supervision.models import Notice, Step
from tests.records.cascade import HEAD
from tests.records.pressing import in_days

FEW, MANY = 10, 40
TITLE = "云泽市2026年政府工作报告重点工作责任分解\n\n一、重点工作\n"
Act = Callable[[Actor, Plan], object]


def drawn(actor: Actor, city: Government, count: int) -> Import:
    """A document of so many lines, each with a lead and another unit, looked through."""
    lines = [f"{n}.新建第{n}类设施{n}座以上。（责任单位：▲教育局、财政局）" for n in range(1, count + 1)]
    text = TITLE + "\n".join(lines)
    document = import_plan(actor=actor, government=city, received=receive("表.txt", text.encode()))
    document.drafts.update(is_accepted=True)
    return document


def reported(actor: Actor, city: Government, count: int) -> Plan:
    """The same issued, each of its tasks reported on and in doubt."""
    plan = issue_plan(actor=actor, document=drawn(actor, city, count))
    rows = [f"| {n} | 新建第{n}类设施{n}座以上。 | 教育局 | 建成设施{n}座。 |" for n in range(1, count + 1)]
    table = receive("表.md", (HEAD.format(name="云泽市") + "\n".join(rows)).encode())
    take_progress(actor=actor, plan=plan, received=table)
    TaskFlag.objects.bulk_create(TaskFlag(task=task, code="no-lead", message="谁？") for task in plan.tasks.all())
    return plan


def counted(act: Callable[[], object]) -> int:
    """How many statements it takes; the lock of PostgreSQL's journal is none."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return len([each for each in queries if "advisory" not in each["sql"]])


def serve(actor: Actor, plan: Plan) -> None:
    tasks, until = list(plan.tasks.all()), in_days(10)
    count = serve_notices(actor=actor, plan=plan, tasks=tasks, step=Step.REMIND, demand="请书面答复。", answer_by=until)
    assert count == plan.tasks.count()


def accept(actor: Actor, plan: Plan) -> None:
    keys = list(Report.objects.filter(task__plan=plan).values_list("pk", flat=True))
    accept_reports(actor=actor, plan=plan, reports=keys)


def settle(actor: Actor, plan: Plan) -> None:
    keys = list(TaskFlag.objects.filter(task__plan=plan).values_list("pk", flat=True))
    settle_alike(actor=actor, plan=plan, flags=keys, reason="看过原件")


def replace(actor: Actor, plan: Plan) -> None:
    former, successor = Unit.objects.get(name="财政局"), Unit.objects.get(name="第1局")
    change = Replacement(former, successor, timezone.localdate(), "划转")
    tasks = list(plan.tasks.all())
    seen, keys = list_swaps(tasks, change).fingerprint, [each.pk for each in tasks]
    replace_unit(actor=actor, plan=plan, tasks=keys, replacement=change, fingerprint=seen)


@pytest.mark.parametrize(("act", "most"), [(serve, 15), (accept, 12), (settle, 10), (replace, 16)])
def test_statements_do_not_grow_with_the_tasks(alice: Actor, city: Government, act: Act, most: int) -> None:
    open_unit(actor=alice, government=city, name="第1局")
    few, many = (counted(partial(act, alice, reported(alice, city, count))) for count in (FEW, MANY))
    assert few == many <= most


def test_issuing_takes_as_many_statements_for_many_lines(alice: Actor, city: Government) -> None:
    issue_plan(actor=alice, document=drawn(alice, city, 3))
    documents = [drawn(alice, city, count) for count in (FEW, MANY)]
    few, many = (counted(partial(issue_plan, actor=alice, document=each)) for each in documents)
    assert few == many <= 40


def test_accepting_a_kind_of_doubt_takes_as_many_statements_for_many_lines(alice: Actor, city: Government) -> None:
    documents = [drawn(alice, city, count) for count in (FEW, MANY)]
    for line in DraftTask.objects.all():
        line.fields["flags"] = [{"code": "no-lead", "message": "谁？"}]
        line.doubts, line.is_accepted = 1, False
        line.save()
    few, many = (counted(partial(accept_alike, actor=alice, document=each, code="no-lead")) for each in documents)
    assert few == many <= 6


def test_notices_that_are_served_together_say_what_one_would(alice: Actor, city: Government) -> None:
    plan = reported(alice, city, 3)
    serve(alice, plan)
    told = [(each.number, each.matter, each.grounds) for each in Notice.objects.order_by("number")]
    assert [number for number, _, _ in told] == [1, 2, 3]
    assert told[1][1] == "新建第2类设施2座以上"
    assert told[1][2].startswith("三季度已完成：2÷2＝100%")
    sheet = Notice.objects.get(number=2).sheet
    assert (sheet["leads"], sheet["others"], sheet["progress"]) == (["教育局"], ["财政局"], "建成设施2座。")


def test_leaving_rows_out_takes_as_many_statements_for_many_rows(alice: Actor, city: Government) -> None:
    issue_plan(actor=alice, document=drawn(alice, city, 2))

    def left_out(count: int) -> int:
        rows = [f"| {n} | 修缮第{n}处古桥{n}座。 | 教育局 | 修缮{n}座。 |" for n in range(1, count + 1)]
        table = receive("表.md", (HEAD.format(name="云泽市") + "\n".join(rows)).encode())
        document = import_document(actor=alice, government=city, received=table)
        statements = counted(partial(leave_out_alike, actor=alice, document=document, code="no-task"))
        assert ties_of(document) == {}
        return statements

    assert left_out(FEW) == left_out(MANY) <= 9

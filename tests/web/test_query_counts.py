"""As many queries for forty tasks as for ten."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.actions.views import save_view
from luoshi.records.register.models import Government, Plan, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from tests.web.conftest import browser_of

Make = Callable[[int], Plan]
MOST_OF_TASK = 21
MOST_OF_PREVIEW = 14
MOST_OF_CORRECTION = 21
LIST, GROUPED = "/tasks/?plan={}", "/tasks/?plan={}&group=leader&words=设施"
FOUND, EXPORT = "/search/?plan={}&words=设施", "/tasks/export/?format=xlsx&plan={}"

HEAD = """# 云泽市2026年一季度进展情况汇总表

| 序号 | 任务名称 | 牵头单位 | 进展情况 |
| --- | --- | --- | --- |
"""


@pytest.fixture
def make(alice: Actor, city: Government) -> Make:
    """Issues a plan of so many tasks, half of them reported on."""

    def made(count: int) -> Plan:
        lines = "\n".join(f"{n}.新建第{n}类设施{n}座以上。（责任单位：▲第{n}局、财政局）" for n in range(1, count + 1))
        text = f"云泽市2026年政府工作报告重点工作责任分解\n\n一、重点工作\n{lines}\n"
        document = import_plan(actor=alice, government=city, received=receive(f"{count}.txt", text.encode()))
        document.drafts.update(is_accepted=True)
        plan = issue_plan(actor=alice, document=document)
        rows = "\n".join(f"| {n} | 新建第{n}类设施{n}座以上。 | 第{n}局 | 建成{n}座。 |" for n in range(1, count // 2))
        take_progress(actor=alice, plan=plan, received=receive(f"{count}.md", f"{HEAD}{rows}\n".encode()))
        return plan

    return made


def count(actor: Actor, address: str, plan: Plan) -> int:
    browser = browser_of(actor)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address.format(plan.pk)).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("address", "most"), [(LIST, 19), (GROUPED, 21), (FOUND, 11), (EXPORT, 18)])
def test_a_list_needs_as_many_queries_for_forty_tasks_as_for_ten(
    alice: Actor, make: Make, address: str, most: int
) -> None:
    few = count(alice, address, make(10))
    for number in range(3):
        save_view(actor=alice, name=f"视图{number}", query=f"words=第{number}")
    assert count(alice, address, make(40)) == few <= most


@pytest.mark.parametrize(
    ("page", "most"), [("", 12), ("units/", 10), ("reports/", 10), ("doubts/", 10), ("notices/", 11)]
)
def test_many_at_once_need_as_many_queries_as_few(alice: Actor, make: Make, page: str, most: int) -> None:
    address = f"/tasks/together/{page}?plan={{}}"
    assert count(alice, address, make(10)) == count(alice, address, make(40)) <= most


def test_a_preview_needs_as_many_queries_for_forty_tasks_as_for_ten(alice: Actor, make: Make) -> None:
    make(4)
    former, given = Unit.objects.get(name="财政局").pk, "successor=第1局&since=2026-03-01&reason=划转"
    address = f"/tasks/together/units/?plan={{}}&former={former}&{given}"
    assert count(alice, address, make(10)) == count(alice, address, make(40)) <= MOST_OF_PREVIEW


def test_a_correction_needs_as_many_statements_among_forty_tasks_as_among_ten(alice: Actor, make: Make) -> None:
    """Its words, with one report that is judged again: what is asked, and what the transaction writes."""
    plans, browser, counted = [make(10), make(40)], browser_of(alice), []
    for plan in (plans[0], *plans):
        task = plan.tasks.order_by("order")[0]
        with CaptureQueriesContext(connection) as queries:
            sent = {"text": f"{task.text}年内办好。", "reason": "漏字"}
            assert browser.post(f"/tasks/{task.pk}/wording/", sent).status_code == 302
        counted.append(len([each for each in queries if "advisory" not in each["sql"]]))
    assert counted[1] == counted[2] <= MOST_OF_CORRECTION


def test_a_task_needs_as_many_queries_among_forty_tasks_as_among_ten(alice: Actor, make: Make) -> None:
    """With its first report, of a plan with no year beside it."""

    def of_first(plan: Plan) -> int:
        return count(alice, f"/tasks/{plan.tasks.order_by('order')[0].pk}/", plan)

    assert of_first(make(10)) == of_first(make(40)) <= MOST_OF_TASK

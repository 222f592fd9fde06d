"""The page on which a task's figures are put right."""

from datetime import date

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan, Target, Task, TaskWording
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.models import Round
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

EMPTY = {
    "target": "",
    "metric": "",
    "comparator": "≥",
    "value": "",
    "high": "",
    "measure": "",
    "kind": "count",
    "by": "",
}


@pytest.fixture
def desk(alice: Actor, plan: Plan) -> Client:
    return browser_of(alice)


@pytest.fixture
def task(plan: Plan) -> Task:
    """新建公办幼儿园6所，新增学位1800个。"""
    return plan.tasks.order_by("order")[0]


def form(desk: Client, task: Task, query: str = "", **changes: str) -> dict[str, list[str]]:
    """What the page holds, with the first target's fields changed."""
    page = desk.get(f"/tasks/{task.pk}/figures/{query}")
    columns = {name: values(page, f".goals [name={name}]", "value") for name in ("target", "value", "high", "measure")}
    columns["metric"] = texts(page, ".goals [name=metric]")
    columns["by"] = values(page, ".goals [name=by]", "value")
    for name in ("comparator", "kind"):
        chosen = [node.css_first("option[selected]") for node in find(page, f".goals [name={name}]")]
        columns[name] = [(node.attributes["value"] or "") if node else EMPTY[name] for node in chosen]
    for name, value in changes.items():
        columns[name][0] = value
    return columns


def standing(task: Task) -> list[str]:
    rows = task.targets.filter(CURRENT).order_by("order")
    return [
        f"{row.metric} {row.value.normalize():f}{row.unit} {row.amount.normalize():f}{row.base_unit}" for row in rows
    ]


def test_a_changed_figure_stands_in_the_register_and_in_the_history(desk: Client, task: Task) -> None:
    sent = {**form(desk, task, value="8"), "reason": "会议纪要〔2026〕3号"}
    page = desk.post(f"/tasks/{task.pk}/figures/", sent, follow=True)
    assert standing(task) == ["新建公办幼儿园 8所 8所", "新增学位 1800个 1800个"]
    assert "指标已更正" in texts(page, ".note-good")[0]
    assert texts(page, ".history del, .history ins") == ["新建公办幼儿园 6所", "新建公办幼儿园 8所"]
    assert f"/tasks/{task.pk}/figures/" in values(page, ".sec header a", "href")


def test_a_figure_is_worth_what_its_unit_says(desk: Client, task: Task) -> None:
    sent = {**form(desk, task, metric="完成投资", value="2.5", measure="亿元"), "reason": "换成投资"}
    desk.post(f"/tasks/{task.pk}/figures/", sent)
    assert standing(task)[0] == "完成投资 2.5亿元 250000000元"


@pytest.mark.parametrize(("written", "taken"), [("１２．５", "12.5"), ("1，200", "1200"), (" 1,200 ", "1200")])
def test_a_figure_may_be_typed_in_full_width(desk: Client, task: Task, written: str, taken: str) -> None:
    desk.post(f"/tasks/{task.pk}/figures/", {**form(desk, task, value=written), "reason": "改数"})
    assert standing(task)[0] == f"新建公办幼儿园 {taken}所 {taken}所"


def test_a_target_comes_and_one_goes(desk: Client, task: Task) -> None:
    columns = form(desk, task, metric="")
    columns["metric"][-1], columns["value"][-1], columns["measure"][-1] = "改造水厂", "2", "座"
    desk.post(f"/tasks/{task.pk}/figures/", {**columns, "reason": "换一个"})
    assert standing(task) == ["新增学位 1800个 1800个", "改造水厂 2座 2座"]


@pytest.mark.parametrize(
    ("changes", "more", "sentence"),
    [
        ({"value": "八所"}, {}, "的数值要写成数字"),
        ({"value": "NaN"}, {}, "的数值要写成数字"),
        ({"value": "1e400"}, {}, "的数值要写成数字"),
        ({"value": "9" * 18}, {}, "的数值要写成数字"),
        ({"value": "9" * 12, "measure": "万亿元"}, {}, "的数太大了"),
        ({"value": "-5"}, {}, "的数量不能比 0 小"),
        ({"value": "8", "high": "7"}, {}, "的上限要比数值大"),
        ({"value": "8", "by": "年底"}, {}, "的时限要写成日期"),
        ({"value": "8"}, {"when": "adjusted", "since": ""}, "从哪一天起调整"),
        ({"value": "8"}, {"reason": " "}, "请写更正的理由"),
        ({}, {}, "指标和原来一样"),
    ],
)
def test_what_cannot_be_taken_stands_in_the_form_again(
    desk: Client, task: Task, changes: dict[str, str], more: dict[str, str], sentence: str
) -> None:
    answer = desk.post(f"/tasks/{task.pk}/figures/", {**form(desk, task, **changes), "reason": "试", **more})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert sentence in told
    assert f'value="{changes.get("value", "6")}"' in told
    assert standing(task)[0] == "新建公办幼儿园 6所 6所"


def test_a_task_says_that_its_round_was_judged_by_what_held_then(desk: Client, taken: Round, task: Task) -> None:
    sent = {**form(desk, task, value="60"), "when": "adjusted", "since": "2026-10-01", "reason": "加码"}
    page = desk.post(f"/tasks/{task.pk}/figures/", sent, follow=True)
    assert "三季度仍按当时的研判。现在的指标：新建公办幼儿园 60所；新增学位 1800个" in texts(page, ".note-info")[0]
    assert any("从哪天起 2026-10-01" in row for row in texts(page, ".history tbody tr"))


@pytest.fixture
def adjusted(desk: Client, taken: Round, task: Task) -> Task:
    """12 schools from October on; the third quarter was reported when it was 6."""
    Target.objects.update(holds_from=date(2026, 3, 1))
    TaskWording.objects.update(holds_from=date(2026, 3, 1))
    sent = {**form(desk, task, value="12"), "when": "adjusted", "since": "2026-10-01", "reason": "加码"}
    desk.post(f"/tasks/{task.pk}/figures/", sent)
    return task


@pytest.mark.parametrize(
    ("query", "value", "told", "offers_adjusting"),
    [
        ("?on=2026-03-01", "6", "别的时间不变。这段时间的填报期：三季度。", True),
        ("?on=2026-10-01", "12", "别的时间不变。这段时间没有填报期。", True),
        ("", "12", "别的时间不变。这段时间没有填报期。", True),
        ("?on=all", "12", "没有改的，各段仍是各段的。这段时间的填报期：三季度。", False),
        ("?on=x", "12", "别的时间不变。这段时间没有填报期。", True),
    ],
)
def test_the_page_asks_which_time_a_correction_concerns(
    desk: Client, adjusted: Task, query: str, value: str, told: str, *, offers_adjusting: bool
) -> None:
    page = desk.get(f"/tasks/{adjusted.pk}/figures/{query}")
    assert texts(page, ".seg a") == ["10月1日以前", "10月1日起", "从头到尾"]
    assert values(page, ".goals [name=value]", "value")[0] == value
    assert told in texts(page, "nav .hint")[0]
    assert bool(find(page, "#when-adjusted")) is offers_adjusting


def test_an_old_figure_is_put_right_and_the_history_tells_both_times(desk: Client, adjusted: Task) -> None:
    address = f"/tasks/{adjusted.pk}/figures/?on=2026-03-01"
    page = desk.post(address, {**form(desk, adjusted, "?on=2026-03-01", value="20"), "reason": "印错了"}, follow=True)
    assert standing(adjusted)[0] == "新建公办幼儿园 12所 12所"
    assert adjusted.reports.get().verdict == "behind"
    (told, *_) = [row for row in texts(page, ".history tbody tr") if "更正指标" in row]
    assert "从哪天起 2026-03-01" in told
    assert "到哪天止 2026-09-30" in told


def test_who_saves_second_is_told_what_the_first_has_made_of_it(desk: Client, task: Task) -> None:
    address = f"/tasks/{task.pk}/figures/"
    shown = {"seen": values(desk.get(address), "input[name=seen]", "value")[0], "reason": "核对"}
    first, second = form(desk, task, value="8"), form(desk, task, value="9")
    assert desk.post(address, {**first, **shown}).status_code == 302
    told = desk.post(address, {**second, **shown})
    assert told.status_code == 422
    assert "现在是“新建公办幼儿园 8所；新增学位 1800个”" in told.content.decode()
    assert standing(task)[0] == "新建公办幼儿园 8所 8所"

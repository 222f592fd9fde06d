"""What is put right in the browser: lines split and joined by keys, figures of a task, a report that must be signed."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import open_round
from luoshi.records.reporting.models import Report, Round
from tests.browser.conftest import enter, upload
from tests.browser.test_journeys import enter_at_start
from tests.records.conftest import PLAN, Hire

TEXT = "新建公办幼儿园6所，新增学位1800个。"


def test_a_line_is_split_at_the_caret_joined_and_taken_back_by_keys(page: Page, alice: Actor, tmp_path: Path) -> None:
    file = tmp_path / "分解.txt"
    file.write_text(PLAN, encoding="utf-8")
    enter_at_start(page, alice)
    upload(page, file)
    text = page.locator("#text")
    expect(text).to_have_value(TEXT)
    page.keyboard.press("e")
    page.keyboard.press("Control+Home")
    for _ in "新建公办幼儿园6所，":
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(text).to_have_value("新建公办幼儿园6所，")
    page.keyboard.press("u")
    expect(text).to_have_value(TEXT)
    page.keyboard.press("j")
    expect(text).to_have_value("改造城区雨污管网40公里以上。")
    page.keyboard.press("m")
    expect(text).to_have_value("新建公办幼儿园6所，新增学位1800个；改造城区雨污管网40公里以上。")
    page.keyboard.press("u")
    expect(text).to_have_value(TEXT)
    page.click("button:has-text('入册 3 项')")
    assert Task.objects.count() == 3


def test_a_figure_is_put_right_and_its_verdict_follows(page: Page, alice: Actor, taken: Round) -> None:
    task = taken.plan.tasks.get(number=2)
    enter_at_start(page, alice)
    page.goto(f"/tasks/{task.pk}/")
    page.locator("section:has(h2:text('指标与序时')) a:has-text('更正')").click()
    page.get_by_label("数值 1", exact=True).fill("18")
    page.locator("summary:has-text('加一个指标')").click()
    page.get_by_label("添加的指标名称").fill("改造泵站")
    page.get_by_label("更正的理由").fill("印错了")
    page.click("button:has-text('保存更正')")
    expect(page.locator(".note[role=alert]")).to_contain_text("“改造泵站”的数值要写成数字")
    page.locator("summary:has-text('加一个指标')").click()
    page.get_by_label("指标名称 2", exact=True).fill("")
    page.click("button:has-text('保存更正')")
    expect(page.locator(".three")).to_contain_text("15÷18＝83.3%")
    expect(page.locator("table.history")).to_contain_text("更正指标")
    assert [int(target.value) for target in task.targets.filter(CURRENT)] == [18]


def test_a_report_is_signed_before_the_supervisor_has_it(
    page: Page, alice: Actor, bob: Actor, hire: Hire, plan: Plan
) -> None:
    carol = hire(Role.UNIT_APPROVER, "carol", "教育局")
    open_round(actor=alice, plan=plan, period="Q3", cutoff=date(2026, 9, 30), due=None)
    enter_at_start(page, bob)
    page.goto("/tasks/")
    page.click("a:has-text('新建公办幼儿园6所')")
    page.click("a:has-text('填报进展')")
    page.get_by_label("进展情况").fill("累计新建公办幼儿园5所，新增学位1500个。")
    page.click("button:has-text('提交签发')")
    expect(page.locator(".note[role=status]")).to_contain_text("等carol签发")
    assert not Report.objects.exists()
    enter(page, carol)
    page.goto("/")
    page.click("a:has-text('看过签发')")
    page.click("button:has-text('签发，报督查室')")
    expect(page.locator(".note[role=status]")).to_contain_text("签发了")
    enter(page, alice)
    page.goto("/tasks/?reported=submitted")
    expect(page.get_by_role("link", name=TEXT)).to_be_visible()

"""What people do in the browser, from the first click to the last."""

import time
from pathlib import Path

import openpyxl
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor, operator
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import return_report
from luoshi.records.reporting.models import Round
from tests.browser.conftest import choices, enter, sign_in, upload
from tests.records.conftest import PASSWORD, PLAN

STEP = 30


def now(secret: str) -> str:
    """What a telephone with the secret shows; not in the last seconds of its time."""
    if time.time() % STEP > STEP - 3:
        time.sleep(4)
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // STEP))
    return shown


def test_a_clerk_imports_looks_through_and_issues(page: Page, alice: Actor, tmp_path: Path) -> None:
    file = tmp_path / "分解.txt"
    file.write_text(PLAN, encoding="utf-8")
    sign_in(page, alice)
    page.click("nav a:has-text('文件导入')")
    upload(page, file)
    expect(page.locator("h1")).to_contain_text("核对导入")
    page.keyboard.press("e")
    page.fill("textarea[name=text]", "新建公办幼儿园8所，新增学位1800个。")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.click("button:has-text('入册 3 项')")
    expect(page.locator(".note[role=status]")).to_contain_text("入册了，共 3 项")
    assert Task.objects.filter(text="新建公办幼儿园8所，新增学位1800个。").exists()


def test_units_complete_by_the_initials_of_their_pinyin(page: Page, alice: Actor, plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "再来.txt"
    file.write_text(PLAN.replace("2026", "2027"), encoding="utf-8")
    enter_at_start(page, alice)
    upload(page, file)
    page.get_by_label("添加单位", exact=True).press_sequentially("jsj")
    expect(choices(page)).to_have_text(["建设局"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_label("添加单位", exact=True)).to_have_value("建设局")
    page.get_by_label("单位 1", exact=True).focus()
    expect(page.locator("#at-unit-0.is-asked")).to_have_text("教育局")
    page.locator("#at-target-0").click()
    expect(page.get_by_label("指标名称 1", exact=True)).to_be_focused()


def test_two_characters_find_a_task(page: Page, alice: Actor, plan: Plan) -> None:
    enter_at_start(page, alice)
    page.goto("/tasks/")
    page.keyboard.press("/")
    page.keyboard.type("管网")
    expect(page.get_by_text("新建公办幼儿园6所")).to_have_count(0)
    expect(page.get_by_role("link", name="改造城区雨污管网40公里以上。")).to_be_visible()


def test_ticked_tasks_change_hands_together_and_back_again(page: Page, alice: Actor, plan: Plan) -> None:
    enter_at_start(page, alice)
    page.goto("/tasks/")
    for number in (1, 2):
        page.get_by_label(f"选中第{number}项", exact=True).check()
    page.click("button:has-text('所选一起办')")
    expect(page.locator("h1")).to_have_text("批量办理 2 项")
    page.click("a:has-text('换一个单位')")
    page.get_by_label("原单位").click()
    choices(page).filter(has_text="建设局").click()
    page.get_by_label("换成").press_sequentially("swj")
    expect(choices(page)).to_have_text(["商务局"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("理由").fill("职责划转")
    for unit in ("商务局", "建设局"):
        page.click("button:has-text('看每一项怎么改')")
        page.click("button:has-text('替换 1 项')")
        expect(page.locator(".note[role=status]")).to_contain_text(f"换成了“{unit}”")
        page.locator("a:has-text('换回去')").first.click()
    assert plan.tasks.get(number=2).units.filter(CURRENT).values_list("printed", flat=True)[0] == "建设局"


def test_a_unit_is_put_right_and_its_history_tells(page: Page, alice: Actor, plan: Plan) -> None:
    enter_at_start(page, alice)
    page.goto(f"/tasks/{plan.tasks.order_by('order')[0].pk}/")
    page.click("a:has-text('更正单位')")
    page.locator("input[name=unit]").nth(1).fill("建设局")
    page.fill("textarea[name=reason]", "原件印错")
    page.click("button:has-text('保存')")
    history = page.locator("table.history")
    expect(history).to_contain_text("更正单位")
    expect(history).to_contain_text("原件印错")
    expect(history).to_contain_text("建设局")


def test_what_is_seen_is_exported(page: Page, alice: Actor, plan: Plan, tmp_path: Path) -> None:
    enter_at_start(page, alice)
    page.goto("/tasks/?words=管网")
    page.click("summary:has-text('导出所见')")
    with page.expect_download() as download:
        page.locator("#exports a[href*=xlsx]").first.click()
    file = tmp_path / "导出.xlsx"
    download.value.save_as(file)
    sheet = openpyxl.load_workbook(file).worksheets[0]
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("改造城区雨污管网40公里以上" in each for each in told)
    assert not any("幼儿园" in each for each in told)


def test_a_telephone_is_a_second_factor(page: Page, alice: Actor) -> None:
    sign_in(page, alice)
    page.goto("/accounts/2fa/totp/activate/")
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    page.fill("input[name=code]", now(secret))
    page.click("button:has-text('设置')")
    expect(page.locator("h1")).to_contain_text("备用码")
    page.context.clear_cookies()
    sign_in(page, alice)
    page.fill("input[name=code]", "000000")
    page.click("main button[type=submit] >> nth=0")
    expect(page.get_by_text("动态口令不对")).to_be_visible()
    # A code counts once: that of the setting up is spent
    page.fill("input[name=code]", format_hotp_value(hotp_value(secret, int(time.time()) // STEP + 1)))
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_load_state()
    page.goto("/account/")
    expect(page.locator("h1")).to_contain_text(alice.name)


def test_a_liaison_sees_and_touches_own_tasks_only(page: Page, bob: Actor, plan: Plan) -> None:
    own, other, _ = plan.tasks.order_by("order")
    enter_at_start(page, bob)
    page.goto("/tasks/")
    expect(page.get_by_text("新建公办幼儿园6所")).to_be_visible()
    expect(page.get_by_text("改造城区雨污管网")).to_have_count(0)
    statuses = [
        answer.status if (answer := page.goto(address)) else None
        for address in (f"/tasks/{own.pk}/", f"/tasks/{other.pk}/", f"/tasks/{other.pk}/wording/", "/imports/")
    ]
    assert statuses == [200, 404, 403, 403]
    expect(page.locator("h1")).to_contain_text("您的账号看不到这一页")
    token = next(each["value"] for each in page.context.cookies() if each["name"] == "csrftoken")
    form: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, "text": "改掉", "reason": "试试"}
    assert page.request.post(f"/tasks/{other.pk}/wording/", form=form).status == 403
    other.refresh_from_db()
    assert other.text.startswith("改造城区雨污管网")


def test_a_report_is_sent_back_and_comes_again(page: Page, alice: Actor, bob: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    enter_at_start(page, alice)
    page.goto("/tasks/?reported=submitted")
    page.click("a:has-text('新建公办幼儿园6所')")
    page.click("a:has-text('审核：通过或退回')")
    page.get_by_label("退回的理由").fill("学位数和上期对不上")
    page.click("button:has-text('退回')")
    enter(page, bob)
    page.goto("/tasks/")
    page.click(".views a:has-text('退回的')")
    page.click("a:has-text('新建公办幼儿园6所')")
    page.click("a:has-text('改好重报')")
    page.get_by_label("进展情况").fill("累计新建公办幼儿园6所，新增学位1800个。")
    page.click("button:has-text('先看系统怎么判')")
    expect(page.locator(".note[role=status]")).to_contain_text("已完成")
    page.click("button:has-text('重新报送')")
    expect(page.locator(".note[role=status]")).to_contain_text("报上去了")
    report.refresh_from_db()
    assert (report.state, report.verdict, report.returns.count()) == ("submitted", "done", 1)


def test_what_was_written_while_the_session_ran_out_is_copied_over(page: Page, bob: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    return_report(actor=operator(), report=report, reason="学位数和上期对不上")
    sign_in(page, bob)
    page.goto(f"/tasks/{report.task_id}/report/")
    page.get_by_label("进展情况").fill("累计新建公办幼儿园6所。")
    Session.objects.all().delete()
    page.click("button:has-text('重新报送')")
    expect(page.get_by_label("您写的")).to_have_value("累计新建公办幼儿园6所。")
    page.click("a:has-text('重新登录')")
    page.fill("#id_login", bob.name)
    page.fill("#id_password", PASSWORD)
    page.click("button:has-text('登录')")
    expect(page.get_by_label("进展情况")).to_be_visible()


def enter_at_start(page: Page, actor: Actor) -> None:
    """From the sign-in page, which gives the address that cookies are for."""
    page.goto("/accounts/login/")
    enter(page, actor)

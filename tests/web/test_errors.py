"""Pages for what went wrong: in Chinese, with a way out, and nothing of the program's inside."""

import pytest
from django.test import Client

from luoshi.records.people.roles import Role
from luoshi.web.templatetags.luoshi import figures, fours
from tests.web.conftest import SignIn


def test_an_address_that_leads_nowhere_says_so(client: Client, db: None) -> None:
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert "什么都没有改动" in page.content.decode()


def test_a_page_of_others_says_what_is_missing(sign_in: SignIn) -> None:
    page = sign_in(Role.DEPUTY).get("/imports/")
    assert page.status_code == 403
    assert "您的账号看不到这一页" in page.content.decode()


def test_a_form_that_has_grown_old_says_so(sign_in: SignIn) -> None:
    browser = sign_in(Role.SUPERVISOR)
    browser.handler.enforce_csrf_checks = True
    page = browser.post("/imports/", {})
    assert page.status_code == 403
    assert "这一页打开得太久了" in page.content.decode()


def test_a_fault_of_the_program_gives_a_number_and_no_more(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    browser = sign_in(Role.SUPERVISOR)
    browser.raise_request_exception = False
    monkeypatch.setattr("luoshi.web.desk.imports.visible_imports", lambda actor: 1 / 0)
    page = browser.get("/imports/")
    assert page.status_code == 500
    told = page.content.decode()
    assert "没有办成，台账没有变动" in told
    assert "ZeroDivision" not in told
    noted = next(record.getMessage() for record in caplog.records if record.name == "luoshi.web.errors")
    assert noted.split()[1].partition("：")[0] in told


def test_a_page_of_others_is_one_line_of_the_log(sign_in: SignIn, caplog: pytest.LogCaptureFixture) -> None:
    sign_in(Role.DEPUTY).get("/imports/")
    noted = [record for record in caplog.records if record.name == "django.request"]
    assert [(record.levelname, record.exc_info) for record in noted] == [("WARNING", None)]


@pytest.mark.parametrize(
    ("address", "form"), [("/accounts/login/", {"login": "a\0"}), ("/tasks/?q=%00", None), ("/search/?q=a%00", None)]
)
def test_what_no_database_keeps_is_told_before_it_gets_there(
    sign_in: SignIn, address: str, form: dict[str, str] | None
) -> None:
    browser = sign_in(Role.SUPERVISOR)
    page = browser.get(address) if form is None else browser.post(address, form)
    assert page.status_code == 400
    assert "不能保存的控制字符" in page.content.decode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("新增机器人600台。", ["600台。"]),
        ("完成投资170亿元以上。", ["170亿元以上。"]),
        ("改造雨污管网40公里以上、道路3条", ["40公里以上、", "3条"]),
        ("2026年10月底前建成12.5万平方米左右", ["2026年", "10月底", "12.5万平方米左右"]),
        ("下降0.5个百分点，增长6.5%。", ["0.5个百分点，", "6.5%。"]),
    ],
)
def test_a_figure_stays_with_its_unit(text: str, kept: list[str]) -> None:
    shown = str(figures(text))
    assert [piece.partition("</span>")[0] for piece in shown.split('<span class="nb">')[1:]] == kept


def test_a_code_is_shown_in_fours() -> None:
    assert fours("ABCDEFGHIJ") == "ABCD EFGH IJ"

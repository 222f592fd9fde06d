"""Who may open which page and press which button: every address with every role."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from luoshi.records.people.actions import open_post
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Grant
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_unit
from luoshi.records.register.actions.plans import correct_units
from luoshi.records.register.models import Plan, Task, TaskFlag, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Round, Unsigned
from luoshi.records.supervision.models import State
from tests.records.conftest import PLAN, PROGRESS
from tests.records.pressing import served
from tests.web.conftest import SignIn

SUPERVISOR, LEADER, DEPUTY = Role.SUPERVISOR, Role.CITY_LEADER, Role.DEPUTY
LIAISON, APPROVER, DISTRICT = Role.UNIT_LIAISON, Role.UNIT_APPROVER, Role.DISTRICT_LIAISON
SYSTEM, SECURITY, AUDIT = Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN
READERS = {SUPERVISOR, LEADER, DEPUTY, LIAISON, APPROVER, DISTRICT}

# Address by name → who may open it; everybody else gets 403, whoever is not signed in is sent to the sign-in page
PAGES: dict[str, set[Role]] = {
    "search": READERS,
    "tasks": READERS,
    "task": READERS,
    "task_history": READERS,
    "export_tasks": READERS - {DEPUTY},
    "correct_wording": {SUPERVISOR},
    "correct_units": {SUPERVISOR},
    "correct_figures": {SUPERVISOR},
    "settle_flag": {SUPERVISOR},
    "together": {SUPERVISOR},
    "replace_unit": {SUPERVISOR},
    "accept_reports": {SUPERVISOR},
    "settle_doubts": {SUPERVISOR},
    "serve_notices": {SUPERVISOR},
    "write_report": {LIAISON, DISTRICT},
    "to_sign": {APPROVER},
    "sign_report": {APPROVER},
    "review_report": {SUPERVISOR},
    "notices": READERS - {DEPUTY},
    "notice": READERS - {DEPUTY},
    "notice_file": READERS - {DEPUTY},
    "serve_notice": {SUPERVISOR},
    "escalate_notice": {SUPERVISOR},
    "withdraw_notice": {SUPERVISOR},
    "share_out": {SUPERVISOR},
    "hand_down": {SUPERVISOR},
    "handed": {SUPERVISOR, LEADER, DEPUTY},
    "plan_file": {SUPERVISOR, LEADER, DEPUTY},
    "imports": {SUPERVISOR},
    "import": {SUPERVISOR},
    "import_lines": {SUPERVISOR},
    "import_line": {SUPERVISOR},
    "compare_import": {SUPERVISOR},
    "relate_import": {SUPERVISOR},
    "import_file": {SUPERVISOR},
    "accept_alike": {SUPERVISOR},
    "discard_import": {SUPERVISOR},
    "units": {SUPERVISOR},
    "unit": {SUPERVISOR},
    "open_unit": {SUPERVISOR},
    "close_unit": {SUPERVISOR},
    "reopen_unit": {SUPERVISOR},
    "drop_name": {SUPERVISOR},
    "unlink_unit": {SUPERVISOR},
    "posts": {SUPERVISOR},
    "post": {SUPERVISOR},
    "open_post": {SUPERVISOR},
    "unit_names": {SUPERVISOR, LEADER, DEPUTY, SECURITY},
    "people": {SYSTEM, SECURITY},
    "person": {SYSTEM, SECURITY},
    "open_account": {SYSTEM},
    "close_account": {SYSTEM},
    "reopen_account": {SYSTEM},
    "reset_password": {SYSTEM},
    "reset_second_factor": {SECURITY},
    "withdraw_role": {SECURITY},
    "journal": {AUDIT},
    "verify_journal": {AUDIT},
}
# Buttons, pressed with an empty form: who may press them; everybody else gets 403
BUTTONS: dict[str, set[Role]] = {
    "change_import_line": {SUPERVISOR},
    "fill_sure": {SUPERVISOR},
    "issue_import": {SUPERVISOR},
    "revise_plan": {SUPERVISOR},
    "export_journal": {AUDIT},
    "receive_notice": {LIAISON, DISTRICT},
    "answer_notice": {LIAISON, DISTRICT},
    "sign_answer": {APPROVER},
    "review_answer": {SUPERVISOR},
    "save_view": READERS,
    "drop_view": READERS,
}
# Addresses that lead everybody who is signed in on
OPEN = {"root", "home", "account", "choose_large"}
# The library that signs people in has tests of its own
LIBRARY = "accounts/"
# <int:task> in an address
SUBJECT = re.compile(r"<int:(?P<name>\w+)>")


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Our own addresses; those of the library that signs people in stand under one prefix."""
    for entry in resolver.url_patterns:
        if not isinstance(entry, URLResolver):
            yield entry
        elif str(entry.pattern) != LIBRARY:
            yield from patterns(entry)


def test_every_address_stands_in_the_table() -> None:
    named = {pattern.name for pattern in patterns(get_resolver())}
    assert named == PAGES.keys() | BUTTONS.keys() | OPEN


@pytest.fixture
def subjects(plan: Plan) -> dict[str, int]:
    """What the addresses are about: a task of the education bureau, and a document that is being looked through."""
    document = import_plan(actor=operator(), government=plan.government, received=receive("分解.txt", PLAN.encode()))
    grant = Grant.objects.get(account__username="alice")
    bureau = Unit.objects.get(name="教育局")
    table = receive("一季度.md", PROGRESS.replace("三季度", "一季度").encode())
    reports = take_progress(actor=operator(), plan=plan, received=table).round.reports
    task = plan.tasks.order_by("order")[0]
    december = Round.objects.create(plan=plan, period="M12", cutoff=date(2026, 12, 31))
    laid = Unsigned.objects.create(round=december, task=task, unit=bureau, text="写好了。", written_at=timezone.now())
    return {
        "notice": served(operator(), task, bureau).pk,
        "unsigned": laid.pk,
        "report": reports.order_by("pk")[0].pk,
        "task": task.pk,
        "document": document.pk,
        "line": document.drafts.all()[0].pk,
        "government": plan.government_id,
        "account": grant.account_id,
        "unit": bureau.pk,
        "name": bureau.names.get().pk,
        "post": open_post(actor=operator(), government=plan.government, title="市长", holder="沈砚秋").pk,
        "grant": grant.pk,
        "view": 1,
        "plan": plan.pk,
        "flag": TaskFlag.objects.create(task=task, code="no-lead", message="谁牵头？").pk,
    }


def addresses(names: dict[str, set[Role]], subjects: dict[str, int]) -> dict[str, str]:
    """Each name with its address."""
    known = {pattern.name: str(pattern.pattern) for pattern in patterns(get_resolver())}
    return {name: reverse(name, kwargs={key: subjects[key] for key in SUBJECT.findall(known[name])}) for name in names}


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_a_page_opens_for_those_who_may(subjects: dict[str, int], sign_in: SignIn, role: Role | None) -> None:
    browser = sign_in(role)
    got = {name: browser.get(address).status_code for name, address in addresses(PAGES, subjects).items()}
    if role is None:
        assert got == dict.fromkeys(PAGES, 302)
    else:
        assert got == {name: 200 if role in allowed else 403 for name, allowed in PAGES.items()}


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_a_button_works_for_those_who_may(subjects: dict[str, int], sign_in: SignIn, role: Role | None) -> None:
    browser = sign_in(role)
    for name, address in addresses(BUTTONS, subjects).items():
        assert browser.get(address).status_code == 405
        answer = browser.post(address)
        if role is None:
            assert answer.status_code == 302
            assert "/accounts/login/" in answer.headers["Location"]
        else:
            assert (answer.status_code != 403) is (role in BUTTONS[name]), name


def test_the_task_of_another_unit_is_not_there(plan: Plan, sign_in: SignIn) -> None:
    browser = sign_in(Role.UNIT_LIAISON)
    own, other, _ = plan.tasks.order_by("order")
    assert [browser.get(f"/tasks/{task.pk}/").status_code for task in (own, other)] == [200, 404]


# Of a notice that a government below served about what was handed down: who above may open it, and press its buttons
FROM_ABOVE: dict[str, set[Role]] = {
    "task": {SUPERVISOR, LEADER, DEPUTY},
    "task_history": {SUPERVISOR, LEADER, DEPUTY},
    "notice": {SUPERVISOR, LEADER},
    "notice_file": {SUPERVISOR, LEADER},
    "escalate_notice": set(),
    "withdraw_notice": set(),
    "review_answer": set(),
    "receive_notice": set(),
    "answer_notice": set(),
}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_what_was_pressed_below_is_read_by_some_above_and_changed_by_none(
    handed: list[Task], dora: Actor, sign_in: SignIn, role: Role
) -> None:
    task = handed[0]
    bureau = open_unit(actor=operator(), government=task.government, name="民政局")
    correct_units(actor=dora, task=task, units=[("民政局", "lead")], reason="分工")
    notice, browser = served(dora, task, bureau), sign_in(role)
    found = addresses(FROM_ABOVE, {"task": task.pk, "notice": notice.pk})
    for name, address in found.items():
        is_button = name in BUTTONS
        answer = browser.post(address) if is_button else browser.get(address)
        assert (answer.status_code == 200) is (role in FROM_ABOVE[name]), name
    notice.refresh_from_db()
    assert notice.state == State.SERVED

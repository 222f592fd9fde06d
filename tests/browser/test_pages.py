"""Every page, wide and on a phone, in both sizes of type: nothing lies over anything, nobody is shut out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver
from django.utils import timezone
from playwright.sync_api import Page

from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.cascade import hand_down
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.figures import correct_figures
from luoshi.records.register.models import Government, Task, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.entering import import_document
from luoshi.records.reporting.models import Round, Unsigned
from luoshi.records.supervision.answering import answer_notice, receive_notice
from luoshi.records.supervision.models import Answer, Notice
from tests.browser.conftest import sign_in
from tests.records.cascade import issue_projects, open_county, report_of
from tests.records.conftest import PLAN, PROGRESS, Hire
from tests.records.pressing import overdue, served
from tests.records.revising import BEDS, BUSES, STATIONS, corrected, issued
from tests.records.test_correcting import CORRECTED, MORE
from tests.records.test_figures import changed
from tests.web.test_access import SUBJECT, patterns, subjects
from tests.web.test_import_kinds import REPORT

__all__ = ["subjects"]

Visits = list[tuple[str, Actor | None]]

LAYOUT: Final = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
FOCUS: Final = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
LARGE: Final = "is => document.documentElement.classList.toggle('is-large', is)"
# Each page is opened once and stretched; what large type changes is one class of the page
WIDE, NARROW, HEIGHT = 1440, 390, 900
SHAPES: Final = ((WIDE, False), (NARROW, False), (NARROW, True), (WIDE, True))
ASK: Final = "asked => axe.run(document, asked)"
# Of what axe asks, this depends on the room there is, names do not; a phone shows bars and labels that a wide screen
# hides, and they have colours of their own
LAID_OUT: Final = {"runOnly": ["target-size", "scrollable-region-focusable", "color-contrast"]}
SUPERVISOR, SYSTEM, SECURITY, AUDIT = Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN
LIAISON, APPROVER = Role.UNIT_LIAISON, Role.UNIT_APPROVER

# Address by name → who looks at it
PAGES: Final[dict[str, Role]] = {
    **dict.fromkeys(
        ("tasks", "task", "correct_wording", "correct_units", "correct_figures", "settle_flag", "account", "handed"),
        SUPERVISOR,
    ),
    **dict.fromkeys(("search", "together", "replace_unit", "accept_reports", "settle_doubts"), SUPERVISOR),
    **dict.fromkeys(("serve_notices", "serve_notice", "notices", "notice"), SUPERVISOR),
    **dict.fromkeys(("escalate_notice", "withdraw_notice"), SUPERVISOR),
    "task_history": SUPERVISOR,
    "write_report": LIAISON,
    **dict.fromkeys(("to_sign", "sign_report"), APPROVER),
    **dict.fromkeys(("review_report", "hand_down", "share_out"), SUPERVISOR),
    **dict.fromkeys(("compare_import", "relate_import", "unlink_unit"), SUPERVISOR),
    **dict.fromkeys(("imports", "import", "import_lines", "import_line", "accept_alike", "discard_import"), SUPERVISOR),
    **dict.fromkeys(("units", "unit", "open_unit", "close_unit", "reopen_unit", "drop_name"), SUPERVISOR),
    **dict.fromkeys(("posts", "post", "open_post"), SUPERVISOR),
    **dict.fromkeys(("people", "person", "open_account", "close_account", "reopen_account", "reset_password"), SYSTEM),
    **dict.fromkeys(("reset_second_factor", "withdraw_role"), SECURITY),
    **dict.fromkeys(("journal", "verify_journal"), AUDIT),
}
# What is no page of its own: files, buttons, parts, and addresses that lead on
NO_PAGES: Final = {
    *("root", "home", "choose_large", "export_tasks", "save_view", "drop_view", "plan_file", "import_file"),
    *("change_import_line", "fill_sure", "issue_import", "unit_names", "export_journal", "revise_plan"),
    *("notice_file", "receive_notice", "answer_notice", "sign_answer", "review_answer"),
}
# Pages of the library that signs people in, lists that hold nothing, and what is told when something is wrong
STRANGERS: Final = ("/accounts/login/", "/accounts/inactive/", "/accounts/3rdparty/login/error/", "/nowhere/")
PREVIEW: Final = "/tasks/together/units/?successor=商务局&since=2026-01-01&reason=职责划转"
OTHERS: Final = (
    *(
        "/search/?words=管网",
        "/search/?words=jyj",
        "/tasks/?words=天狗",
        "/tasks/?group=leader",
        "/units/?words=天狗",
        "/notices/?show=ended",
        "/people/",
        "/nowhere/",
    ),
    *("/accounts/logout/", "/accounts/password/change/", "/accounts/reauthenticate/"),
    *("/accounts/2fa/", "/accounts/2fa/totp/activate/"),
)


def test_every_named_page_is_looked_at() -> None:
    named = {pattern.name for pattern in patterns(get_resolver())}
    assert named == PAGES.keys() | NO_PAGES


@pytest.fixture
def others(taken: Round, city: Government) -> list[str]:
    """Pages of what goes between governments and of corrections, where there is much to tell."""
    rows = receive("进展.md", f"{PROGRESS}| 9 | 举办龙舟赛。 | 体育局 | 已举办。 |\n".encode())
    table = import_document(actor=operator(), government=city, received=rows)
    projects = issue_projects(city)
    for name, username in (("东屿区", "dora"), ("南漪县", "nils")):
        open_county(city, name, username)
    beds = projects.tasks.get(name="老有所养")
    below = hand_down(actor=operator(), task=beds)[0]
    report_of(below, "已新增护理型床位112张。")
    document = corrected(issued(city, BEDS, STATIONS, BUSES), BEDS.replace("240", "260"), STATIONS)
    other = import_plan(
        actor=operator(), government=city, received=receive("更正.txt", PLAN.encode()), revises=taken.plan
    )
    promises = receive("报告.txt", REPORT.replace("2026", "2027").encode())
    report = import_document(actor=operator(), government=city, received=promises)
    return [
        f"/imports/{report.pk}/",
        f"/imports/{table.pk}/lines/{table.drafts.get(doubts=1).pk}/",
        *(f"/tasks/{beds.pk}/", f"/tasks/{beds.pk}/hand-down/", f"/tasks/{below.pk}/"),
        *(f"/imports/{document.pk}/changes/", f"/imports/{document.pk}/corrects/", f"/imports/{other.pk}/changes/"),
    ]


@pytest.fixture
def again(taken: Round, city: Government) -> list[str]:
    """Pages of what is told once more: a table of a round that was reported, figures that were adjusted."""
    rows = receive("更正.md", (CORRECTED + MORE).encode())
    table = import_document(actor=operator(), government=city, received=rows)
    task = taken.plan.tasks.get(number=2)
    adjusted = replace(changed(task, 60), since=taken.cutoff)
    correct_figures(actor=operator(), task=task, correction=adjusted)
    return [f"/imports/{table.pk}/changes/", f"/tasks/{task.pk}/figures/?on=all", f"/tasks/{task.pk}/figures/?on=x"]


@pytest.fixture
def pressed(subjects: dict[str, int]) -> dict[str, str]:
    """Pages of notices by how far they are: one that is overdue, one to answer, to sign, to decide on."""
    task, bureau = Task.objects.get(pk=subjects["task"]), Unit.objects.get(name="教育局")
    notices = {name: served(operator(), task, bureau) for name in ("overdue", "received", "laid", "answered")}
    overdue(notices.pop("overdue"))
    for notice in notices.values():
        receive_notice(actor=operator(), notice=notice)
    answer_notice(actor=operator(), notice=notices["answered"], text="因征地晚了，已加班，12月10日前完成。")
    Answer.objects.create(notice=notices["laid"], text="写好了。", state="laid", written_at=timezone.now())
    late = Notice.objects.get(state="served", answer_by__lt=timezone.localdate())
    return {name: f"/notices/{notice.pk}/" for name, notice in (*notices.items(), ("overdue", late))}


@pytest.fixture
def visits(
    subjects: dict[str, int], others: list[str], again: list[str], pressed: dict[str, str], alice: Actor, hire: Hire
) -> Visits:
    """Each address with who opens it, somebody's pages together."""
    administrators = {role: hire(role, role.value) for role in (SYSTEM, SECURITY, AUDIT)}
    units = {LIAISON: hire(LIAISON, "liaison", "教育局"), APPROVER: hire(APPROVER, "approver", "财政局")}
    actors = {SUPERVISOR: alice, **units, **administrators}
    # The liaison has the page to write on, the approver of another unit something to sign
    Unsigned.objects.update(unit=Unit.objects.get(name="财政局"))
    known = {pattern.name: f"/{pattern.pattern}" for pattern in patterns(get_resolver())}
    named = [
        (SUBJECT.sub(lambda found: str(subjects[found["name"]]), known[name]), actors[role])
        for name, role in PAGES.items()
    ]
    preview = f"{PREVIEW}&plan={subjects['plan']}&former={Unit.objects.get(name='建设局').pk}"
    told: list[tuple[str, Actor]] = [*named, *((address, alice) for address in (*others, *again, preview, *OTHERS))]
    signer = hire(APPROVER, "signer", "教育局")
    told += [(pressed[name], alice) for name in ("overdue", "answered")]
    told += [(pressed["received"], units[LIAISON]), (pressed["laid"], signer), ("/notices/", units[LIAISON])]
    return [*((address, None) for address in STRANGERS), *sorted(told, key=lambda visit: visit[1].name)]


def test_no_page_is_crowded_or_shuts_anybody_out(page: Page, visits: Visits) -> None:
    inside: Actor | None = None
    found: list[str] = []
    for address, actor in visits:
        if actor and actor is not inside:
            page.context.clear_cookies()
            sign_in(page, actor)
            inside = actor
        found += faults(page, address)
    assert found == []


def test_on_a_phone_pale_words_are_found(page: Page, alice: Actor) -> None:
    """What only a phone shows has colours of its own: the bar of pages, made pale by hand."""
    sign_in(page, alice)
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    assert list(shut_out(Axe().run(page, options=LAID_OUT).response)) == []
    page.evaluate("document.querySelector('.tabs a:last-child').style.color = '#c4c4c4'")
    assert [fault.split()[0] for fault in shut_out(page.evaluate(ASK, LAID_OUT))] == ["color-contrast"]


def faults(page: Page, address: str) -> Iterator[str]:
    """What is wrong with a page, wide and narrow, in both sizes of type."""
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.goto(address)
    if unquote(page.url).removesuffix(address).count("/") != 2:
        yield f"{address}: leads to {page.url}"
    asked = Axe().run(page, options={"resultTypes": ["violations"]}).response
    yield from (f"{address}: {fault}" for fault in shut_out(asked))
    for width, is_large in SHAPES:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.evaluate(LARGE, is_large)
        yield from (f"{address} at {width}{', large' * is_large}: {fault}" for fault in page.evaluate(LAYOUT))
        if (width, is_large) == (NARROW, False):
            asked = page.evaluate(ASK, LAID_OUT)
            yield from (f"{address} at {width}: {fault}" for fault in shut_out(asked))
        page.keyboard.press("Tab")
        yield from (f"{address} at {width}{', large' * is_large}: {fault}" for fault in page.evaluate(FOCUS))


def shut_out(answer: dict[str, Any]) -> Iterator[str]:
    """What axe found serious or critical."""
    for each in answer["violations"]:
        if each["impact"] in {"serious", "critical"}:
            yield f"{each['id']} {each['nodes'][0]['html'][:120]}"

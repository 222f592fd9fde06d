"""Every page needs as many queries when there is more of everything as when there is little."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.roles import Role
from luoshi.records.register.models import Task
from tests.web.conftest import SignIn
from tests.web.crowd import crowd
from tests.web.test_access import PAGES, addresses, subjects

__all__ = ["subjects"]

# Page → the most queries that it needs, with those that every page needs: session, account, roles, what waits
MOST = {
    "search": 5,
    "tasks": 16,
    "task": 19,
    "task_history": 12,
    "export_tasks": 14,
    **dict.fromkeys(("correct_wording", "correct_units"), 10),
    **dict.fromkeys(("correct_figures", "settle_flag"), 11),
    "together": 9,
    **dict.fromkeys(("replace_unit", "accept_reports", "settle_doubts"), 7),
    "serve_notices": 8,
    "write_report": 15,
    "to_sign": 6,
    "sign_report": 14,
    "review_report": 13,
    "notices": 9,
    "notice": 7,
    "notice_file": 5,
    "serve_notice": 11,
    "escalate_notice": 7,
    "withdraw_notice": 5,
    "share_out": 10,
    **dict.fromkeys(("hand_down", "handed"), 13),
    "plan_file": 4,
    "imports": 7,
    "import": 11,
    "import_lines": 7,
    "import_line": 13,
    "compare_import": 11,
    "relate_import": 6,
    "import_file": 4,
    "accept_alike": 7,
    "discard_import": 5,
    "units": 12,
    "unit": 15,
    "open_unit": 6,
    **dict.fromkeys(("close_unit", "reopen_unit"), 5),
    "drop_name": 6,
    "unlink_unit": 5,
    "posts": 11,
    "post": 12,
    "open_post": 6,
    "unit_names": 5,
    **dict.fromkeys(("people", "person"), 7),
    "open_account": 5,
    **dict.fromkeys(("close_account", "reopen_account", "reset_password", "reset_second_factor"), 4),
    "withdraw_role": 5,
    "journal": 10,
    "verify_journal": 4,
}
FEW, MANY = range(2), range(2, 11)
# Pages about a task that is shared out among places
OF_SHARES: dict[str, set[Role]] = {"share_out": set(), "hand_down": set()}


def test_every_page_has_its_count() -> None:
    assert MOST.keys() == PAGES.keys()


def reader(name: str) -> Role:
    """Who opens a page."""
    return min(PAGES[name], key=list(Role).index)


def count_all(browsers: dict[Role, Client], subjects: dict[str, int], beds: Task) -> dict[str, int]:
    """How many queries each page needs, opened a second time; the lock of PostgreSQL's journal is none."""
    about = addresses(PAGES, subjects) | addresses(OF_SHARES, {**subjects, "task": beds.pk})
    return dict(_counted(browsers, about))


def _counted(browsers: dict[Role, Client], about: dict[str, str]) -> Iterator[tuple[str, int]]:
    for name, address in about.items():
        browser = browsers[reader(name)]
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200, name
        yield name, len([each for each in queries if "advisory" not in each["sql"]])


@pytest.mark.usefixtures("handed")
def test_pages_need_no_more_queries_for_more_rows(subjects: dict[str, int], sign_in: SignIn, beds: Task) -> None:
    browsers = {role: sign_in(role) for role in {reader(name) for name in PAGES}}
    few = count_all(browsers, crowd(subjects, beds, FEW), beds)
    many = count_all(browsers, crowd(subjects, beds, MANY), beds)
    assert {name: (few[name], many[name]) for name in many if many[name] > few[name]} == {}
    assert {name: number for name, number in many.items() if number > MOST[name]} == {}

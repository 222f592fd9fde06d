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

# Page → the most queries that it needs, with those that every page needs: session, account, roles
MOST = {
    **dict.fromkeys(("search", "plan_file", "import_file", "verify_journal"), 4),
    "unit_names": 5,
    "tasks": 14,
    "export_tasks": 14,
    "task": 16,
    "correct_wording": 9,
    "correct_units": 9,
    "correct_figures": 10,
    "settle_flag": 10,
    "together": 8,
    **dict.fromkeys(("replace_unit", "accept_reports", "settle_doubts"), 6),
    "write_report": 14,
    "to_sign": 5,
    "sign_report": 13,
    "review_report": 12,
    "share_out": 9,
    "hand_down": 12,
    "handed": 12,
    "imports": 6,
    "import": 10,
    "import_lines": 6,
    "import_line": 12,
    "compare_import": 10,
    "relate_import": 5,
    "accept_alike": 6,
    "discard_import": 4,
    "units": 11,
    "unit": 14,
    **dict.fromkeys(("open_unit", "drop_name"), 5),
    **dict.fromkeys(("close_unit", "reopen_unit", "unlink_unit"), 4),
    "posts": 10,
    "post": 11,
    "open_post": 5,
    "people": 7,
    "person": 7,
    **dict.fromkeys(("open_account", "withdraw_role"), 5),
    **dict.fromkeys(("close_account", "reopen_account", "reset_password", "reset_second_factor"), 4),
    "journal": 11,
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

"""What every page shows around itself: the office's name and the pages that the person may open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government
from luoshi.records.supervision.queries import count_waiting
from luoshi.web.access import owed
from luoshi.web.links import page

# Whoever is not signed in and reads in large type says so with every request.
LARGE = "large"


@dataclass(frozen=True, slots=True)
class Page:
    """An entry of the navigation. `icon` is one of the sheet's, `waiting` how much there waits for the person."""

    name: str
    address: str
    icon: str
    is_here: bool
    waiting: object = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that the navigation leads to, for those who have one of the rights.

    One that `is_between` governments stands there where the person's has one above or below; `count` tells how much
    waits there for an actor.
    """

    name: str
    view: str
    icon: str
    rights: tuple[Right, ...]
    is_between: bool = False
    count: Callable[[Actor], int] | None = None


ENTRIES = (
    Entry("签发", "to_sign", icon="writing-sign", rights=(Right.SIGN_REPORT,)),
    Entry("台账", "tasks", icon="list-details", rights=(Right.READ_REGISTER, Right.READ_OWN_TASKS)),
    Entry("督查单", "notices", icon="file-alert", rights=(Right.READ_NOTICES,), count=count_waiting),
    Entry("上下级", "handed", icon="arrows-split-2", rights=(Right.READ_REGISTER,), is_between=True),
    Entry("文件导入", "imports", icon="file-import", rights=(Right.IMPORT_DOCUMENT,)),
    Entry("单位与人员", "units", icon="users", rights=(Right.MANAGE_UNITS,)),
    Entry("账号", "people", icon="user-cog", rights=(Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES)),
    Entry("审计日志", "journal", icon="history", rights=(Right.READ_JOURNAL,)),
)


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a page: the office and the person above it, whether it is the page of their account, and the box."""

    office: str
    person: str
    pages: tuple[Page, ...]
    is_mine: bool
    can_search: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """`is_large`, and `shell` for those who are signed in, with what is `owed`; for the others the sign-in page's."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {
            "is_large": bool(request.COOKIES.get(LARGE)),
            "idle_minutes": settings.SESSION_COOKIE_AGE // 60,
            "office": SimpleLazyObject(_office),
        }
    office = user.government.name
    pages, is_mine = _pages(request), request.path == page("account")
    can_search = any(each.address == page("tasks") for each in pages) and request.path != page("search")
    frame = Shell(office, user.name, pages, is_mine=is_mine, can_search=can_search)
    first = SimpleLazyObject(lambda: owed(request))  # type: ignore[arg-type]  # DeskRequest
    return {"is_large": user.prefers_large, "office": office, "shell": frame, "owed": first}


def tokens(request: HttpRequest) -> dict[str, Any]:
    """What the forms of a page send back, made once where a page has many."""
    token = SimpleLazyObject(lambda: get_token(request))
    field = SimpleLazyObject(
        lambda: format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', str(token))
    )
    return {"csrf_token": token, "csrf_input": field}


def _office() -> str:
    """The government that is here, where it is the only one: of several nobody knows yet who comes in."""
    names = Government.objects.values_list("name", flat=True)[:2]
    return names[0] if len(names) == 1 else ""


def _waiting(actor: Actor, count: Callable[[Actor], int] | None) -> object:
    """Counted once, where a page shows it: what answers with a part of a page does not."""
    return SimpleLazyObject(lambda: count(actor)) if count else 0


def _pages(request: HttpRequest) -> tuple[Page, ...]:
    actor = request.actor  # type: ignore[attr-defined]  # DeskRequest
    user = request.user
    # Somebody is signed in where these are asked for
    is_between = bool(user.government.parent_id or getattr(user, "has_below", False))  # type: ignore[union-attr]
    return tuple(
        Page(entry.name, address, entry.icon, request.path.startswith(address), _waiting(actor, entry.count))
        for entry in ENTRIES
        if any(actor.has_anywhere(right) for right in entry.rights) and (is_between or not entry.is_between)
        for address in (page(entry.view),)
    )

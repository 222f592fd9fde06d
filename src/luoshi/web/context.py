"""What every page shows around itself: the office's name and the pages that the person may open."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from luoshi.records.people.roles import Right


@dataclass(frozen=True, slots=True)
class Page:
    """An entry of the navigation. `icon` is one of the sheet's."""

    name: str
    address: str
    icon: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that the navigation leads to, for those who have one of the rights."""

    name: str
    view: str
    icon: str
    rights: tuple[Right, ...]


ENTRIES = (
    Entry("台账", "tasks", icon="list-details", rights=(Right.READ_REGISTER, Right.READ_OWN_TASKS)),
    Entry("文件导入", "imports", icon="file-import", rights=(Right.IMPORT_DOCUMENT,)),
    Entry("单位与人员", "units", icon="users", rights=(Right.MANAGE_UNITS,)),
    Entry("账号", "people", icon="user-cog", rights=(Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES)),
    Entry("审计日志", "journal", icon="history", rights=(Right.READ_JOURNAL,)),
)


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a page."""

    office: str
    pages: tuple[Page, ...]


def shell(request: HttpRequest) -> dict[str, Any]:
    """`shell`, for those who are signed in."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    actor = request.actor  # type: ignore[attr-defined]
    pages = tuple(
        Page(entry.name, address, entry.icon, request.path.startswith(address))
        for entry in ENTRIES
        if any(actor.has_anywhere(right) for right in entry.rights)
        for address in (reverse(entry.view),)
    )
    return {"shell": Shell("政府督查室", pages)}

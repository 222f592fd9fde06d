"""Where one lands after signing in, and how one likes to read."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from luoshi.records.people.actions import choose_large
from luoshi.records.people.models import Account
from luoshi.web.access import DeskRequest, signed_in
from luoshi.web.context import ENTRIES


@signed_in
def home(request: DeskRequest) -> HttpResponse:
    """The first page that the person may open."""
    for entry in ENTRIES:
        if any(request.actor.has_anywhere(right) for right in entry.rights):
            return redirect(entry.view)
    raise PermissionDenied


@require_POST
@signed_in
def choose_large_type(request: DeskRequest) -> HttpResponse:
    """Large type on or off; back to the page that one came from."""
    account = request.user
    assert isinstance(account, Account)  # noqa: S101 (the guard has looked)
    choose_large(account=account, is_large=not account.prefers_large)
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "home")

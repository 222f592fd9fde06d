"""Where one lands after signing in, one's own account, and how one likes to read."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.records.people.actions import choose_large
from luoshi.records.people.models import Account
from luoshi.records.people.queries import roles_of
from luoshi.web.access import DeskRequest, came_from, signed_in
from luoshi.web.context import ENTRIES, LARGE
from luoshi.web.desk.tasks import first_list


@signed_in
def home(request: DeskRequest) -> HttpResponse:
    """The first page that the person may open, a leader's being what they lead; else their account."""
    for entry in ENTRIES:
        if any(request.actor.has_anywhere(right) for right in entry.rights):
            return redirect(reverse(entry.view) + (first_list(request.actor) if entry.view == "tasks" else ""))
    return redirect("account")


@signed_in
def show_account(request: DeskRequest) -> HttpResponse:
    """One's own account: what one may do where, and how one signs in."""
    account = request.user
    assert isinstance(account, Account)  # noqa: S101 (the guard has looked)
    has_factor = is_mfa_enabled(account, ["totp"])
    return render(request, "desk/account.html", {"roles": roles_of(account), "has_second_factor": has_factor})


@require_POST
def choose_large_type(request: HttpRequest) -> HttpResponse:
    """Large type on or off, before signing in too; back to the page that one came from."""
    response = redirect(came_from(request))
    if isinstance(request.user, Account):
        choose_large(account=request.user, is_large=not request.user.prefers_large)
    elif request.COOKIES.get(LARGE):
        response.delete_cookie(LARGE)
    else:
        response.set_cookie(LARGE, "1", httponly=True, samesite="Lax")
    return response

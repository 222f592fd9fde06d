"""Accounts and the roles that they hold."""

from django.http import HttpResponse
from django.shortcuts import render

from luoshi.records.people.models import Account
from luoshi.records.people.roles import Right
from luoshi.web.access import DeskRequest, with_right


@with_right(Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES)
def list_people(request: DeskRequest) -> HttpResponse:
    """Accounts with their roles of today."""
    accounts = Account.objects.prefetch_related("grants__unit").order_by("username")
    return render(request, "desk/people.html", {"accounts": accounts})

"""Signing in: accounts are opened by an administrator, never by whoever comes."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from luoshi.records.people.models import Account


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Single sign-on for accounts that are there: found by the user name that the identity provider tells."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie a first sign-in to the account of that name; without one the door stays closed."""
        if sociallogin.is_existing:
            return
        told = sociallogin.account.extra_data.get("userinfo", sociallogin.account.extra_data)
        account = Account.objects.filter(username=told.get("preferred_username") or "", is_active=True).first()
        if account is None:
            raise ImmediateHttpResponse(render(request, "account/unknown.html", status=403))
        sociallogin.connect(request, account)


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The page that says until when the door is closed."""
    return render(request, "account/locked.html", status=429)

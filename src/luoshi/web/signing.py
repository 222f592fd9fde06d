"""Signing in: accounts are opened by an administrator, never by whoever comes; what happens goes to the journal."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa import signals as factors
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from luoshi.records.people.actions import change_password
from luoshi.records.people.actions.visits import note_stranger, note_visit
from luoshi.records.people.actor import Actor, actor_of
from luoshi.records.people.models import Account
from luoshi.records.people.roles import GUARDED
from luoshi.web.access import address_of


class AccountAdapter(DefaultAccountAdapter):
    """What the library of sign-in does the office's way."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": "现在的密码不对。",
        "incorrect_password": "密码不对。",
        "rate_limited": "试得太快了，请过几分钟再试。",
        "too_many_login_attempts": "试得太多了，请 5 分钟后再试。",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave the counting of wrong passwords to axes, whose page says until when the door is closed."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Say how often one may still try; when that is never, the page that says so takes this one's place."""
        failures = getattr(request, "axes_failures_since_start", None)
        if failures is None:
            return
        raise ValidationError(f"账号或密码不对，还可以试 {max(0, settings.AXES_FAILURE_LIMIT - failures)} 次。")

    def clean_password(self, password: str, user: Account | None = None) -> str:
        """Refuse a new password that is the old one."""
        if user is not None and user.check_password(password):
            raise ValidationError("新密码不能和现在的一样。")
        return str(super().clean_password(password, user))

    def set_password(self, user: Account, password: str) -> None:
        """By the action that everybody uses."""
        change_password(actor=context.request.actor, account=user, password=password)

    def logout(self, request: HttpRequest) -> None:
        """Tell whoever came over the identity server that the way from there stays open."""
        ways = get_authentication_records(request, request.user)
        super().logout(request)
        if any(way.get("method") == "socialaccount" for way in ways):
            messages.info(request, "台账已经退出。统一身份认证那边还登录着，用公共电脑的，请到那边也退出。")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On to the first page."""
        return settings.LOGIN_REDIRECT_URL

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has signed in a moment ago need not say so again."""
        ways = get_authentication_records(context.request, context.request.user)
        return not ways or time.time() - ways[-1]["at"] > app_settings.REAUTHENTICATION_TIMEOUT


class SecondFactorAdapter(DefaultMFAAdapter):
    """One-time codes the office's way."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "您的角色必须用动态口令，不能停用。换手机请联系安全管理员解除后重新设置。",
        "incorrect_code": "动态口令不对，或者已经过期。请填手机上现在显示的 6 位数字。",
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not for those who must have one."""
        return not (settings.SECOND_FACTOR_REQUIRED and actor_of(authenticator.user, "").roles & GUARDED)


def name_of(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Under which name failures are counted: Zhou and ZHOU are one."""
    return str((credentials or {}).get("username") or "").lower()


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The page that says until when the door is closed."""
    username = name_of(request, getattr(request, "axes_credentials", None))
    attempts = AccessAttempt.objects.filter(username=username, ip_address=address_of(request))
    until = (attempts.aggregate(last=Max("attempt_time"))["last"] or timezone.now()) + get_cool_off(request)
    response = render(request, "account/locked.html", {"until": until}, status=429)
    response["Retry-After"] = max(1, int((until - timezone.now()).total_seconds()))
    return response


# ── The journal: these signals are the libraries' own places for it ─────────────────────────────────────────────────


def by_account(request: HttpRequest, account: Account) -> Actor:
    """Whoever signs in or out, from where."""
    return Actor(account.pk, account.name, address_of(request), frozenset())


def _not_known(request: HttpRequest) -> Actor:
    return Actor(None, "未登录", address_of(request), frozenset())


@receiver(user_logged_in)
def _note_sign_in(request: HttpRequest, user: Account, **_: Any) -> None:
    note_visit(actor=by_account(request, user), account=user, action="sign_in")


@receiver(user_logged_out)
def _note_sign_out(request: HttpRequest, user: Account | None, **_: Any) -> None:
    if user is not None:
        note_visit(actor=by_account(request, user), account=user, action="sign_out")


@receiver(user_login_failed)
def _note_failure(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Nothing is told of tries at a closed door: it would be the caller who decides how long the journal gets."""
    # What axes sets on a request
    if request is None or (request.axes_locked_out and request.axes_failures_since_start is None):  # type: ignore[attr-defined]
        return
    account = Account.objects.filter(username=name_of(request, credentials)).first()
    if account is None:
        note_stranger(address=address_of(request))
    else:
        note_visit(actor=_not_known(request), account=account, action="sign_in_failed")


@receiver(user_locked_out)
def _note_lock_out(request: HttpRequest, username: str, **_: Any) -> None:
    account = Account.objects.filter(username=username).first()
    # What axes sets on a request
    if account is not None and request.axes_failures_since_start is not None:  # type: ignore[attr-defined]
        note_visit(actor=_not_known(request), account=account, action="lock_out")


@receiver(factors.authentication_failed)
def _note_wrong_code(request: HttpRequest, user: Account, **_: Any) -> None:
    note_visit(actor=_not_known(request), account=user, action="wrong_code")


_WAYS = {
    (factors.authenticator_added, Authenticator.Type.TOTP): "set_second_factor",
    (factors.authenticator_removed, Authenticator.Type.TOTP): "drop_second_factor",
    (factors.authenticator_added, Authenticator.Type.RECOVERY_CODES): "make_recovery_codes",
    (factors.authenticator_reset, Authenticator.Type.RECOVERY_CODES): "make_recovery_codes",
}


@receiver([factors.authenticator_added, factors.authenticator_removed, factors.authenticator_reset])
def _note_second_factor(
    signal: Any, request: HttpRequest, user: Account, authenticator: Authenticator, **_: Any
) -> None:
    action = _WAYS.get((signal, Authenticator.Type(authenticator.type)))
    if action:
        note_visit(actor=by_account(request, user), account=user, action=action)

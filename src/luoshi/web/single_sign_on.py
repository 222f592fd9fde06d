"""Signing in over an identity server: for accounts that are there, and with a sentence for whatever goes wrong."""

import logging
from collections.abc import Callable
from typing import Any, Final

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from allauth.socialaccount.providers.openid_connect import views as identity
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import HTTPError, JSONDecodeError, RequestException

from luoshi.records.people.actions.visits import note_stranger, note_visit
from luoshi.records.people.models import Account
from luoshi.web.access import address_of
from luoshi.web.signing import by_account

_LOG = logging.getLogger(__name__)
# What a server tells of itself at /.well-known/openid-configuration, as far as it is asked for
_TOLD: Final = {"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "issuer"}
_NOT_FOUND: Final = 404

_SILENT: Final = "统一身份认证那边没有回应，可能正在维护，也可能网络不通。"
_NO_SERVER: Final = "给台账设的统一身份认证的地址不对：那里没有统一身份认证。"
_CLIENT: Final = "统一身份认证不认这个台账：给台账设的客户端编号或者密钥不对。"
_CLOCKS: Final = "统一身份认证发的凭据时间不对：两边服务器的时钟差得太多。"
_NOT_FOR_US: Final = "统一身份认证发的凭据不是给这个台账的：给台账设的地址或者客户端编号不对。"
_STALE: Final = "这次登录隔得太久，或者是在另一个窗口里开的头。"
_REFUSED: Final = "统一身份认证那边没有办成。"


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
        name = str(told.get("preferred_username") or "")
        account = Account.objects.filter(username=name.lower(), is_active=True).first()
        if account is None:
            note_stranger(address=address_of(request))
            raise ImmediateHttpResponse(render(request, "account/unknown.html", {"name": name[:64]}, status=403))
        sociallogin.connect(request, account)
        note_visit(actor=by_account(request, account), account=account, action="tie_identity")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say what is wrong, except that somebody gave up."""
        if error == AuthError.CANCELLED:
            return
        is_stale = exception is None and not (extra_context or {}).get("state")
        raise ImmediateHttpResponse(_refuse(request, _STALE if is_stale else reason_of(exception), exception))


def go_there(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead on to the identity server.

    A page does, and no redirection: a browser holds a form to `form-action` through all redirections that follow, and
    the server may send people on to wherever it asks for their password.
    """
    answer = _or_say_why(identity.login, request, provider_id)
    if request.method != "POST" or "Location" not in answer:
        return answer
    there = answer.headers["Location"]
    page = render(request, "socialaccount/leaving.html", {"there": there})
    page.headers["Refresh"] = f"0; url={there}"
    return page


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Whoever the identity server sends back is signed in, or told why not."""
    return _or_say_why(identity.callback, request, provider_id)


def reason_of(error: BaseException | None) -> str:
    """What a user is told of a failure."""
    match error:
        case JSONDecodeError() | KeyError():
            return _NO_SERVER
        case HTTPError(response=response) if response is not None and response.status_code == _NOT_FOUND:
            return _NO_SERVER
        case RequestException():
            return _SILENT
    match error.__cause__ if error else None:
        case jwt.ExpiredSignatureError() | jwt.ImmatureSignatureError():
            return _CLOCKS
        case jwt.InvalidIssuerError() | jwt.InvalidAudienceError():
            return _NOT_FOR_US
    return _CLIENT if "invalid_client" in str(error) else _REFUSED


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _or_say_why(view: Callable[[HttpRequest, str], Any], request: HttpRequest, provider_id: str) -> HttpResponse:
    """The library's view; where the server does not answer, or tells too little of itself, the page that says so."""
    try:
        answer: HttpResponse = view(request, provider_id)
    except RequestException as error:
        return _refuse(request, reason_of(error), error, status=503)
    except KeyError as error:
        if not _TOLD.intersection(error.args):
            raise
        return _refuse(request, reason_of(error), error, status=503)
    return answer


def _refuse(request: HttpRequest, why: str, error: BaseException | None, status: int = 401) -> HttpResponse:
    if error:
        _LOG.warning("统一身份认证：%s（%r，%r）", why, error, error.__cause__)
    return render(request, "socialaccount/authentication_error.html", {"why": why}, status=status)

"""Who is asking: the actor of a request, and pages that only those see who have a right."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from luoshi.records.people.actor import Actor, actor_of
from luoshi.records.people.models import Account
from luoshi.records.people.roles import GUARDED, Right

View = Callable[..., HttpResponse]
Found = TypeVar("Found")
# Somebody who is not signed in may do nothing.
NOBODY = Actor(None, "", "", frozenset())
_SECOND_FACTOR = "second_factor"


class DeskRequest(HttpRequest):
    """A request that has passed the middleware: `actor` is who asks, `htmx` tells whether a part of a page will do."""

    actor: Actor
    htmx: HtmxDetails


class ActorMiddleware:
    """Gives each request its actor; the grants are read when somebody asks for them."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]  # DeskRequest
        return self.get_response(request)


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return NOBODY
    return actor_of(request.user, address_of(request))


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: what the outermost proxy of our own saw, nothing that a browser claims."""
    proxies = settings.TRUSTED_PROXIES
    passed = [address.strip() for address in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < proxies <= len(passed) and passed[-proxies]:
        return passed[-proxies][:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def or_404(found: Found | None) -> Found:
    """What was found; a page about what is not there, or not for this person, is not there."""
    if found is None:
        raise Http404
    return found


def came_from(request: HttpRequest) -> str:
    """The address of the page here that something was sent from; where a browser does not say, the first page."""
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return urlsplit(back)._replace(scheme="", netloc="").geturl() if is_ours else "/"


def signed_in(view: View) -> View:
    """A page for everybody who is signed in, and has changed the first password and set up what their role asks for."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _asked_in(request)
        first = owed(request)
        return redirect(first) if first else view(request, *args, **kwargs)

    return guarded


def with_right(*rights: Right) -> Callable[[View], View]:
    """A page for those who have one of the rights anywhere; what it shows is chosen by the queries."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.actor.has_anywhere(right) for right in rights):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return signed_in(guarded)

    return guard


def owed(request: DeskRequest) -> str | None:
    """The address of what must be done before anything else."""
    assert isinstance(request.user, Account)  # noqa: S101 (the guard has looked)
    if request.user.must_change_password and not _came_over_identity_server(request):
        return "account_change_password"
    if settings.SECOND_FACTOR_REQUIRED and request.actor.roles & GUARDED and not _has_second_factor(request):
        return "mfa_activate_totp"
    return None


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _asked_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back to the page that was asked for, or that something was sent from.

    What somebody wrote meanwhile is not lost: it is shown first.
    """
    is_asked = request.method == "GET"
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        minutes = settings.SESSION_COOKIE_AGE // 60
        lost = "" if is_asked else "刚才的没有保存。"
        messages.info(request, f"登录已失效：超过 {minutes} 分钟没有操作，或者密码改过。{lost}请重新登录。")
    sent = redirect_to_login(request.get_full_path() if is_asked else came_from(request))
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(sent.url)
    written = [] if is_asked else _written(request)
    shown = {"written": written, "sign_in": sent.url}
    return render(request, "account/lapsed.html", shown, status=403) if written else sent


def _written(request: HttpRequest) -> list[str]:
    """The words of a form, each once; marks and numbers alone are quickly chosen again."""
    values = (value.strip() for _, sent in request.POST.lists() for value in sent)
    return list(dict.fromkeys(value for value in values if not value.isascii()))


def _came_over_identity_server(request: HttpRequest) -> bool:
    """Somebody who signs in there has no use for the password that they were given here."""
    ways = get_authentication_records(request, request.user)
    return any(way["method"] == "socialaccount" for way in ways)


def _has_second_factor(request: HttpRequest) -> bool:
    """Asked of the database once a session."""
    if not request.session.get(_SECOND_FACTOR):
        request.session[_SECOND_FACTOR] = is_mfa_enabled(request.user, ["totp"])
    return bool(request.session[_SECOND_FACTOR])

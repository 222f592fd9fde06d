"""Who is asking: the actor of a request, and pages that only those see who have a right."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from luoshi.records.people.actor import Actor, actor_of
from luoshi.records.people.roles import Right

View = Callable[..., HttpResponse]
# Somebody who is not signed in may do nothing.
NOBODY = Actor(None, "", "", frozenset())


class DeskRequest(HttpRequest):
    """A request that has passed the middleware: `actor` is who asks."""

    actor: Actor


class ActorMiddleware:
    """Gives each request its actor; the grants are read when somebody asks for them."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return NOBODY
    return actor_of(request.user, address_of(request))


def address_of(request: HttpRequest) -> str:
    """Where the request comes from. A proxy in front must set it; what a browser claims is not believed."""
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def signed_in(view: View) -> View:
    """A page for everybody who is signed in; a first password is changed before anything else."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if request.user.must_change_password:
            return redirect("account_change_password")
        return view(request, *args, **kwargs)

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

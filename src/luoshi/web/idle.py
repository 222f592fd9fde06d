"""A session that is used goes on; one that is not ends after `SESSION_COOKIE_AGE`."""

import time

from django.http import HttpRequest, HttpResponse

from luoshi.web.access import View

_TOUCHED = "touched"
# So seldom is it written that somebody is there: most pages then write nothing
_SECONDS = 60


class IdleMiddleware:
    """Writes the session of somebody who is signed in once a minute, which prolongs it."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and time.time() - request.session.get(_TOUCHED, 0) >= _SECONDS:
            request.session[_TOUCHED] = int(time.time())
        return response

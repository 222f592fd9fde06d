"""What a browser is shown when something breaks or cannot be taken: that nothing was changed, and what to do."""

import logging
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import timezone

_LOG = logging.getLogger(__name__)
# What PostgreSQL keeps in no text, and no keyboard types
_NUL = "\0"


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of the program; asks the database for nothing, which may be what is broken."""
    number = f"{timezone.localtime():%m%d-%H%M}-{secrets.token_hex(2).upper()}"
    _LOG.error("错误编号 %s：%s %s", number, request.method, request.path)
    return HttpResponse(loader.get_template("500.html").render({"number": number}), status=500)


class PlainTextMiddleware:
    """Answers what has characters that no database keeps before any page reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The page that says so; it stands behind the token's check, which has read the form."""
        sent = [request.GET, request.POST] if request.method == "POST" else [request.GET]
        is_plain = all(_NUL not in text for form in sent for name, texts in form.lists() for text in (name, *texts))
        return None if is_plain else render(request, "400.html", status=400)

"""What a browser is shown when something breaks: that nothing was changed, and a number for the administrator."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import timezone

_LOG = logging.getLogger(__name__)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of the program; asks the database for nothing, which may be what is broken."""
    number = f"{timezone.localtime():%m%d-%H%M}-{secrets.token_hex(2).upper()}"
    _LOG.error("错误编号 %s：%s %s", number, request.method, request.path)
    return HttpResponse(loader.get_template("500.html").render({"number": number}), status=500)

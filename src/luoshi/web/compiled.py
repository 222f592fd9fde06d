"""Templates that Jinja2 compiles: what is long, and read all day, with the tags and filters of the others."""

from functools import lru_cache
from typing import Any

from django.template.defaultfilters import floatformat
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django_htmx.jinja import htmx_script
from jinja2 import Environment

from luoshi.web import links
from luoshi.web.desk.gauges import Gauge
from luoshi.web.joining import JoinedLines
from luoshi.web.templatetags import luoshi, register

# So many of the latest are remembered: what they are made of says all of it
_KEPT = 8_192


def environment(**options: Any) -> Environment:
    """What Django asks for: see TEMPLATES in the settings."""
    made = Environment(**options, extensions=[JoinedLines])  # noqa: S701 (Django's options have autoescape)
    made.globals |= {
        "day": register.day,
        "dot": dot,
        "figures": figures,
        "floatformat": floatformat,
        "htmx_script": htmx_script,
        "icon": luoshi.icon,
        "judged": judged,
        "period": register.period,
        "ruler": ruler,
        "share_bar": luoshi.share_bar,
        "static": links.file,
        "url": links.page,
    }
    return made


@lru_cache(maxsize=_KEPT)
def figures(text: str) -> SafeString:
    """The filter."""
    return luoshi.figures(text)


def judged(verdict: str, step: str, points: str = "") -> SafeString:
    """The tag."""
    return _judged(verdict, step, points, links.file(luoshi.SHEET))


@lru_cache(maxsize=_KEPT)
def _judged(verdict: str, step: str, points: str, _sheet: str) -> SafeString:
    return register.judged(verdict, step, points)


@lru_cache(maxsize=_KEPT)
def ruler(gauge: Gauge) -> SafeString:
    """The tag."""
    return render_to_string("luoshi/_ruler.html", luoshi.ruler(gauge.bar))


@lru_cache(maxsize=_KEPT)
def dot(gauge: Gauge) -> SafeString:
    """The tag."""
    return render_to_string("luoshi/_dot.html", register.dot(gauge))

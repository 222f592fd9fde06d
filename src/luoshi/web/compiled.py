"""Templates that Jinja2 compiles: what is long, and read all day, with the tags and filters of the others."""

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from django.template.defaultfilters import floatformat
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django_htmx.jinja import htmx_script
from jinja2 import Environment, Template
from markupsafe import Markup, escape

from luoshi.web import links
from luoshi.web.desk.gauges import Gauge
from luoshi.web.joining import JoinedLines
from luoshi.web.templatetags import luoshi, register

# So many of the latest are remembered: what they are made of says all of it
_KEPT = 8_192
# What no text of a page may hold as it is
_MARK = re.compile("[&<>'\"]")


class Page(Template):
    """A template whose values are escaped by `escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 (the library's name)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template; what Jinja2 compiles asks for the function by its name."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


def escaped(value: Any) -> str:
    """What `escape` gives of it. What becomes a piece of the page at once need not be made known as one: a page has
    nearly a thousand, and to make a `Markup` of each took a tenth of its time.
    """
    kind = type(value)
    if kind is str:
        return escape(value) if _MARK.search(value) else value
    if kind is int:
        return str(value)
    return value if kind is SafeString or kind is Markup else escape(value)


def environment(**options: Any) -> Environment:
    """What Django asks for: see TEMPLATES in the settings."""
    made = Environment(**options, extensions=[JoinedLines])  # noqa: S701 (Django's options have autoescape)
    made.template_class = Page
    made.filters |= {"dot": dot, "figures": figures, "judged": judged, "ruler": ruler}
    made.globals |= {
        "day": register.day,
        "floatformat": floatformat,
        "htmx_script": htmx_script,
        "icon": luoshi.icon,
        "period": register.period,
        "share_bar": luoshi.share_bar,
        "static": links.file,
        "url": links.page,
        "urls": links.form,
    }
    return made


@lru_cache(maxsize=_KEPT)
def figures(text: str) -> SafeString:
    """The filter."""
    return luoshi.figures(text)


@lru_cache(maxsize=_KEPT)
def judged(verdict: str, step: str, points: str = "") -> SafeString:
    """The tag."""
    return register.judged(verdict, step, points)


@lru_cache(maxsize=_KEPT)
def ruler(gauge: Gauge) -> SafeString:
    """The tag."""
    return render_to_string("luoshi/_ruler.html", luoshi.ruler(gauge.bar))


@lru_cache(maxsize=_KEPT)
def dot(gauge: Gauge) -> SafeString:
    """The tag."""
    return render_to_string("luoshi/_dot.html", register.dot(gauge))

"""The templates of what stands on a page fifty times over: compiled by Jinja2, with the same tags and filters."""

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString
from jinja2 import Environment

from luoshi.web.desk.gauges import Gauge
from luoshi.web.templatetags import luoshi, register

# So many of the latest are remembered: what they are made of says all of it
_KEPT = 4_096


def environment(**options: Any) -> Environment:
    """What Django asks for: see TEMPLATES in the settings."""
    made = Environment(**options, trim_blocks=False)  # noqa: S701 (Django's options have autoescape)
    made.globals |= {
        "dot": dot,
        "figures": figures,
        "icon": luoshi.icon,
        "judged": register.judged,
        "ruler": ruler,
        "share_bar": luoshi.share_bar,
        "task_address": task_address,
    }
    return made


@lru_cache(maxsize=_KEPT)
def figures(text: str) -> SafeString:
    """The filter."""
    return luoshi.figures(text)


@lru_cache(maxsize=_KEPT)
def ruler(gauge: Gauge) -> SafeString:
    """The tag's template."""
    return render_to_string("luoshi/_ruler.html", luoshi.ruler(gauge.bar))


@lru_cache(maxsize=_KEPT)
def dot(gauge: Gauge) -> SafeString:
    """The tag's template."""
    return render_to_string("luoshi/_dot.html", register.dot(gauge))


def task_address(task: int) -> str:
    """The address of a task's page."""
    return _task_address(get_script_prefix(), task)


@lru_cache(maxsize=_KEPT)
def _task_address(_: str, task: int) -> str:
    return reverse("task", args=[task])

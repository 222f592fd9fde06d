"""What many pages are made of: chips, notes, what stands where a list is empty, options, numbers of tasks, styles."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from luoshi.web.links import file
from luoshi.web.templatetags import luoshi

register = template.Library()

# A note's kind → its icon; for the sheet of icons:
# icon="alert-circle" icon="alert-triangle" icon="circle-check" icon="info-circle"
SIGNS: Mapping[str, str] = {
    "bad": "alert-circle",
    "doubt": "alert-triangle",
    "good": "circle-check",
    "info": "info-circle",
}
# What is left out when it is not said
_NOTHING = mark_safe("")


class Numbered(Protocol):
    """A task, by its number as printed and the row under that number."""

    number: int
    sub: int | None


@register.simple_block_tag
def chip(content: str, kind: str, icon: str, more: str = "") -> SafeString:
    """How something stands, in a word or two with an icon; `more` are classes."""
    style = f"v v-{kind} {more}" if more else f"v v-{kind}"
    return format_html('<span class="{}">{}{}</span>', style, luoshi.icon(icon), content)


@register.simple_block_tag
def note(content: str, kind: str, icon: str = "", role: str = "", below: str = "mb-3") -> SafeString:
    """A box that tells something bad, good, doubtful or just good to know; what is bad is read out at once."""
    style = f"note note-{kind} {below}" if below else f"note note-{kind}"
    said = role or ("alert" if kind == "bad" else "")
    spoken = format_html(' role="{}"', said) if said else _NOTHING
    sign = luoshi.icon(icon or SIGNS[kind])
    return format_html('<div class="{}"{}>{}<div>{}</div></div>', style, spoken, sign, content)


@register.simple_block_tag
def blank(content: str, heading: str, icon: str) -> SafeString:
    """What stands where a list would: that it is empty, why, and what to do."""
    return format_html('<div class="blank">{}<h2>{}</h2>{}</div>', luoshi.icon(icon), heading, content)


@register.simple_tag
def options(listed: Iterable[tuple[Any, str]], chosen: Any = None) -> SafeString:
    """The options of a select, out of pairs of a value and what it is called."""
    drawn = ((value, _chosen(is_chosen=value == chosen), name) for value, name in listed)
    return format_html_join("", '<option value="{}"{}>{}</option>', drawn)


def _chosen(*, is_chosen: bool) -> SafeString:
    return mark_safe(" selected") if is_chosen else _NOTHING


@register.filter
def numbered(task: Numbered) -> str:
    """The number as printed: 12; the second row under it: 12-2."""
    return f"{task.number}-{task.sub}" if task.sub else f"{task.number}"


@register.simple_tag
def styles(*names: str) -> SafeString:
    """Style sheets of a page beside those of every page."""
    addresses = ((file(f"luoshi/{name}.css"),) for name in names)
    return format_html_join("", '<link rel="stylesheet" href="{}">', addresses)


@register.simple_tag
def script(name: str) -> SafeString:
    """A script of a page; the page works without it."""
    return format_html('<script src="{}" defer></script>', file(f"luoshi/{name}.js"))

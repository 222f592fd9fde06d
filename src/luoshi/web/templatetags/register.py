"""Tags of the register's pages: days, periods, and what a ruler without a share of the year shows."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from luoshi.records.register.models import TaskUnit
from luoshi.web.desk.gauges import TICK, Gauge
from luoshi.web.desk.passages import Piece
from luoshi.web.templatetags.luoshi import chip, figures, icon
from luoshi.web.templatetags.parts import options
from luoshi.writing.words import period_words

register = template.Library()

FACET = """\
<div class="form-check facet">\
<input class="form-check-input" type="checkbox" name="approved" value="{key}" id="k-{key}"{checked}>\
<label for="k-{key}">{label}</label>{content}</div>"""


@register.simple_tag
def judged(name: str, step: str = "", points: str = "") -> SafeString:
    """The chip of a verdict with how many points there are between: 欠进度·黄 欠15.6点."""
    kind, sign, words = chip(name, step)
    small = format_html("<small>{}</small>", points) if points else ""
    return format_html('<span class="v v-{}">{}{}{}</span>', kind, icon(sign), words, small)


@register.simple_tag
def role_options(chosen: str) -> SafeString:
    """The roles that a unit may have in a task; the lead's bears the mark that documents print."""
    marked = ((role.value, f"▲{role.label}" if role is TaskUnit.Role.LEAD else role.label) for role in TaskUnit.Role)
    return options(marked, chosen)


@register.simple_block_tag
def facet(content: str, key: str, label: str, *, is_doubtful: bool = False) -> SafeString:
    """A difference between a document and the register, with a box to approve it by."""
    checked = "" if is_doubtful else " checked"
    return format_html(FACET, content=content, key=key, label=label, checked=checked)


@register.filter
def marked(piece: Piece) -> SafeString:
    """Words that were added or taken away, as such; others as they are."""
    form = {"ins": "<ins>{}</ins>", "del": "<del>{}</del>"}.get(piece.mark, "{}")
    return format_html(form, piece.words)


@register.filter
def sums(text: str) -> SafeString:
    """The sentence of a verdict: it may be parted at its marks, never within 欠 15.6 点."""
    return figures(text.replace(" ", "\u00a0"))


@register.inclusion_tag("luoshi/_dot.html")
def dot(gauge: Gauge, *, is_large: bool = False) -> dict[str, Any]:
    """A level beside its target: a dot for what was reported, a tick for the target."""
    label = f"{gauge.metric}，报 {gauge.done}，目标 {gauge.aim}"
    middle = 13 if is_large else 7
    return {"gauge": gauge, "label": label, "tick": TICK, "is_large": is_large, "middle": middle}


@register.filter
def day(when: date | None) -> str:
    """9月30日; with its year when that is not this one."""
    if when is None:
        return ""
    local = timezone.localtime(when) if isinstance(when, datetime) else when
    year = "" if local.year == timezone.localdate().year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日"


@register.filter
def moment(when: datetime) -> str:
    """9月30日 08:05"""
    return f"{day(when)} {timezone.localtime(when):%H:%M}"


@register.filter
def short_day(when: date | None) -> str:
    """9-30; with its year when that is not this one."""
    if when is None:
        return ""
    return brief(timezone.localtime(when) if isinstance(when, datetime) else when, timezone.localdate())


def brief(day: date, today: date) -> str:
    """The same of a local day, where many are told on one page."""
    year = "" if day.year == today.year else f"{day.year}-"
    return f"{year}{day.month}-{day.day}"


@register.filter
def period(name: str) -> str:
    """Q3 → 三季度"""
    return period_words(name)

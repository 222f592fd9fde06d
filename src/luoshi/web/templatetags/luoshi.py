"""Filters and tags of all templates: figures that keep their unit, verdicts, icons, the ruler."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from luoshi.language.quantities.measures import SCALE, read_unit
from luoshi.web.links import file

if TYPE_CHECKING:
    from django.http import HttpRequest

register = template.Library()

# 1600 of 1600列以上, 22 of 22亿元, 6.5% of 6.5%左右
NUMBER = re.compile(r"[≥≤≈]?[0-9][0-9.,]*(?:[-—~～][0-9.,]+)?[%‰％]?")
# 月底, 以上。: what may follow a figure and its unit and must not begin a line
TAIL = re.compile(r"(?:[月日号](?:份|底|末)?)?(?:以上|以内|以下|左右)?[，。；、：）”]*")

# Verdict and step → class of the chip, icon, words
CHIPS: Mapping[tuple[str, str], tuple[str, str, str]] = {
    ("done", ""): ("done", "circle-check", "已完成"),
    ("ahead", ""): ("ahead", "trending-up", "超进度"),
    ("on_track", ""): ("on", "check", "达进度"),
    ("behind", "蓝"): ("blue", "d1", "欠进度·蓝"),
    ("behind", "黄"): ("yellow", "d2", "欠进度·黄"),
    ("behind", "橙"): ("yellow", "d2", "欠进度·橙"),
    ("behind", "红"): ("red", "d3", "欠进度·红"),
    ("behind", ""): ("blue", "d1", "欠进度"),
    ("qualitative", ""): ("judge", "user-check", "定性待核"),
    ("not_due", ""): ("wait", "hourglass", "未到节点"),
    ("no_data", ""): ("other", "dots-circle-horizontal", "没有数据"),
    ("", ""): ("miss", "circle-dashed", "未报"),
}
# Icons of the chips, by name, for the sheet of icons: icon="circle-check" icon="trending-up" icon="check"
# icon="user-check" icon="hourglass" icon="dots-circle-horizontal" icon="circle-dashed"
# The sheet of icons, which a page names a hundred times
SHEET = "vendor/icons.svg"


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sheet; with a label where it stands alone."""
    told = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="i" {}><use href="{}#{}"/></svg>', told, file(SHEET), name)


@register.filter
def figures(text: str) -> SafeString:
    """Text in which a figure, its unit and its 以上 stay on one line."""
    parts, end = [], 0
    while number := NUMBER.search(text, end):
        parts.append(escape(text[end : number.start()]))
        end = _end_of_figure(text, number.end())
        parts.append(format_html('<span class="nb">{}</span>', text[number.start() : end]))
    parts.append(escape(text[end:]))
    return mark_safe("".join(parts))  # noqa: S308 (each part is escaped)


def _end_of_figure(text: str, end: int) -> int:
    """Behind the unit of a number, its 以上 and the mark that closes it."""
    size = SCALE.match(text, end)
    end = size.end() if size else end
    unit = read_unit(text, end)
    tail = TAIL.match(text, unit[0] if unit else end)
    return tail.end() if tail else end


@register.filter
def fours(code: str) -> str:
    """ABCDEFGH → ABCD EFGH, as one types it."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


@register.filter
def item(values: Mapping[str, Any], name: str) -> Any:
    """What a mapping has under a name that the template holds."""
    return values.get(name, "")


@register.filter
def plain(value: Decimal | None) -> str:
    """5600 → 5,600; 22.50 → 22.5; nothing → —."""
    if value is None:
        return "—"
    whole, _, rest = f"{Decimal(value).normalize():f}".partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


@register.inclusion_tag("luoshi/_ruler.html")
def ruler(judged: Mapping[str, Any], *, is_large: bool = False) -> dict[str, Any]:
    """What is done of a target beside what should be: fill, tick, and the frame of what is missing, in percent.

    The ruler ends at 100 %, or at what is done where that is more; then a mark stands at 100 %.
    """
    ratio, expected = float(judged.get("ratio") or 0), float(judged.get("expected") or 0)
    scale = max(1.0, ratio)
    done, due = ratio / scale, min(1.0, expected) / scale
    top, thick = (6, 12) if is_large else (4, 7)
    return {
        "done": f"{done * 100:.2f}",
        "due": f"{due * 100:.2f}",
        "end": f"{100 / scale:.2f}" if scale > 1 else "",
        "missing": f"{max(0.0, due - done) * 100:.2f}",
        "kind": chip(judged.get("verdict", ""), judged.get("step") or "")[0],
        "label": f"完成 {ratio:.1%}，序时 {expected:.1%}",
        "is_large": is_large,
        "height": 26 if is_large else 14,
        "top": top,
        "thick": thick,
        "foot": top + thick + 3,
    }


def chip(name: str, step: str | None) -> tuple[str, str, str]:
    """Class, icon and words of a verdict; a step of a ladder of one's own (橙·警示) looks as its colour does."""
    step = step or ""
    known = CHIPS.get((name, step))
    if known:
        return known
    kind, sign, words = CHIPS.get((name, step[:1])) or CHIPS.get((name, ""), CHIPS["", ""])
    return kind, sign, f"{words.partition('·')[0]}·{step}" if step else words


@register.simple_tag(takes_context=True)
def address(context: Mapping[str, Any], **changes: object) -> str:
    """This page's address with some parameters changed, and the page number dropped."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else request.path


@register.simple_tag
def share_bar(counts: list[tuple[str, int]]) -> SafeString:
    """A bar of how many have which verdict: pairs of a chip's kind and a count, in their order."""
    total = sum(count for _, count in counts) or 1
    gap, left, parts = 0.35, 0.0, []
    for kind, count in counts:
        width = count / total * (100 - gap * len(counts))
        parts.append((kind, f"{left:.2f}", f"{width:.2f}"))
        left += width + gap
    bars = format_html_join("", '<rect class="s-{}" x="{}%" width="{}%" height="10"/>', parts)
    return format_html('<svg class="bar" width="100%" height="10" aria-hidden="true">{}</svg>', bars)

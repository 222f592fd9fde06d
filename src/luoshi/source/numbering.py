"""The numbers that Word draws before paragraphs: `numbering.xml` and the styles that refer to it."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from luoshi.source.ordinal import draw
from luoshi.source.wordml import W, is_on, number_of, value_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

# The number of a level in its text: "%1" in "（%1）", "%1.%2".
PLACEHOLDER: Final = re.compile(r"%([1-9])")

LONGEST_PATTERN: Final = 60
"""Characters of a level's text; no real one has more."""

MOST_ANCESTORS: Final = 20
"""Styles that a style may be based on, one on the other."""


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs of one depth of a list are numbered. `restart` is the depth whose use starts it anew."""

    start: int
    style: str
    pattern: str
    suffix: str
    restart: int | None
    is_legal: bool
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list (w:num): lists of one `family` (w:abstractNum) go on counting each other, unless `starts` says anew."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists by their number, and the (list, depth) that paragraph styles give."""

    listings: dict[str, Listing]
    styles: dict[str, tuple[str | None, int | None]]
    default_style: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How far each family has counted, and which lists have begun."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


def read_numbering(numbering: "_Element | None", styles: "_Element | None") -> Numbering:
    """The numbering of a document from its parts, either of which may be missing."""
    paragraph_styles = _read_styles(styles)
    default = None
    for style in () if styles is None else styles.iterfind(W + "style"):
        if style.get(W + "default") in {"1", "true"} and style.get(W + "type") == "paragraph":
            default = style.get(W + "styleId")
    return Numbering(_read_listings(numbering, paragraph_styles), paragraph_styles, default)


def draw_mark(numbering: Numbering, counts: Counts, properties: "_Element | None") -> str:
    """The mark before a paragraph with these properties (w:pPr), counting it; "" where it has none."""
    number, depth = _position(numbering, properties)
    listing = numbering.listings.get(number or "")
    level = None if listing is None else listing.levels.get(depth)
    if number is None or listing is None or level is None:
        return ""
    values = _count(listing, counts, number, depth)
    mark = PLACEHOLDER.sub(lambda place: _draw_level(listing, values, int(place[1]) - 1, level), level.pattern)
    return mark + _suffix(mark, level) if level.style != "bullet" else ""


def _position(numbering: Numbering, properties: "_Element | None") -> tuple[str | None, int]:
    """List and depth of a paragraph: its own come before those of its style."""
    style = value_of(properties, "pStyle") or numbering.default_style
    number, depth = numbering.styles.get(style or "", (None, None))
    own = None if properties is None else properties.find(W + "numPr")
    number = value_of(own, "numId") or number
    own_depth = number_of(own, "ilvl")
    listing = numbering.listings.get(number or "")
    if own_depth is None and listing is not None:
        linked = [at for at, level in listing.levels.items() if level.paragraph_style == style and style]
        depth = linked[0] if linked else depth
    return number, own_depth if own_depth is not None else depth or 0


def _count(listing: Listing, counts: Counts, number: str, depth: int) -> dict[int, int]:
    """Count one paragraph more, and let the deeper levels start anew."""
    values = counts.values.setdefault(listing.family, {})
    if number not in counts.begun:
        counts.begun.add(number)
        for restarted in listing.starts:
            values.pop(restarted, None)
    values[depth] = values[depth] + 1 if depth in values else _start(listing, depth)
    for deeper in [at for at in values if at > depth]:
        level = listing.levels.get(deeper)
        if level is None or level.restart is None or depth < level.restart:
            del values[deeper]
    return values


def _start(listing: Listing, depth: int) -> int:
    return listing.starts.get(depth, listing.levels[depth].start if depth in listing.levels else 1)


def _draw_level(listing: Listing, values: dict[int, int], depth: int, drawn: Level) -> str:
    """The number of one depth; a legal level draws all depths in digits."""
    level = listing.levels.get(depth)
    style = "decimal" if level is None or drawn.is_legal else level.style
    return draw(style, values.get(depth, _start(listing, depth)))


def _suffix(mark: str, level: Level) -> str:
    """What stands between mark and text; a tab is a gap that “一、” has in its last character."""
    if level.suffix == "nothing" or not mark:
        return ""
    return " " if level.suffix == "space" or mark.isascii() else ""


def _read_listings(
    numbering: "_Element | None", styles: dict[str, tuple[str | None, int | None]]
) -> dict[str, Listing]:
    if numbering is None:
        return {}
    families = {node.get(W + "abstractNumId") or "": node for node in numbering.iterfind(W + "abstractNum")}
    nodes = {node.get(W + "numId") or "": node for node in numbering.iterfind(W + "num")}
    listings = {}
    for number, node in nodes.items():
        family = value_of(node, "abstractNumId") or ""
        linked, _ = styles.get(value_of(families.get(family), "numStyleLink") or "", (None, None))
        if linked in nodes:
            family = value_of(nodes[linked], "abstractNumId") or ""
        listings[number] = _read_listing(node, family, families.get(family))
    return listings


def _read_listing(node: "_Element", family: str, shared: "_Element | None") -> Listing:
    """A list: the levels of its family, some of them overridden."""
    levels = {} if shared is None else _read_levels(shared)
    starts = {}
    for override in node.iterfind(W + "lvlOverride"):
        levels |= _read_levels(override)
        depth = whole(override.get(W + "ilvl"))
        start = number_of(override, "startOverride")
        if depth is not None and start is not None:
            starts[depth] = start
    return Listing(family, levels, starts)


def _read_levels(node: "_Element") -> dict[int, Level]:
    return {whole(level.get(W + "ilvl")) or 0: _read_level(level) for level in node.iterfind(W + "lvl")}


def _read_level(node: "_Element") -> Level:
    style = node.find(f".//{W}numFmt")
    start = number_of(node, "start")
    return Level(
        start=0 if start is None else start,
        style=("decimal" if style is None else style.get(W + "val")) or "decimal",
        pattern=(value_of(node, "lvlText") or "")[:LONGEST_PATTERN],
        suffix=value_of(node, "suff") or "tab",
        restart=number_of(node, "lvlRestart"),
        is_legal=is_on(node, "isLgl"),
        paragraph_style=value_of(node, "pStyle"),
    )


def _read_styles(styles: "_Element | None") -> dict[str, tuple[str | None, int | None]]:
    """Style → (list, depth), taken from the style or from those it is based on."""
    nodes = {} if styles is None else {node.get(W + "styleId") or "": node for node in styles.iterfind(W + "style")}
    return {name: _inherited(nodes, name) for name in nodes}


def _inherited(nodes: dict[str, "_Element"], name: str) -> tuple[str | None, int | None]:
    number: str | None = None
    depth: int | None = None
    for _ in range(MOST_ANCESTORS):
        node = nodes.get(name)
        if node is None or number is not None:
            break
        own = node.find(f"{W}pPr/{W}numPr")
        number = value_of(own, "numId")
        depth = number_of(own, "ilvl") if depth is None else depth
        name = value_of(node, "basedOn") or ""
    return number, depth

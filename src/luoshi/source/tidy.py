"""Stray characters inside one line: which spans of it are the author's."""

import re

from luoshi.patterns import lazily

_CJK = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_GAP = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
_UNSEEN = r"\u200b-\u200f\u2060\ufeff\u00ad"
_FIGURE = r"0-9A-Za-z０-９Ａ-Ｚａ-ｚ%％‰<>≤≥=+~±"

# Zero-width characters and soft hyphens are dropped wherever they stand; gaps where a figure or a Latin word meets
# Chinese (增长 8%以上), its sign (8 %) or a punctuation mark (占 “三公” ). A gap between two words of Chinese,
# or after a closing bracket, stays: it may be what parts two names.
_STRAY = lazily(
    rf"""
    (?=[{_UNSEEN}]|{_GAP})
    (?:
      [{_UNSEEN}]
    | (?<=[{_CJK}]){_GAP}+(?=[{_FIGURE}])
    | (?<=[{_FIGURE}.]){_GAP}+(?=[{_CJK}])
    | (?<=[0-9０-９]){_GAP}(?=[%％‰])
    | (?<=[，。；：、！？“‘《（〔［〈【—(\[]){_GAP}+
    | {_GAP}+(?=[，。；：、！？”’》）〕］〉】“‘《（〔［〈【)\]])
    | (?<=[{_CJK}{_FIGURE}]){_GAP}+(?=[(\[,;:.])
    )
    """,
    re.VERBOSE,
)

# Characters set apart one by one: 责 任 单 位
_SINGLE = rf"{_CJK}０-９Ａ-Ｚ"
_SPACED_OUT = lazily(rf"(?<![{_SINGLE}])[{_SINGLE}](?:{_GAP}{{1,3}}[{_SINGLE}](?![{_SINGLE}]))+")
# The markup of sub- and superscripts: PM_{2.5}
_SCRIPT = re.compile(r"[_^]\{[^{}\s]{1,8}\}")
# ▍责任单位：… | 📍最新进展：… — what a page sets before a line to adorn it
_ORNAMENT = lazily(rf"(?:[\u2580-\u259f\u27a2-\u27a4\u2728\u2b50\ufe0f\U0001f300-\U0001faff]{_GAP}*)+(?=.)")
_GAPS = re.compile(rf"{_GAP}+")
# A text without any of these has nothing stray in it.
_SIGN = re.compile(rf"[{_UNSEEN}_^{_GAP[1:-1]}]")
_FIRST_ORNAMENT = "\u2580"  # of those above; letters and figures of the West stand before it


def tidy_spans(text: str) -> list[tuple[int, int]]:
    """The spans of `text` that stay, in order: trimmed at both ends and without stray gaps and markup."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] >= _FIRST_ORNAMENT and (ornament := _ORNAMENT.match(text, start)):
        start = ornament.end()
    end = len(text.rstrip())
    if not _SIGN.search(text, start, end):
        return [(start, end)] if start < end else []
    spans = []
    for hole_start, hole_end in _holes(text):
        if start < min(hole_start, end):
            spans.append((start, min(hole_start, end)))
        start = max(start, hole_end)
    if start < end:
        spans.append((start, end))
    return spans


def _holes(text: str) -> list[tuple[int, int]]:
    holes = [found.span() for found in _STRAY.finditer(text)]
    for script in _SCRIPT.finditer(text):
        holes.extend([(script.start(), script.start() + 2), (script.end() - 1, script.end())])
    for run in _SPACED_OUT.finditer(text):
        holes.extend(gap.span() for gap in _GAPS.finditer(text, run.start(), run.end()))
    return sorted(holes)

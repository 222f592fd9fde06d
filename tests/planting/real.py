"""Errors planted into the texts of the reference documents: each a pair of places and what is to stand there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# 、财政局、 within a list of names
_NAME = re.compile(r"(?<=、)[\u4e00-\u9fff]{2,8}(?:局|委|集团|街道|政府|指挥部)(?=、)")
# ▲发改局、经信局 | ▲发改局、▲财政局
_LEAD = re.compile(r"(?<=：)(?P<mark>▲)[^▲、）〕)\n]{2,12}、(?![^▲）〕)]*▲[^▲）〕)]*▲)")
# A task on one line, with its number and its text
_TASK = re.compile(r"^(?P<number>\d{1,3})\. ?(?P<text>[^（〔(\n]{16,80}。)", re.MULTILINE)
_SUM = re.compile(r"^\d{1,3}\. ?[^（〔(\n]{0,80}?\d ?(?P<scale>[万亿])(?!亿|里)", re.MULTILINE)
_SHARE = re.compile(r"(?<=\t)\d{2,6}(?=\t)")
_STRANGERS = "冶衣孝肓"
# A document's own spelling is known when a name stands there this often
_OFTEN = 6


@dataclass(frozen=True, slots=True)
class Error:
    """What is to stand at `start:end` of a text."""

    start: int
    end: int
    text: str


def plant(text: str, errors: Sequence[Error]) -> str:
    """The text with these errors in it."""
    for error in sorted(errors, key=lambda each: each.start, reverse=True):
        text = text[: error.start] + error.text + text[error.end :]
    return text


def mistyped(text: str) -> Iterator[Error]:
    """A character of a usual name replaced, left out, or exchanged with the next."""
    for index, found in enumerate(each for each in _NAME.finditer(text) if text.count(each[0]) >= _OFTEN):
        name, at = found[0], 1 + index % max(len(found[0]) - 2, 1)
        slips = (
            name[:at] + _STRANGERS[index % len(_STRANGERS)] + name[at + 1 :],
            name[:at] + name[at + 1 :],
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        )
        yield Error(*found.span(), slips[index % 3])


def doubled(text: str) -> Iterator[Error]:
    """A name once more behind itself."""
    yield from (Error(found.end(), found.end(), f"、{found[0]}") for found in _NAME.finditer(text))


def unmarked(text: str) -> Iterator[Error]:
    """The mark of a task's only or first lead lost."""
    yield from (Error(*found.span("mark"), "") for found in _LEAD.finditer(text))


def misnumbered(text: str) -> Iterator[Error]:
    """A number one too high, or that of the task before."""
    for index, found in enumerate(_TASK.finditer(text)):
        number = int(found["number"])
        if number > 2:
            yield Error(*found.span("number"), str(number + 1 if index % 2 else number - 1))


def promised_twice(text: str) -> Iterator[Error]:
    """The text of another task."""
    tasks = list(_TASK.finditer(text))
    for index, found in enumerate(tasks):
        yield Error(*found.span("text"), tasks[(index * 7 + 13) % len(tasks)]["text"])


def misdated(text: str) -> Iterator[Error]:
    """A limit of a year long past, or of one to come."""
    for index, found in enumerate(_TASK.finditer(text)):
        start = found.start("text")
        yield Error(start, start, "2019年底前" if index % 2 else "2041年6月底前")


def misscaled(text: str) -> Iterator[Error]:
    """万 for 亿, or 亿 for 万."""
    for found in _SUM.finditer(text):
        yield Error(*found.span("scale"), "万" if found["scale"] == "亿" else "亿")


def miscounted(text: str) -> Iterator[Error]:
    """A share or a total of a quota table changed."""
    yield from (Error(*found.span(), str(int(found[0]) + 7)) for found in _SHARE.finditer(text))

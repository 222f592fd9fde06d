"""A paragraph → the promises it holds: what is to be done, apart from the clause that says who does it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.language.lexicon.labels import CLAUSE_FIELDS, clause_field
from luoshi.language.names import is_surely_unit
from luoshi.model import Quote, Role
from luoshi.reading.clause import FORMS, LABEL, Clause, Era, labelled, listed, read_clause, sentence
from luoshi.reading.passage import cut, tight, trim

_OPENING, _CLOSING = "（(〔[【", "）)〕]】"
_STOPS = "。；;，,、"
_INNER_FORMS = tuple(form for form in FORMS if form is not listed)
# 由县教育局牵头，县财政局配合，… — duties told in the sentence itself
_CHUNK = re.compile(r"[^，,；;。]+[，,；;。]?")


@dataclass(frozen=True, slots=True)
class Promise:
    """`text` is what is promised, with its final mark; `quote` the passage it was read from; the clause may be empty.

    `more` are further passages of the same promise (① …, ② …), whose texts `text` holds too.
    """

    text: str
    quote: Quote
    clause: Clause
    more: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """A clause at `start:end` of a paragraph."""

    start: int
    end: int
    clause: Clause


def read_promises(quote: Quote, era: Era) -> tuple[Promise, ...]:
    """The promises of a paragraph, one for each clause in it; a paragraph without a clause is one promise."""
    groups = _joined(list(_bracket_groups(quote, era))) or list(_label_group(quote, era))
    if not groups:
        return (_prose_promise(quote, era) or Promise(tight(quote.text), quote, Clause()),)
    promises, start = [], 0
    for index, group in enumerate(groups):
        end = _mark_end(quote.text, group.end) if index + 1 < len(groups) else len(quote.text)
        promises.append(_promise(quote, start, group, end))
        start = end
    return tuple(promises)


def read_bare_clause(quote: Quote, era: Era) -> Clause | None:
    """The clause of a paragraph that holds nothing else: a label's own line, or a bracket set below its task."""
    groups = _joined(list(_bracket_groups(quote, era)))
    if len(groups) == 1 and not trim(cut(quote, 0, groups[0].start), _STOPS).text:
        rest = trim(cut(quote, groups[0].end, len(quote.text)), _STOPS)
        return groups[0].clause if not rest.text else None
    return labelled(quote, era)


def _promise(quote: Quote, start: int, group: _Group, end: int) -> Promise:
    before = trim(cut(quote, start, group.start))
    after = trim(cut(quote, group.end, end))
    text = tight(before.text) + tight(after.text)
    if len(text) > 1 and text[-1] in _STOPS and text[-2] in "。；！":
        text = text[:-1]
    return Promise(text, before if before.text else after, group.clause)


def _mark_end(text: str, end: int) -> int:
    while end < len(text) and (text[end] in _STOPS or text[end].isspace()):
        end += 1
    return end


def _bracket_groups(quote: Quote, era: Era) -> Iterator[_Group]:
    """The outermost brackets that hold a clause; a list of bare names counts only at the paragraph's end."""
    for start, end in _brackets(quote.text):
        is_last = not quote.text[end:].strip(_STOPS + " \n")
        inside = trim(cut(quote, start + 1, end - 1))
        clause = read_clause(inside, era, FORMS if is_last else _INNER_FORMS)
        if clause:
            yield _Group(start, end, clause)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Spans of outermost brackets; one that is never closed runs to the end when it opens a clause."""
    depth = start = 0
    for index, char in enumerate(text):
        if char in _OPENING:
            if depth == 0:
                start = index
            depth += 1
        elif char in _CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield start, index + 1
    if depth and LABEL.match(text, start + 1):
        yield start, len(text) + 1


def _joined(groups: list[_Group]) -> list[_Group]:
    """Clauses that touch — （牵头领导：…）（责任单位：…） — are one."""
    whole: list[_Group] = []
    for group in groups:
        if whole and group.start - whole[-1].end <= 1:
            whole[-1] = _Group(whole[-1].start, group.end, whole[-1].clause + group.clause)
        else:
            whole.append(group)
    return whole


def _label_group(quote: Quote, era: Era) -> Iterator[_Group]:
    """Labels without brackets behind the task: ……。牵头单位：县水利局。配合单位：各乡镇。"""
    for found in LABEL.finditer(quote.text):
        if clause_field(found["label"]) in CLAUSE_FIELDS:
            clause = labelled(cut(quote, found.start(), len(quote.text)), era)
            if clause:
                yield _Group(found.start(), len(quote.text), clause)
            return


def _prose_promise(quote: Quote, era: Era) -> Promise | None:
    """由县教育局牵头，县财政局配合，新建幼儿园6所。 | 新建幼儿园6所，由县教育局牵头。"""
    chunks = [found.span() for found in _CHUNK.finditer(quote.text)]
    lead = 0
    while lead < len(chunks) and _is_duty(quote, chunks[lead], era):
        lead += 1
    tail = len(chunks)
    while tail > lead and _is_duty(quote, chunks[tail - 1], era):
        tail -= 1
    if lead < tail and (lead or tail < len(chunks)):
        clause = _duties(quote, chunks[:lead], era) + _duties(quote, chunks[tail:], era)
        if any(unit.role in {Role.LEAD, Role.RESPONSIBLE} for unit in clause.units):
            rest = trim(cut(quote, chunks[lead][0], chunks[tail - 1][1]))
            end = "。" if tail < len(chunks) and quote.text.endswith("。") else ""
            return Promise(tight(rest.text.rstrip(_STOPS) + end if end else rest.text), rest, clause)
    return None


def _is_duty(quote: Quote, span: tuple[int, int], era: Era) -> bool:
    clause = sentence(trim(cut(quote, *span), _STOPS), era)
    return clause is not None and all(is_surely_unit(unit.name) or unit.name[0] == "各" for unit in clause.units)


def _duties(quote: Quote, spans: list[tuple[int, int]], era: Era) -> Clause:
    if not spans:
        return Clause()
    return sentence(trim(cut(quote, spans[0][0], spans[-1][1]), _STOPS), era) or Clause()

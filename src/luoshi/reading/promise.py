"""A paragraph → the promises it holds: what is to be done, apart from the clause that says who does it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.language.dates import is_only_due
from luoshi.language.lexicon.labels import CLAUSE_FIELDS, UNIT_FIELDS, Field
from luoshi.language.names import is_surely_unit, is_unit_list
from luoshi.model import Quote, Role
from luoshi.reading.clause import (
    FORMS,
    LABEL,
    Clause,
    ClauseForm,
    Era,
    field_clause,
    labelled,
    listed,
    read_clause,
    sentence,
)
from luoshi.reading.passage import clip, cut, tight

_OPENING, _CLOSING = "（(〔[［【", "）)〕]］】"
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
# 牵头单位 市教育局 | 完成时限12月底前
_LABEL_ALONE = re.compile(
    r"(?P<label>(?!各)[\u4e00-\u9fff（()）/]{0,8}?(?:单位|部门|时限|时间))\s?(?P<said>[^\s：:][^：:]{1,80})"
)
_DIGIT = re.compile(r"\d")
_MARK = re.compile("[、，,；;]")
_LONGEST_NAME = 14
_BEFORE_LABEL = ("【", "〔")
_STOPS = "。；;，,、"
INNER_FORMS = tuple(form for form in FORMS if form is not listed)
# 由县教育局牵头，县财政局配合，… — duties told in the sentence itself
_CHUNK = re.compile(r"[^，,；;。]+[，,；;。]?")
_SENTENCE = re.compile(r"[^。！]+[。！]?")
_POINTING_BACK = re.compile(r"(?:此|该|本|以上|上述)(?:项|几项|些)?(?:工作|任务|事项|项目)?")


@dataclass(frozen=True, slots=True)
class Promise:
    """`text` is what is promised, with its final mark; `quote` the passage it was read from; the clause may be empty.

    `more` are further passages of the same promise (① …, ② …), whose texts `text` holds too. Of one that is unanswered
    the clause is there and names nobody: （责任单位：）. `name` is what an item is called whose text a label tells.
    """

    text: str
    quote: Quote
    clause: Clause
    more: tuple[Quote, ...] = ()
    is_unanswered: bool = False
    name: Quote | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """A clause at `start:end` of a paragraph."""

    start: int
    end: int
    clause: Clause


def read_promises(quote: Quote, era: Era, *, inner_forms: Sequence[ClauseForm] = INNER_FORMS) -> tuple[Promise, ...]:
    """The promises of a paragraph, one for each clause in it; a paragraph without a clause is one promise.

    `inner_forms` are the clause forms that a bracket may hold behind which the text goes on.
    """
    groups = _joined(list(_bracket_groups(quote, era, inner_forms))) or list(_label_group(quote, era))
    if not groups:
        return _prose_promises(quote, era) or (Promise(tight(quote.text), quote, Clause()),)
    promises, start = [], 0
    for index, group in enumerate(groups):
        end = _mark_end(quote.text, group.end) if index + 1 < len(groups) else len(quote.text)
        promises.append(_promise(quote, start, group, end))
        start = end
    return tuple(promises)


def read_bare_clause(quote: Quote, era: Era) -> Clause | None:
    """The clause of a paragraph that holds nothing else: a label's own line, or a bracket set below its task."""
    groups = _joined(list(_bracket_groups(quote, era, INNER_FORMS)))
    if len(groups) == 1 and not clip(quote, 0, groups[0].start, _STOPS).text:
        rest = clip(quote, groups[0].end, len(quote.text), _STOPS)
        return groups[0].clause if not rest.text else None
    said = labelled(quote, era)
    return _unparted(quote, era) if said is None else said


def _unparted(quote: Quote, era: Era) -> Clause | None:
    """牵头单位 市教育局 — a label with nothing between it and names that can be only units', or a time limit."""
    found = _LABEL_ALONE.fullmatch(quote.text)
    field = era.label_field(found["label"]) if found else None
    if found is None or field not in UNIT_FIELDS | {Field.DUE}:
        return None
    said = cut(quote, *found.span("said"))
    is_said = is_only_due(said.text) if field is Field.DUE else _holds_units_alone(said.text)
    return field_clause(field, said, era) if is_said else None


def _holds_units_alone(text: str) -> bool:
    """Whether a text lists short names that can be only units'."""
    return (
        not _DIGIT.search(text) and is_unit_list(text) and all(len(each) <= _LONGEST_NAME for each in _MARK.split(text))
    )


def _promise(quote: Quote, start: int, group: _Group, end: int) -> Promise:
    before = clip(quote, start, group.start)
    after = clip(quote, group.end, end)
    text = tight(before.text) + tight(after.text)
    if len(text) > 1 and text[-1] in _STOPS and text[-2] in "。；！":
        text = text[:-1]
    is_unanswered = not (group.clause.units or group.clause.leaders)
    return Promise(text, before if before.text else after, group.clause, is_unanswered=is_unanswered)


def _mark_end(text: str, end: int) -> int:
    while end < len(text) and (text[end] in _STOPS or text[end].isspace()):
        end += 1
    return end


def _bracket_groups(quote: Quote, era: Era, inner_forms: Sequence[ClauseForm]) -> Iterator[_Group]:
    """The outermost brackets that hold a clause; bare names count at the end, and as 【市教育局】 in front."""
    for start, end in _brackets(quote.text):
        inside = clip(quote, start + 1, end - 1)
        is_front = start == 0 and quote.text[0] == "【" and era.label_field(inside.text) is None
        is_edge = is_front or not quote.text[end:].strip(_STOPS + " \n")
        clause = read_clause(inside, era, FORMS if is_edge else inner_forms)
        if clause is not None:
            yield _Group(start, end, clause)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Spans of outermost brackets; one that is never closed runs to the end when it opens a clause."""
    depth = start = 0
    for found in _BRACKET.finditer(text):
        if found[0] in _OPENING:
            if depth == 0:
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, found.end()
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
        if era.label_field(found["label"]) in CLAUSE_FIELDS:
            clause = labelled(cut(quote, found.start(), len(quote.text)), era)
            if clause is not None:
                start = found.start() - (quote.text[found.start() - 1 : found.start()] in _BEFORE_LABEL)
                yield _Group(start, len(quote.text), clause)
            return


def _prose_promises(quote: Quote, era: Era) -> tuple[Promise, ...]:
    """Sentences that tell who does what; one without a duty belongs to the duty that follows, or to the one before."""
    promises: list[Promise] = []
    pending: list[Quote] = []
    for found in _SENTENCE.finditer(quote.text):
        told = clip(quote, *found.span())
        promise = _prose_promise(told, era)
        duty = None if promise else _duties(told, [_unprefixed(told)], era)
        if promise:
            promises.append(_with_text_before(promise, pending))
        elif duty and duty.units and pending:
            promises.append(_with_text_before(Promise("", pending[0], duty), pending))
        else:
            pending.append(told)
            continue
        pending = []
    if promises and pending:
        last = promises[-1]
        behind = "".join(tight(each.text) for each in pending)
        promises[-1] = replace(last, text=last.text + behind, more=(*last.more, *pending))
    return tuple(promises)


def _with_text_before(promise: Promise, before: list[Quote]) -> Promise:
    if not before:
        return promise
    told = (promise.quote,) if promise.text else ()
    return replace(
        promise,
        text="".join(tight(each.text) for each in before) + promise.text,
        quote=before[0],
        more=(*before[1:], *told, *promise.more),
    )


def _unprefixed(quote: Quote) -> tuple[int, int]:
    """此项工作由市教育局牵头 — behind the words that point back."""
    found = _POINTING_BACK.match(quote.text)
    return (found.end() if found else 0, len(quote.text))


def _prose_promise(quote: Quote, era: Era) -> Promise | None:
    """由县教育局牵头，县财政局配合，新建幼儿园6所。 | 新建幼儿园6所，由县教育局牵头。"""
    chunks = [found.span() for found in _CHUNK.finditer(quote.text)]
    lead = _leading_duties(quote, chunks, era)
    dated = len(chunks) - _leading_dues(quote, chunks[::-1])
    tail = dated - _leading_duties(quote, chunks[lead:dated][::-1], era)
    if not lead < tail or (lead == 0 and tail == dated):
        return None
    tail = len(chunks) if tail == dated else tail
    clause = _duties(quote, chunks[:lead], era) + _duties(quote, chunks[tail:], era)
    if not any(unit.role in {Role.LEAD, Role.RESPONSIBLE} for unit in clause.units):
        return None
    rest = clip(quote, chunks[lead][0], chunks[tail - 1][1])
    text = tight(rest.text)
    if tail < len(chunks) and quote.text.endswith("。"):
        text = text.rstrip(_STOPS) + "。"
    return Promise(text, rest, clause)


def _leading_duties(quote: Quote, chunks: list[tuple[int, int]], era: Era) -> int:
    """How many chunks from the start tell duties and nothing else."""
    return next((index for index, span in enumerate(chunks) if not _is_duty(quote, span, era)), len(chunks))


def _leading_dues(quote: Quote, chunks: list[tuple[int, int]]) -> int:
    """How many chunks from the start set a time limit and nothing else."""
    return next((index for index, span in enumerate(chunks) if not is_only_due(quote.text[slice(*span)])), len(chunks))


def _is_duty(quote: Quote, span: tuple[int, int], era: Era) -> bool:
    return bool(_duties(quote, [span], era))


def _duties(quote: Quote, spans: list[tuple[int, int]], era: Era) -> Clause:
    """The clause of a run of chunks in which each name is surely a unit's."""
    if not spans:
        return Clause()
    clause = sentence(clip(quote, spans[0][0], spans[-1][1], _STOPS), era) or Clause()
    return clause if all(is_surely_unit(unit.name) or unit.name[0] == "各" for unit in clause.units) else Clause()

"""Responsibility clauses: who answers for a task, by when, however it is written.

A clause form is a function that takes a passage and gives the `Clause` it reads there, or None: it declines. The forms
are tried in the order of `FORMS`.
"""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.language.dates import parse_due
from luoshi.language.lexicon.labels import CLAUSE_FIELDS, UNIT_FIELDS, Field, clause_field
from luoshi.language.names import NameSpan, ends_as_unit, find_names, is_surely_unit, is_unit_list
from luoshi.language.people import are_posted_people, find_people
from luoshi.model import Due, Leader, Quote, Role, Unit
from luoshi.reading.passage import clip, cut, unwrapped

ROLES = {
    Field.LEAD: Role.LEAD,
    Field.RESPONSIBLE: Role.RESPONSIBLE,
    Field.COOPERATING: Role.COOPERATING,
    Field.GUIDING: Role.GUIDING,
}


@dataclass(frozen=True, slots=True)
class Era:
    """What a document's dates are counted from, and what labels of its own mean."""

    year: int | None = None
    issued_on: date | None = None
    labels: Mapping[str, Field] = dataclasses.field(default_factory=dict)

    def label_field(self, label: str) -> Field | None:
        """The field of a label of responsibility."""
        return clause_field(label) or self.labels.get(label)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a responsibility clause says; the units stand in printed order."""

    leaders: tuple[Leader, ...] = ()
    units: tuple[Unit, ...] = ()
    due: tuple[Due, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.leaders or self.units or self.due)

    def __add__(self, other: "Clause") -> "Clause":
        if not self or not other:
            return self or other
        return Clause(self.leaders + other.leaders, self.units + other.units, self.due + other.due)


ClauseForm = Callable[[Quote, Era], Clause | None]

# 牵头单位： | 牵头单位—— | 【牵头单位】 | ——牵头单位： | ●牵头单位： at the start or behind a mark or a gap
_LABEL_WORD = r"(?:[\u4e00-\u9fff]|[（(][^（()）]{1,8}[)）]|[/／]){2,16}?"
LABEL = re.compile(
    rf"(?:(?<=[，,；;。、\s（(〔\[［【）)】|｜])|^(?:(?:[—–-]{{1,2}}|[★☆◇◆●■□▪•·])\s?)?)(?P<label>{_LABEL_WORD})[)）〕\]］】]?\s?(?:[：:|｜]|[—–-]{{1,2}}|(?<=[】〕]))"
)
NOTHING = frozenset({"/", "／", "—", "-", "－", "无", "待定", ""})
"""What stands in a field that says nothing."""

_EDGE = " \t\n　，,；;。、：:【】|｜"
_MARK = re.compile(r"[▲★△▴]")

# 市教育局牵头，市财政局、市住建局按职责分工负责 — what a run of names is said to do
_DUTIES: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.LEAD,
        re.compile(
            r"(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:共同|联合|总|分别)?牵头(?:负责|落实|实施|抓总|推进|组织实施|办理)?$|主办$|分别负责$"
        ),
    ),
    (
        Field.COOPERATING,
        re.compile(
            r"(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:积极)?(?:配合|协同|协助|协办|参与|参加)(?:落实|实施|负责|推进)?$"
        ),
    ),
    (Field.GUIDING, re.compile(r"(?:负责)?(?:指导|督导|督促)(?:落实|推进)?$")),
    (
        Field.RESPONSIBLE,
        re.compile(
            r"(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分工|分别|具体|共同|各自)*(?:负责(?:落实|实施|推进)?|抓落实|组织实施|落实)$"
        ),
    ),
)
# Without one of these a passage tells no duty.
_DUTY_WORD = re.compile("会同|牵头|主办|负责|配合|协同|协助|协办|参与|参加|指导|督导|督促|落实|组织实施")
_CHUNK = re.compile(r"[，,；;。]")
_JOINT = re.compile(r"会同")
_SHORTEST_NAME = 2
_LONGEST_CHUNK = 60


def labelled(quote: Quote, era: Era) -> Clause | None:
    """牵头领导：…；牵头单位：…，责任单位：…；完成时限：… — labels anywhere, one at the very start; some empty.

    What stands behind a label of another field (联系人：…) is passed over.
    """
    labels = [(found, kind) for found in LABEL.finditer(quote.text) if (kind := era.label_field(found["label"]))]
    if not labels or labels[0][1] not in CLAUSE_FIELDS or clip(quote, 0, labels[0][0].start(), _EDGE + "〔").text:
        return None
    ends = [found.start() for found, _ in labels[1:]] + [len(quote.text)]
    parts = (
        field_clause(field, clip(quote, found.end(), end, _EDGE), era)
        for (found, field), end in zip(labels, ends, strict=True)
    )
    return sum(parts, Clause())


def marked(quote: Quote, era: Era) -> Clause | None:
    """▲市水利局、市农业农村局 — a list in which marks tell the leads."""
    units = read_units(quote, Role.UNMARKED) if _MARK.search(quote.text) else ()
    return Clause(units=units) if units else None


def sentence(quote: Quote, era: Era) -> Clause | None:
    """市教育局牵头，市财政局、市住建局配合 — names followed by what they do; 王远舟副市长 may lead them all."""
    if not _DUTY_WORD.search(quote.text):
        return None
    first = _CHUNK.search(quote.text)
    if first and are_posted_people(quote.text[: first.start()]):
        said = _said(clip(quote, first.end(), len(quote.text)), era)
        return Clause(leaders=read_leaders(cut(quote, 0, first.start()))) + said if said else None
    return _said(quote, era)


def _said(quote: Quote, era: Era) -> Clause | None:
    duties = list(_duties(quote))
    units = tuple(unit for field, names, _ in duties for unit in _dutiful(field, names))
    if not units or any(len(unit.name) < _SHORTEST_NAME for unit in units):
        return None
    return _with_rest(Clause(units=units), clip(quote, duties[-1][2], len(quote.text), _EDGE), era)


def _with_rest(clause: Clause, rest: Quote, era: Era) -> Clause:
    """What stands behind the last duty: more names (…牵头，市财政局、市住建局), or a date (…负责，6月底前完成)."""
    if not rest.text:
        return clause
    names = find_names(rest.text)
    if all(is_surely_unit(span.name) for span in names):
        return clause + Clause(units=_units(rest, names, Role.COOPERATING))
    return clause + Clause(due=tuple(due for due in read_due(rest, era) if due.by is not None))


def listed(quote: Quote, era: Era) -> Clause | None:
    """市发展改革委、市财政局、云岗海关、国铁集团 — names that end as units', most of which can be only theirs."""
    spans = find_names(quote.text)
    sure = sum(1 for span in spans if is_surely_unit(span.name))
    if spans and 3 * sure > 2 * len(spans) and all(ends_as_unit(span.name) for span in spans):
        return Clause(units=_units(quote, spans, Role.UNMARKED))
    return None


FORMS: tuple[ClauseForm, ...] = (labelled, marked, sentence, listed)


def read_clause(quote: Quote, era: Era, forms: Sequence[ClauseForm] = FORMS) -> Clause | None:
    """What the first form that takes the passage reads in it: nothing where its labels are empty."""
    return next((clause for form in forms if (clause := form(quote, era)) is not None), None)


def read_units(quote: Quote, role: Role) -> tuple[Unit, ...]:
    """The units of a list; a mark beside a name makes it a lead whatever the list's role."""
    return _units(quote, find_names(quote.text), role)


def read_leaders(quote: Quote) -> tuple[Leader, ...]:
    """The people of a list."""
    return tuple(Leader(span.name, span.post, cut(quote, span.start, span.end)) for span in find_people(quote.text))


def read_due(quote: Quote, era: Era) -> tuple[Due, ...]:
    """The dates of a 完成时限; the lines of a cell are read as one."""
    line = unwrapped(quote)
    spans = parse_due(line.text, year=era.year, issued_on=era.issued_on)
    return tuple(Due(span.by, line.cut(span.start, span.end)) for span in spans)


def lone_label(quote: Quote, era: Era) -> Field | None:
    """The field of a label that stands alone on its line, its list on the next."""
    found = LABEL.match(quote.text)
    return era.label_field(found["label"]) if found and found.end() == len(quote.text) else None


def field_clause(field: Field, quote: Quote, era: Era) -> Clause:
    """What stands behind a label of that field."""
    if quote.text in NOTHING or field not in CLAUSE_FIELDS:
        return Clause()
    if field in UNIT_FIELDS:
        return _unit_list(field, quote)
    return _leader_list(quote, era) if field is Field.LEADER else Clause(due=read_due(quote, era))


def _leader_list(quote: Quote, era: Era) -> Clause:
    """People behind a label, and what units are said to do behind them: 王远舟副市长，市教育局牵头，市财政局配合."""
    marks = _CHUNK.finditer(quote.text) if _DUTY_WORD.search(quote.text) else ()
    behind = ((each, quote.text[each.end() : each.end() + _LONGEST_CHUNK]) for each in marks)
    first = next((each for each, text in behind if is_surely_unit(_first_name(text))), None)
    said = sentence(clip(quote, first.end(), len(quote.text), _EDGE), era) if first else None
    if first and said:
        return Clause(leaders=read_leaders(cut(quote, 0, first.start()))) + said
    return Clause(leaders=read_leaders(quote))


def _first_name(text: str) -> str:
    """The first name of a list, without the duty said of it (市教育局牵头)."""
    name = next((span.name for span in find_names(text)), "")
    return next((name[: said.start()] for _, pattern in _DUTIES if (said := pattern.search(name))), name)


def _unit_list(field: Field, quote: Quote) -> Clause:
    """A list behind a label; 责任单位：市教育局牵头，市财政局配合 says itself who leads.

    责任科室：体卫艺科；各学校配合 — what is said behind a semicolon holds for those behind it alone.
    """
    if not _MARK.search(quote.text):
        stop = max(map(quote.text.rfind, "；;"))
        own, rest = clip(quote, 0, max(stop, 0)), clip(quote, stop + 1, len(quote.text))
        said = None if not own.text or _DUTY_WORD.search(own.text) else sentence(rest, Era())
        if said:
            return Clause(units=read_units(own, ROLES[field])) + said
        said = sentence(quote, Era())
        if said:
            return said
    return Clause(units=read_units(quote, ROLES[field]))


def _units(quote: Quote, spans: Iterable[NameSpan], role: Role) -> tuple[Unit, ...]:
    return tuple(
        Unit(span.name, Role.LEAD if span.is_lead else role, cut(quote, span.start, span.end)) for span in spans
    )


def _duties(quote: Quote) -> Iterator[tuple[Field, Quote, int]]:
    """Runs of names with the duty said of them, and where each duty ends."""
    start = position = 0
    text = quote.text
    if not _DUTY_WORD.search(text):
        return
    for end in [found.start() for found in _CHUNK.finditer(text)] + [len(text)]:
        chunk = text[position:end].rstrip()
        for field, pattern in _DUTIES:
            said = pattern.search(chunk)
            if said and (position > start or said.start() > 0):
                yield field, clip(quote, start, position + said.start(), _EDGE), min(end + 1, len(text))
                start = end + 1
                break
        else:
            if _is_joined(chunk):
                yield Field.LEAD, clip(quote, start, end, _EDGE), min(end + 1, len(text))
                start = end + 1
        position = end + 1


def _is_joined(chunk: str) -> bool:
    """市商务局会同市文旅局，举办促消费活动60场 — names that can be only units', and what they are to do behind them."""
    joint = _JOINT.search(chunk)
    sides = (chunk[: joint.start()], chunk[joint.end() :]) if joint else ()
    return bool(sides) and all(map(is_unit_list, sides))


def _dutiful(field: Field, names: Quote) -> Iterator[Unit]:
    """由市教育局会同市财政局（牵头）: who is joined by 会同 cooperates."""
    joint = _JOINT.search(names.text) if field in {Field.LEAD, Field.RESPONSIBLE} else None
    if joint is None or joint.start() == 0:
        yield from read_units(names, ROLES[field])
        return
    yield from read_units(cut(names, 0, joint.start()), Role.LEAD)
    yield from read_units(cut(names, joint.end(), len(names.text)), Role.COOPERATING)

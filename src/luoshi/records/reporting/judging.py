"""What is reported of one task, judged as a row of a progress table is."""

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.judgement import JudgedProgress, RowVerdict
from luoshi.model import Cell, Document, Format, Place, Progress, ProgressRow, Quote, Source, Table
from luoshi.model import Target as TargetValue
from luoshi.records.register.reading import Json
from luoshi.records.reporting.models import Round


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said of a task: its words and figures, the reply, and the number that doubts call its row by."""

    name: str
    targets: tuple[TargetValue, ...]
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict, and the row as `luoshi judge` prints it, its doubts included."""

    verdict: RowVerdict
    row: Json


def judge_reply(opened: Round, reply: Reply) -> Judged:
    """Judge a reply as of the round's cut-off; of doubts those about a reply are raised that need no other row."""
    from luoshi.checking import flag_rows, thresholds_in
    from luoshi.checking.replies import OF_ONE
    from luoshi.judging import judge, rules_in
    from luoshi.writing.contract import write_contract

    source, row = _typed(reply)
    document = Document(year=opened.plan.year, period=opened.period)
    own = opened.plan.government.rules
    judged = judge(Progress(document, (row,)), as_of=opened.cutoff, rules=rules_in(own))
    rows = flag_rows(judged, source, OF_ONE, thresholds=thresholds_in(own)).rows
    flagged: JudgedProgress = _with_rows(judged, rows)
    return Judged(flagged.verdicts[0], write_contract(flagged, source)["rows"][0])


def is_judged_alike(opened: Round, reply: Reply, former: Json) -> bool:
    """Whether a reply is judged as it was, `former` being its row as it was printed then.

    A verdict rests on the task's figures, and of its words on what they say of these and of their dates; doubts see a
    little more of the words. Where all of that is the same, so is what comes of it.
    """
    from luoshi.checking.replies import seen_of_name
    from luoshi.judging import find_terms
    from luoshi.writing.values import write_targets

    if write_targets(reply.targets) != former["targets"] or reply.text != former["text"]:
        return False
    before, now = (
        find_terms(name, reply.targets, opened.cutoff, opened.plan.year) for name in (former["name"], reply.name)
    )
    return before == now and seen_of_name(former["name"], reply.text) == seen_of_name(reply.name, reply.text)


def raised_beside(flags: Iterable[Json]) -> list[Json]:
    """The doubts of a judged row that judging its reply alone can neither raise nor settle: other rows raised them,
    its units, or reading the table.
    """
    from luoshi.checking.replies import OF_ONE

    alone = {check.rule.code for check in OF_ONE}
    return [flag for flag in flags if flag["code"] not in alone]


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _with_rows(judged: JudgedProgress, rows: tuple[ProgressRow, ...]) -> JudgedProgress:
    return JudgedProgress(judged.document, rows, verdicts=judged.verdicts, as_of=judged.as_of)


def _typed(reply: Reply) -> tuple[Source, ProgressRow]:
    """A table of one row, in which both passages stand."""
    cells = (Cell(0, 0, reply.name), Cell(0, 1, reply.text))
    name, text = (Quote(cell.text, Place(0, 0, len(cell.text), row=cell.row, column=cell.column)) for cell in cells)
    row = ProgressRow(reply.number, reply.name, reply.text, name, text_quote=text, targets=reply.targets)
    return Source("", Format.TXT, (Table(cells),), ""), row

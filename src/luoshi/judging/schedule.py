"""What should be reached by a date: the elapsed share of the year, or a target's own date."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from luoshi.language.dates import find_dues, last_month, month_end
from luoshi.model import Document, Target

MONTHS = 12
CLAUSE_MARKS = "，,；;。、"


@dataclass(frozen=True, slots=True)
class Term:
    """By when a target is to be reached: `expected` of it by now (None where no date is known).

    `by` is its own date where it has one before the year's end or after it; `is_due` tells whether that has come.
    `left` is how many days there are until its own date or the year's end, None where either is unknown.
    `clause` is what the task says up to the target's figure, its verb included (压减一般性支出5%); empty where it no
    longer says the target in its words.
    """

    expected: Decimal | None
    by: date | None = None
    is_due: bool = True
    clause: str = ""
    left: int | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether its last day has come: figures are of the end of a day."""
        return self.left is not None and self.left <= 0


def period_end(document: Document) -> date | None:
    """The last day of the period of a progress table; None where its head does not tell."""
    return month_end(document.year, last_month(document.period))


def elapsed_share(as_of: date | None, year: int | None) -> Decimal | None:
    """Elapsed months of twelve: 0.75 on 30 September; a month that is not over counts by its days."""
    if as_of is None:
        return None
    if year is not None and as_of.year != year:
        return Decimal(as_of.year > year)
    days = Decimal(as_of.day) / monthrange(as_of.year, as_of.month)[1]
    return (as_of.month - 1 + days) / MONTHS


def find_terms(name: str, targets: tuple[Target, ...], as_of: date | None, year: int | None) -> tuple[Term, ...]:
    """The term of each target of a task: its own date where its clause sets one, else the year's."""
    dues = find_dues(name, year=year)
    share = elapsed_share(as_of, year)
    terms, reached = [], 0
    for target in targets:
        words = "".join(target.quote.text.split())
        found = name.find(words, reached)
        reached = start = max(found, 0)
        own = [due.by for due in dues if due.by and due.start < start + len(words) and due.end > start]
        term = _term(target.by or (own[-1] if own else None), as_of, year, share)
        opening = max(name.rfind(mark, 0, start) for mark in CLAUSE_MARKS) + 1
        terms.append(replace(term, clause=name[opening : start + len(words)] if found >= 0 else ""))
    return tuple(terms)


def _term(by: date | None, as_of: date | None, year: int | None, share: Decimal | None) -> Term:
    if by is None or as_of is None or (by.year == year and (by.month, by.day) == (12, 31)):
        last = date(year, MONTHS, 31) if year else None
        return Term(share, left=(last - as_of).days if last and as_of else None)
    return Term(Decimal(1), by, is_due=as_of >= by, left=(by - as_of).days)

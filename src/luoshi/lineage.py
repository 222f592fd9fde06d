"""The nouns of comparing years: what became of each promise from one document to the next. Values without behaviour."""

from dataclasses import dataclass
from enum import StrEnum

from luoshi.model import Document, Quote, Target


class Change(StrEnum):
    """What a later document made of a promise, or of one figure in it."""

    NEW = "new"
    CONTINUED = "continued"
    RAISED = "raised"
    LOWERED = "lowered"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """A task of a plan, or a row of a progress table, as it is compared.

    `order` is its place in its document, from 0; `address` is how `luoshi read` numbers it (重点工作/7).
    """

    order: int
    address: str
    text: str
    quote: Quote
    part: str | None = None
    section: str | None = None
    leads: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricLine:
    """One metric, as last printed, through the documents: a target a document, None where it has none.

    `change` is that between the last two targets.
    """

    metric: str
    targets: tuple[Target | None, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Step:
    """From one promise to the next. `likeness` is how alike they are, 1 for the same words under the same lead.

    `change` is that of the figures, the weakest first: lowered if any figure is. Where `is_moved` no lead unit stayed;
    where `is_handed_over` no leader did. Where `is_merged` the later promise mainly goes on from another earlier one.
    """

    change: Change
    likeness: float
    is_moved: bool = False
    is_handed_over: bool = False
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """A promise through the documents: one place a document, None where it does not stand, and the steps between.

    `metrics` are those of the last promise that stand in an earlier one too. `change` is what the last document made of
    it.
    """

    promises: tuple[Promise | None, ...]
    steps: tuple[Step, ...]
    change: Change
    metrics: tuple[MetricLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Documents in the order of their years, and every promise of each in at least one lineage."""

    documents: tuple[Document, ...]
    lineages: tuple[Lineage, ...]

"""Twice the promises take no more than about twice the time."""

from collections.abc import Callable
from functools import partial

from luoshi.model import Action, Commitment, Document, Measure, Place, Quote, Report
from luoshi.relating.drafting import draft
from tests.bench.test_growth import MOST, settled

PROMISES = ("新建公办幼儿园{}所，新增学位1800个", "外贸进出口总额增长{}%以上", "改造农村公厕{}座", "新增养老床位{}张")


def report(size: int) -> Report:
    """So many promises, four of a kind alike but for their figures."""
    texts = [PROMISES[place % len(PROMISES)].format(place) for place in range(size)]
    quotes = [Quote(text, Place(place, 0, len(text))) for place, text in enumerate(texts)]
    commitments = tuple(Commitment(quote.text, quote) for quote in quotes)
    measure = Measure("一是", "办好实事", "".join(texts), quotes[0], commitments)
    return Report(Document(year=2027), (Action("一", "增进福祉", None, quotes[0], (measure,)),))


def drafting(size: int) -> Callable[[], object]:
    return partial(draft, report(size))


def test_time_grows_with_the_promises() -> None:
    assert settled(drafting(400), drafting(200)) <= MOST

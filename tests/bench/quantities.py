"""Prints how well and how fast luoshi and others find the amounts that sentences promise, side by side in one run.

python -m tests.bench.quantities [ROUNDS]

Precision, recall and F1 of the gold's targets: the number alone, and the number with its unit, which is all that the
others give. Then the processor's time for 1,000 characters, the median of the rounds, all of them in turn in each.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from tests import reference
from tests.bench.measuring import medians
from tests.bench.peers import Amount, Finder, amount, expression, others, quantities, targets
from tests.gold.scoring import Tally, norm
from tests.gold.sentences import INVENTED, Sentence, invented, sentence_score, told_in_gold

ROUNDS: Final = 5
OURS: Final = "luoshi targets"
PLAIN: Final = "plain expression"
HEAD: Final = f"{'':22s} number: P R F1      with its unit: P R F1  1,000 chars   / plain / luoshi\n"


def gold() -> list[Sentence]:
    """The task texts, row names and commitments of the reference documents, each once."""
    items = [item for file in sorted(reference.GOLD.glob("*.json")) for item in told_in_gold(reference.load(file))]
    return list({item["text"]: Sentence(item["text"], item["targets"]) for item in items}.values())


def sets() -> Iterator[tuple[str, list[Sentence]]]:
    """The sentences to measure by: the gold where it is at hand, and always the invented ones."""
    if reference.IS_PRESENT:
        yield "sentences of the reference documents", gold()
    yield "invented sentences", [sentence for batch in INVENTED for sentence in invented(batch)]


def tally(finder: Finder, sentences: Sequence[Sentence], *, with_unit: bool) -> Tally:
    """How many of the targets are among the amounts found, and what else is."""

    def key(found: Amount) -> tuple[Decimal | None, str]:
        return found[0], norm(found[1]) if with_unit else ""

    total = Tally()
    for sentence in sentences:
        wanted = Counter(key(amount(Decimal(str(each["value"])), each["unit"])) for each in sentence.targets)
        given = Counter(key(each) for each in finder(sentence.text))
        missing, extra = tuple((wanted - given).elements()), tuple((given - wanted).elements())
        total += Tally((wanted & given).total(), extra, missing)
    return total


def measured(sentences: Sequence[Sentence], finders: dict[str, Finder], rounds: int) -> dict[str, float]:
    """Milliseconds for 1,000 characters."""
    texts = [sentence.text for sentence in sentences]
    works = [partial(_all, finder, texts) for finder in finders.values()]
    seconds = medians(works, rounds, time.process_time)
    return {name: each * 1e6 / sum(map(len, texts)) for name, each in zip(finders, seconds, strict=True)}


def _all(finder: Finder, texts: Sequence[str]) -> None:
    for text in texts:
        finder(text)


def lines(sentences: Sequence[Sentence], finders: dict[str, Finder], rounds: int) -> Iterator[str]:
    """A line a finder; then the facets that only luoshi has."""
    times = measured(sentences, finders, rounds)
    for name, finder in finders.items():
        shares = [tally(finder, sentences, with_unit=with_unit) for with_unit in (False, True)]
        scores = "   ".join(f"{each.precision:.3f} {each.recall:.3f} {each.f1:.3f}" for each in shares)
        ratios = f"{times[name] / times[PLAIN]:8.1f} {times[name] / times[OURS]:8.2f}"
        yield f"{name:22s} {scores}   {times[name]:8.3f} ms {ratios}"
    for facet, each in sentence_score(sentences).items():
        yield f"luoshi, {facet:32s} {each.precision:.3f} {each.recall:.3f} {each.f1:.3f}"


def main() -> None:
    """Print a table for each set of sentences."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    finders: dict[str, Finder] = {OURS: targets, "luoshi quantities": quantities, PLAIN: expression}
    for name, found in others():
        if isinstance(found, str):
            sys.stdout.write(f"{name}: not measured, {found}\n")
        else:
            finders[name] = found
    for title, sentences in sets():
        counts = f"{len(sentences)} sentences, {sum(len(each.text) for each in sentences)} characters"
        wanted = sum(len(each.targets) for each in sentences)
        sys.stdout.write(f"\n{title}: {counts}, {wanted} targets\n")
        sys.stdout.write(HEAD)
        for line in lines(sentences, finders, rounds):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

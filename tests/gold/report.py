"""Prints what was read of the reference documents, of the specimens and of single sentences, facet by facet.

python -m tests.gold.report [MISSES]    with as many misses of each facet
"""

import sys
from collections.abc import Iterator

from tests import reference
from tests.gold.readings import contract
from tests.gold.reference_score import reference_score, sheets
from tests.gold.scoring import Score, add, score
from tests.gold.sentences import INVENTED, PROVINCIAL, invented, provincial, sentence_score


def tables() -> Iterator[tuple[str, Score]]:
    """A title and the facets under it."""
    if not reference.IS_PRESENT:
        yield reference.ABSENCE, {}
    for sheet in sheets():
        yield sheet.name, reference_score(sheet)
    for folder in reference.BATCHES:
        scores = {
            document.stem: score(reference.load(document.with_suffix(".json")), contract(document))
            for document in reference.specimens(folder)
        }
        yield from scores.items()
        yield f"all {folder} specimens", add(scores.values())
    yield from sentence_tables()


def sentence_tables() -> Iterator[tuple[str, Score]]:
    """The single sentences; those of real reports where they are at hand."""
    for batch in INVENTED:
        yield f"invented sentences, batch {batch}", sentence_score(invented(batch))
    for batch in PROVINCIAL if reference.IS_PRESENT else ():
        yield f"sentences of real reports, batch {batch}", sentence_score(provincial(batch))


def lines(facets: Score, misses: int) -> Iterator[str]:
    """A line a facet, and its first misses."""
    for name, tally in facets.items():
        counts = f"found {tally.found}  extra {len(tally.extra)}  missing {len(tally.missing)}"
        shares = f"F1 {tally.f1:.4f}  P {tally.precision:.4f}  R {tally.recall:.4f}"
        yield f"  {name:32s} {shares}  {counts}"
        yield from (f"      missing {entry}" for entry in tally.missing[:misses])
        yield from (f"      extra   {entry}" for entry in tally.extra[:misses])


def main() -> None:
    """Print all tables."""
    misses = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for title, facets in tables():
        sys.stdout.write("\n".join([title, *lines(facets, misses)]) + "\n\n")


if __name__ == "__main__":
    main()

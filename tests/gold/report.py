"""Prints what was read of the reference documents and of the specimens, facet by facet.

python -m tests.gold.report [MISSES]    with as many misses of each facet
"""

import sys
from collections.abc import Iterator

from tests import reference
from tests.gold.readings import contract
from tests.gold.reference_score import reference_score, sheets
from tests.gold.scoring import Score, add, score


def tables() -> Iterator[tuple[str, Score]]:
    """A title and the facets under it."""
    if not reference.IS_PRESENT:
        yield reference.ABSENCE, {}
    for sheet in sheets():
        yield sheet.name, reference_score(sheet)
    for folder in ("open", "held"):
        scores = {
            document.stem: score(reference.load(document.with_suffix(".json")), contract(document))
            for document in reference.specimens(folder)
        }
        yield from scores.items()
        yield f"all {folder} specimens", add(scores.values())


def lines(facets: Score, misses: int) -> Iterator[str]:
    """A line a facet, and its first misses."""
    for name, tally in facets.items():
        counts = f"found {tally.found}  extra {len(tally.extra)}  missing {len(tally.missing)}"
        yield f"  {name:32s} F1 {tally.f1:.4f}  {counts}"
        yield from (f"      missing {entry}" for entry in tally.missing[:misses])
        yield from (f"      extra   {entry}" for entry in tally.extra[:misses])


def main() -> None:
    """Print all tables."""
    misses = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for title, facets in tables():
        sys.stdout.write("\n".join([title, *lines(facets, misses)]) + "\n\n")


if __name__ == "__main__":
    main()

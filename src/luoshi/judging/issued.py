"""The task of a plan that a row of a progress table tells of, however it was reworded."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from luoshi.model import Plan, ProgressRow, Task

# Two texts that share this much of their pairs of characters are one task.
LEAST = 0.5
# A pair of characters that stands in more tasks than this tells none apart.
COMMONEST = 60
# As many tasks that share the most telling pairs are compared whole.
CLOSEST = 8


def find_issued(rows: Sequence[ProgressRow], plan: Plan) -> tuple[ProgressRow, ...]:
    """The rows with the targets of their tasks; a row without a task, or with one without targets, stays as it is."""
    pairs = [_pairs(task.text) for task in plan.tasks]
    places: dict[str, list[int]] = {}
    for index, each in enumerate(pairs):
        for pair in each:
            places.setdefault(pair, []).append(index)
    return tuple(_as_issued(row, _closest(row, plan.tasks, pairs, places)) for row in rows)


def _as_issued(row: ProgressRow, task: Task | None) -> ProgressRow:
    return replace(row, name=task.text, targets=task.targets) if task and task.targets else row


def _closest(
    row: ProgressRow, tasks: Sequence[Task], pairs: Sequence[frozenset[str]], places: dict[str, list[int]]
) -> Task | None:
    own = _pairs(row.name)
    telling = (places[pair] for pair in own if len(places.get(pair, ())) in range(1, COMMONEST + 1))
    shared = Counter(index for indices in telling for index in indices)
    scores = [
        (2 * len(own & pairs[index]) / (len(own) + len(pairs[index])), -index) for index, _ in shared.most_common(8)
    ]
    score, place = max(scores, default=(0.0, 0))
    return tasks[-place] if score >= LEAST else None


def _pairs(text: str) -> frozenset[str]:
    letters = "".join(mark for mark in unicodedata.normalize("NFKC", text) if mark.isalnum())
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))

"""Which line of a corrected document is which task of the plan."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from luoshi.lineage import Promise
from luoshi.records.register.models import DraftTask, Task
from luoshi.records.register.values import quote_value
from luoshi.relating.likeness import Profile, weigh
from luoshi.relating.pairing import find_pairs
from luoshi.relating.promises import bare_text

_LEAST: Final = 0.5
"""Two texts under one number are one task when at least so much of them is the same."""


def pair_lines(tasks: Sequence[Task], drafts: Sequence[DraftTask]) -> dict[int, Task]:
    """The task of each line by the line's key; lines that are new are left out.

    The same words under the same number come first, then the same words, then words that are alike under the same
    number, at last those that are most alike wherever they stand.
    """
    paired: dict[int, Task] = {}
    _pair_equal(paired, tasks, drafts, lambda text, address: (text, address))
    _pair_equal(paired, tasks, drafts, lambda text, address: text)
    _pair_alike_by_number(paired, tasks, drafts)
    _pair_alike(paired, tasks, drafts)
    return paired


def _pair_equal(
    paired: dict[int, Task], tasks: Sequence[Task], drafts: Sequence[DraftTask], key: Callable[[str, str], Hashable]
) -> None:
    """Those of one key in their order."""
    free: dict[Hashable, list[Task]] = {}
    for task in _left(paired, tasks):
        free.setdefault(key(bare_text(task.text), task.address), []).append(task)
    for draft in drafts:
        same = free.get(key(bare_text(draft.fields["text"]), str(draft.fields["id"])))
        if same and draft.pk not in paired:
            paired[draft.pk] = same.pop(0)


def _pair_alike_by_number(paired: dict[int, Task], tasks: Sequence[Task], drafts: Sequence[DraftTask]) -> None:
    by_address = {task.address: task for task in _left(paired, tasks)}
    for draft in drafts:
        task = by_address.get(str(draft.fields["id"]))
        if task and draft.pk not in paired and _likeness(task.text, draft.fields["text"]) >= _LEAST:
            paired[draft.pk] = task


def _pair_alike(paired: dict[int, Task], tasks: Sequence[Task], drafts: Sequence[DraftTask]) -> None:
    free = list(_left(paired, tasks))
    left = [draft for draft in drafts if draft.pk not in paired]
    before = [_profile(place, task.text) for place, task in enumerate(free)]
    after = [_profile(place, draft.fields["text"]) for place, draft in enumerate(left)]
    taken: set[int] = set()
    for pair in find_pairs(before, after, weigh(before, after)):
        if pair.earlier not in taken and left[pair.later].pk not in paired:
            paired[left[pair.later].pk] = free[pair.earlier]
            taken.add(pair.earlier)


def _left(paired: dict[int, Task], tasks: Sequence[Task]) -> Iterable[Task]:
    taken = {task.pk for task in paired.values()}
    return (task for task in tasks if task.pk not in taken)


def _profile(place: int, text: str) -> Profile:
    return Profile(Promise(place, "", text, quote_value(text)))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LEAST else 0.0

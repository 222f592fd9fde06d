"""Who answers for a task and by when, as a responsibility clause prints it, without its brackets."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from luoshi.language.lexicon.circulars import OPEN
from luoshi.model import Due, Leader, Role, Task, Unit

LABELS = {
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.UNMARKED: "责任单位",
    Role.COOPERATING: "配合单位",
    Role.GUIDING: "指导单位",
}
LEAD_MARK = "▲"
# （市委常委、副市长〔工业、科技〕）
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_INNER = str.maketrans("（()）", "〔〔〕〕")
_ANSWERING = frozenset({Role.LEAD, Role.RESPONSIBLE, Role.UNMARKED})


def duty_words(task: Task, known: Sequence[Leader] = (), *, is_open: bool = False) -> str:
    """牵头领导：…；责任单位：▲财政局、税务局；完成时限：…

    Leaders whom the heading names (`known`) are not repeated. Where nobody answers for a task that `is_open`, its units
    are 待定.
    """
    named = [leader.name for leader in task.leaders] != [leader.name for leader in known]
    leaders = leader_names(task.leaders) if named else ""
    due = "、".join(due.quote.text for due in stated_dues(task))
    answering = [(LABELS[Role.RESPONSIBLE], OPEN)] if is_open and not task.units else _unit_fields(task.units)
    fields = (("牵头领导", leaders), *answering, ("完成时限", due))
    return "；".join(f"{label}：{words}" for label, words in fields if words)


def leader_names(leaders: Iterable[Leader]) -> str:
    """邬景行常务副市长、蔺书禾副市长"""
    return "、".join(leader.name + _post(leader.post or "") for leader in leaders)


def unit_words(units: Sequence[Unit]) -> str:
    """▲财政局、税务局: leads are marked where others stand beside them."""
    marked = any(unit.role is not Role.LEAD for unit in units) or len(units) > 1
    return "、".join((LEAD_MARK if marked and unit.role is Role.LEAD else "") + unit.name for unit in units)


def stated_dues(task: Task) -> list[Due]:
    """The dates that the task's own text does not tell."""
    text, stated = task.text, []
    for due in task.due:
        words = "".join(due.quote.text.split())
        if words in text:
            text = text.replace(words, "", 1)
        else:
            stated.append(due)
    return stated


def _unit_fields(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """One list with marks where all answer; else a list a role, in printed order."""
    if all(unit.role in _ANSWERING for unit in units):
        return [(LABELS[Role.RESPONSIBLE], unit_words(units))]
    runs = groupby(units, key=lambda unit: LABELS[unit.role])
    return [(label, "、".join(unit.name for unit in run)) for label, run in runs]


def _post(post: str) -> str:
    """副市长（工业、科技）; several posts stand in a bracket, so that none is taken for another leader."""
    is_one = "、" not in _BRACKET.sub("", post)
    return post if is_one else f"（{post.translate(_INNER)}）"

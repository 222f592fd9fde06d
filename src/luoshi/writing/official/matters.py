"""A judged table → its rows as letters tell them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from luoshi.judgement import JudgedProgress, RowVerdict
from luoshi.language.causes import find_causes
from luoshi.language.closest import find_closest
from luoshi.letters import Matter
from luoshi.model import Plan, ProgressRow, Task
from luoshi.writing.words import lead_names, other_names, verdict_words

NOT_REPORTED: Final = "未填报"
# 序时 75%，欠 10 点 — on paper the office program sets figures apart from Chinese
_GAP: Final = re.compile(r"(?<=[\u4e00-\u9fff]) (?=-?[0-9])|(?<=[0-9%]) (?=[\u4e00-\u9fff])")


def list_matters(judged: JudgedProgress) -> tuple[Matter, ...]:
    """The rows of a table, in its order."""
    return tuple(map(_matter, judged.rows, judged.verdicts))


def pick_matters(judged: JudgedProgress, numbers: Sequence[int]) -> tuple[Matter, ...]:
    """The rows with these printed numbers, in the order asked for; numbers that no row bears are left out."""
    matters = list_matters(judged)
    return tuple(matter for number in numbers for matter in matters if matter.number == number)


def with_plan(matters: Sequence[Matter], plan: Plan) -> tuple[Matter, ...]:
    """The matters with the leaders and dates that the plan tells of their tasks, where the table names none."""
    closest = find_closest([matter.name for matter in matters], [task.text for task in plan.tasks])
    tasks = (None if place is None else plan.tasks[place] for place in closest)
    return tuple(_with_task(matter, task) if task else matter for matter, task in zip(matters, tasks, strict=True))


def close_gaps(text: str) -> str:
    """What the machine says, as it is printed: 序时75%，欠10点。"""
    return _GAP.sub("", text)


def finding(matter: Matter) -> str:
    """欠进度·黄：11.7÷18＝65%，序时75%，欠10点。"""
    if not matter.reported:
        return f"{NOT_REPORTED}。"
    told, why = f"{verdict_words(matter.judged)}：", close_gaps(matter.judged.why)
    return why if why.startswith(told) else told + why


def unit_list(matter: Matter) -> str:
    """The lead units, or the others where none leads."""
    return "、".join(matter.units or matter.others)


def _with_task(matter: Matter, task: Task) -> Matter:
    leaders = matter.leaders or tuple(leader.name for leader in task.leaders)
    return replace(matter, leaders=leaders, due="、".join(due.quote.text for due in task.due) or matter.due)


def _matter(row: ProgressRow, verdict: RowVerdict) -> Matter:
    return Matter(
        number=row.number,
        name=row.name,
        units=lead_names(row.units),
        reported=row.text,
        judged=verdict,
        leaders=tuple(leader.name for leader in row.leaders),
        others=other_names(row.units),
        causes=find_causes(row.text),
    )

"""销号单: what a unit holds done, to be verified by someone else and signed."""

from collections.abc import Sequence
from typing import Final

from luoshi.language.days import day_words
from luoshi.letters import Closure, Letterhead, Matter
from luoshi.writing.official.letterhead import Fields, head_fields
from luoshi.writing.official.matters import finding, unit_list
from luoshi.writing.official.notice import next_number
from luoshi.writing.official.rendering import render, shipped_template

_TITLE: Final = "销号单"


def close_matters(matters: Sequence[Matter], number: str) -> list[Closure]:
    """A closure for each matter, numbered on from `number`."""
    return [Closure(next_number(number, index), matter) for index, matter in enumerate(matters)]


def write_closures(closures: Sequence[Closure], letterhead: Letterhead, *, template: bytes | None = None) -> bytes:
    """The closures as the bytes of one .docx file, each on a page of its own. Raises `BrokenTemplate`."""
    fields = {**head_fields(letterhead, _TITLE), "各单": [_fields(closure) for closure in closures]}
    return render(template or shipped_template("closure"), fields, _TITLE)


def _fields(closure: Closure) -> Fields:
    matter = closure.matter
    return {
        "编号": closure.number,
        "任务序号": matter.number,
        "任务": matter.name,
        "牵头单位": unit_list(matter),
        "牵头领导": "、".join(matter.leaders),
        "完成时限": matter.due,
        "完成情况": matter.reported,
        "研判": finding(matter),
        "佐证材料": "；".join(closure.evidence),
        "申请日期": closure.applied_on and day_words(closure.applied_on),
        "核验人": closure.verifier,
        "核验方式": closure.verified_by,
        "督查意见": closure.opinion,
    }

"""督查单: one matter each, served on one unit, with a date to answer by."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from luoshi.language.days import day_words
from luoshi.letters import Letterhead, Matter, Notice
from luoshi.writing.official.letterhead import Fields, head_fields
from luoshi.writing.official.matters import close_gaps, finding
from luoshi.writing.official.rendering import render, shipped_template

_TITLE: Final = "督查单"
# 云督〔2026〕12号 — the figure that counts
_LAST_FIGURE: Final = re.compile(r"(?P<figure>\d+)(?P<rest>\D*)$")


def serve_matters(matters: Sequence[Matter], number: str, answer_by: date | None, contact: str | None) -> list[Notice]:
    """A notice for each unit that leads a matter, numbered on from `number`; each lead answers for itself."""
    served = [(matter, unit) for matter in matters for unit in matter.units or matter.others]
    return [
        Notice(next_number(number, index), unit, matter, answer_by, contact=contact)
        for index, (matter, unit) in enumerate(served)
    ]


def next_number(number: str, steps: int) -> str:
    """云督〔2026〕12号 and 3 steps on: 云督〔2026〕15号; a number without a figure stays as it is."""
    return _LAST_FIGURE.sub(lambda found: f"{int(found['figure']) + steps}{found['rest']}", number)


def write_notices(notices: Sequence[Notice], letterhead: Letterhead, *, template: bytes | None = None) -> bytes:
    """The notices as the bytes of one .docx file, each on a page of its own. Raises `BrokenTemplate`."""
    fields = {**head_fields(letterhead, _TITLE), "各单": [_fields(notice) for notice in notices]}
    return render(template or shipped_template("notice"), fields, _TITLE)


def _fields(notice: Notice) -> Fields:
    matter = notice.matter
    others = [unit for unit in (*matter.units, *matter.others) if unit != notice.unit]
    return {
        "编号": notice.number,
        "承办单位": notice.unit,
        "协办单位": "、".join(others),
        "牵头领导": "、".join(matter.leaders),
        "任务序号": matter.number,
        "督查事项": matter.name,
        "进展情况": matter.reported or "到期没有填报。",
        "研判": close_gaps(notice.finding) if notice.finding else finding(matter),
        "原因": "；".join(matter.causes),
        "答复期限": notice.answer_by and day_words(notice.answer_by),
        "办理要求": notice.demand,
        "联系人": notice.contact,
        "签收": notice.received,
        "答复": notice.answer,
        "督查意见": notice.opinion,
    }

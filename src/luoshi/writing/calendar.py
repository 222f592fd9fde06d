"""The due dates of plans as an iCalendar file (RFC 5545): an all-day event a date, with a UID that stays the same.

A plan that is written anew after a correction moves its events and makes no new ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from luoshi.model import Due, Plan, Task
from luoshi.reading.addresses import number_tasks
from luoshi.writing.official.duty import duty_words
from luoshi.writing.words import lead_names

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT: Final = "-//Luoshi//落实//ZH"
_LONGEST: Final = 40
"""Characters of a task's text in the title of its event."""
_MARKS: Final = "。；，、"


def write_calendar(plans: Sequence[Plan], unit: str | None = None) -> bytes:
    """The dates by which tasks are due as the bytes of an .ics file; of one unit's tasks only, where it is named."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    titles = dict.fromkeys(plan.document.title for plan in plans if plan.document.title)
    calendar.add("x-wr-calname", "、".join(titles) or "重点工作完成时限")
    for plan in plans:
        for event in _events(plan, unit):
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(plan: Plan, unit: str | None) -> Iterator["Event"]:
    for task, address in zip(plan.tasks, number_tasks(plan.tasks), strict=True):
        if unit is None or any(each.name == unit for each in task.units):
            for index, (due, by) in enumerate(_dated(task.due)):
                yield _event(plan, task, f"{address}#{index}", due, by)


def _dated(dues: Iterable[Due]) -> Iterator[tuple[Due, date]]:
    return ((due, due.by) for due in dues if due.by is not None)


def _event(plan: Plan, task: Task, address: str, due: Due, by: date) -> "Event":
    from icalendar import Event

    document = plan.document
    identity = "|".join((document.issuer or "", document.doc_number or document.title or "", address))
    stamp = datetime.combine(document.issued_on or date(by.year, 1, 1), time(), UTC)
    leads = "、".join(lead_names(task.units))
    text = task.text.strip(_MARKS)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, identity)}@luoshi")
    event.add("dtstamp", stamp)
    event.add("dtstart", by)
    event.add("dtend", by + timedelta(days=1))
    event.add("summary", f"{short}（{leads}）" if leads else short)
    event.add("description", "\n".join(filter(None, (task.text, duty_words(task), f"原文：{due.quote.text}"))))
    event.add("categories", [task.part])
    event.add("transp", "TRANSPARENT")
    return event

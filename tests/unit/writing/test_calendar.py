"""Due dates as a calendar that any program takes."""

from dataclasses import replace
from datetime import date
from typing import Any

from icalendar import Calendar

from luoshi.model import Plan
from luoshi.writing.calendar import write_calendar


def events(content: bytes) -> list[dict[str, Any]]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return [
        {name: each.decoded(name) for name in ("uid", "summary", "dtstart", "dtend", "description")} for each in found
    ]


def test_a_task_with_a_date_is_an_all_day_event(plan: Plan) -> None:
    (event,) = events(write_calendar([plan]))
    assert (event["dtstart"], event["dtend"]) == (date(2026, 6, 30), date(2026, 7, 1))
    assert event["summary"] == "建成“云快处”平台，6月底前上线<试用>（公安局）"
    described = event["description"].split("\n")
    assert described[1:] == ["牵头领导：周以宁副市长；牵头单位：公安局；配合单位：数据局", "原文：6月底前上线"]


def test_lines_are_folded_by_octets_and_text_is_escaped(plan: Plan) -> None:
    long = replace(plan.tasks[0], text="一、甲；乙,丙\\丁\n" + "很长的任务" * 40)
    written = write_calendar([replace(plan, tasks=(long,))])
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert "乙\\,丙\\\\丁\\n" in written.replace(b"\r\n ", b"").decode()
    assert events(written)[0]["description"].startswith(long.text)


def test_an_event_keeps_its_identity_when_its_date_is_put_right(plan: Plan) -> None:
    task = plan.tasks[0]
    moved = replace(task, due=(replace(task.due[0], by=date(2026, 9, 30)),))
    first, second = (events(write_calendar([replace(plan, tasks=(each,))]))[0] for each in (task, moved))
    assert (first["uid"], first["dtstart"]) == (second["uid"], date(2026, 6, 30))
    assert second["dtstart"] == date(2026, 9, 30)
    assert write_calendar([plan]) == write_calendar([plan])


def test_one_unit_gets_its_own_tasks_only(plan: Plan) -> None:
    assert len(events(write_calendar([plan], "数据局"))) == 1
    assert events(write_calendar([plan], "园林局")) == []

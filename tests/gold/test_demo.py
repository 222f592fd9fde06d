"""What is read in each built demo document is what its readable source says."""

import re
from functools import cache
from typing import Any

import pytest
from demo.building.source import FOLDER
from demo.building.source import read_source as read_toml

import luoshi
from luoshi.checking import check_reading
from luoshi.judgement import JudgedProgress
from luoshi.judging import judge
from luoshi.model import Plan, Progress, Report, Role, SumCheck, Task
from luoshi.source import mend, open_source

DOCUMENTS = FOLDER.parent / "documents"
NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")

# 第12项上一期写的是…
ROW = re.compile(r"^第(\d+)项")
# The rows of the third quarter's table with the doubts that were planted in them, or that follow from what was
PLANTED = {
    (8, "L063"), (11, "L063"), (32, "L063"), (33, "L063"),  # replies that share a passage, or are the same
    (10, "L062"), (14, "L070"), (15, "L079"), (25, "L064"), (34, "L061"),  # 82.5%, 45家, 305台, 2.1亿元, 全面完成
    (17, "L069"), (18, "L069"), (18, "L068"), (32, "L068"),  # 31家 and 28家; one of two figures is not answered
    (19, "L066"), (19, "L078"), (41, "L060"), (57, "L060"),  # 截至6月底, as last quarter; no reply
}  # fmt: skip


@cache
def plan(name: str) -> Plan:
    reading = luoshi.read(DOCUMENTS / name)
    assert isinstance(reading, Plan)
    return reading


def names(task: Task) -> list[str]:
    return [("▲" if unit.role is Role.LEAD else "") + unit.name for unit in task.units]


def split(units: str, *, lead: str = "") -> list[str]:
    return [lead + name for name in units.split("、") if name]


def bracketed(units: str) -> list[str]:
    found = split(units)
    return ["▲" + found[0].lstrip("▲")] if len(found) == 1 else found


def tasks_2024() -> list[tuple[str, str, str | None, str, list[str]]]:
    return [
        (part["part"], group["heading"], section.get("title"), task["text"], bracketed(task["units"]))
        for part in read_toml("plan-2024")["parts"]
        for group in part["leaders"]
        for section in group["sections"]
        for task in section["tasks"]
    ]


def test_word_plan_by_leader_is_read_as_written() -> None:
    read = [
        (task.part, task.leader_heading, task.section, task.text, names(task)) for task in plan("plan-2024.docx").tasks
    ]
    wanted = [
        (part, NUMBERED.sub("", heading), NUMBERED.sub("", section) if section else None, text, units)
        for part, heading, section, text, units in tasks_2024()
    ]
    assert read == wanted


def own_lines(task: dict[str, Any]) -> tuple[str, list[str], list[str]]:
    units = split(task["lead"], lead="▲") + split(task.get("with", ""))
    return task["text"], split(task["leader"]), units


def test_printed_plan_with_own_lines_is_read_as_written() -> None:
    sections = [section for part in read_toml("plan-2025")["parts"] for section in part["sections"]]
    wanted = [own_lines(task) for section in sections for task in section["tasks"]]
    read = plan("plan-2025.pdf").tasks
    assert [(task.text, [leader.name for leader in task.leaders], names(task)) for task in read] == wanted


def test_printed_plan_has_a_date_for_each_task() -> None:
    dues = [task.due for task in plan("plan-2025.pdf").tasks if task.part == "重点工作"]
    assert dues
    assert all(dues)


def test_workbook_plan_is_read_as_written() -> None:
    source = read_toml("plan-2026")
    wanted = [(group["name"], *own_lines(task)) for group in source["fields"] for task in group["tasks"]]
    read = [task for task in plan("plan-2026.xlsx").tasks if task.part == "重点工作"]
    assert [(t.section, t.text, [leader.name for leader in t.leaders], names(t)) for t in read] == wanted


def test_workbook_quotas_are_read_as_written() -> None:
    items = read_toml("plan-2026")["livelihood"]["items"]
    wanted = [
        (item["name"], row["goal"], row["total"], row["shares"] if len(row["shares"]) > 1 else [])
        for item in items
        for row in item["rows"]
    ]
    read = [task for task in plan("plan-2026.xlsx").tasks if task.part == "民生实事"]
    quotas = [(task, task.allocation) for task in read if task.allocation is not None]
    assert [(t.name, t.text, a.printed, [share.printed for share in a.shares]) for t, a in quotas] == wanted


def test_one_planted_quota_does_not_add_up() -> None:
    wrong = [t for t in plan("plan-2026.xlsx").tasks if t.allocation and t.allocation.sum_check is SumCheck.MISMATCH]
    assert len(wrong) == 1


@pytest.mark.parametrize("quarter", ["q1", "q2", "q3"])
def test_progress_table_is_read_as_written(quarter: str) -> None:
    reading = luoshi.read(DOCUMENTS / f"progress-2026-{quarter}.xlsx")
    assert isinstance(reading, Progress)
    wanted = [row[quarter] for row in read_toml("progress-2026")["rows"] if quarter in row]
    assert [row.text.replace("\n", "") for row in reading.rows] == [text.replace("\n", "") for text in wanted]
    assert reading.document.period == quarter.upper()


def judged(name: str) -> JudgedProgress:
    reading = luoshi.read(DOCUMENTS / name)
    assert isinstance(reading, Progress)
    return judge(reading)


def test_the_third_quarter_gives_the_planted_doubts_and_no_others() -> None:
    source = mend(open_source(DOCUMENTS / "progress-2026-q3.xlsx"))
    earlier = (judged("progress-2026-q2.xlsx"), plan("plan-2026.xlsx"))
    found = check_reading(judged("progress-2026-q3.xlsx"), source, earlier=earlier)
    assert {(int(ROW.findall(each.flag.message)[0]), each.rule.code) for each in found} == PLANTED


def test_report_is_read_action_by_action() -> None:
    reading = luoshi.read(DOCUMENTS / "report-2027.docx")
    assert isinstance(reading, Report)
    headings = re.findall(r"^### （.+?）(.+?)，", (FOLDER / "report-2027.md").read_text("utf-8"), re.MULTILINE)
    assert [action.name for action in reading.actions] == headings
    assert [len(action.measures) for action in reading.actions] == [3] * len(headings)

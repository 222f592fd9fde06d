"""`luoshi draft`: a breakdown out of a report, and the departments' opinions of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from luoshi import Plan, read
from luoshi.cli import main
from luoshi.model import Kind, Role
from tests import reference

REPORT = str(reference.DEMO / "report-2027.docx")
PLANS = [str(reference.DEMO / name) for name in ("plan-2024.docx", "plan-2025.pdf", "plan-2026.xlsx")]


@cache
def drafted(folder: Path, name: str) -> Path:
    """The demo city's draft as a file of this kind."""
    target = folder / name
    assert main(["draft", REPORT, "--learn", *PLANS, "-o", str(target)]) == 0
    return target


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drafts")


def told(folder: Path) -> Any:
    return json.loads(drafted(folder, "稿.json").read_text(encoding="utf-8"))


def test_the_demo_citys_report_is_drafted(folder: Path) -> None:
    tasks = told(folder)["tasks"]
    filled = [task for task in tasks if task["leads"]]
    assert len(tasks) > 45
    assert len(filled) >= 0.6 * len(tasks)
    leads = {task["text"]: task["leads"] for task in filled}
    assert leads["外贸进出口总额突破250亿元。"] == ["商务局"]
    assert leads["困难群众救助申请办理时限压缩至7个工作日以内。"] == ["民政局"]


def test_every_task_that_is_open_is_listed(folder: Path) -> None:
    made = told(folder)
    listed = {point["task"] for point in made["open"]}
    assert {task["number"] for task in made["tasks"] if not task["leads"]} <= listed


@pytest.mark.parametrize("name", ["稿.docx", "稿.xlsx"])
def test_what_is_written_reads_back_as_a_plan(folder: Path, name: str) -> None:
    plan = read(drafted(folder, name))
    assert isinstance(plan, Plan)
    tasks = told(folder)["tasks"]
    assert [task.text for task in plan.tasks] == [task["text"] for task in tasks]
    leads = [[unit.name for unit in task.units if unit.role is Role.LEAD] for task in plan.tasks]
    assert leads == [task["leads"] for task in tasks]


def test_the_screen_shows_what_is_open_and_why(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["draft", REPORT, "--learn", PLANS[2]]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "照2026年的分解" in shown
    assert "？" in shown


def test_one_may_draw_the_line_lower(folder: Path) -> None:
    target = folder / "松.json"
    assert main(["draft", REPORT, "--learn", *PLANS, "--sure", "0.5", "-o", str(target)]) == 0
    filled = [task for task in json.loads(target.read_text(encoding="utf-8"))["tasks"] if task["leads"]]
    assert len(filled) > len([task for task in told(folder)["tasks"] if task["leads"]])


def test_a_share_that_is_none_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["draft", REPORT, "--sure", "很"])
    assert "“很”不是把握" in capfd.readouterr().err


def test_without_earlier_years_everything_is_open(folder: Path) -> None:
    target = folder / "无.json"
    assert main(["draft", REPORT, "-o", str(target)]) == 0
    assert not any(task["leads"] for task in json.loads(target.read_text(encoding="utf-8"))["tasks"])
    assert main(["draft", REPORT, "-o", str(folder / "无.docx")]) == 0
    plan = read(folder / "无.docx", kind=Kind.PLAN)
    assert isinstance(plan, Plan)
    assert len(plan.tasks) == len(told(folder)["tasks"])


# ── Opinions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def reply(folder: Path, unit: str, **cells: str) -> str:
    book = load_workbook(drafted(folder, "稿.xlsx"))
    sheet = book.worksheets[0]
    sheet["F2"] = unit
    for place, text in cells.items():
        sheet[place] = text
    target = folder / f"{unit}.xlsx"
    book.save(target)
    return str(target)


def test_opinions_are_merged_and_conflicts_told(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    replies = [reply(folder, "财政局", F4="财政局", I5="同意"), reply(folder, "发改局", F4="发改局、统计局")]
    target = folder / "汇总.xlsx"
    assert main(["draft", "--merge", *replies, "-o", str(target)]) == 0
    assert "2份回复（财政局、发改局）：改得不一致1处、意见1处" in capfd.readouterr().err
    sheet = load_workbook(target).worksheets[0]
    assert sheet["F4"].value == "发改局"
    assert sheet["J5"].value == "财政局：同意"
    plan = read(target)
    assert isinstance(plan, Plan)
    assert len(plan.tasks) == len(told(folder)["tasks"])


def test_opinions_on_the_screen_and_for_programs(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = reply(folder, "水务局", D10="9月底前")
    assert main(["draft", "--merge", file]) == 0
    assert "完成时限：（空） → 9月底前（水务局提）" in capfdbinary.readouterr().out.decode()
    assert main(["draft", str(drafted(folder, "稿.xlsx")), "--merge", file, "--format", "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["rows"][6]["cells"]["完成时限"] == "9月底前"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "还缺政府工作报告"),
        ([PLANS[2]], "没有认出是政府工作报告"),
        ([REPORT, "--learn", REPORT], "没法照着学"),
        ([REPORT, "--learn", "没有.docx"], "没有.docx"),
        ([REPORT, "--units", "没有.toml"], "打不开单位名单"),
        ([REPORT, "-o", "a.doc"], "请用 --format 指明"),
        ([REPORT, "-o", REPORT], "这正是要读的文件"),
        (["--merge", PLANS[2]], "这不是征求意见稿"),
        (["--merge", "没有.xlsx"], "没有.xlsx"),
        ([REPORT, "--template", "没有.docx", "-o", "a.docx"], "打不开这份模板"),
    ],
)
def test_what_cannot_be_drafted_or_merged(
    arguments: list[str], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", *arguments]) == 2
    assert sentence in capfd.readouterr().err

"""`luoshi check`: what it prints, what it returns, and what a clerk may let stand."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from luoshi.checking.findings import RULES
from luoshi.cli import main
from tests.unit.checking.looking import HEAD, LEDGER

TWICE = "1.新建公园6个。（责任单位：▲建设局、财政局、建设局）\n2.改造公路40公里。（责任单位：▲交通运轮局）\n"
CLEAN = "1.新建公园6个。（责任单位：▲建设局、财政局）\n2.改造公路40公里。（责任单位：▲交通运输局）\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "分解.txt"
    path.write_text(HEAD + TWICE, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main(["check", *map(str, words)])
    return code, capsys.readouterr().out


def test_each_finding_is_a_line_and_the_last_line_counts(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed = run(capsys, plan)
    first, second, last = printed.splitlines()
    assert code == 1
    assert first == f"{plan}:-:2  L013 error  重点工作第1项的牵头单位“建设局”又列了一次，请核对。"
    assert second.startswith(f"{plan}:-:3  L001 warning  重点工作第2项的“交通运轮局”与")
    assert last == "检查了 1 份文件：错误 1 处，疑点 1 处。"


def test_in_a_workbook_the_row_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "重点工作"
    for row in (["序号", "目标任务", "牵头单位"], [1, "新建公园6个。", "建设局"], [2, "新建公园6个。", "建设局"]):
        sheet.append(row)
    book.save(tmp_path / "分解.xlsx")
    places = [line.partition("  ")[0] for line in run(capsys, tmp_path / "分解.xlsx")[1].splitlines()[:-1]]
    assert f"{tmp_path / '分解.xlsx'}:重点工作:3" in places


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        (("--select", "L001"), 0, ["L001"]),
        (("--ignore", "l013"), 0, ["L001"]),
        (("--select", "L001,L013", "--ignore", "L001"), 1, ["L013"]),
    ],
)
def test_codes_are_selected_and_ignored(
    plan: Path, words: tuple[str, ...], code: int, found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    returned, printed = run(capsys, plan, "--format", "json", *words)
    assert returned == code
    assert [each["code"] for each in json.loads(printed)["files"][0]["findings"]] == found


def test_json_tells_the_passage_and_its_place(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = json.loads(run(capsys, plan, "--format", "json")[1])["files"][0]["findings"][1]
    assert (finding["quote"], finding["name"], finding["severity"]) == ("交通运轮局", "unit-mistyped", "warning")
    assert finding["place"]["block"] == 3


def test_sarif_names_every_rule_and_marks_what_is_let_stand(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    allow(plan, '[[suppress]]\ncode = "L001"\nplace = 3\nreason = "确是此名"\n')
    log = json.loads(run(capsys, plan, "--format", "sarif")[1])
    driver, results = log["runs"][0]["tool"]["driver"], log["runs"][0]["results"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    assert [(each["ruleId"], each["level"], "suppressions" in each) for each in results] == [
        ("L013", "error", False),
        ("L001", "warning", True),
    ]


def allow(plan: Path, text: str) -> None:
    plan.with_name(plan.name + ".luoshi.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[[suppress]]\ncode = "L001"\nreason = "确是此名"\n', ["L013"]),
        ('[[suppress]]\ncode = "L001"\nplace = "运轮"\nreason = "确是此名"\n', ["L013"]),
        ('[[suppress]]\ncode = "L001"\nplace = "别处"\nreason = "确是此名"\n', ["L013", "L001"]),
        ('[[suppress]]\ncode = "L001"\nreason = " "\n', ["L090", "L013", "L001"]),
        ('[[suppress]]\ncode = "L001"\n', ["L090", "L013", "L001"]),
    ],
)
def test_a_finding_is_let_stand_only_with_a_reason(
    plan: Path, text: str, found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    allow(plan, text)
    findings = json.loads(run(capsys, plan, "--format", "json")[1])["files"][0]["findings"]
    assert [each["code"] for each in findings] == found


def test_a_clean_file_returns_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "分解.txt"
    path.write_text(HEAD + CLEAN, encoding="utf-8")
    assert run(capsys, path) == (0, "检查了 1 份文件：没有发现疑点。\n")


def test_files_that_were_not_checked_are_counted(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = plan.with_name("空.txt")
    empty.touch()
    assert run(capsys, empty) == (2, "1 份文件都没有检查，原因见上。\n")
    assert run(capsys, plan.parent)[1].endswith("；还有 1 份没有检查，原因见上。\n")


def test_an_earlier_plan_is_compared(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier = tmp_path / "上年.txt"
    earlier.write_text((HEAD + CLEAN).replace("2026", "2025").replace("40公里", "60公里"), encoding="utf-8")
    printed = run(capsys, plan, "--select", "L043", "--against", earlier)[1]
    assert "2025年是60公里，目标放低了。" in printed


@pytest.mark.parametrize("code", ["L001", "l001"])
def test_a_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    returned, printed = run(capsys, "--explain", code)
    assert returned == 0
    assert printed.startswith("L001 unit-mistyped（warning）\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("没有这份.txt",), "没有这份.txt"),
        ((), "没有写要检查的文件"),
        (("--explain", "L999"), "没有 L999 这个代码"),
        (("分解.txt", "--select", "X1"), "没有 X1 这个代码"),
        (("分解.txt", "--against", "没有这份.txt"), "没有这份.txt"),
        (("通知.txt",), "不像责任分解，也不像进展情况汇总表"),
        (("通知.txt", "--kind", "plan"), "没有读到一项任务"),
        (("--against", "分解.txt", "通知.txt"), "请把要检查的写在 --against 前面"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_sentence(
    plan: Path,
    words: tuple[str, ...],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(plan.parent)
    Path("通知.txt").write_text("关于召开会议的通知\n请准时参加。\n", encoding="utf-8")
    assert main(["check", *words]) == 2
    assert sentence in capsys.readouterr().err


def test_a_damaged_file_of_suppressions_is_told(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    allow(plan, "[[suppress]\n")
    assert main(["check", str(plan)]) == 2
    assert "每条要写成 [[suppress]]" in capsys.readouterr().err


def test_rules_of_one_s_own_change_what_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, rules = tmp_path / "进展.txt", tmp_path / "rules.toml"
    table.write_text(f"{LEDGER}1\t新增蓄水能力300万立方米\t水务局\t新增蓄水能力1600万立方米。\n", encoding="utf-8")
    asked = ["check", str(table), "--select", "L067", "--rules", str(rules)]
    rules.write_text("", encoding="utf-8")
    assert main(asked) == 0
    assert "没有发现疑点" in capsys.readouterr().out
    rules.write_text("[check.scales]\nmany = 5\n", encoding="utf-8")
    assert main(asked) == 0
    assert "是目标的5.3倍" in capsys.readouterr().out
    rules.write_text("[check.scales]\nmost = 5\n", encoding="utf-8")
    assert main(asked) == 2
    assert "没有“most”这一项规则" in capsys.readouterr().err

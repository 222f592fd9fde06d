"""`luoshi judge`: a table for people, files for programs, and sentences where it cannot."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from luoshi.cli import main

TABLE = """2026年重点工作三季度进展情况汇总表
序号\t任务名称\t牵头单位\t进展情况
1\t新建公园20个\t园林局\t已建成公园16个。
2\t改造公厕50座\t城管局\t完成改造公厕12座，其余正在施工。
3\t建设市民中心\t建设局\t主体完工。
"""
PLAN = """2026年重点工作责任分解
1. 新建公园40个。
责任单位：园林局
2. 改造公厕50座。
责任单位：城管局
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "进展.txt").write_text(TABLE, encoding="utf-8")
    (tmp_path / "分解.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def verdicts(capfdbinary: pytest.CaptureFixture[bytes], *options: str) -> list[str]:
    assert main(["judge", "进展.txt", "--format", "json", *options]) == 0
    return [row["verdict"] for row in json.loads(capfdbinary.readouterr().out.decode())["rows"]]


def test_the_table_has_the_weakest_first_with_sign_word_and_figure(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["judge", "进展.txt"]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert "截至 2026年9月30日，3 行：欠进度 1、定性待核 1、达进度 1" in told
    assert told.index("↓ 欠进度·红") < told.index("◇ 定性待核") < told.index("＝ 达进度")
    assert "欠 51 点" in told
    assert "12÷50＝24%" in told


def test_a_date_a_plan_and_rules_change_the_verdicts(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (folder / "规则.toml").write_text("[count]\nahead = 5\n", encoding="utf-8")
    assert verdicts(capfdbinary) == ["on_track", "behind", "qualitative"]
    assert verdicts(capfdbinary, "--as-of", "2026-03-31") == ["ahead", "behind", "qualitative"]
    assert verdicts(capfdbinary, "--rules", "规则.toml") == ["ahead", "behind", "qualitative"]
    assert verdicts(capfdbinary, "--plan", "分解.txt") == ["behind", "behind", "qualitative"]


def test_read_gives_the_same_verdicts(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "进展.txt", "--format", "json"]) == 0
    row = json.loads(capfdbinary.readouterr().out.decode())["rows"][0]
    assert (row["verdict"], row["verdict_by_target"], row["why"]) == (
        "on_track",
        ["on_track"],
        "16÷20＝80%，序时 75%，超 5 点。",
    )
    figure = row["measurements"][0]
    assert (figure["value"], figure["for"], figure["as_of"], figure["quote"]) == (16, 0, "2026-09-30", "已建成公园16个")


def test_read_shows_the_verdicts_on_the_screen(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "进展.txt"]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert "截至 2026年9月30日，3 行：欠进度 1、定性待核 1、达进度 1" in told
    assert [line.split()[:6] for line in told.splitlines() if line.startswith(("序号", "2 "))] == [
        ["序号", "任务", "牵头", "研判", "进展"],
        ["2", "改造公厕50座", "城管局", "↓", "欠进度·红", "完成改造公厕12座，其余正在施工。"],
    ]
    assert "欠 51 点" in told


def test_read_writes_the_verdicts_and_why_into_tables(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "进展.txt", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"))))
    assert [(row["研判"], row["为什么"][:11]) for row in rows[1:]] == [
        ("欠进度·红", "12÷50＝24%，序"),
        ("定性待核", "定性待核：任务里没有数"),
    ]
    assert main(["read", "进展.txt", "-o", "台账.xlsx"]) == 0
    sheet = list(load_workbook(folder / "台账.xlsx")["进展"].iter_rows(values_only=True))
    assert [dict(zip(sheet[0], row, strict=True))["研判"] for row in sheet[1:]] == ["达进度", "欠进度·红", "定性待核"]


def test_a_spreadsheet_has_a_line_a_target(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["judge", "进展.txt", "-o", "研判.xlsx"]) == 0
    sheet = load_workbook(folder / "研判.xlsx")["研判"]
    assert main(["judge", "进展.txt", "--format", "csv"]) == 0
    lines = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"))))
    assert sheet.max_row == len(lines) + 1 == 4
    assert (lines[1]["目标"], lines[1]["完成数"], lines[1]["研判"]) == ("'=50座", "12座", "欠进度·红")
    assert lines[2]["研判"] == "定性待核"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["分解.txt"], "没有认出是进展情况汇总表"),
        (["没有.txt"], "没有.txt"),
        (["进展.txt", "--plan", "进展.txt"], "不是责任分解"),
        (["进展.txt", "--rules", "没有.toml"], "打不开规则文件"),
        (["进展.txt", "-o", "研判.doc"], "看后缀不知道"),
        (["进展.txt", "-o", "进展.txt"], "原件"),
    ],
)
def test_what_cannot_be_judged_is_told_in_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", *arguments]) == 2
    assert sentence in capsys.readouterr().err

"""`luoshi compare`: years beside each other, on the screen and in files, and sentences where it cannot."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from luoshi.cli import main

PLAN = """{year}年重点工作责任分解
1. 新建公园{parks}个。
责任单位：园林局
2. 改造公厕50座。
责任单位：城管局
3. {other}
责任单位：数据局
"""
FILES = ["分解2026.txt", "分解2025.txt"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    first = PLAN.format(year=2025, parks=20, other="建成智慧停车平台。")
    (tmp_path / "分解2025.txt").write_text(first, encoding="utf-8")
    second = PLAN.format(year=2026, parks=24, other="举办云湖马拉松。")
    (tmp_path / "分解2026.txt").write_text(second, encoding="utf-8")
    (tmp_path / "菜谱.txt").write_text("红烧肉\n五花肉切块，焯水。\n加糖炒色，小火炖一小时。\n", encoding="utf-8")
    return tmp_path


def test_the_table_tells_what_became_of_each(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *FILES]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert told.startswith("2025年 → 2026年：没有再提 1、目标提高 1、延续 1、新提出 1")
    assert "20个 → 24个" in told


def test_only_what_is_asked_about(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *FILES, "--about", "公厕", "--format", "json"]) == 0
    (lineage,) = json.loads(capfdbinary.readouterr().out.decode())["lineages"]
    assert lineage["change"] == "continued"


def test_that_nothing_is_about_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *FILES, "--about", "地铁"]) == 0
    assert "没有一项的文字里有“地铁”。" in capsys.readouterr().err


def test_a_suffix_that_is_none_of_its_own_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *FILES, "-o", "对比.docx"]) == 2
    assert "后缀可以是 .txt、.json、.csv、.xlsx、.svg、.png" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<svg"), ("a.csv", b"\xef\xbb\xbf"), ("a.json", b"{")])
def test_files_by_their_suffix(folder: Path, name: str, start: bytes) -> None:
    assert main(["compare", *FILES, "-o", name]) == 0
    assert (folder / name).read_bytes().startswith(start)


def test_a_workbook_has_a_line_a_promise(folder: Path) -> None:
    assert main(["compare", *FILES, "-o", "对比.xlsx"]) == 0
    sheet = load_workbook(io.BytesIO((folder / "对比.xlsx").read_bytes())).active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]] == ["变化", "没有再提", "目标提高", "延续", "新提出"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["分解2025.txt"], "要两份以上才能比"),
        (["分解2025.txt", "菜谱.txt"], "不是责任分解，也不是进展情况"),
        (["分解2025.txt", "没有.txt"], "没有.txt"),
        ([*FILES, "-o", "a.doc"], "请用 --format 指明"),
        ([*FILES, "-o", "分解2025.txt"], "这正是要读的文件"),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *arguments]) == 2
    assert sentence in capfd.readouterr().err

"""`make demo`: a table of every document, a part of one, and files that open."""

import io
import json
import sys
from pathlib import Path

import pytest
from demo.__main__ import DOCUMENTS, run_demo
from openpyxl import load_workbook

from luoshi.writing.terminal import open_console

NAMES = sorted(path.name for path in DOCUMENTS.iterdir())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def printed(folder: Path) -> str:
    text = io.StringIO()
    assert run_demo(open_console(text), folder) == 0
    return text.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_a_line_of_the_table(printed: str, name: str) -> None:
    assert [line for line in printed.splitlines() if line.startswith(f"{name} ")]


def test_what_is_printed_elsewhere_than_on_a_terminal_is_plain(printed: str) -> None:
    assert "\x1b" not in printed


def test_the_quota_that_does_not_add_up_is_shown_with_its_place(printed: str) -> None:
    assert "各地任务数合计1190，与总数1200不一致" in printed
    assert "工作表“民生实事”" in printed


def test_the_commands_to_try_stand_beside_this_python(printed: str) -> None:
    assert f"{Path(sys.executable).parent.name}/luoshi read " in printed


def test_the_files_hold_every_document(printed: str, folder: Path) -> None:
    read = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    assert sorted(each["source"]["name"] for each in read) == NAMES
    rows = load_workbook(folder / "register.xlsx")["文件"].iter_rows(min_row=2, max_col=1, values_only=True)
    assert sorted(str(name) for (name,) in rows) == NAMES
    assert (folder / "plan-2026.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "register.xlsx" in printed

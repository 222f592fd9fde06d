"""What is written is Office Open XML by the letter: Microsoft's own schema and rules find nothing in any file."""

from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from stationery.package import PORTRAIT, pack
from stationery.wordml import element

from luoshi.cli import main
from luoshi.writing.official.rendering import list_templates, shipped_template
from tests import reference
from tests.unit.test_counting import COUNT

PLAN, PROGRESS, REPORT = (
    str(reference.DEMO / name) for name in ("plan-2026.xlsx", "progress-2026-q3.xlsx", "report-2027.docx")
)
EARLIER = str(reference.DEMO / "plan-2024.docx")


@cache
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults(path: Path) -> list[str]:
    return [f"{each.part_uri} {each.path} {each.description}" for each in validator().validate(path).errors]


@pytest.mark.parametrize(
    "typed",
    [
        ["write", "plan", PLAN, "--red-head", "云泽市人民政府", "--date", "2026-03-04", "--cc", "市委", "-o", "a.docx"],
        ["write", "plan", PLAN, "--by", "leader", "-o", "a.docx"],
        ["write", "projects", PLAN, "-o", "a.docx"],
        ["write", "projects", PLAN, "-o", "a.xlsx"],
        ["write", "summary", PROGRESS, "-o", "a.docx"],
        ["write", "summary", PROGRESS, "-o", "a.xlsx"],
        ["write", "bulletin", PROGRESS, "--date", "2026-10-14", "-o", "a.docx"],
        ["write", "notice", PROGRESS, "--rows", "8,16", "--contact", "顾青野，0579-81234567", "-o", "a.docx"],
        ["write", "closure", PROGRESS, "-o", "a.docx"],
        ["draft", REPORT, "--learn", PLAN, "-o", "a.docx"],
        ["draft", REPORT, "--learn", PLAN, "-o", "a.xlsx"],
        ["compare", EARLIER, PLAN, "-o", "a.xlsx"],
        ["read", PLAN, PROGRESS, "-o", "a.xlsx"],
        ["judge", PROGRESS, "-o", "a.xlsx"],
    ],
)
def test_every_kind_of_file_is_valid(typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(typed) == 0
    assert faults(tmp_path / typed[-1]) == []


def test_a_count_and_merged_opinions_are_valid(tmp_path: Path) -> None:
    count, tally, draft, merged = (tmp_path / name for name in ("票.toml", "计票.docx", "稿.xlsx", "意见.xlsx"))
    count.write_text(COUNT, encoding="utf-8")
    assert main(["write", "tally", str(count), "-o", str(tally)]) == 0
    assert main(["draft", REPORT, "-o", str(draft)]) == 0
    assert main(["draft", "--merge", str(draft), "-o", str(merged)]) == 0
    assert faults(tally) + faults(merged) == []


@pytest.mark.parametrize("name", list_templates())
def test_every_template_is_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(shipped_template(name))
    assert faults(path) == []


def test_a_file_that_is_not_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    disordered = element("p", element("pPr", element("jc", val="middle") + element("pStyle", val="Title")))
    path.write_bytes(pack("甲", disordered, PORTRAIT))
    assert len(faults(path)) >= 2

"""The demo city: each built document holds its source, and each difficulty that the README names is really there."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

DEMO = Path(__file__).parents[2] / "demo"
SIZE_LIMIT = 1_000_000
PLACES = 8
# | 单位名打错 | a unit's name mistyped | `plan-2024.docx` | 交通运轮局 |
DIFFICULTY = re.compile(r"^\|[^|]+\|[^|]+\| `(?P<file>[^`|]+)` \| (?P<quote>[^|]+) \|$", re.MULTILINE)
DIFFICULTIES = DIFFICULTY.findall((DEMO / "README.md").read_text(encoding="utf-8"))


def read_source(name: str) -> dict[str, Any]:
    return tomllib.loads((DEMO / "sources" / f"{name}.toml").read_text(encoding="utf-8"))


def read_docx(path: Path) -> str:
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def read_pdf(path: Path) -> str:
    pdfium = import_module("pypdfium2")  # carries no types

    with pdfium.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def read_rows(path: Path) -> Iterator[list[str]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            yield [f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in row]


def read_xlsx(path: Path) -> str:
    return "\n".join("\t".join(row) for row in read_rows(path))


READERS = {".docx": read_docx, ".pdf": read_pdf, ".xlsx": read_xlsx}


@cache
def read_text(name: str) -> str:
    """Return the text of a built document without any white space: a PDF's lines break in mid-word."""
    path = DEMO / "documents" / name
    return "".join(READERS[path.suffix](path).split())


def list_tasks(part: dict[str, Any]) -> list[dict[str, Any]]:
    sections = part.get("sections") or [section for leader in part["leaders"] for section in leader["sections"]]
    return [task for section in sections for task in section["tasks"]]


def list_work(year: int) -> dict[str, dict[str, Any]]:
    plan = read_source(f"plan-{year}")
    tasks = list_tasks({"sections": plan["fields"]}) if "fields" in plan else list_tasks(plan["parts"][0])
    return {task["id"]: task for task in tasks}


def list_all() -> dict[str, tuple[str, str]]:
    """What each task of 2026 says and who leads it, those of both parts in the order of the plan."""
    work = {identity: (task["text"], task["lead"]) for identity, task in list_work(2026).items()}
    items = read_source("plan-2026")["livelihood"]["items"]
    return work | {line["id"]: (line["goal"], item["lead"]) for item in items for line in item["rows"]}


def find_line(identity: str) -> dict[str, Any]:
    items = read_source("plan-2026")["livelihood"]["items"]
    return next(line for item in items for line in item["rows"] if line["id"] == identity)


def find_row(task: str) -> dict[str, str]:
    return next(row for row in read_source("progress-2026")["rows"] if row["task"] == task)


@pytest.mark.parametrize(
    ("name", "keys"),
    [("plan-2024.docx", ["text", "units"]), ("plan-2025.pdf", ["text", "leader", "lead", "with", "due"])],
)
def test_a_printed_plan_holds_every_task_of_its_source(name: str, keys: list[str]) -> None:
    text = read_text(name)
    for part in read_source(Path(name).stem)["parts"]:
        assert [task[key] for task in list_tasks(part) for key in keys if task[key] not in text] == []


def test_the_tables_of_2026_hold_every_task_and_quota_of_their_source() -> None:
    plan, rows = read_source("plan-2026"), list(read_rows(DEMO / "documents" / "plan-2026.xlsx"))
    work = {row[2]: row for row in rows}
    for task in list_tasks({"sections": plan["fields"]}):
        assert work[task["text"]][4:7] == [task["lead"], task["with"], task["due"]]
    for item in plan["livelihood"]["items"]:
        for line in item["rows"]:
            shares = [share for share in work[line["goal"]][4 : 4 + PLACES] if share]
            assert [work[line["goal"]][3], *shares] == [line["total"], *line["shares"]]


@pytest.mark.parametrize("quarter", ["q1", "q2", "q3"])
def test_a_progress_table_holds_every_row_of_its_source_in_order(quarter: str) -> None:
    tasks = list_all()
    reported = [(row, *tasks[row["task"]]) for row in read_source("progress-2026")["rows"] if quarter in row]
    expected = [[row.get("name", text.removesuffix("。")), lead, row[quarter]] for row, text, lead in reported]
    rows = list(read_rows(DEMO / "documents" / f"progress-2026-{quarter}.xlsx"))[3:]
    assert [row[1:] for row in rows] == expected


def test_every_task_of_2026_is_reported_in_each_quarter_but_three_in_the_last() -> None:
    rows = read_source("progress-2026")["rows"]
    assert [row["task"] for row in rows] == list(list_all())
    silent = {quarter: [row["task"] for row in rows if not row.get(quarter)] for quarter in ("q1", "q2", "q3")}
    assert silent == {"q1": [], "q2": [], "q3": ["expo", "care", "access"]}


def test_the_report_holds_every_paragraph_of_its_source() -> None:
    lines = (DEMO / "sources" / "report-2027.md").read_text(encoding="utf-8").splitlines()
    text = read_text("report-2027.docx")
    assert [line for line in lines if "".join(line.lstrip("#> ").split()) not in text] == []


def test_the_report_has_ten_actions_of_three_measures() -> None:
    text = read_text("report-2027.docx")
    actions = re.split(r"（[一二三四五六七八九十]）实施", text.split("四、2027年民生实事候选项目")[0])[1:]
    assert [len(re.findall(r"[一二三四]是", action)) for action in actions] == [3] * 10


@pytest.mark.parametrize("year", [2024, 2025])
def test_a_printed_plan_has_the_size_of_a_county_plan(year: int) -> None:
    work, livelihood = (list_tasks(part) for part in read_source(f"plan-{year}")["parts"])
    assert 30 <= len(work) <= 45
    assert 10 <= len(livelihood) <= 15


def test_most_promises_continue_through_all_three_years() -> None:
    years = Counter(identity for year in (2024, 2025, 2026) for identity in list_work(year))
    assert sum(count == 3 for count in years.values()) >= 30


def test_the_built_documents_are_small() -> None:
    assert sum(path.stat().st_size for path in (DEMO / "documents").iterdir()) <= SIZE_LIMIT


@pytest.mark.parametrize(("name", "quote"), DIFFICULTIES)
def test_a_difficulty_named_in_the_readme_stands_in_its_document(name: str, quote: str) -> None:
    assert "".join(quote.split()) in read_text(name)


def test_the_readme_names_difficulties_of_every_breakdown_and_the_later_progress_tables() -> None:
    assert {name for name, _ in DIFFICULTIES} == {
        "plan-2024.docx",
        "plan-2025.pdf",
        "plan-2026.xlsx",
        "progress-2026-q2.xlsx",
        "progress-2026-q3.xlsx",
    }


def test_only_the_parking_quota_does_not_add_up() -> None:
    items = read_source("plan-2026")["livelihood"]["items"]
    lines = [line for item in items for line in item["rows"] if len(line["shares"]) == PLACES]
    sums = {line["id"]: sum(int(share) for share in line["shares"] if share != "/") for line in lines}
    assert {line["id"] for line in lines if sums[line["id"]] != int(line["total"])} == {"parking"}
    assert (sums["parking"], find_line("parking")["total"]) == (1190, "1200")


def test_targets_of_2026_are_lower_than_those_of_2025() -> None:
    before, after = list_work(2025), list_work(2026)
    assert [before["industry"]["text"], after["industry"]["text"]] == [
        "规上工业增加值增长8%以上。",
        "规上工业增加值增长6%以上。",
    ]
    assert "65家以上" in before["upscale"]["text"]
    assert "50家以上" in after["upscale"]["text"]
    assert "45家以上" in find_row("upscale")["name"]


def test_one_percentage_is_not_what_its_figures_give() -> None:
    found = re.search(r"完成投资(?P<done>[\d.]+)亿元，完成年度目标的(?P<share>[\d.]+)%", find_row("newtown")["q3"])
    target = re.search(r"完成投资(?P<value>\d+)亿元以上", list_work(2026)["newtown"]["text"])
    assert found
    assert target
    assert 100 * float(found["done"]) / float(target["value"]) == pytest.approx(65)
    assert float(found["share"]) == 82.5


def test_one_reply_answers_two_tasks_and_another_is_last_quarters() -> None:
    replies = Counter(row["q3"] for row in read_source("progress-2026")["rows"] if row.get("q3"))
    assert [reply for reply, count in replies.items() if count > 1] == [find_row("grain")["q3"]]
    assert find_row("grain")["q3"] == find_row("farmland")["q3"]
    assert find_row("talent")["q2"] == find_row("talent")["q3"]


def test_two_rows_are_empty_and_one_is_left_out() -> None:
    replies = {row["task"]: row.get("q3") for row in read_source("progress-2026")["rows"]}
    assert [task for task, reply in replies.items() if reply == ""] == ["care", "access"]
    assert [task for task, reply in replies.items() if reply is None] == ["expo"]


def test_one_leader_is_new() -> None:
    assert {list_work(2025)["trade"]["leader"], list_work(2026)["trade"]["leader"]} == {"竺一鸣", "温以宁"}


def test_old_names_of_renamed_units_are_gone_after_2024() -> None:
    for old in ("行政执法局", "数管中心"):
        assert old in read_text("plan-2024.docx")
    assert "、行政执法局" not in read_text("plan-2025.pdf")
    assert "数管中心" not in read_text("plan-2025.pdf")

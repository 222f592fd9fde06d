from dataclasses import replace
from decimal import Decimal

import pytest

from luoshi.model import Document, Plan, Progress, Report, Source, Unknown
from luoshi.writing.contract import write_contract, write_outcome
from luoshi.writing.outcome import Failure, Success
from luoshi.writing.values import number


@pytest.mark.parametrize(
    ("value", "expected"), [(Decimal("3.0"), 3), (Decimal("3.5"), 3.5), (Decimal("2E+3"), 2000), (None, None)]
)
def test_whole_numbers_are_integers_and_others_floats(value: Decimal | None, expected: float | None) -> None:
    written = number(value)

    assert (written, type(written)) == (expected, type(expected))


def test_a_plan_tells_its_document_and_its_file(plan: Plan, source: Source) -> None:
    contract = write_contract(plan, source)

    assert contract["kind"] == "plan"
    assert contract["source"] == {"name": "分解.pdf", "format": "pdf", "sha256": "ab12", "pages": 3}
    assert contract["document"] == {
        "title": "云泽市人民政府办公室关于印发2026年重点工作责任分解的通知",
        "issuer": "云泽市人民政府办公室",
        "doc_number": "云政办发〔2026〕7号",
        "issued_on": "2026-03-04",
        "year": 2026,
        "period": None,
        "public": True,
        "cc": None,
        "assist_notes": [],
    }


def test_a_task_has_every_field_of_the_contract(plan: Plan, source: Source) -> None:
    task = write_contract(plan, source)["tasks"][0]
    units = task.pop("units")
    dues = task.pop("due")

    assert task == {
        "id": "重点工作/1/0/1",
        "part": "重点工作",
        "leader_heading": "周以宁副市长牵头的重点工作",
        "leaders": ["周以宁"],
        "section": None,
        "number": 1,
        "name": None,
        "text": "建成“云快处”平台，6月底前上线<试用>。",
        "targets": [],
        "qualitative": [],
        "allocation": None,
        "flags": [],
        "quote": "建成“云快处”平台，6月底前上线<试用>。",
        "place": {"block": 2, "start": 2, "end": 23, "page": 1},
    }
    assert [(unit["name"], unit["lead"], unit["role"]) for unit in units] == [
        ("公安局", True, "lead"),
        ("数据局", False, "cooperating"),
    ]
    assert units[0]["place"] == {"block": 2, "start": 30, "end": 33, "page": 1}
    assert [(due["quote"], due["by"]) for due in dues] == [("6月底前上线", "2026-06-30")]


def test_an_allocation_keeps_what_is_printed_beside_what_it_adds_up_to(plan: Plan, source: Source) -> None:
    task = write_contract(plan, source)["tasks"][2]

    assert task["allocation"] == {
        "total": {"value": 30, "unit": "个", "printed": "30"},
        "cells": {"望湖区": "12", "沙洲区": "17"},
        "sum": 29,
        "sum_check": "mismatch",
        "shifted": False,
    }
    assert task["flags"] == [{"code": "sum", "message": "各地合计29，总任务写30。", "quote": None, "place": None}]


def test_only_a_task_in_sub_rows_has_a_sub_number(plan: Plan, source: Source) -> None:
    in_sub_rows = replace(plan, tasks=(replace(plan.tasks[2], sub=2),))

    task = write_contract(in_sub_rows, source)["tasks"][0]

    assert (task["id"], task["sub"]) == ("民生实事/1-2", 2)
    assert "sub" not in write_contract(plan, source)["tasks"][2]


def test_a_progress_row_joins_its_leads_and_judges_nothing_yet(progress: Progress, source: Source) -> None:
    row = write_contract(progress, source)["rows"][0]

    assert row["lead_unit"] == "园林局、城管局"
    assert (row["verdict"], row["verdict_by_target"], row["targets"], row["measurements"]) == (
        "not_quantified",
        [],
        [],
        [],
    )
    assert row["why"].startswith("尚未研判")
    assert row["flags"][0]["quote"] == "各镇街"


def test_a_report_is_written_down_to_its_commitments(report: Report, source: Source) -> None:
    contract = write_contract(report, source)

    assert [contract[key] for key in ("headline_targets", "long_term_targets", "achievements")] == [[], [], []]
    action = contract["actions"][0]
    assert (action["ordinal"], action["name"], action["slogan"]) == ("一", "便民行动", "让群众少跑路")
    commitments = action["measures"][0]["commitments"]
    assert [(it["id"], it["text"]) for it in commitments] == [
        ("一/1/1", "建成“云快处”平台"),
        ("一/1/2", "6月底前上线"),
    ]
    assert commitments[1]["due"][0]["by"] == "2026-06-30"


def test_an_unknown_document_and_a_failed_file_say_so(source: Source) -> None:
    unknown = Success("菜谱.txt", source, Unknown(Document(title="红烧豆腐")))

    assert write_outcome(unknown)["kind"] == "unknown"
    assert write_outcome(Failure("坏.pdf", "文件坏了。")) == {
        "kind": "error",
        "source": {"name": "坏.pdf"},
        "error": "文件坏了。",
    }

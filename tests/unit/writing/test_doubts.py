from dataclasses import replace

from luoshi.model import Flag, Plan, Progress, Report
from luoshi.writing.doubts import list_doubts


def test_doubts_of_the_document_come_first_and_each_task_keeps_its_own(plan: Plan) -> None:
    whole = Flag("title", "没有读到成文日期。")

    doubts = list_doubts(replace(plan, flags=(whole,)))

    assert [(doubt.number, doubt.owner, doubt.flag.code) for doubt in doubts] == [
        (1, None, "title"),
        (2, 1, "no_lead"),
        (3, 2, "sum"),
    ]


def test_a_flag_told_of_the_document_and_of_its_task_counts_once(plan: Plan) -> None:
    doubts = list_doubts(replace(plan, flags=plan.tasks[1].flags))

    assert [doubt.flag.code for doubt in doubts] == ["no_lead", "sum"]


def test_a_doubt_without_a_quote_points_to_its_task(plan: Plan) -> None:
    assert list_doubts(plan)[1].quote == plan.tasks[2].quote


def test_rows_have_doubts_and_a_report_only_those_of_its_document(progress: Progress, report: Report) -> None:
    assert [doubt.owner for doubt in list_doubts(progress)] == [0]
    assert list_doubts(report) == ()

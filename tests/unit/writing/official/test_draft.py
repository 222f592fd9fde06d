"""A draft in the house layout, which reads back as the plan that it proposes."""

from luoshi.model import Plan, Role
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from luoshi.writing.official.draft import plan_of, write_draft_plan
from luoshi.writing.official.letterhead import letterhead_of
from tests.unit.writing.official.opened import lines, opened, styled
from tests.unit.writing.test_drafts import DRAFT

WRITTEN = write_draft_plan(DRAFT, letterhead_of(DRAFT.document))


def test_a_task_that_is_filled_in_has_its_clause_and_an_open_one_is_marked() -> None:
    told = styled(WRITTEN, "Body Text")
    assert "1.新建公办幼儿园8所。（牵头领导：邬景行副市长；责任单位：▲教育局、建设局）" in told
    assert "2.=谋划前瞻事宜。（责任单位：待定）" in told
    runs = [run for each in opened(WRITTEN).paragraphs for run in each.runs]
    assert [run.text for run in runs if run.style and run.style.name == "待定"] == ["=谋划前瞻事宜。（责任单位：待定）"]


def test_what_is_open_stands_at_the_end() -> None:
    told = lines(WRITTEN)
    place = told.index(("附件标题", "待定事项"))
    assert [text[:10] for _, text in told[place + 1 :]] == ["1.第2项由谁牵头待", "2.发文字号和成文日"]


def test_it_reads_back_as_the_plan_that_it_proposes() -> None:
    read_back = read_source(mend(open_bytes(WRITTEN, name="draft.docx")))
    assert isinstance(read_back, Plan)
    assert [(task.number, task.text, task.section) for task in read_back.tasks] == [
        (task.number, task.text, task.section) for task in plan_of(DRAFT).tasks
    ]
    first, second = read_back.tasks
    assert second.text == "=谋划前瞻事宜。"
    assert [(unit.name, unit.role) for unit in first.units] == [("教育局", Role.LEAD), ("建设局", Role.RESPONSIBLE)]
    assert [leader.name for leader in first.leaders] == ["邬景行"]
    assert second.units == ()

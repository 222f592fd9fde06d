"""民生实事 as tables of quotas."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from luoshi.letters import Letterhead
from luoshi.model import Allocation, Document, Leader, Place, Plan, Quote, Role, Share, SumCheck, Task, Unit
from luoshi.writing.official.plan import write_plan
from luoshi.writing.official.projects import lay_out_projects, list_tables, write_projects, write_projects_book
from tests.unit.writing.official.opened import lines, pages, rows
from tests.unit.writing.official.test_plan import LETTERHEAD


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def quota(total: str, *shares: str) -> Allocation:
    places = ("望湖区", "沙洲区")
    cut = tuple(Share(place, each, Decimal(each), None) for place, each in zip(places, shares, strict=False))
    return Allocation(total, Decimal(total), "张", cut, None, SumCheck.OK)


def project(sub: int, text: str, allocation: Allocation | None) -> Task:
    units = (Unit("民政局", Role.LEAD, quoted("民政局")), Unit("各镇街", Role.COOPERATING, quoted("各镇街")))
    leader = (Leader("周以宁", None, quoted("周以宁")),)
    return Task(
        "民生实事",
        1,
        text,
        quoted(text),
        sub,
        "老有所养",
        leaders=leader,
        units=units,
        section="养老",
        allocation=allocation,
    )


PROJECTS = (
    project(1, "新增床位30张。", quota("30", "10", "20")),
    project(2, "护理员持证率达80%以上。", None),
)


def test_rows_of_a_project_share_what_is_the_same() -> None:
    grid = lay_out_projects(PROJECTS)
    assert [[box and (box.text, box.rows, box.columns) for box in row] for row in grid.rows] == [
        [
            ("类别", 2, 1), ("序号", 2, 1), ("项目名称", 2, 1), ("工作目标", 2, 1), ("总任务数", 2, 1),
            ("各地任务数", 1, 2), None, ("牵头领导", 2, 1), ("牵头单位", 2, 1), ("配合单位", 2, 1),
        ],
        [None, None, None, None, None, ("望湖区", 1, 1), ("沙洲区", 1, 1), None, None, None],
        [
            ("养老", 2, 1), ("1", 2, 1), ("老有所养", 2, 1), ("新增床位30张。", 1, 1), ("30", 1, 1),
            ("10", 1, 1), ("20", 1, 1), ("周以宁", 2, 1), ("民政局", 2, 1), ("各镇街", 2, 1),
        ],
        [None, None, None, ("护理员持证率达80%以上。", 1, 1), ("", 1, 1), ("", 1, 2), None, None, None, None],
    ]  # fmt: skip


def test_parts_without_quotas_are_left_out_where_others_have_some(plan: Plan) -> None:
    assert [each.part for each in list_tables(plan)] == ["民生实事"]
    assert [each.part for each in list_tables(replace(plan, tasks=plan.tasks[:2]))] == ["重点工作"]
    livelihood = replace(plan.tasks[2], allocation=None)
    assert [each.part for each in list_tables(replace(plan, tasks=(*plan.tasks[:2], livelihood)))] == ["民生实事"]


def test_tables_stand_on_wide_pages_with_notes_below(plan: Plan) -> None:
    written = write_projects(plan, Letterhead("云泽市人民政府办公室"))
    assert pages(written) == [(297, 210, 35, 28, 37, 26)]
    assert lines(written) == [
        ("表格标题", "2026年民生实事责任分解"),
        ("表格说明", "云泽市人民政府办公室"),
        ("表格附注", "注：第1项“=改造老旧小区”各地合计29，与总数30不一致。"),
    ]
    assert rows(written)[-1] == ["1", "=改造老旧小区", "个", "30", "12", "17"]


def test_a_workbook_keeps_figures_as_figures_and_texts_as_texts(plan: Plan) -> None:
    sheet = load_workbook(io.BytesIO(write_projects_book(plan, Letterhead())))["民生实事"]
    assert [cell.value for cell in sheet[5]] == [1, "=改造老旧小区", "个", 30, 12, 17]
    assert sheet["B5"].data_type == "s"
    assert {str(each) for each in sheet.merged_cells.ranges} >= {"A3:A4", "E3:F3"}
    assert str(sheet["A6"].value).startswith("注：第1项")


def test_a_total_that_is_a_sentence_takes_the_room_of_the_quotas() -> None:
    told = "各县（市、区）就诊率均达到65%以上"
    said = replace(quota("1"), printed=told)
    grid = lay_out_projects([project(1, "新增床位3张", quota("3", "1", "2")), project(2, "就诊率提高", said)])
    spread = next(box for box in grid.rows[-1] if box and box.text == told)
    assert spread.columns == 3
    short = lay_out_projects([project(1, "新增床位3张", quota("3", "1", "2")), project(2, "床位", quota("5"))])
    assert [box.columns for box in short.rows[-1] if box and box.text == "5"] == [1]


def wide(count: int) -> Plan:
    """A plan with a project whose quotas are cut over so many towns."""
    shares = tuple(Share(f"望湖{chr(0x4E00 + index)}镇", "120", Decimal(120), None) for index in range(count))
    allocation = Allocation("12000", Decimal(12000), "张", shares, None, SumCheck.OK)
    return Plan(Document(year=2026), (project(1, "新增护理型养老床位12000张，改造敬老院3所。", allocation),) * 3)


@pytest.mark.parametrize(("count", "paper"), [(8, (297, 210)), (18, (420, 297))])
def test_a_table_of_many_towns_stands_on_larger_paper(count: int, paper: tuple[int, int]) -> None:
    written = write_projects(wide(count), Letterhead())
    assert [page[:2] for page in pages(written)] == [paper]
    book = load_workbook(io.BytesIO(write_projects_book(wide(count), Letterhead())))
    assert book.active is not None
    assert book.active.page_setup.paperSize == (9 if paper == (297, 210) else 8)


def test_the_letter_around_a_table_on_larger_paper_stays_on_its_own() -> None:
    assert [page[:2] for page in pages(write_plan(wide(20), LETTERHEAD))] == [(210, 297), (420, 297), (210, 297)]

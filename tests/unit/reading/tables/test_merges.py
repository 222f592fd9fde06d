"""Merged cells that a page's end has cut."""

from dataclasses import replace

import pytest

from luoshi.model import Progress, Table
from tests.unit.reading.passages import days, read, read_plan, shown, table

TITLE = "映川市2026年重点工作责任分解"
HEAD = "类别|序号|任务|牵头单位|配合单位|完成时限"


def merged(made: Table, *places: tuple[int, int, int]) -> Table:
    """A table in which the cell at (row, column) spans so many rows."""
    spans = {(row, column): span for row, column, span in places}
    covered = {(row + step, column) for row, column, span in places for step in range(1, span)}
    cells = (cell for cell in made.cells if (cell.row, cell.column) not in covered)
    return Table(tuple(replace(cell, row_span=spans.get((cell.row, cell.column), 1)) for cell in cells))


@pytest.mark.parametrize("height", [2, 1])
def test_an_empty_cell_at_the_top_of_a_page_runs_on(height: int) -> None:
    """Where it covers a row or two; a category that is printed further down is another."""
    upper = table(HEAD, "教育|1|新建学校|市教育局||6月底前", "|2|扩建食堂|||", "住房|3|改造小区|市住建局||年底前")
    upper = merged(upper, *((1, column, 2) for column in (0, 3, 4, 5)))
    cut = ["|4|新建公寓|||", "|5|改造危房|||"][:height]
    lower = merged(table(*cut, "生态|6|植树|市林业局||9月底前"), *((0, column, height) for column in (0, 3, 5)))
    *_, above, below = found = read_plan(TITLE, upper, lower).tasks
    assert [task.section for task in found] == ["教育", "教育", *["住房"] * (1 + height), "生态"]
    assert [shown(task.units) for task in found[2:]] == [*["▲市住建局"] * (1 + height), "▲市林业局"]
    assert [days(task.due) for task in (above, below)] == ["2026-12-31", "2026-09-30"]
    assert above.flags == ()


def test_a_category_that_is_named_behind_the_end_of_a_page_begins_before_it() -> None:
    upper = merged(
        table(HEAD, "教育|1|新建学校|市教育局||", "||扩建食堂|市教育局||", "|2|改造小区|市住建局||"), (1, 0, 2)
    )
    below = merged(table("住房|3|新建公寓|市住建局||", "|4|改造危房|市住建局||"), (0, 0, 2))
    assert [task.section for task in read_plan(TITLE, upper, below).tasks] == ["教育", "教育", "住房", "住房", "住房"]


def test_where_merged_cells_were_lost_a_name_holds_for_the_rows_above_it_under_the_same_head() -> None:
    head = "类别|序号|任务|责任单位"
    rows = ["教育|1|新建学校|市教育局", head, "|2|改造小区|市住建局", "住房|3|新建公寓|市住建局"]
    found = read_plan(TITLE, table(head, *rows), table("|4|改造危房|市住建局", "生态|5|植树|市林业局"))
    assert [task.section for task in found.tasks] == ["教育", "住房", "住房", "住房", "生态"]


def test_an_empty_cell_is_empty_where_the_column_has_empty_ones() -> None:
    upper = table(
        "序号|任务|牵头单位|配合单位",
        "1|新建学校|市教育局|市财政局",
        "2|扩建食堂|市教育局|",
        "3|植树|市林业局|市水利局",
    )
    found = read_plan(TITLE, upper, table("4|改造危房|市住建局|", "5|新建公寓|市住建局|市财政局"))
    assert [shown(task.units) for task in found.tasks][3] == "▲市住建局"


def test_a_task_in_a_progress_table_runs_on_too() -> None:
    head = "序号|任务名称|牵头单位|完成情况"
    upper = merged(table(head, "1|新建学校3所|市教育局|已完成2所。", "|||1所在建。"), (1, 0, 2), (1, 1, 2), (1, 2, 2))
    below = merged(table("|||另有1所开工。", "|||均按时序。"), (0, 0, 2), (0, 1, 2), (0, 2, 2))
    reading = read("映川市2026年三季度重点工作进展情况", upper, below)
    assert isinstance(reading, Progress)
    assert [(row.name, shown(row.units)) for row in reading.rows] == [("新建学校3所", "▲市教育局")] * 4

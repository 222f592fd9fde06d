"""A draft as a workbook that is circulated, and the workbook of the opinions."""

import io

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from luoshi.language.lexicon import circulars
from luoshi.reading.reply import read_reply
from luoshi.relating.opinions import merge
from luoshi.source import open_bytes
from luoshi.writing.circular import circular_of, write_circular
from luoshi.writing.opinions import circular_of_merged, summary, write_opinions
from tests.unit.relating.replies import SENT, reply
from tests.unit.writing.test_drafts import DRAFT

WRITTEN = write_circular(circular_of(DRAFT))


def sheet(content: bytes) -> Worksheet:
    book = load_workbook(io.BytesIO(content))
    found = book.worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def column(found: Worksheet, name: str) -> str:
    """The letter of the column under a heading."""
    return next(cell.column_letter for cell in found[3] if cell.value == name)


def test_a_row_a_task_under_the_headings_of_the_genre() -> None:
    found = sheet(WRITTEN)
    headings = [cell.value for cell in found[3]]
    assert headings == [circulars.NUMBER, *circulars.CELLS, circulars.BASIS, circulars.OPINION, circulars.ORIGINAL]
    assert [cell.value for cell in found[4]][:7] == [
        "1", "办好民生实事", "新建公办幼儿园8所。", "", "邬景行副市长", "教育局", "建设局",
    ]  # fmt: skip
    assert found.max_row == 5


def test_headings_stay_in_sight_and_what_was_sent_is_hidden() -> None:
    found = sheet(WRITTEN)
    assert found.freeze_panes == "D4"
    assert found.column_dimensions[column(found, circulars.ORIGINAL)].hidden


def test_units_are_chosen_from_a_list() -> None:
    found = sheet(WRITTEN)
    ranges = {str(each.sqref): each.formula1 for each in found.data_validations.dataValidation}
    assert ranges == {"F2": "单位名单!$A$1:$A$3", "F4:F5": "单位名单!$A$1:$A$3"}


def test_what_is_open_is_marked_and_no_text_is_a_formula() -> None:
    found = sheet(WRITTEN)
    assert found["F5"].value == "待定"
    assert found["F5"].fill.fgColor.rgb == "FFFFF2B3"
    assert found["F4"].fill.fgColor.rgb != "FFFFF2B3"
    assert (found["C5"].value, found["C5"].data_type) == ("=谋划前瞻事宜。", "s")


def test_what_was_written_comes_back_unchanged() -> None:
    came_back = read_reply(open_bytes(WRITTEN, name="教育局.xlsx"))
    assert came_back.unit == "教育局"
    assert [row.cells for row in came_back.rows] == [row.original for row in came_back.rows]
    assert not any(row.opinion or row.further for row in came_back.rows)


def test_opinions_are_a_workbook_for_the_next_round() -> None:
    replies = [
        reply("建设局", (1, "牵头单位", "建设局"), (3, "部门意见", "同意")),
        reply("教育局", (1, "牵头单位", "教育局、民政局"), (2, "牵头单位", "建设局")),
    ]
    merged = merge(replies)
    assert summary(merged) == "2份回复（建设局、教育局）：照改1处、改得不一致1处、意见1处"
    found = sheet(write_circular(circular_of_merged(merged)))
    changes, opinions = column(found, circulars.CHANGES), column(found, circulars.OPINION)
    assert found["F4"].value == "教育局"
    assert found["F4"].fill.fgColor.rgb == "FFFFF2B3"
    told = "牵头单位改得不一致，仍为“教育局”：建设局要改成“建设局”，教育局要改成“教育局、民政局”"
    assert found[f"{changes}4"].value == told
    assert found["F5"].value == "建设局"
    assert found[f"{changes}5"].value == "牵头单位：待定 → 建设局（教育局提）"
    assert found[f"{opinions}6"].value == "建设局：同意"


def test_the_next_round_begins_with_nothing_changed() -> None:
    first = merge([reply("建设局", (2, "牵头单位", "建设局"), (3, "部门意见", "同意"))])
    again = read_reply(open_bytes(write_circular(circular_of_merged(first)), name="again.xlsx"))
    second = merge([again])
    assert [row.cells for row in second.rows] == [row.cells for row in first.rows]
    assert not any(row.amendments or row.opinions for row in second.rows)


def test_programs_get_who_wanted_what() -> None:
    written = write_opinions(merge([reply("建设局", (2, "牵头单位", "建设局"))]))
    assert [row["number"] for row in written["rows"]] == [row.number for row in SENT]
    assert written["rows"][1]["changes"] == [
        {"column": "牵头单位", "before": "待定", "conflict": False, "wanted": [{"unit": "建设局", "text": "建设局"}]}
    ]

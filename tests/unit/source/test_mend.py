"""Raw lines mended to the paragraphs that their author wrote."""

import pytest

from luoshi.model import Cell, Format, Paragraph, Source, Table
from luoshi.source import mend

LONG = "加快推进青禾新区基础设施建设，完善道路管网学校医院等公共服务配套，"


def raw(*lines: str | Table) -> Source:
    blocks = tuple(Paragraph(line) if isinstance(line, str) else line for line in lines)
    return Source("made", Format.TXT, blocks, "")


def mended(*lines: str) -> list[str]:
    return [block.text for block in mend(raw(*lines)).blocks if isinstance(block, Paragraph)]


def wrapped(text: str, width: int) -> list[str]:
    """Lines of `width` characters, the first indented by two, as a page prints them."""
    text = "　　" + text
    return [text[start : start + width] for start in range(0, len(text), width)]


def printed(*paragraphs: str, width: int = 28) -> list[str]:
    return [line for paragraph in paragraphs for line in wrapped(paragraph, width)]


def test_each_line_of_a_text_without_a_margin_is_a_paragraph() -> None:
    lines = ["云泽市重点工作", "1.新建学校3所。", "牵头单位：市教育局", "2.改造小区5个。"]
    assert mended(*lines) == lines


def test_lines_wrapped_at_the_margin_are_joined() -> None:
    paragraphs = [f"{number}.{LONG}{LONG}力争年内开工{number}个项目。" for number in range(1, 9)]
    assert mended(*printed(*paragraphs)) == paragraphs


def test_numbers_go_on_counting_behind_999_and_years_open_no_paragraph() -> None:
    paragraphs = [f"{number}.{LONG[:18]}续建的2024、2025年项目全部完成验收移交。" for number in range(995, 1006)]
    lines = printed(*paragraphs)
    assert any(line.startswith("2024、") for line in lines)
    assert mended(*lines) == paragraphs


def test_short_lines_end_their_paragraphs() -> None:
    tasks = [f"{number}.{LONG}{LONG}开工项目{number}个。" for number in range(1, 7)]
    paragraphs = ["一、重点工作", *tasks, "二、民生实事"]
    assert mended(*printed(*paragraphs)) == paragraphs


@pytest.mark.parametrize("number", ["— 3 —", "- 3 -", "第3页", "第 3 页 共 9 页", "－3－"])
def test_page_numbers_are_dropped(number: str) -> None:
    paragraphs = [f"{order}.{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 9)]
    lines = printed(*paragraphs)
    assert mended(*lines[:4], number, *lines[4:]) == paragraphs


def test_bare_page_numbers_are_dropped_where_they_count_up() -> None:
    paragraphs = [f"{order}.{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 13)]
    lines = printed(*paragraphs)
    assert mended(*lines[:9], "1", *lines[9:18], "2", *lines[18:27], "3", *lines[27:]) == paragraphs


def test_a_bracket_that_is_open_joins_short_lines() -> None:
    first, second = "1.新建学校3所。（责任单位：▲教育局、财政局、各镇街）", "2.改造小区5个。（责任单位：住建局）"
    assert mended(first[:20], first[20:24], first[24:], second) == [first, second]


def test_a_number_or_a_label_opens_a_paragraph_even_behind_a_full_line() -> None:
    full = (LONG * 2)[:54] + "。。"
    lines = [*wrapped(full, 28), "牵头单位：市教育局", *wrapped("1." + LONG * 2, 28), *wrapped("（二）" + LONG * 2, 28)]
    assert [text[:4] for text in mended(*lines)][1:] == ["牵头单位", "1.加快", "（二）加"]


def test_characters_doubled_at_a_page_end_stand_once() -> None:
    paragraphs = [f"{order}.{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 9)]
    lines = printed(*paragraphs)
    doubled = [*lines[:4], lines[3][-2:] + lines[4], *lines[5:]]
    assert mended(*doubled)[1] == paragraphs[1]


def test_two_latin_words_keep_a_gap_where_lines_are_joined() -> None:
    lines = ["1.推进平台建设（含Smart", "City平台）。", "2.新建学校3所。"]
    assert mended(*lines)[0] == "1.推进平台建设（含Smart City平台）。"


def test_empty_lines_go_and_tables_stay() -> None:
    table = Table((Cell(0, 0, " 责 任 单 位 \n\n 市教育局 "), Cell(0, 1, "增长 8%", row_span=2)))
    found = mend(raw("一、重点工作", "", "　", table, "二、民生实事")).blocks
    assert found[1] == Table((Cell(0, 0, "责任单位\n市教育局"), Cell(0, 1, "增长8%", row_span=2)), origin=3)
    texts = [block.text for block in found if isinstance(block, Paragraph)]
    assert texts == ["一、重点工作", "二、民生实事"]


def test_a_mended_character_knows_where_it_came_from() -> None:
    source = raw("　　1.新建学校3所（含", "续 建 ）。", "2.改造小区 5 个。")
    paragraph = mend(source).blocks[0]
    assert isinstance(paragraph, Paragraph)
    pieces = [(piece.start, piece.block, piece.offset, piece.length) for piece in paragraph.origin]
    assert pieces == [(0, 0, 2, 10), (10, 1, 0, 1), (11, 1, 2, 1), (12, 1, 4, 2)]
    assert paragraph.text == "1.新建学校3所（含续建）。"


def test_the_list_of_copies_may_hang_from_its_label() -> None:
    paragraphs = [f"{order}.{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 9)]
    copies = ["抄送：市委各部门，市人大常委会办公室，市政协办公室，市监委，", "　　　各人民团体。"]
    assert mended(*printed(*paragraphs), *copies)[-1] == copies[0] + copies[1].strip()


def test_the_list_of_copies_ends_with_its_stop() -> None:
    paragraphs = [f"{order}.{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 9)]
    foot = ["抄送：市委各部门，市人大常委会办公室，市政协办公室，市监委各室。", "云泽市人民政府办公室 2026年3月4日印发"]
    assert mended(*printed(*paragraphs), *foot)[-2] == foot[0]


def test_a_heading_may_take_two_lines() -> None:
    heading = "（一）坚持供需两端协同发力，努力推动经济稳定均衡可持续增长。"
    paragraphs = [LONG * 9 + "开工项目3个。", heading, LONG * 9 + "开工项目5个。", LONG * 9 + "开工项目8个。"]
    assert mended(*printed(*paragraphs, width=26)) == paragraphs


def test_a_line_of_nothing_visible_is_empty() -> None:
    assert mended("一、重点工作", "\u200b", "新建学校3所。") == ["一、重点工作", "新建学校3所。"]


def test_a_figure_may_begin_a_line_in_mid_sentence() -> None:
    cut = "（一）" + LONG[:18] + "覆盖从0到1、从1到2的创新周期，新增企业3家。"
    paragraphs = [cut, *(f"（二）{LONG}{LONG}力争年内开工{order}个项目。" for order in range(1, 9))]
    assert mended(*printed(*paragraphs)) == paragraphs

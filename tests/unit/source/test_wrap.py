"""What stands at the end of a line, and what begins the next."""

import pytest

from luoshi.source.wrap import Line, Openness, is_document_number, is_latin_break, measure, width

FULL = "加快推进青禾新区基础设施建设完善道路管网学校医院等公共服务"


@pytest.mark.parametrize(("text", "em"), [("新建", 2), ("ab12", 2), ("新建3所", 3.5), ("８％", 2), ("", 0)])
def test_a_chinese_character_is_one_em_wide_and_a_latin_one_half(text: str, em: float) -> None:
    assert width(text) == em


@pytest.mark.parametrize(
    ("lines", "is_open"),
    [
        (["新建（含续建"], True),
        (["新建（含续建", "项目）"], False),
        (["“三大"], True),
        (["“三大", "行动”"], False),
        (["新建(含续建）"], False),
        (["新建）含"], False),
        (["（" * 3, "）" * 2], True),
        (["（", *["、"] * 60], False),
    ],
)
def test_brackets_stay_open_over_some_lines_but_not_for_ever(lines: list[str], is_open: bool) -> None:  # noqa: FBT001 - a column of the table
    state = Openness()
    for line in lines:
        state = state.after(line)
    assert state.is_open is is_open


def test_the_margin_is_where_many_lines_break_off() -> None:
    wrapped = [Line(FULL)] * 10 + [Line("新建学校3所。")] * 4
    assert measure(wrapped).margin == width(FULL)


def test_short_lines_between_numbers_and_labels_have_no_margin() -> None:
    item = ["1.新增规上工业企业40家", "牵头：市工信局、市发改委", "配合：市统计局、市税务局", "时限：12月底前"]
    assert measure([Line(line) for line in item * 5]).margin is None


def test_on_printed_pages_a_few_full_lines_tell_the_margin() -> None:
    lines = [Line(FULL), Line("补齐短板。"), Line("新建学校3所。")] * 3 + [Line("改造小区5个。")] * 12
    assert measure(lines).margin is None
    assert measure(lines, is_printed=True).margin == width(FULL)


def test_a_signature_behind_a_bracket_opens_a_paragraph() -> None:
    layout = measure([Line(FULL)] * 10 + [Line("新建学校3所。")] * 4)
    full = FULL[:-3] + "负责）"
    assert not layout.continues(full, full, Line("云泽市人民政府办公室"), is_open=False)
    assert layout.continues(full, full, Line("，年底前投用"), is_open=False)


def test_a_document_number_opens_a_paragraph() -> None:
    layout = measure([Line(FULL)] * 10 + [Line("新建学校3所。")] * 4)
    assert not layout.continues(FULL, FULL, Line("云政办发〔2026〕3号"), is_open=False)


@pytest.mark.parametrize(
    "lines",
    [
        ["新建学校3所。", "改造小区5个。"],
        ["新建学校3所。"] * 10,
        [FULL[:length] for length in range(4, 29)],
        [FULL + "。"] * 10,
    ],
)
def test_a_text_that_is_not_wrapped_has_no_margin(lines: list[str]) -> None:
    assert measure([Line(line) for line in lines]).margin is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("云政办发〔2026〕3号", 1), ("云政办发[2026]3号", 1), ("云政办发〔2026〕3号文", 0), ("2026", 0)],
)
def test_a_document_number_stands_alone(text: str, expected: int) -> None:
    assert is_document_number(text) == bool(expected)


@pytest.mark.parametrize(
    ("before", "line", "expected"), [("Smart", "City", 1), ("智慧", "City", 0), ("3", "5", 0), ("App", "平台", 0)]
)
def test_two_latin_words_may_meet_at_a_line_end(before: str, line: str, expected: int) -> None:
    assert is_latin_break(before, line) == bool(expected)


@pytest.mark.parametrize(
    ("before", "line", "joins"),
    [
        (FULL, "建设，新建学校3所。", True),
        (FULL, "1.新建学校3所。", False),
        (FULL, "17.2026年底前新建学校3所。", False),
        (FULL, "1.5万平方米建成投用。", True),
        (FULL, "（二）教育", False),
        (FULL, "① 新建学校", False),
        (FULL, "牵头单位：市教育局", False),
        (FULL, "2026年3月1日", False),
        ("新建学校3所。", "改造小区5个。", False),
        ("新建学校3所，", "改造小区5个。", True),
        ("产业发展", "新建学校3所。", False),
    ],
)
def test_a_line_goes_on_behind_one_that_is_full_or_broken_off(before: str, line: str, joins: bool) -> None:  # noqa: FBT001 - a column of the table
    layout = measure([Line(FULL)] * 10 + [Line("新建学校3所。")] * 4)
    assert layout.continues(before, before, Line(line), is_open=False) is joins


def test_an_indented_line_begins_a_paragraph() -> None:
    layout = measure([Line(FULL)] * 10)
    assert not layout.continues(FULL, FULL, Line("建设，新建学校3所。", is_indented=True), is_open=False)


def test_what_ends_before_a_label_tells_nothing_of_the_margin() -> None:
    item = ["目标任务：" + FULL[5:], "完成桥梁改造。", "责任单位：" + FULL[5:-2] + "局", "完成时限：年底", "一、教育"]
    assert measure([Line(line) for line in item * 9]).margin == width(FULL)

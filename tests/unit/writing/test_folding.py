import pytest

from luoshi.writing.folding import cell_width, fold, keep_together


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("新增公园", 4, ["新增", "公园"]),
        ("新增公园，建成", 8, ["新增公", "园，建成"]),
        ("建成“云快处”平台", 6, ["建成", "“云快", "处”平", "台"]),
        ("增长12.5%以上", 8, ["增长", "12.5%以", "上"]),
        ("PM2.5浓度", 6, ["PM2.5", "浓度"]),
        ("开行1600列 → ≥1670列", 12, ["开行1600列 →", "≥1670列"]),
        ("贷款22亿元以上", 8, ["贷款", "22亿元以", "上"]),
        ("第一行\n第二行", 20, ["第一行", "第二行"]),
        ("ABCDEFGH", 3, ["ABC", "DEF", "GH"]),
        ("甲　乙", 4, ["甲", "乙"]),
        ("", 10, [""]),
        ("宽", 1, ["宽"]),
    ],
)
def test_text_is_folded_as_a_typesetter_would(text: str, width: int, expected: list[str]) -> None:
    assert fold(text, width) == expected


def test_no_line_is_wider_than_asked_and_no_character_is_lost() -> None:
    text = "加快建设“一网通办”平台（二期），力争6月底前上线，办件量增长12.5%以上；" * 20

    lines = fold(text, 17)

    assert max(map(cell_width, lines)) <= 17
    assert "".join(lines) == text


def test_what_is_kept_together_goes_to_the_next_line_whole_and_its_joints_are_not_shown() -> None:
    text = "　".join(map(keep_together, ("望湖区 8800", "沙洲区 4800")))

    assert fold(text, 16) == ["望湖区 8800", "沙洲区 4800"]


def test_what_would_steer_the_terminal_is_left_out() -> None:
    assert fold("红\x1b[31m色\t字\x9b", 40) == ["红[31m色 字"]


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("中文", 4), ("“中”", 4), ("（一）", 6), ("", 0)])
def test_wide_characters_take_two_columns(text: str, width: int) -> None:
    assert cell_width(text) == width

"""Lists of units' names, with the traces of narrow cells in them."""

import pytest

from luoshi.language.names import find_names


def names(text: str) -> list[str]:
    return [span.name for span in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市水利局 云岭区政府 江\n川市政府", ["市水利局", "云岭区政府", "江川市政府"]),
        ("市民政\n局 智谷新城管委会 智\n谷新区管委会", ["市民政局", "智谷新城管委会", "智谷新区管委会"]),
        ("市财政 局 市水利局", ["市财政局", "市水利局"]),
        ("各县（\n市、区）政府 市委\n编办 市委政法委", ["各县（市、区）政府", "市委编办", "市委政法委"]),
        ("市政府\n研究室、市统计局", ["市政府研究室", "市统计局"]),
        ("市文体局 市政府\n研究室 市统计局", ["市文体局", "市政府研究室", "市统计局"]),
        ("市委\n市政府办", ["市委", "市政府办"]),
        ("市政府办\n公室 市发改委\n员会", ["市政府办公室", "市发改委员会"]),
        ("市纪委\n监委\n市水利局", ["市纪委监委", "市水利局"]),
        ("市\n水利局 市城投集团", ["市水利局", "市城投集团"]),
        ("市残联\n市财政局", ["市残联", "市财政局"]),
        ("云岭区政府\n团市委", ["云岭区政府", "团市委"]),
        ("市人大常委\n会办公室、\n青禾区政府", ["市人大常委会办公室", "青禾区政府"]),
        ("人民银行\n映川市分\n行 市水\n利局", ["人民银行映川市分行", "市水利局"]),
        ("市教育局、\n市财政局\n市水利局", ["市教育局", "市财政局", "市水利局"]),
        ("市档案馆\n团市委 市水利局 团\n市委", ["市档案馆", "团市委", "市水利局", "团市委"]),
        ("云岭新城管委\n会\n市人行", ["云岭新城管委会", "市人行"]),
    ],
)
def test_names_that_a_line_of_a_cell_cuts_are_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市财政局、各市（州）、县（市、区）人民政府", ["市财政局", "各市（州）、县（市、区）人民政府"]),
        ("各镇、街道办事处，市财政局", ["各镇、街道办事处", "市财政局"]),
        ("市住建局等部门和各区、县（市）政府", ["市住建局", "各区、县（市）政府"]),
        ("各镇人民政府、街道办事处", ["各镇人民政府", "街道办事处"]),
        ("民政部、各省、自治区、直辖市人民政府", ["民政部", "各省、自治区、直辖市人民政府"]),
        ("各省（自治区、直辖市）人民政府", ["各省（自治区、直辖市）人民政府"]),
        ("各省、自治区、直辖市，民政部", ["各省、自治区、直辖市", "民政部"]),
        ("各县（区）、市财政局", ["各县（区）", "市财政局"]),
    ],
)
def test_all_places_of_two_kinds_with_one_government_are_one_group(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农业农村和水利局、各村", ["农业农村和水利局", "各村"]),
        ("县城乡和交通局", ["县城乡和交通局"]),
        ("石门镇和县水利局", ["石门镇", "县水利局"]),
        ("市教育局、市财政局，列第一位的为牵头单位，下同", ["市教育局", "市财政局"]),
    ],
)
def test_words_about_names_and_the_fields_of_offices_part_none(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("市教育局、市财政局（牵头），市住建局、市水利局", "市教育局 市财政局"),
        ("市教育局、市财政局（牵头）、市住建局", "市财政局"),
        ("市教育局（牵头）、市财政局（牵头），市住建局", "市教育局 市财政局"),
        ("市教育局（牵头），市财政局、市住建局", "市教育局"),
        ("市教育局，市财政局（牵头），市住建局", "市财政局"),
        ("市教育局、市财政局（牵头）", "市财政局"),
    ],
)
def test_a_note_before_a_comma_holds_for_the_names_it_ends(text: str, leads: str) -> None:
    assert " ".join(span.name for span in find_names(text) if span.is_lead) == leads

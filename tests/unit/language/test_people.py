"""Lists of leaders, with the traces of narrow cells in them."""

import pytest

from luoshi.language.people import find_people, is_posted_person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王小明、李大\n为", "王小明 李大为"),
        ("王\n小明、李大为", "王小明 李大为"),
        ("上官\n明\n李大\n为", "上官明 李大为"),
        ("王小明\n李大为", "王小明 李大为"),
        ("王小明、\n李大为", "王小明 李大为"),
        ("副市\n长王小明", "副市长王小明"),
        ("王小明副\n市长", "副市长王小明"),
        ("王小明\n（常务副市长）", "常务副市长王小明"),
        ("乌云其木格、阿布都热合曼", "乌云其木格 阿布都热合曼"),
        ("各乡镇主要领导、王小明", "王小明"),
        ("分管业务的领导", ""),
    ],
)
def test_names_and_posts_that_a_line_of_a_cell_cuts_are_whole(text: str, expected: str) -> None:
    people = find_people(text)
    assert " ".join((person.post or "") + person.name for person in people) == expected
    assert all(person.name in "".join(text[person.start : person.end].split()) for person in people)


@pytest.mark.parametrize("line", ["王小明（县委常委、副县长）", "李大为(副市长、市公安局局长)"])
def test_a_line_may_hold_one_person_and_the_posts(line: str) -> None:
    assert is_posted_person(line)


@pytest.mark.parametrize("line", ["王小明", "重点工作（共12项）", "市教育局（教育工委）", "王小明（副县长）牵头"])
def test_another_line_holds_no_person_alone(line: str) -> None:
    assert not is_posted_person(line)


@pytest.mark.parametrize("line", ["县委副书记、县长　王小明", "副县长 李大为"])
def test_the_posts_may_stand_before_the_person(line: str) -> None:
    assert is_posted_person(line)


def test_a_body_may_be_named_in_short_within_a_post() -> None:
    assert [person.name for person in find_people("县委常委、宣传部长 王小明")] == ["王小明"]

"""Where a clause begins and ends."""

import pytest

from luoshi.language.clauses import find_clauses


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("新建泵站，改造管网。", ["新建泵站", "改造管网", ""]),
        ("新增1，200户，全部验收", ["新增1，200户", "全部验收"]),
        ("东环路（一期，南段）通车", ["东环路（一期，南段）通车", "一期", "南段"]),
    ],
)
def test_punctuation_divides_and_brackets_stand_apart(sentence: str, clauses: list[str]) -> None:
    found, _ = find_clauses(sentence)
    assert [sentence[clause.start : clause.end] for clause in found] == clauses


def test_each_character_knows_its_clause() -> None:
    _, owners = find_clauses("甲（乙）丙，丁")
    assert owners == [0, 0, 1, 1, 0, 0, 2]


def test_only_a_comma_or_a_colon_joins_a_clause_to_the_next() -> None:
    clauses, _ = find_clauses("到明年，建成；开园：试运行")
    assert [clause.follower for clause in clauses] == [1, None, 3, None]

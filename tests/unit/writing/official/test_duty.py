"""Responsibility clauses are printed as the genre prints them."""

from datetime import date

import pytest

from luoshi.model import Due, Leader, Place, Quote, Role, Task, Unit
from luoshi.writing.official.duty import duty_words, leader_names, unit_words

LEAD, WITH, UNDER, HELPS = Role.LEAD, Role.RESPONSIBLE, Role.UNMARKED, Role.COOPERATING


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def units(*named: tuple[str, Role]) -> tuple[Unit, ...]:
    return tuple(Unit(name, role, quoted(name)) for name, role in named)


def task(text: str = "新增公园3个。", **fields: object) -> Task:
    return Task("重点工作", 1, text, quoted(text), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ([("财政局", LEAD)], "责任单位：财政局"),
        ([("财政局", LEAD), ("税务局", WITH)], "责任单位：▲财政局、税务局"),
        ([("财政局", LEAD), ("发改局", LEAD)], "责任单位：▲财政局、▲发改局"),
        ([("财政局", UNDER), ("发改局", UNDER)], "责任单位：财政局、发改局"),
        ([("财政局", LEAD), ("税务局", HELPS), ("人行", HELPS)], "牵头单位：财政局；配合单位：税务局、人行"),
        ([("财政局", LEAD), ("审计局", Role.GUIDING)], "牵头单位：财政局；指导单位：审计局"),
        ([], ""),
    ],
)
def test_units_stand_in_one_list_or_by_their_roles(named: list[tuple[str, Role]], words: str) -> None:
    assert duty_words(task(units=units(*named))) == words


def test_leaders_are_named_unless_the_heading_names_them() -> None:
    led = task(leaders=(Leader("周以宁", "副市长", quoted("周以宁")),), units=units(("园林局", LEAD)))
    assert duty_words(led) == "牵头领导：周以宁副市长；责任单位：园林局"
    assert duty_words(led, led.leaders) == "责任单位：园林局"


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("副市长", "蔺书禾副市长"),
        ("副市长（工业、科技）", "蔺书禾副市长（工业、科技）"),
        ("市委常委、副市长", "蔺书禾（市委常委、副市长）"),
        ("市委常委、副市长（工业、科技）", "蔺书禾（市委常委、副市长〔工业、科技〕）"),
        ("市委常委、副市长(工业)", "蔺书禾（市委常委、副市长〔工业〕）"),
    ],
)
def test_no_bracket_stands_in_a_bracket(post: str, words: str) -> None:
    assert leader_names([Leader("蔺书禾", post, quoted("蔺书禾"))]) == words


def test_where_it_is_open_who_answers_the_clause_says_so() -> None:
    due = Due(None, quoted("长期坚持"))
    assert duty_words(task(), is_open=True) == "责任单位：待定"
    assert duty_words(task(due=(due,)), is_open=True) == "责任单位：待定；完成时限：长期坚持"
    assert duty_words(task(units=units(("财政局", LEAD))), is_open=True) == "责任单位：财政局"


def test_a_date_is_told_once() -> None:
    due = Due(date(2026, 6, 30), quoted("6月底前"))
    assert duty_words(task("6月底前新增公园3个。", due=(due,))) == ""
    assert duty_words(task("6月底前新增公园3个。", due=(due, due))) == "完成时限：6月底前"
    assert duty_words(task(due=(due, Due(None, quoted("长期坚持"))))) == "完成时限：6月底前、长期坚持"


def test_a_lead_that_stands_alone_needs_no_mark() -> None:
    assert unit_words(units(("财政局", LEAD))) == "财政局"

"""A paragraph's promises, apart from the clauses that say who keeps them."""

import pytest

from luoshi.reading.promise import read_bare_clause, read_promises
from tests.unit.reading.passages import ERA, quote, told


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("新建学校3所。（责任单位：▲教育局、财政局）", [("新建学校3所。", "▲教育局 责财政局")]),
        ("新建学校3所（责任单位：▲教育局、财政局）。", [("新建学校3所。", "▲教育局 责财政局")]),
        ("新建学校3所。(牵头领导:王远舟;责任单位:教育局)", [("新建学校3所。", "王远舟 责教育局")]),
        ("新建学校3所。〔市教育局牵头，市财政局配合〕", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("新建学校3所。【牵头单位：市教育局】【配合单位：市财政局】", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("新建学校3所。［牵头单位：市教育局；完成时限：6月底］", [("新建学校3所。", "▲市教育局 2026-06-30")]),
        ("新建学校3所（含续建）。（市教育局）", [("新建学校3所（含续建）。", "·市教育局")]),
        ("新建学校3所（含续建）。", [("新建学校3所（含续建）。", "")]),
        ("新建学校3所。牵头单位：市教育局。配合单位：市财政局。", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("由市教育局牵头，市财政局配合，新建学校3所。", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("市教育局会同市财政局，新建学校3所。", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("新建学校3所，由市教育局牵头。", [("新建学校3所。", "▲市教育局")]),
        ("新建学校3所。此项工作由市教育局牵头。", [("新建学校3所。", "▲市教育局")]),
        ("新建学校3所。由市教育局牵头，9月底前完成。", [("新建学校3所。", "▲市教育局 2026-09-30")]),
        ("新建学校3所，由市教育局牵头，9月底前完成。", [("新建学校3所。", "▲市教育局 2026-09-30")]),
        ("新建学校3所。由市教育局牵头，市财政局配合，持续推进。", [("新建学校3所。", "▲市教育局 配市财政局")]),
        ("由市教育局牵头，新建学校3所，9月底前完成。", [("新建学校3所，9月底前完成。", "▲市教育局")]),
        (
            "新建学校3所。（市教育局牵头）新建公园2个。（市园林局牵头）",
            [("新建学校3所。", "▲市教育局"), ("新建公园2个。", "▲市园林局")],
        ),
        ("新建学校3所。（责任单位：▲教育局、财政局", [("新建学校3所。", "▲教育局 责财政局")]),
        ("新建学校3所。", [("新建学校3所。", "")]),
        ("", [("", "")]),
    ],
)
def test_a_paragraph_holds_its_promises_and_their_clauses(text: str, promises: list[tuple[str, str]]) -> None:
    assert [(promise.text, told(promise.clause)) for promise in read_promises(quote(text), ERA)] == promises


def test_each_sentence_of_a_promise_is_kept() -> None:
    (promise,) = read_promises(quote("办好教育。9月底前新建学校3所。由市教育局牵头。其中公办2所。"), ERA)
    passages = [each.text for each in (promise.quote, *promise.more)]
    assert passages == ["办好教育。", "9月底前新建学校3所。", "其中公办2所。"]
    assert promise.text == "办好教育。9月底前新建学校3所。其中公办2所。"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("责任单位：市教育局", "责市教育局"),
        ("〔责任单位〕市教育局", "责市教育局"),
        ("（责任单位：市教育局）", "责市教育局"),
        ("（市教育局牵头，市财政局配合）。", "▲市教育局 配市财政局"),
        ("完成时限：2026年9月底前", "2026-09-30"),
        ("新建学校3所。（责任单位：市教育局）", "declined"),
        ("（责任单位：市教育局）另行通知", "declined"),
        ("新建学校3所。", "declined"),
    ],
)
def test_a_line_may_be_a_clause_and_nothing_else(text: str, clause: str) -> None:
    assert told(read_bare_clause(quote(text), ERA)) == clause

import re
from html import unescape

import pytest

from luoshi.model import Place
from luoshi.writing.marks import Mark
from luoshi.writing.page.passages import Passage, mark_text

TAG = re.compile(r"<(/?)(\w+)[^>]*>")
SIGN = re.compile(r"<sup[^>]*>[^<]*</sup>")
MARKED = re.compile(r'<mark class="([^"]*)"[^>]*>([^<]*)</mark>')


def passage(kind: str, start: int, end: int, name: str = "", number: str = "") -> Passage:
    return Passage(Mark(kind, Place(0, start, end), "标签"), name, number)


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        ([], []),
        ([passage("task", 0, 4)], [("m-task", "建成公园")]),
        (
            [passage("task", 0, 4), passage("due", 2, 4)],
            [("m-task", "建成"), ("m-task m-due", "公园")],
        ),
        (
            [passage("task", 0, 4), passage("flag", 2, 6)],
            [("m-task", "建成"), ("m-task m-flag", "公园"), ("m-flag", "三个")],
        ),
        ([passage("unit", 0, 2), passage("lead", 2, 4)], [("m-unit", "建成"), ("m-lead", "公园")]),
        ([passage("unit", 0, 3), passage("unit", 2, 4)], [("m-unit", "建成"), ("m-unit", "公"), ("m-unit", "园")]),
        ([passage("task", 4, 99)], [("m-task", "三个")]),
        ([passage("task", 50, 60), passage("task", 3, 3)], []),
    ],
)
def test_overlapping_marks_are_split_where_either_ends(
    passages: list[Passage], expected: list[tuple[str, str]]
) -> None:
    html = mark_text("建成公园三个", passages)

    assert MARKED.findall(html) == expected
    assert TAG.sub("", html) == "建成公园三个"


def test_what_the_document_holds_is_never_taken_for_html() -> None:
    text = "<script>alert('1')</script>&amp;"

    html = mark_text(text, [Passage(Mark("flag", Place(0, 0, 8), '"><b>'), "f1", "疑1")])

    assert {name for _, name in TAG.findall(html)} == {"sup", "mark"}
    assert unescape(TAG.sub("", SIGN.sub("", html))) == text


def test_a_number_stands_before_its_passage_with_an_address() -> None:
    html = mark_text("建成公园", [passage("task", 2, 4, "t7", "7")])

    assert html == '建成<sup class="no" id="t7">7</sup><mark class="m-task" title="标签">公园</mark>'

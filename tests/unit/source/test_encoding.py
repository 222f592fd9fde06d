"""Whatever wrote the text, the same characters come out."""

import pytest

from luoshi.errors import UnknownFormat
from luoshi.source.encoding import decode, decode_page, drop_unseen

SENTENCES = [
    "落实",
    "1.新建公园3个以上。（责任单位：▲园林局）\n",
    "全年完成投资120亿元，增长8.5%以上。\n二、民生\n" * 30,
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_text_reads_the_same_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", SENTENCES[1:])
def test_utf_16_without_a_mark_is_known_by_its_zeros(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


ODD = [
    (b"a\r\nb\rc\n", "a\nb\nc\n"),
    (b"a\x00b\x1bc", "abc"),
    ("甲\u200b乙\ufeff丙\u2028丁".encode(), "甲乙丙\n丁"),
    ("落实".encode() * 200 + b"\xe8", "落实" * 200 + "\ufffd"),
]


@pytest.mark.parametrize(("content", "text"), ODD)
def test_line_ends_are_one_and_strays_are_dropped(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize("joiner", ["\u2060", "\ufeff", "\u200d", "\u200b", "\xad"])
def test_a_text_may_have_a_joiner_at_every_figure(joiner: str) -> None:
    assert decode(f"新建公园3{joiner}个。".encode() * 40) == "新建公园3个。" * 40


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 50, b"\xff" * 500, b"PNG\x00\x08\x7f\x05" * 90])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnknownFormat):
        decode(content)


PAGES = [
    ("<meta charset=gb2312>落实", "utf-8"),
    ("<meta charset=gb2312>落实", "gbk"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=big5">落實', "big5"),
    ("<meta charset=nonsense>落实", "gbk"),
]


@pytest.mark.parametrize(("text", "encoding"), PAGES)
def test_a_page_is_read_as_its_bytes_say_before_its_words(text: str, encoding: str) -> None:
    assert decode_page(text.encode(encoding)) == text


def test_unseen_characters_go_and_lines_stay() -> None:
    assert drop_unseen("甲\u00ad乙\r\n丙\x07\t丁") == "甲乙\n丙\t丁"

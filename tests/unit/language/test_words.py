"""Alternations made of tables of words."""

import re

import pytest

from luoshi.language.lexicon.words import any_of

WORDS = ("达", "达到", "达到了", "突破", "突围", "12.5%", "超")


@pytest.mark.parametrize(
    ("text", "found"),
    [("达到了", "达到了"), ("达到", "达到"), ("达不到", "达"), ("突围", "突围"), ("突", None), ("12x5%", None)],
)
def test_an_alternation_prefers_the_longest_word(text: str, found: str | None) -> None:
    match = re.match(any_of(WORDS), text)
    assert (match[0] if match else None) == found


def test_a_shorter_word_is_taken_where_the_longest_is_not_followed_as_it_should_be() -> None:
    assert re.findall(f"(?:{any_of(WORDS)})(?=到)", "达到") == ["达"]


def test_what_several_words_begin_with_stands_once() -> None:
    assert any_of(["突破性", "突围", "突破性"]) == "突(?:破性|围)"


def test_few_characters_behind_another_make_no_set() -> None:
    assert any_of(["突破", "突围"]) == "突破|突围"
    assert any_of(["一个", "一家", "一户", "一人", "一件"]) == "一(?:个|家|户|人|件)"

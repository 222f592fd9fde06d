"""Patterns that are compiled when a text first asks for them."""

import re
import subprocess
import sys

import pytest

from luoshi.patterns import lazily

TEXT = "新建公园3个，改造道路12条"


def test_a_lazy_pattern_finds_what_the_pattern_finds() -> None:
    lazy, eager = lazily("(?P<count> [0-9]+ )", re.VERBOSE), re.compile("(?P<count> [0-9]+ )", re.VERBOSE)
    assert lazy.findall(TEXT) == eager.findall(TEXT) == ["3", "12"]
    found = lazy.search(TEXT, 5)
    assert found is not None
    assert found["count"] == "12"
    assert lazy.sub("", TEXT) == eager.sub("", TEXT)
    assert lazy.pattern == eager.pattern


def test_it_is_compiled_once_and_only_when_it_is_asked_for() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.match(TEXT)
    lazy = lazily("[0-9]")
    assert lazy.match is lazy.match


def test_it_has_no_other_names_than_a_pattern() -> None:
    with pytest.raises(AttributeError):
        _ = lazily("(").cache_clear  # type: ignore[attr-defined]


def test_starting_compiles_no_pattern_that_only_other_texts_need() -> None:
    said = "import luoshi.source.tidy as tidy; print('search' in vars(tidy._STRAY), 'finditer' in vars(tidy._STRAY))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == ["False", "False"]

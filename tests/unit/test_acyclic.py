"""The search for cycles rests while work is done, and goes on afterwards whatever came of it."""

import gc

import pytest

from luoshi.acyclic import acyclic


@acyclic
def is_searching(*, fails: bool = False) -> bool:
    if fails:
        raise LookupError("not here")
    return gc.isenabled()


def test_the_search_rests_and_goes_on() -> None:
    assert not is_searching()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(LookupError, match="not here"):
        is_searching(fails=True)
    assert gc.isenabled()


def test_it_rests_on_where_somebody_else_stopped_it() -> None:
    gc.disable()
    try:
        assert not is_searching()
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Lists that people keep."""

import pytest

from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotValid
from luoshi.records.register.actions.views import MOST, drop_view, save_view
from luoshi.records.register.queries.views import own_views


def kept(actor: Actor) -> list[tuple[str, str]]:
    return [(view.name, view.query) for view in own_views(actor)]


def test_a_view_is_kept_for_the_own_account_only(alice: Actor, bob: Actor) -> None:
    save_view(actor=alice, name=" 我盯的 ", query="leader=沈砚秋")
    assert (kept(alice), kept(bob)) == ([("我盯的", "leader=沈砚秋")], [])


def test_the_same_name_replaces_what_was_kept(alice: Actor) -> None:
    for query in ("verdict=behind", "doubts=1"):
        save_view(actor=alice, name="要看的", query=query)
    assert kept(alice) == [("要看的", "doubts=1")]


@pytest.mark.parametrize("name", ["", "  ", "一二三四五六七八九十一二三四五六七"])
def test_a_name_is_neither_empty_nor_long(alice: Actor, name: str) -> None:
    with pytest.raises(NotValid, match="视图名称"):
        save_view(actor=alice, name=name, query="")


def test_there_are_only_so_many(alice: Actor) -> None:
    for number in range(MOST):
        save_view(actor=alice, name=f"视图{number}", query="")
    with pytest.raises(NotValid, match="最多存"):
        save_view(actor=alice, name="再一个", query="")
    save_view(actor=alice, name="视图0", query="doubts=1")
    assert own_views(alice).count() == MOST


def test_nobody_drops_the_view_of_another(alice: Actor, bob: Actor) -> None:
    view = save_view(actor=alice, name="我盯的", query="")
    drop_view(actor=bob, view=view)
    assert kept(alice)
    drop_view(actor=alice, view=view)
    assert not kept(alice)

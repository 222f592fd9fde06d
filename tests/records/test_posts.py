"""Leaders' posts: set up, handed over, put in charge of units; allowed, refused, logged."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import charge, hand_over, open_post
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Post
from luoshi.records.refusals import NotAllowed, NotValid
from luoshi.records.register.actions.governments import open_government, open_unit
from luoshi.records.register.models import Government


@pytest.fixture
def post(alice: Actor, city: Government) -> Post:
    return open_post(actor=alice, government=city, title="副市长（分管教育）", holder="沈砚秋")


def test_a_post_goes_from_holder_to_holder(alice: Actor, post: Post) -> None:
    today = timezone.localdate()
    post.holdings.update(holds_from=date(2022, 1, 5))
    hand_over(actor=alice, post=post, holder=" 韩知远 ", holds_from=date(2024, 3, 1))
    holders = post.holdings.order_by("holds_from").values_list("name", "holds_from", "holds_to")
    assert list(holders) == [
        ("沈砚秋", date(2022, 1, 5), date(2024, 3, 1)),
        ("韩知远", date(2024, 3, 1), None),
    ]
    entry = Entry.objects.order_by("-number")[0]
    assert (entry.before, entry.after) == ({"holder": "沈砚秋"}, {"holder": "韩知远", "since": "2024-03-01"})
    hand_over(actor=alice, post=post, holder="沈砚秋")
    assert post.holdings.get(holds_to=None).holds_from == today


@pytest.mark.parametrize(
    ("holder", "days", "field"),
    [("", 0, "holder"), ("沈砚秋", 0, "holder"), ("韩知远", 1, "holds_from"), ("韩知远", -1, "holds_from")],
)
def test_what_cannot_be_is_told(alice: Actor, post: Post, holder: str, days: int, field: str) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(NotValid) as refused:
        hand_over(actor=alice, post=post, holder=holder, holds_from=day)
    assert list(refused.value.fields) == [field]
    assert post.holdings.count() == 1


def test_a_title_stands_once(alice: Actor, city: Government, post: Post) -> None:
    with pytest.raises(NotValid, match="已经有"):
        open_post(actor=alice, government=city, title=post.title, holder="韩知远")


def test_a_post_is_in_charge_of_units_of_its_own_government(alice: Actor, city: Government, post: Post) -> None:
    bureau = open_unit(actor=alice, government=city, name="教育局")
    charge(actor=alice, post=post, units=[bureau])
    assert list(post.portfolio.all()) == [bureau]
    assert Entry.objects.order_by("-number")[0].after == {"units": ["教育局"]}
    county = open_government(actor=operator(), name="东屿县人民政府", level="county", parent=city)
    theirs = open_unit(actor=operator(), government=county, name="县教育局")
    with pytest.raises(NotValid, match="本级"):
        charge(actor=alice, post=post, units=[bureau, theirs])


def test_nobody_else_hands_over(bob: Actor, city: Government, post: Post) -> None:
    for act in (
        lambda: hand_over(actor=bob, post=post, holder="韩知远"),
        lambda: open_post(actor=bob, government=city, title="市长", holder="韩知远"),
        lambda: charge(actor=bob, post=post, units=[]),
    ):
        with pytest.raises(NotAllowed):
            act()

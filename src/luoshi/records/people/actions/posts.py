"""Leaders' posts: set up, handed over, put in charge of units."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import HELD, Account, Holding, Post
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotValid
from luoshi.records.register.models import Government, Unit

_LONGEST = 64


def open_post(*, actor: Actor, government: Government, title: str, holder: str, account: Account | None = None) -> Post:
    """Set up a leader's post with who holds it today."""
    title, holder = _needed(title, "title", "职务"), _needed(holder, "holder", "姓名")
    with acting(actor, Right.MANAGE_UNITS, government.pk) as under_way:
        if Post.objects.filter(government=government, title=title).exists():
            raise NotValid(f"已经有“{title}”了。", {"title": "已经有这个职务，可以在那里交接"})
        post = Post.objects.create(government=government, title=title)
        Holding.objects.create(post=post, name=holder, account=account, holds_from=timezone.localdate())
        under_way.did("open_post", post, after={"title": title, "holder": holder})
    return post


def hand_over(
    *, actor: Actor, post: Post, holder: str, account: Account | None = None, holds_from: date | None = None
) -> Holding:
    """Give a post to its next holder, who answers for its tasks from that day on (today)."""
    holder, since = _needed(holder, "holder", "姓名"), holds_from or timezone.localdate()
    with acting(actor, Right.MANAGE_UNITS, post.government_id) as under_way:
        before = post.holdings.select_for_update().filter(HELD).first()
        if before:
            _refuse_handing(before, holder, since)
            post.holdings.filter(pk=before.pk).update(holds_to=since)
        holding = Holding.objects.create(post=post, name=holder, account=account, holds_from=since)
        old = {"holder": before.name} if before else {}
        under_way.did("hand_over", post, before=old, after={"holder": holder, "since": since.isoformat()})
    return holding


def charge(*, actor: Actor, post: Post, units: Iterable[Unit]) -> None:
    """Say which units a post is in charge of."""
    wanted = list(units)
    if any(unit.government_id != post.government_id for unit in wanted):
        raise NotValid("只能分管本级的单位。", {"units": "请选本级的单位"})
    with acting(actor, Right.MANAGE_UNITS, post.government_id) as under_way:
        before = sorted(post.portfolio.values_list("name", flat=True))
        post.portfolio.set(wanted)
        after = sorted(unit.name for unit in wanted)
        under_way.did("charge", post, before={"units": before}, after={"units": after})


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _needed(given: str, field: str, word: str) -> str:
    text = given.strip()
    if not 0 < len(text) <= _LONGEST:
        raise NotValid(f"请写{word}。", {field: f"{word}要写，不超过 {_LONGEST} 个字"})
    return text


def _refuse_handing(before: Holding, holder: str, since: date) -> None:
    if before.name == holder:
        raise NotValid(f"现在就是{holder}。", {"holder": f"现在就是{holder}"})
    if since > timezone.localdate():
        raise NotValid("交接以后再记。", {"holds_from": "不能晚于今天。"})
    if since < before.holds_from:
        told = f"{before.name}从 {before.holds_from:%Y-%m-%d} 起任职，交接不能更早"
        raise NotValid(f"{told}。", {"holds_from": told})

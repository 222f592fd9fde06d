"""Lists that a person keeps. They are nobody else's matter, so the journal does not tell of them."""

from django.utils import timezone

from luoshi.records.people.actor import Actor
from luoshi.records.refusals import NotAllowed, NotValid
from luoshi.records.register.models import SavedView
from luoshi.records.turns import writing

MOST = 12
"""So many tabs still stand beside each other."""
_LONGEST = SavedView._meta.get_field("name").max_length or 0


def save_view(*, actor: Actor, name: str, query: str) -> SavedView:
    """Keep a list under a name; one that has this name already is replaced."""
    account, given = _account(actor), name.strip()
    if not 0 < len(given) <= _LONGEST:
        raise NotValid(f"视图名称要写，不超过 {_LONGEST} 个字。", {"name": f"1 到 {_LONGEST} 个字"})
    with writing():
        own = SavedView.objects.filter(account_id=account)
        if own.exclude(name=given).count() >= MOST:
            raise NotValid(f"最多存 {MOST} 个视图。请先删掉不用的。", {"name": "视图已满"})
        saved, _ = SavedView.objects.update_or_create(
            account_id=account, name=given, defaults={"query": query, "saved_at": timezone.now()}
        )
    return saved


def drop_view(*, actor: Actor, view: SavedView) -> None:
    """Keep a list no longer."""
    SavedView.objects.filter(pk=view.pk, account_id=_account(actor)).delete()


def _account(actor: Actor) -> int:
    if actor.account is None:
        raise NotAllowed("视图存在账号下，请先登录。")
    return actor.account

"""Accounts and roles: opened, closed, granted, taken back; each by the administrator whose duty it is."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account, Grant, Holding, Post
from luoshi.records.people.roles import OF_UNIT, SEPARATE, Right, Role
from luoshi.records.refusals import NotValid
from luoshi.records.register.models import Government, Unit


def open_account(
    *, actor: Actor, government: Government, username: str, name: str, password: str, must_change: bool = True
) -> Account:
    """Open an account, which may do nothing until a role is granted; the first password is changed at once."""
    with acting(actor, Right.MANAGE_ACCOUNTS, government.pk) as under_way:
        if Account.objects.filter(username=username).exists():
            raise NotValid(f"已经有登录名“{username}”了。", {"username": "换一个登录名"})
        account = Account(username=username, name=name, opened_at=timezone.now(), must_change_password=must_change)
        try:
            validate_password(password, account)
        except ValidationError as error:
            raise NotValid("密码太弱：" + "".join(error.messages), {"password": "".join(error.messages)}) from error
        account.set_password(password)
        account.save()
        under_way.did("open_account", account, after={"username": username, "name": name})
    return account


def close_account(*, actor: Actor, government: Government, account: Account) -> None:
    """Let nobody sign in with it any more; what it did stays."""
    with acting(actor, Right.MANAGE_ACCOUNTS, government.pk) as under_way:
        account.is_active = False
        account.save(update_fields=["is_active"])
        under_way.did("close_account", account, before={"active": True}, after={"active": False})


def grant_role(
    *, actor: Actor, account: Account, role: Role, government: Government, unit: Unit | None = None
) -> Grant:
    """Let an account hold a role from today on; nobody holds two of the three administrators' roles."""
    if (role in OF_UNIT) != (unit is not None):
        raise NotValid(f"“{role.label}”{'要指明单位' if role in OF_UNIT else '不属于某个单位'}。", {"unit": "请看角色"})
    with acting(actor, Right.GRANT_ROLES, government.pk) as under_way:
        held = set(Grant.objects.filter(account=account, holds_to__isnull=True).values_list("role", flat=True))
        if role in SEPARATE and held:
            raise NotValid("三个管理员各管各的：管理员不能再有别的角色。", {"role": "另开一个账号"})
        if held & {each.value for each in SEPARATE}:
            raise NotValid("这个账号是管理员，不能再有别的角色。", {"role": "另开一个账号"})
        grant = Grant.objects.create(
            account=account, role=role, government=government, unit=unit, holds_from=timezone.localdate()
        )
        after = {"role": role.value, "unit": unit.name if unit else None, "government": government.name}
        under_way.did("grant_role", account, after=after)
    return grant


def withdraw_role(*, actor: Actor, grant: Grant) -> None:
    """End a role from today on."""
    with acting(actor, Right.GRANT_ROLES, grant.government_id) as under_way:
        # A role is held up to and with its last day; what ends now has ended yesterday, or never held.
        grant.holds_to = max(grant.holds_from, timezone.localdate())
        grant.save(update_fields=["holds_to"])
        under_way.did("withdraw_role", grant.account, before={"role": grant.role})


def open_post(*, actor: Actor, government: Government, title: str, holder: str, account: Account | None = None) -> Post:
    """Set up a leader's post with who holds it today."""
    with acting(actor, Right.MANAGE_UNITS, government.pk) as under_way:
        post = Post.objects.create(government=government, title=title)
        Holding.objects.create(post=post, name=holder, account=account, holds_from=timezone.localdate())
        under_way.did("open_post", post, after={"title": title, "holder": holder})
    return post


def hand_over(*, actor: Actor, post: Post, holder: str, account: Account | None = None) -> Holding:
    """Give a post to its next holder, who answers for its tasks from today on."""
    with acting(actor, Right.MANAGE_UNITS, post.government_id) as under_way:
        today = timezone.localdate()
        before = post.holdings.filter(holds_to__isnull=True).first()
        if before:
            post.holdings.filter(pk=before.pk).update(holds_to=today)
        holding = Holding.objects.create(post=post, name=holder, account=account, holds_from=today)
        old = {"holder": before.name} if before else {}
        under_way.did("hand_over", post, before=old, after={"holder": holder})
    return holding


def choose_large(*, account: Account, is_large: bool) -> None:
    """Remember whether somebody reads in large type; nobody else's matter, so the journal does not tell of it."""
    Account.objects.filter(pk=account.pk).update(prefers_large=is_large)

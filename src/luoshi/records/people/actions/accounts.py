"""Accounts: opened, closed, given another password; by the system administrator, or by the person."""

import re

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from luoshi.records.acting import acting, recording
from luoshi.records.people.actions.grants import refuse_last_administrator
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import HELD, Account
from luoshi.records.people.roles import SEPARATE, Right
from luoshi.records.people.usernames import kept_username
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.models import Government

# zhouyining, the-public, li.na2
_USERNAME = re.compile(r"[\w@.-]{2,64}")
_LONGEST_NAME = 64


def open_account(
    *, actor: Actor, government: Government, username: str, name: str, password: str, must_change: bool = True
) -> Account:
    """Open an account, which may do nothing until a role is granted; the first password is changed at once.

    User names are kept in small letters of usual width.
    """
    username, name = kept_username(username), name.strip()
    with acting(actor, Right.MANAGE_ACCOUNTS, government.pk) as under_way:
        _refuse_names(username, name)
        account = Account(
            government=government,
            username=username,
            name=name,
            opened_at=timezone.now(),
            must_change_password=must_change,
        )
        _set_password(account, password)
        account.save()
        under_way.did("open_account", account, after={"username": username, "name": name})
    return account


def close_account(*, actor: Actor, account: Account) -> None:
    """Let nobody sign in with it any more, and whoever has is out; what it did stays."""
    with acting(actor, Right.MANAGE_ACCOUNTS, account.government_id) as under_way:
        if account.pk == actor.account:
            raise NotNow("不能停用自己的账号。请另一位系统管理员来做。")
        for grant in account.grants.filter(HELD, role__in=SEPARATE):
            refuse_last_administrator(grant)
        account.is_active = False
        account.save(update_fields=["is_active"])
        under_way.did("close_account", account, before={"active": True}, after={"active": False})


def reopen_account(*, actor: Actor, account: Account) -> None:
    """Let an account be used again, with the roles that it holds."""
    with acting(actor, Right.MANAGE_ACCOUNTS, account.government_id) as under_way:
        account.is_active = True
        account.save(update_fields=["is_active"])
        under_way.did("reopen_account", account, before={"active": False}, after={"active": True})


def reset_password(*, actor: Actor, account: Account, password: str) -> None:
    """Give a new first password to somebody who has forgotten theirs; whoever is signed in with the old one is out.

    The door opens again for a name that was locked out. The second factor stays.
    """
    with acting(actor, Right.MANAGE_ACCOUNTS, account.government_id) as under_way:
        if account.pk == actor.account:
            raise NotNow("自己的密码请在“我的账号”里改。")
        _set_password(account, password)
        account.must_change_password = True
        account.save(update_fields=["password", "must_change_password"])
        AccessAttempt.objects.filter(username=account.username).delete()
        under_way.did("reset_password", account)


def change_password(*, actor: Actor, account: Account, password: str) -> None:
    """Change one's own password; the first one has then been changed."""
    if account.pk != actor.account:
        raise NotAllowed("只能改自己的密码。")
    with recording(actor, account.government_id) as under_way:
        _set_password(account, password)
        before, account.must_change_password = account.must_change_password, False
        account.save(update_fields=["password", "must_change_password"])
        under_way.did("change_password", account, before={"first": before}, after={"first": False})


def reset_second_factor(*, actor: Actor, account: Account) -> None:
    """Let somebody who has lost their telephone sign in with the password alone, to set up another one.

    The security administrator does this, the system administrator resets passwords: it takes both to become somebody.
    """
    with acting(actor, Right.RESET_SECOND_FACTOR, account.government_id) as under_way:
        if account.pk == actor.account:
            raise NotNow("自己的动态口令请另一位安全管理员解除。")
        if not Authenticator.objects.filter(user=account).delete()[0]:
            raise NotNow("这个账号没有设置动态口令。")
        under_way.did("reset_second_factor", account)


def choose_large(*, account: Account, is_large: bool) -> None:
    """Remember whether somebody reads in large type; nobody else's matter, so the journal does not tell of it."""
    Account.objects.filter(pk=account.pk).update(prefers_large=is_large)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _refuse_names(username: str, name: str) -> None:
    if not _USERNAME.fullmatch(username):
        raise NotValid("登录名不合适。", {"username": "请写 2 到 64 个字母、数字或 . _ - @，中间不空格。"})
    if not 0 < len(name) <= _LONGEST_NAME:
        raise NotValid("请写姓名。", {"name": f"请写 1 到 {_LONGEST_NAME} 个字。"})
    if Account.objects.filter(username=username).exists():
        raise NotValid(f"已经有登录名“{username}”了。", {"username": f"已经有“{username}”了，请换一个。"})


def _set_password(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise NotValid("密码太弱：" + "".join(error.messages), {"password": "".join(error.messages)}) from error
    account.set_password(password)

"""`luoshi setup`: the tables, the government, the three administrators."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from luoshi.cli.inputs import InputError
from luoshi.cli.installation import bring_up_to_date

if TYPE_CHECKING:
    from luoshi.records.register.models import Government

_ADMINISTRATORS = {"system": "系统管理员", "security": "安全管理员", "audit": "审计管理员"}


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when something is missing, and then nothing was set up."""
    bring_up_to_date()
    from django.db import transaction

    from luoshi.records.register.models import Government

    if Government.objects.exists() and not options.government:
        sys.stdout.write("表已经是这个版本的了，数据没有动。\n")
        return 0
    if not options.government:
        raise InputError("第一次要写明政府的名称，如 luoshi setup --government 云泽市人民政府。")
    above = _known(options.under, "--under") if options.under else None
    below = [_known(name, "--over") for name in options.over]
    with transaction.atomic():
        standing = Government.objects.filter(name=options.government).first()
        if standing and (above or below):
            told = _place(standing, above, below)
        else:
            government, told = _open(options.government, options.level, above)
            told += _place(government, None, below)
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 0


def _known(name: str, option: str) -> "Government":
    from luoshi.records.register.models import Government

    found = Government.objects.filter(name=name).first()
    if found is None:
        raise InputError(f"这里还没有“{name}”，{option} 要写已经建好的政府。")
    return found


def _place(government: "Government", above: "Government | None", below: Sequence["Government"]) -> list[str]:
    """Governments that stood at the top come below others."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.governments import place_government

    pairs = [*([(government, above)] if above else []), *((each, government) for each in below)]
    for lower, upper in pairs:
        place_government(actor=operator(), government=lower, parent=upper)
    return [f"“{lower.name}”归到“{upper.name}”下面了，两边的台账都没有动。" for lower, upper in pairs]


def _open(name: str, level: str, above: "Government | None") -> tuple["Government", list[str]]:
    """A government with its three administrators; what is told has their passwords."""
    from luoshi.records.people.actions import grant_role, open_account
    from luoshi.records.people.actor import operator
    from luoshi.records.people.passwords import first_password
    from luoshi.records.people.roles import Role
    from luoshi.records.register.actions.governments import open_government
    from luoshi.records.register.models import Government

    count = Government.objects.count()
    government = open_government(actor=operator(), name=name, level=level, parent=above)
    told = [f"建好了“{name}”。", "下面的密码只显示这一次，首次登录必须改："]
    for role, title in _ADMINISTRATORS.items():
        password = first_password()
        username = f"{role}{count + 1}" if count else role
        account = open_account(
            actor=operator(), government=government, username=username, name=title, password=password
        )
        grant_role(actor=operator(), account=account, role=Role(f"{role}_admin"), government=government)
        told.append(f"  {title}　账号 {username}　密码 {password}")
    told.append("接着运行 luoshi serve：系统管理员在浏览器里开督查室的账号，安全管理员授予角色。")
    return government, told

"""`luoshi setup`: the tables, the government, the three administrators."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from luoshi.cli.inputs import InputError
from luoshi.cli.installation import bring_up_to_date

if TYPE_CHECKING:
    from luoshi.records.register.models import Government

_ADMINISTRATORS = {"system": "系统管理员", "security": "安全管理员", "audit": "审计管理员"}


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when something is missing."""
    bring_up_to_date()
    from luoshi.records.register.models import Government

    if Government.objects.exists() and not options.government:
        sys.stdout.write("表已经是这个版本的了，数据没有动。\n")
        return 0
    if not options.government:
        raise InputError("第一次要写明政府的名称，如 luoshi setup --government 云泽市人民政府。")
    _open(options.government, options.level, _above(options.under))
    return 0


def _above(name: str | None) -> "Government | None":
    from luoshi.records.register.models import Government

    if not name:
        return None
    above = Government.objects.filter(name=name).first()
    if above is None:
        raise InputError(f"这里还没有“{name}”，--under 要写已经建好的上级政府。")
    return above


def _open(name: str, level: str, above: "Government | None") -> None:
    from luoshi.records.people.actions import grant_role, open_account
    from luoshi.records.people.actor import operator
    from luoshi.records.people.passwords import first_password
    from luoshi.records.people.roles import Role
    from luoshi.records.register.actions.governments import open_government
    from luoshi.records.register.models import Government

    count = Government.objects.count()
    government = open_government(actor=operator(), name=name, level=level, parent=above)
    sys.stdout.write(f"建好了“{name}”。\n")
    sys.stdout.write("下面的密码只显示这一次，首次登录必须改：\n")
    for role, title in _ADMINISTRATORS.items():
        password = first_password()
        username = f"{role}{count + 1}" if count else role
        account = open_account(
            actor=operator(), government=government, username=username, name=title, password=password
        )
        grant_role(actor=operator(), account=account, role=Role(f"{role}_admin"), government=government)
        sys.stdout.write(f"  {title}　账号 {username}　密码 {password}\n")

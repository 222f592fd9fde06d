"""`luoshi setup`: the tables, the government, the three administrators."""

import sys
from argparse import Namespace

from luoshi.cli.inputs import InputError
from luoshi.cli.installation import bring_up_to_date

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
    _open(options.government, options.level)
    return 0


def _open(name: str, level: str) -> None:
    from luoshi.records.people.actions import grant_role, open_account
    from luoshi.records.people.actor import operator
    from luoshi.records.people.passwords import first_password
    from luoshi.records.people.roles import Role
    from luoshi.records.register.actions.governments import open_government
    from luoshi.records.register.models import Government

    is_first = not Government.objects.exists()
    government = open_government(actor=operator(), name=name, level=level)
    sys.stdout.write(f"建好了“{name}”。\n")
    if not is_first:
        return
    sys.stdout.write("下面的密码只显示这一次，首次登录必须改：\n")
    for username, title in _ADMINISTRATORS.items():
        password = first_password()
        account = open_account(
            actor=operator(), government=government, username=username, name=title, password=password
        )
        grant_role(actor=operator(), account=account, role=Role(f"{username}_admin"), government=government)
        sys.stdout.write(f"  {title}　账号 {username}　密码 {password}\n")

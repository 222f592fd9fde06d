"""Roles: granted and taken back, by the security administrator."""

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import HELD, Account, Grant
from luoshi.records.people.roles import OF_UNIT, SEPARATE, Right, Role
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.models import Government, Unit


def grant_role(
    *, actor: Actor, account: Account, role: Role, government: Government, unit: Unit | None = None
) -> Grant:
    """Let an account hold a role from today on; nobody holds two of the three administrators' roles."""
    with acting(actor, Right.GRANT_ROLES, government.pk) as under_way:
        _refuse_place(account, role, government, unit)
        # Locked, so that two who grant at a time do not both find that nothing is held yet
        Account.objects.select_for_update(of=("self",)).get(pk=account.pk)
        _refuse_beside(account, role, unit)
        grant = Grant.objects.create(
            account=account, role=role, government=government, unit=unit, holds_from=timezone.localdate()
        )
        under_way.did("grant_role", account, after=_told(grant))
    return grant


def withdraw_role(*, actor: Actor, grant: Grant) -> None:
    """End a role at once; each government keeps one of each administrator."""
    with acting(actor, Right.GRANT_ROLES, grant.government_id) as under_way:
        if grant.holds_to is not None:
            raise NotNow("这个角色已经收回了。")
        if grant.role in SEPARATE:
            refuse_last_administrator(grant)
        grant.holds_to = timezone.localdate()
        grant.save(update_fields=["holds_to"])
        under_way.did("withdraw_role", grant.account, before=_told(grant))


def refuse_last_administrator(grant: Grant) -> None:
    """Raise `NotNow` where nobody else would hold this role. For use in actions."""
    alike = Grant.objects.filter(HELD, government=grant.government_id, role=grant.role, account__is_active=True)
    # Locked in one order, so that two administrators do not withdraw each other
    holders = list(alike.select_for_update(of=("self",)).order_by("pk").values_list("account", flat=True))
    if holders == [grant.account_id]:
        raise NotNow(f"这是唯一的{Role(grant.role).label}。请先让另一个账号担任，再收回或停用这一个。")


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _refuse_place(account: Account, role: Role, government: Government, unit: Unit | None) -> None:
    if account.government_id != government.pk:
        raise NotValid("这个账号是别的政府的。", {"account": "请在本级开一个账号"})
    if (role in OF_UNIT) != (unit is not None):
        sentence = f"“{role.label}”{'要指明单位' if role in OF_UNIT else '不属于某个单位'}。"
        raise NotValid(sentence, {"unit": sentence})
    if unit is not None and unit.government_id != government.pk:
        raise NotValid("这个单位是别的政府的。", {"unit": "请选本级的单位"})


def _refuse_beside(account: Account, role: Role, unit: Unit | None) -> None:
    held = list(account.grants.filter(HELD))
    if any(grant.role == role and grant.unit_id == (unit.pk if unit else None) for grant in held):
        raise NotValid(f"已经是“{role.label}”了。", {"role": "这个角色已经有了"})
    if role in SEPARATE and held:
        raise NotValid("三个管理员各管各的：管理员不能再有别的角色。", {"role": "另开一个账号"})
    if {grant.role for grant in held} & SEPARATE:
        raise NotValid("这个账号是管理员，不能再有别的角色。", {"role": "另开一个账号"})


def _told(grant: Grant) -> dict[str, str | None]:
    return {"role": grant.role, "unit": grant.unit.name if grant.unit else None, "government": grant.government.name}

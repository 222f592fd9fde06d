"""A city, its people and a breakdown that was taken in: what most tests of records begin with."""

import secrets
from collections.abc import Callable

import pytest
from pytest_django import Settings

from luoshi.records.people.actions import grant_role, open_account
from luoshi.records.people.actor import Actor, actor_of, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government, open_unit
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Import, Plan, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Round
from tests.records.cascade import beds, dora, handed, nils, projects, received

__all__ = ["beds", "dora", "handed", "nils", "projects", "received"]

PASSWORD = secrets.token_urlsafe(12)
PLAN = """云泽市2026年政府工作报告重点工作责任分解

一、重点工作
1.新建公办幼儿园6所，新增学位1800个。（责任单位：▲教育局、财政局）
2.改造城区雨污管网40公里以上。（责任单位：▲建设局、各镇街）
3.“义联欧”班列全年开行1600列以上。（责任单位：▲商务局）
"""
PROGRESS = """# 云泽市2026年三季度重点任务进展情况汇总表

| 序号 | 任务名称 | 牵头单位 | 进展情况 |
| --- | --- | --- | --- |
| 1 | 新建公办幼儿园6所，新增学位1800个。 | 教育局 | 已新建公办幼儿园5所，新增学位1500个。 |
| 2 | 改造城区雨污管网40公里以上。 | 建设局 | 改造城区雨污管网15公里，达到序时进度。 |
"""
Hire = Callable[..., Actor]


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Argon2 takes its time on purpose; tests open many accounts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def city(db: None) -> Government:
    return open_government(actor=operator(), name="云泽市人民政府", level="city")


@pytest.fixture
def hire(city: Government) -> Hire:
    """Opens an account with a role, in a unit where the role has one, and returns who acts with it."""

    def make(role: Role, username: str, unit: str | None = None) -> Actor:
        account = open_account(
            actor=operator(), government=city, username=username, name=username, password=PASSWORD, must_change=False
        )
        place = None
        if unit:
            place = Unit.objects.filter(government=city, name=unit).first()
            place = place or open_unit(actor=operator(), government=city, name=unit)
        grant_role(actor=operator(), account=account, role=role, government=city, unit=place)
        return actor_of(account, "10.0.0.1")

    return make


@pytest.fixture
def alice(hire: Hire) -> Actor:
    """Of the supervision office."""
    return hire(Role.SUPERVISOR, "alice")


@pytest.fixture
def bob(hire: Hire) -> Actor:
    """Liaison of the education bureau."""
    return hire(Role.UNIT_LIAISON, "bob", "教育局")


@pytest.fixture
def draft(alice: Actor, city: Government) -> Import:
    """A breakdown that is being looked through."""
    return import_plan(actor=alice, government=city, received=receive("分解.txt", PLAN.encode()))


@pytest.fixture
def plan(alice: Actor, draft: Import) -> Plan:
    """The same, issued."""
    return issue_plan(actor=alice, document=draft)


@pytest.fixture
def taken(alice: Actor, plan: Plan) -> Round:
    """The third quarter of the plan: two tasks of three were reported on, one of them behind."""
    received = receive("三季度.md", PROGRESS.encode())
    return take_progress(actor=alice, plan=plan, received=received).round

"""A city with two counties that keep registers here, and one that does not."""

import pytest

from luoshi.records.people.actions import grant_role, open_account
from luoshi.records.people.actor import Actor, actor_of, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.cascade import hand_down, link_district
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.actions.shares import share_out
from luoshi.records.register.models import Government, Plan, Task, Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Round

PROJECTS = """# 云泽市2026年民生实事责任分解

| 序号 | 项目名称 | 目标任务 | 总任务数 | 东屿区 | 南漪县 | 北汀县 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 老有所养 | 新增护理型床位360张。 | 360 | 140 | 120 | 100 | 民政局 |
| 2 | 病有良医 | 新建卫生服务站16家。 | 16 | 10 | / | 6 | 卫健局 |
"""
ABOVE = """# 越川省2026年民生实事责任分解

| 序号 | 项目名称 | 目标任务 | 总任务数 | 云泽市 | 砚州市 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 老有所养 | 新增护理型床位900张。 | 900 | 360 | 540 | 民政厅 |
"""
HEAD = """# {name}2026年三季度进展情况汇总表

| 序号 | 任务名称 | 牵头单位 | 进展情况 |
| --- | --- | --- | --- |
"""


def issue_projects(city: Government, text: str = PROJECTS) -> Plan:
    """A plan whose quotas are shared out among three counties."""
    document = import_plan(actor=operator(), government=city, received=receive("实事.md", text.encode()))
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=operator(), document=document)


def open_county(city: Government, name: str, username: str) -> Actor:
    """A county that keeps a register here, linked to its district; its supervisor is returned."""
    county = open_government(actor=operator(), name=f"{name}人民政府", level="county", parent=city)
    link_district(actor=operator(), unit=Unit.objects.get(government=city, name=name), government=county)
    return hire_in(county, Role.SUPERVISOR, username)


def hire_in(government: Government, role: Role, username: str, unit: Unit | None = None) -> Actor:
    """Somebody with a role there."""
    account = open_account(
        actor=operator(),
        government=government,
        username=username,
        name=username,
        password="a-long-enough-one-19",  # noqa: S106 (of a test)
        must_change=False,
    )
    grant_role(actor=operator(), account=account, role=role, government=government, unit=unit)
    return actor_of(account, "10.0.0.2")


def report_of(task: Task, words: str, period: str = "三季度") -> Round:
    """What a county says of its task."""
    table = HEAD.format(name=task.government.name).replace("三季度", period)
    table += f"| 1 | {task.text} | 民政局 | {words} |\n"
    return take_progress(actor=operator(), plan=task.plan, received=receive("进展.md", table.encode())).round


def hand_to_city(city: Government) -> Task:
    """A province above the city hands its share of the beds down; the city's task is returned."""
    province = open_government(actor=operator(), name="越川省人民政府", level="province")
    Government.objects.filter(pk=city.pk).update(parent=province)
    beds = issue_projects(province, ABOVE).tasks.get()
    city.refresh_from_db()
    link_district(actor=operator(), unit=Unit.objects.get(government=province, name="云泽市"), government=city)
    (task,) = hand_down(actor=operator(), task=beds)
    return task


def share_among(actor: Actor, task: Task, shares: dict[str, str]) -> Task:
    """What each place owes of a task, by the names of the places."""
    units = Unit.objects.filter(government=task.government, name__in=shares)
    written = [(unit, shares[unit.name]) for unit in sorted(units, key=lambda unit: list(shares).index(unit.name))]
    return share_out(actor=actor, task=task, shares=written, reason="市政府常务会议")


@pytest.fixture
def received(projects: Plan) -> Task:
    """The city's share of what the province owes, as the city's own task."""
    return hand_to_city(projects.government)


@pytest.fixture
def projects(city: Government) -> Plan:
    """The plan, issued."""
    return issue_projects(city)


@pytest.fixture
def beds(projects: Plan) -> Task:
    """A task of which two counties that keep registers here have a share, and one that does not."""
    return projects.tasks.get(name="老有所养")


@pytest.fixture
def dora(projects: Plan) -> Actor:
    """Supervisor of 东屿区."""
    return open_county(projects.government, "东屿区", "dora")


@pytest.fixture
def nils(projects: Plan) -> Actor:
    """Supervisor of 南漪县."""
    return open_county(projects.government, "南漪县", "nils")


@pytest.fixture
def handed(alice: Actor, beds: Task, dora: Actor, nils: Actor) -> list[Task]:
    """The beds, as tasks of both counties."""
    return hand_down(actor=alice, task=beds)

"""A plan, and the same with corrections."""

from luoshi.records.people.actor import operator
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Import, Plan
from luoshi.records.register.reading import receive

TITLE = "云泽市2026年民生实事责任分解"
BEDS = "| 1 | 老有所养 | 新增护理型床位240张。 | 240 | 140 | 100 | 民政局 |"
STATIONS = "| 2 | 病有良医 | 新建卫生服务站16家。 | 16 | 10 | 6 | 卫健局 |"
BUSES = "| 3 | 行有畅通 | 优化公交线路8条。 | 8 | 5 | 3 | 交通运输局 |"


def table(*rows: str, title: str = TITLE) -> bytes:
    """A document with these rows."""
    head = ("| 序号 | 项目名称 | 目标任务 | 总任务数 | 东屿区 | 南漪县 | 牵头单位 |", "|" + " --- |" * 7)
    return "\n".join([f"# {title}", "", *head, *rows, ""]).encode()


def issued(city: Government, *rows: str) -> Plan:
    """A plan of these rows in the register."""
    document = import_plan(actor=operator(), government=city, received=receive("实事.md", table(*rows)))
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=operator(), document=document)


def corrected(plan: Plan, *rows: str) -> Import:
    """A document that corrects it."""
    received = receive("实事（更正）.md", table(*rows))
    return import_plan(actor=operator(), government=plan.government, received=received, revises=plan)

"""The province above the demo city: what it handed down, and how the city shares its part out among the towns."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from luoshi.records.register.models import Government, Task

PROVINCE: Final = "越溪省人民政府"
CITY_UNIT: Final = "映川市"
SUPERVISOR: Final = ("sheng-ducha", "陆知遥")
# The city's part, town by town; two of them keep registers of their own
SHARES: Final = {"青渡街道": 10, "映塔街道": 9, "石笕镇": 8, "白苇镇": 13}
_PROJECTS: Final = """# 越溪省2026年民生实事责任分解

| 序号 | 项目名称 | 目标任务 | 总任务数 | 映川市 | 栖梧市 | 蓝汀市 | 牵头单位 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 老有所食 | 新建老年助餐点120个。 | 120 | 40 | 45 | 35 | 民政厅 |
| 2 | 行有所便 | 改造农村公路危桥90座。 | 90 | 26 | 34 | 30 | 交通运输厅 |
"""


def open_province() -> "Government":
    """The government above, before the city is opened below it."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.governments import open_government

    return open_government(actor=operator(), name=PROVINCE, level="province")


def load_province(city: "Government") -> None:
    """Both projects are handed to the city; it has shared the first one out, the second waits."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.cascade import hand_down, link_district
    from luoshi.records.register.actions.documents import import_plan
    from luoshi.records.register.actions.plans import issue_plan
    from luoshi.records.register.models import Unit
    from luoshi.records.register.reading import receive

    province = city.parent
    assert province is not None  # noqa: S101 (opened before)
    received = receive("越溪省2026年民生实事.md", _PROJECTS.encode())
    document = import_plan(actor=operator(), government=province, received=received)
    plan = issue_plan(actor=operator(), document=document)
    unit = Unit.objects.get(government=province, name=CITY_UNIT)
    link_district(actor=operator(), unit=unit, government=city)
    first, _ = (hand_down(actor=operator(), task=task)[0] for task in plan.tasks.order_by("order"))
    _share_out(first)


def _share_out(task: "Task") -> None:
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.shares import share_out
    from luoshi.records.register.models import Unit

    shares = [(Unit.objects.get(government=task.government, name=name), str(count)) for name, count in SHARES.items()]
    share_out(actor=operator(), task=task, shares=shares, reason="市政府第6次常务会议")

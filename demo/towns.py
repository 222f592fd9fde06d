"""Two towns of the demo city with registers of their own: what the city handed down to them, and what they report."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from luoshi.records.register.models import Government, Task


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its name among the city's units, its government, its supervisor, and what it reports by project."""

    unit: str
    government: str
    username: str
    supervisor: str
    reports: dict[str, str]


TOWNS: Final = (
    Town(
        "石笕镇",
        "石笕镇人民政府",
        "shijian-du",
        "宋听澜",
        {
            "新增护理型床位": "累计新增护理型床位24张，镇敬老院二期6张正在安装。",
            "开展职业技能培训": "累计开展职业技能培训540人次。",
            "新建公共充电桩": "累计新建公共充电桩41个。",
            "新建老年助餐点": "累计新建老年助餐点5个。",
        },
    ),
    Town(
        "青渡街道",
        "青渡街道办事处",
        "qingdu-du",
        "裴知行",
        {
            "新增护理型床位": "累计新增护理型床位26张。",
            "新建公共充电桩": "累计新建公共充电桩58个，老街片区点位在协调电力增容。",
            "新建老年助餐点": "累计新建老年助餐点8个。",
        },
    ),
)
# The tasks that the city has handed down, the last of them its part of the province's; for the others its button still
# waits to be pressed
HANDED: Final = ("新增护理型床位", "开展职业技能培训", "新建公共充电桩", "新建老年助餐点")
_HEAD: Final = """# {name}2026年三季度民生实事进展情况汇总表

| 序号 | 任务名称 | 牵头单位 | 进展情况 |
| --- | --- | --- | --- |
"""


def load_towns(city: "Government") -> None:
    """Open both registers, hand down to them, and let them report on the third quarter."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.cascade import hand_down, link_district
    from luoshi.records.register.actions.governments import open_government
    from luoshi.records.register.models import Task, Unit

    for town in TOWNS:
        below = open_government(actor=operator(), name=town.government, level="town", parent=city)
        link_district(actor=operator(), unit=Unit.objects.get(government=city, name=town.unit), government=below)
    for words in HANDED:
        hand_down(actor=operator(), task=Task.objects.get(plan__government=city, plan__year=2026, text__contains=words))
    for town in TOWNS:
        _report(town, list(Task.objects.filter(government__name=town.government).order_by("order")))


def _report(town: Town, tasks: "list[Task]") -> None:
    from luoshi.records.people.actor import operator
    from luoshi.records.register.reading import receive
    from luoshi.records.reporting.actions import take_progress

    told = [(task, words) for task in tasks for key, words in town.reports.items() if key in task.text]
    rows = (f"| {task.number} | {task.text} | 镇街 | {words} |\n" for task, words in told)
    table = _HEAD.format(name=town.government) + "".join(rows)
    received = receive(f"{town.unit}三季度进展.md", table.encode())
    take_progress(actor=operator(), plan=tasks[0].plan, received=received, is_accepted=True)

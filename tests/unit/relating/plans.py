"""Plans of a few lines, read as a clerk would type them."""

from dataclasses import replace

from luoshi.lineage import Lineage
from luoshi.model import Plan
from luoshi.relating import compare
from tests.unit.reading.passages import read_plan

# What every plan of the city promises besides, so that words are weighed among others
OTHERS = (
    "新建改造农村公路45公里。（责任单位：▲交通运输局）",
    "举办全民阅读活动300场。（责任单位：▲文广旅体局）",
    "完成雨污管网改造20公里。（责任单位：▲建设局）",
    "培育农创客80人以上。（责任单位：▲农业农村局）",
)


def plan(year: int, *tasks: str) -> Plan:
    """A plan of that year with these tasks, each “text（责任单位：▲unit）”, before those that every year has."""
    lines = [f"{number}.{task}" for number, task in enumerate((*tasks, *OTHERS), start=1)]
    read = read_plan(f"云泽市{year}年政府工作报告重点工作责任分解", *lines)
    assert len(read.tasks) == len(lines)
    return replace(read, document=replace(read.document, year=year))


def lineages(*plans: Plan) -> list[Lineage]:
    """What became of the promises that not every plan has."""
    common = {task.text for task in plan(2000).tasks}
    return [
        lineage
        for lineage in compare(plans).lineages
        if not any(promise and promise.text in common for promise in lineage.promises)
    ]


def story(lineage: Lineage) -> str:
    """raised: 1 → — → 2 (addresses), and what else happened at the last step."""
    places = " → ".join(promise.address.rpartition("/")[2] if promise else "—" for promise in lineage.promises)
    marks = [
        name
        for step in lineage.steps[-1:]
        for name, holds in (("moved", step.is_moved), ("handed over", step.is_handed_over), ("merged", step.is_merged))
        if holds
    ]
    return " ".join([f"{lineage.change.value}:", places, *marks])

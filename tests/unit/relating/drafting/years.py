"""A small city's report and the breakdowns of two years before it."""

from luoshi.draft import Draft, DraftTask
from luoshi.model import Plan, Report
from luoshi.relating.drafting import draft
from luoshi.relating.drafting.roll import ListedUnit
from tests.unit.reading.passages import read
from tests.unit.relating.plans import plan

TASKS = (
    "新建公办幼儿园{}所，新增学位1800个。（牵头领导：邬景行副市长；责任单位：▲教育局、建设局）",
    "“云泽号”班列全年开行{}列以上。（牵头领导：蔺书禾副市长；责任单位：▲商务局、陆港集团）",
    "完成病险水库除险加固{}座。（牵头领导：戚若川副市长；责任单位：▲水务局、各镇街）",
    "新增养老护理型床位{}张。（牵头领导：邬景行副市长；责任单位：▲民政局、卫健局）",
    "外贸进出口总额增长{}%以上。（牵头领导：蔺书禾副市长；责任单位：▲商务局、海关）",
    "改造农村公厕{}座。（牵头领导：戚若川副市长；责任单位：▲农业农村局、各镇街）",
)
EARLIER = tuple(
    plan(year, *(task.format(year - 2000 + place) for place, task in enumerate(TASKS))) for year in (2025, 2026)
)
REPORT = (
    "政府工作报告",
    "各位代表：",
    "一、2026年工作回顾",
    "（一）经济稳中有进。新建学校2所。",
    "二、2027年重点工作",
    "2027年经济社会发展的主要预期目标是：地区生产总值增长6%左右，外贸进出口总额增长5%以上。",
    "（一）扩大对外开放，巩固向好态势。",
    "一是稳住外贸。外贸进出口总额增长5%以上；“云泽号”班列全年开行1800列以上。",
    "二是办好教育。新建公办幼儿园8所，新增学位2000个；8月底前投用云湖高级中学。",
    "三是另做一件。谋划研究若干前瞻事宜。",
)


def report() -> Report:
    reading = read(*REPORT)
    assert isinstance(reading, Report)
    return reading


def drafted(*earlier: Plan, listed: tuple[ListedUnit, ...] = ()) -> Draft:
    return draft(report(), earlier, listed)


def about(made: Draft, words: str) -> DraftTask:
    """The task that says so."""
    (task,) = (task for task in made.tasks if words in task.text)
    return task

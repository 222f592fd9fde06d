"""Invented breakdowns and what became of them: as many lines as one likes, in words that no city has printed."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

SUPERVISOR: Final = "supervisor"
LIAISON: Final = "liaison"
"""User names of people who read; those of the copies have a number behind them."""
MOST: Final = 500
"""Tasks of a plan: more than nearly any office has in a year."""
THINGS: Final = tuple(
    f"{where}{what}"
    for where in ("城区", "乡镇", "园区", "沿河", "新城", "老旧小区", "山区", "港口", "社区", "中小学")
    for what in (
        "充电设施",
        "雨污管网",
        "停车泊位",
        "健身步道",
        "公交站点",
        "养老照护点",
        "标准厂房",
        "文化礼堂",
        "路灯",
    )
)
WORKS: Final = ("新建", "改造", "提升", "扩建", "更新", "修缮", "建成投用", "整治")
MEASURES: Final = ("处", "个", "座", "公里", "万平方米")
REST: Final = (
    "完善日常管护办法，群众满意度不低于90%",
    "推动数字化监管全覆盖",
    "培育骨干企业12家以上，带动就业3000人",
    "完成投资8.5亿元以上",
    "形成可以复制的经验2项",
    "确保年底前全部投入使用",
    "同步开展安全隐患排查",
)
OFFICES: Final = """发展改革 经信 教育 科技 公安 民政 财政 人社 自然资源 生态环境 建设 交通 水利
农业农村 商务 文旅 卫健 应急管理 审计 市场监管 体育 统计 医保 综合执法 数据"""
UNITS: Final = tuple(f"{office}局" for office in OFFICES.split())
LEADERS: Final = ("宁知秋", "闻思远", "苏见川", "骆清和", "祁望舒", "邬守拙", "席云帆", "阮听澜")
SECTIONS: Final = ("产业升级", "项目建设", "城市更新", "乡村振兴", "生态治理", "民生保障", "营商环境", "安全生产")
SEARCHED: Final = ("充电", "管网", "泊位", "步道", "厂房", "路灯", "养老", "投资", "港口充电", "教育", "满意度")


def plan_text(city: str, year: int, chance: Random, count: int = MOST) -> str:
    """A breakdown of a government's year, as an office would type it."""
    lines = [f"{city}{year}年政府工作报告重点工作责任分解", ""]
    for number, section in enumerate(SECTIONS):
        lines.append(f"{'一二三四五六七八'[number]}、{section}")
        numbers = range(number * count // len(SECTIONS) + 1, (number + 1) * count // len(SECTIONS) + 1)
        lines += [f"{each}.{text}（{duty}）" for each, text, duty in _tasks(numbers, chance)]
    return "\n".join(lines) + "\n"


def progress_text(city: str, year: int, period: str, rows: Iterable[tuple[int, str, str, int, str]]) -> str:
    """What was reported of a plan: rows are number, task, lead, the promised figure and its measure."""
    head = f"# {city}{year}年{period}重点任务进展情况汇总表\n\n| 序号 | 任务名称 | 牵头单位 | 进展情况 |\n"
    return head + "| --- | --- | --- | --- |\n" + "".join(_row(*row) for row in rows)


def _row(number: int, text: str, lead: str, done: int, measure: str) -> str:
    return f"| {number} | {text} | {lead} | 累计完成{done}{measure}，正在按计划推进后续工作。 |\n"


def _tasks(numbers: range, chance: Random) -> Iterator[tuple[int, str, str]]:
    for number in numbers:
        work, thing, measure = chance.choice(WORKS), chance.choice(THINGS), chance.choice(MEASURES)
        text = f"{work}{thing}{chance.randint(3, 400)}{measure}，{'，'.join(chance.sample(REST, 2))}。"
        lead, *others = chance.sample(UNITS, chance.randint(2, 5))
        yield number, text, f"牵头领导：{chance.choice(LEADERS)}；责任单位：▲{lead}、{'、'.join(others)}"

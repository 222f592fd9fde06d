"""Tables as offices lay them out, long enough for several pages, with what a clerk reads in each of their rows."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from luoshi.model import Cell, Paragraph, Table

ABOVE, BESIDE = "^", "<"
"""A position that the cell above it, or the one to its left, covers."""

_TASKS: Final = (
    "完成映川大道北延段路基工程12公里，启动桥梁主体施工。",
    "新建标准化公办幼儿园6所，新增学位1800个以上，全部按期投入使用。",
    "推进青禾水库除险加固，完成投资1.2亿元，年底前通过竣工验收。",
    "培育省级“专精特新”中小企业15家以上、创新型中小企业40家。",
    "建成城市书房3座、乡村博物馆2家，举办惠民演出200场。",
)
_REPLIES: Final = (
    "截至9月底，已完成路基8公里，占年度任务的66.7%；桥梁下部结构完成40%。下一步将加快推进桥面铺装。",
    "1.已建成幼儿园4所，新增学位1200个。2.其余2所主体结顶，正在进行内部装修。3.配备教师86名，均已到岗。",
    "水库除险加固工程已完成坝体帷幕灌浆，完成投资9800万元。受梅雨季节影响，溢洪道施工进度略有滞后。",
    "一是完成企业走访320家；二是建立培育库，入库企业68家；三是已认定省级“专精特新”企业11家。",
)
_UNITS: Final = (
    *("市发展改革委", "市经信局", "市自然资源和规划局", "市人力社保局", "市委政法委", "市委编办", "市政府研究室"),
    *("国网映川供电公司", "人民银行映川市分行", "各县（市、区）政府", "各镇（街道）", "映川经开区管委会", "市残联"),
    *("团市委", "市水务集团", "市卫生健康委"),
)
_PLACES: Final = ("青禾区", "云岭区", "江川市")
_HEIGHTS: Final = (1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 3, 1, 2, 1)


class Invented(NamedTuple):
    """Blocks, and for each row its number, its category or the name of its task, and its units as printed."""

    blocks: tuple[Paragraph | Table, ...]
    rows: tuple[tuple[int, str | None, tuple[str, ...]], ...]


def grid(rows: Sequence[Sequence[str]]) -> Table:
    """A table of texts, with cells that cover positions below and beside them."""
    return Table(
        tuple(
            Cell(row, column, text, _run(rows, row, column, (1, 0)), _run(rows, row, column, (0, 1)))
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
            if text not in {ABOVE, BESIDE}
        )
    )


def _run(rows: Sequence[Sequence[str]], row: int, column: int, step: tuple[int, int]) -> int:
    length, sign = 1, ABOVE if step == (1, 0) else BESIDE
    while row + length * step[0] < len(rows) and column + length * step[1] < len(rows[row]):
        if rows[row + length * step[0]][column + length * step[1]] != sign:
            break
        length += 1
    return length


def _units(start: int, count: int) -> tuple[str, ...]:
    return tuple(_UNITS[(start * 3 + step * 5) % len(_UNITS)] for step in range(count))


def wide_plan() -> Invented:
    """Nine columns; categories and leaders in merged cells that run over pages."""
    rows = [["类别", "序号", "工作任务", "工作目标", "牵头领导", "牵头单位", "配合单位", "完成时限", "备注"]]
    found = []
    for category, leader in (("产业发展", "周文远"), ("城乡建设", "林若谷"), ("民生改善", "沈知秋、郑云帆")):
        for order in range(24):
            number, names = len(rows), _units(len(rows), 2 + len(rows) % 3)
            merged = [category, leader] if order == 0 else [ABOVE, ABOVE]
            text = _TASKS[number % 5]
            cells = [str(number), text.split("，")[0], text, merged[1], names[0], "、".join(names[1:]), "年底前", ""]
            rows.append([merged[0], *cells])
            found.append((number, category, names))
    return Invented((Paragraph("映川市2026年重点工作责任分解表"), grid(rows)), tuple(found))


def quotas() -> Invented:
    """A title and a head of two rows; items of several rows, their number, name and units in merged cells."""
    rows = [
        ["映川市2026年民生实事任务分解表", *[BESIDE] * 8],
        ["序号", "实事项目", "目标任务", "全市任务", "各地任务数", BESIDE, BESIDE, "牵头单位", "配合单位"],
        [ABOVE, ABOVE, ABOVE, ABOVE, *_PLACES, ABOVE, ABOVE],
    ]
    found = []
    for number, height in enumerate(_HEIGHTS * 4, 1):
        names = _units(number, 3)
        for order in range(height):
            shares = [(number * 3 + order * 5 + place * 7) % 23 for place in range(len(_PLACES))]
            item = [str(number), _TASKS[number % 5].split("，")[0]] if order == 0 else [ABOVE, ABOVE]
            units = [names[0], "、".join(names[1:])] if order == 0 else [ABOVE, ABOVE]
            rows.append([*item, _TASKS[order].split("，")[-1], str(sum(shares)), *map(str, shares), *units])
            found.append((number, None, names))
    return Invented((grid(rows), Paragraph("注：各地任务数以下达计划为准。")), tuple(found))


def replies() -> Invented:
    """Long replies without numbers; some tasks have two."""
    rows = [["重点工作", "责任单位", "工作进展", "完成率"]]
    found = []
    for number in range(1, 41):
        names = _units(number, 1 + number % 3)
        for order in range(1 + (number % 4 == 0)):
            reply = _REPLIES[(number + order) % 4] + _REPLIES[(number + order + 2) % 4]
            item = [_TASKS[number % 5], "、".join(names)] if order == 0 else [ABOVE, ABOVE]
            rows.append([*item, reply, f"{50 + number}%"])
            found.append((number, _TASKS[number % 5], names))
    return Invented((Paragraph("映川市2026年三季度重点工作进展情况汇总表"), grid(rows)), tuple(found))


def lists() -> Invented:
    """Names parted by spaces, by line ends and by marks, in narrow cells; sub-tasks with units of their own."""
    rows = [["序号", "任务", "子任务", "指标", "牵头单位", "协办单位", "时限"]]
    found = []
    for number, height in enumerate(_HEIGHTS * 3, 1):
        for order in range(height):
            names, text = _units(number + order, 2 + (number + order) % 4), _TASKS[(number + order) % 5]
            item = [str(number), _TASKS[number % 5].split("，")[0]] if order == 0 else [ABOVE, ABOVE]
            others = (" ", "\n", "、")[number % 3].join(names[1:])
            rows.append([*item, text, text.split("，")[-1], names[0], others, ("6月底前", "12月底前")[order % 2]])
            found.append((number, None, names))
    return Invented((Paragraph("映川市2026年重点工作清单"), grid(rows)), tuple(found))


INVENTED: Final[dict[str, Callable[[], Invented]]] = {
    "wide plan": wide_plan,
    "quotas": quotas,
    "replies": replies,
    "lists": lists,
}

"""A clean breakdown of sixty tasks, a clean quota table and a clean progress table, of an invented city."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.checking import check_reading
from luoshi.model import Kind
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes

Found = frozenset[tuple[str, str]]

_WORKS: tuple[str, ...] = ("新建幼儿园", "改造农村公路", "培育科技企业", "清淤城区河道", "修缮历史建筑", "开行国际班列")
_WORKS += ("安装光伏屋顶", "种植珍贵树木", "培训乡村工匠", "建设高标准农田", "创建美丽村庄", "更新老旧电梯")
_MEASURES = ("所", "公里", "家", "公里", "处", "列", "户", "株", "人", "亩", "个", "台")
_AIMS = ("提升办学质量", "方便群众出行", "增强发展后劲", "改善人居环境", "保护文化遗产")
_UNITS = (
    "教育局",
    "交通运输局",
    "砚湖新区管委会",
    "城投集团",
    "人力社保局",
    "映塔街道",
    "农业农村局",
    "青渡街道",
    "财政局",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A task as it is printed."""

    number: int
    text: str
    units: tuple[str, ...]

    def print(self) -> str:
        """The task's line with its clause."""
        return f"{self.number}.{self.text}（责任单位：{'、'.join(self.units)}）"


def _line(index: int) -> Line:
    work, measure = index % len(_WORKS), _MEASURES[index % len(_MEASURES)]
    aim = _AIMS[index // len(_WORKS)]
    names = [_UNITS[(index + step) % len(_UNITS)] for step in range(3)]
    text = f"围绕{aim}，{_WORKS[work]}{index + 11}{measure}，年内完成验收。"
    return Line(index + 1, text, (f"▲{names[0]}", *names[1:]))


PLAN = tuple(_line(index) for index in range(60))

# A city's sums and counts, each with the unit that it is told in
SUMS = (
    ("固定资产投资突破", "900亿元"),
    ("规上工业总产值突破", "1600亿元"),
    ("外贸进出口总额突破", "700亿元"),
    ("新增贷款", "300亿元"),
    ("为企业减负", "60亿元"),
    ("旅游总收入达到", "240亿元"),
    ("推动国资总额突破", "1200亿元"),
    ("技术交易额突破", "14亿元"),
    ("新增城镇就业", "3万人"),
    ("新增天然气入户", "2万户"),
    ("接待入境游客", "60万人次"),
    ("新增光伏装机", "8万千瓦"),
    ("建设高标准农田", "5万亩"),
    ("发放创业担保贷款", "6000万元"),
    ("免费接种疫苗", "4万剂次"),
    ("新增公办学位", "2万个"),
)

_DISTRICTS = ("青渡街道", "映塔街道", "白苇镇", "云碓镇")
QUOTAS = tuple((10 + row, 20 + 2 * row, 30, 5 + row) for row in range(10))
REPLIES = tuple(
    (
        f"{work}{200 + 10 * index}{measure}",
        f"截至9月底，{work}{150 + 9 * index}{measure}，完成率{(150 + 9 * index) * 100 / (200 + 10 * index):.1f}%。",
    )
    for index, (work, measure) in enumerate(zip(_WORKS, _MEASURES, strict=True))
)


def print_plan(lines: Sequence[Line]) -> str:
    """The breakdown as a text."""
    return "\n".join(["映川市2026年政府工作报告重点工作责任分解", *(line.print() for line in lines), ""])


def print_sums(sums: Sequence[tuple[str, str]]) -> str:
    """The breakdown of a city's sums as a text."""
    return print_plan([Line(at, f"{what}{much}。", ("财政局",)) for at, (what, much) in enumerate(sums, start=1)])


def print_quotas(rows: Sequence[Sequence[int]], totals: Sequence[int]) -> str:
    """The table of quotas as a text cut by tabs."""
    heads = "\t".join(("序号", "民生实事项目", "全市任务", *_DISTRICTS, "牵头单位"))
    lines = [
        "\t".join(map(str, (number, f"{_WORKS[number - 1]}{total}个。", total, *row, "建设局")))
        for number, (row, total) in enumerate(zip(rows, totals, strict=True), start=1)
    ]
    return "\n".join(("映川市2026年民生实事责任分解", "", heads, *lines, ""))


def print_replies(rows: Sequence[tuple[str, str]]) -> str:
    """The third quarter's table as a text cut by tabs."""
    return print_rows([(number, name, "教育局", text) for number, (name, text) in enumerate(rows, start=1)])


def print_rows(rows: Sequence[tuple[int, str, str, str]]) -> str:
    """The same of numbers, names, units and replies."""
    lines = ["\t".join(map(str, row)) for row in rows]
    head = ("映川市2026年重点工作三季度进展情况汇总表", "", "序号\t任务名称\t牵头单位\t三季度进展情况")
    return "\n".join((*head, *lines, ""))


def with_row(index: int, *, number: int = 0, name: str = "", unit: str = "") -> str:
    """The third quarter's table with one row changed but for its reply."""
    rows = [(place, task, "教育局", text) for place, (task, text) in enumerate(REPLIES, start=1)]
    _, old, usual, text = rows[index]
    rows[index] = (number or index + 1, name or old, unit or usual, text)
    return print_rows(rows)


def find(text: str, kind: Kind = Kind.PLAN) -> Found:
    """The code and the message of every finding."""
    source = mend(open_bytes(text.encode(), name="planted.txt"))
    findings = check_reading(read_source(source, kind=kind), source)
    return frozenset((finding.rule.code, finding.flag.message) for finding in findings)


def changed(index: int, *, number: int | None = None, text: str | None = None, units: Sequence[str] = ()) -> str:
    """The breakdown with one task changed."""
    line = PLAN[index]
    new = replace(line, number=number or line.number, text=text or line.text, units=tuple(units) or line.units)
    return print_plan([*PLAN[:index], new, *PLAN[index + 1 :]])

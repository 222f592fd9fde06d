"""Documents in which every threshold of the checks has something to decide."""

from collections.abc import Iterator, Sequence
from typing import Final

from luoshi.cli.inputs import read_file
from luoshi.judging import judge
from luoshi.model import Kind, Plan, Progress, Source
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from tests.reference import DEMO
from tests.unit.checking.looking import HEAD, LEDGER, progress_table
from tests.unit.checking.queried import HELD, OPEN
from tests.unit.checking.queried_long import LONG
from tests.unit.checking.queried_more import MORE
from tests.unit.checking.test_names import VERBS

Case = tuple[Plan | Progress, Source, tuple[Plan | Progress, ...]]

THINGS: Final = ("幼儿园", "停车场", "养老院", "图书馆", "体育馆")
# Each with a unit that is mistyped, short of a mark, or spelled like the title's, in one way or another
_NAMES: Final = (
    ("砚湖新区管委会",) * 5 + ("研湖新区管委会",),
    ("青渡街道",) * 4 + ("青度街道",),
    ("水务局",) * 4 + ("水文局",),
    ("编办",) * 5 + ("编力",),
)
_LEADS: Final = (
    "▲教育局、财政局、水利局、商务局",
    "▲交通运输局、▲建设局、财政局、商务局",
    "▲农业农村局、财政局、水利局",
    "▲建设局、财政局、水利局、商务局、各镇街",
    "▲民政局、▲残联",
    "▲文旅局、水利局、商务局",
)
_OTHERS: Final = ("教育局", "建设局", "民政局", "残联", "妇联")
# How many lists in order, and those that are not
_ODD: Final = (
    (6, ("教育局、▲建设局、财政局",)),
    (5, ("教育局、▲建设局、财政局", "商务局、▲文旅局")),
    (6, ("▲教育局、商务局、财政局、水利局",)),
    (4, ("▲教育局、商务局、财政局、水利局", "▲残联、商务局、财政局")),
    (0, (*(f"▲{lead}、财政局、人社局、水利局、商务局" for lead in _OTHERS), *["▲文旅局、商务局、水利局"] * 2)),
)
_SUMS: Final = (
    "固定资产投资突破900亿元。",
    "规上工业总产值突破1600亿元。",
    "外贸进出口总额突破700亿元。",
    "新增贷款300亿元。",
    "为企业减负60亿元。",
)
_LIMITS: Final = ("2027年底前", "2028年底前", "2027年6月底前", "2028年6月底前", "2046年底前")
_TOWNS: Final = """青川市2026年民生实事责任分解
序号\t镇街\t停车位\t充电桩\t幼儿园
1\t东湖街道\t300\t40\t3
2\t西溪镇\t200\t30\t2
3\t南岭镇\t100\t20\t1
合计\t\t650\t90\t6
"""


def led_by(lists: Sequence[str]) -> tuple[str, ...]:
    """A task for each list of units."""
    return tuple(f"{verb}。（责任单位：{units}）" for verb, units in zip(VERBS, lists, strict=False))


def of_a_small_place(text: str) -> str:
    """The sum of a place a hundredth as large."""
    return text.replace("00亿", "亿").replace("60亿", "6000万")


PLANS: Final[tuple[tuple[str, ...], ...]] = (
    *(tuple(VERBS[at] + f"。（责任单位：▲财政局、{name}）" for at, name in enumerate(names)) for names in _NAMES),
    (
        *(f"砚川湖{verb}。（责任单位：▲财政局、青渡街道）" for verb in VERBS[:5]),
        "开行班列55列。（责任单位：▲财政局、砚州湖集团）",
    ),
    *(led_by((*_LEADS[:count], *odd)) for count, odd in _ODD),
    tuple(f"{text}（责任单位：市财政局）" for text in (*_SUMS, "改造更新片区5个，完成投资160万元以上。")),
    tuple(f"{text}（责任单位：市财政局）" for text in (*map(of_a_small_place, _SUMS), "完成投资160万元以上。")),
    (
        "完成砚湖新区滨水绿道提升和配套驿站建设。（责任单位：▲建设局）",
        "有机更新老城，完成砚湖新区滨水绿道提升和配套驿站建设，打造亲水休闲空间，办好夏夜音乐节。（责任单位：▲建设局）",
    ),
    tuple(f"{text}（责任单位：省财政厅）" for text in (*_SUMS, "新增城镇就业1.1亿人。", "完成投资160万元以上。")),
    tuple(f"{limit}新建{thing}12个。（责任单位：▲建设局）" for limit, thing in zip(_LIMITS, THINGS, strict=True)),
)
TABLES: Final[tuple[tuple[tuple[str, str], ...], ...]] = (
    (
        ("拓展国际航线", "8月6日，与航空公司合作，恢复映川—松港货运航线。"),
        ("成立航空公司", "8月6日，映川—松港货运航线首航。"),
    ),
    (("稳就业促增收", "截至9月底，引进高校毕业生2.63万人。"), ("建设人才强市", "引进首次来青大学生2.63万人。")),
    (
        ("建设研发中心", "完成第二批160家市级企业技术研发中心推荐申报。"),
        ("支持企业创新", "推荐申报第二批市级企业技术研发中心43家。"),
    ),
    (("新建口袋公园12个", "口袋公园全年任务10个，已建成口袋公园9个。"),),
    (
        ("建设高铁新城", "市民服务大楼外立面幕墙安装工程全面完成，绿化正在扫尾。"),
        ("推进城市更新", "老城片区里，市民服务大楼外立面幕墙安装工程全面完成。"),
    ),
    (
        ("培育链主企业", "围绕砚湖科创走廊三期配套道路和综合管廊项目用地保障开展会商，形成清单。"),
        ("保障用地", "对砚湖科创走廊三期配套道路和综合管廊项目用地保障逐宗过堂。"),
    ),
)


def list_cases() -> Iterator[Case]:
    """Invented breakdowns and tables, those that others test by, and the demo's."""
    yield from (plan_of(tasks) for tasks in PLANS)
    yield from (table_of(rows) for rows in TABLES)
    yield read(_TOWNS, Kind.PLAN)
    yield from _numbered()
    yield _reworded()
    yield from (read(document.print(), Kind.PROGRESS) for document in (*OPEN, *HELD, *MORE, *LONG))
    yield from _demo()


def plan_of(tasks: Sequence[str]) -> Case:
    """A breakdown with these tasks, numbered from 1 unless they bring a number."""
    lines = [task if task[0].isdigit() else f"{number}.{task}" for number, task in enumerate(tasks, start=1)]
    return read(HEAD + "\n".join(lines) + "\n", Kind.PLAN)


def table_of(rows: Sequence[tuple[str, str]]) -> Case:
    """A judged table of these names and replies."""
    progress, source = progress_table(rows)
    return judge(progress), source, ()


def read(text: str, kind: Kind) -> Case:
    """A document of this text, judged if it is a table."""
    source = mend(open_bytes(text.encode(), name="example.txt"))
    reading = read_source(source, kind=kind)
    assert isinstance(reading, Plan | Progress)
    return judge(reading) if isinstance(reading, Progress) else reading, source, ()


def _numbered() -> Iterator[Case]:
    """A list under each of several headings, the last of which counts on; a table in which a row is missing."""
    headings = "\n".join(
        f"（{sign}）{sign}区\n" + "\n".join(f"{n}.新建{thing}{n}个。（责任单位：▲建设局）" for n, thing in lines)
        for sign, lines in zip("一二三四五", _lists(), strict=True)
    )
    yield read(f"{HEAD}{headings}\n", Kind.PLAN)
    rows = [
        f"{number}\t推进第{number}片竹林抚育\t林业局\t第{number}处正在施工。" for number in (1, 2, 3, 4, 6, 7, 8, 9)
    ]
    yield read(LEDGER + "\n".join(rows) + "\n", Kind.PROGRESS)


def _lists() -> Iterator[list[tuple[int, str]]]:
    yield from ([(1, thing), (2, f"{thing}附属用房")] for thing in THINGS[:4])
    yield [(3, THINGS[4]), (4, f"{THINGS[4]}附属用房")]


def _reworded() -> Case:
    """A task that is told in other words than it was issued in."""
    reading, source, _ = table_of((("推进滨江路北段，完善沿线绿化", "滨江路正在施工。"),))
    issued, _, _ = plan_of(("建成滨江路北段，完善沿线绿化。（责任单位：▲建设局）",))
    return reading, source, (issued,)


def _demo() -> Iterator[Case]:
    names = ("plan-2024.docx", "plan-2026.xlsx", "progress-2026-q2.xlsx", "progress-2026-q3.xlsx")
    files = [read_file(DEMO / name, kind=None, as_of=None) for name in names]
    readings = [file.reading for file in files if isinstance(file.reading, Plan | Progress)]
    yield readings[1], files[1].source, (readings[0],)
    yield readings[3], files[3].source, (readings[2], readings[1])

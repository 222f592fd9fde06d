"""A clean progress table of two hundred rows: every reply says what its task asks, in one of the usual ways."""

from collections.abc import Iterator
from typing import Final

# What is done, its measure word, how many; the replies give about eight tenths of it
_AMOUNTS: Final = (
    ("新建", "口袋公园", "个", 12), ("改造", "老旧小区", "个", 45), ("新增", "公共停车位", "个", 3200),
    ("建设", "农村公路", "公里", 160), ("加装", "住宅电梯", "台", 120), ("培育", "家庭农场", "家", 80),
    ("培训", "乡村工匠", "人次", 2400), ("新增", "养老床位", "张", 900), ("改造", "供水管网", "公里", 75),
    ("建成", "社区食堂", "家", 36), ("新增", "义务教育学位", "个", 5400), ("建设", "高标准农田", "万亩", 6),
    ("修复", "历史建筑", "处", 28), ("清淤", "城区河道", "公里", 42), ("更新", "公交车辆", "辆", 150),
    ("新建", "充电桩", "个", 1800), ("引进", "高层次人才", "名", 240), ("举办", "文化惠民演出", "场", 360),
    ("发放", "创业担保贷款", "亿元", 5), ("招引", "亿元以上项目", "个", 64),
)  # fmt: skip
_GROWTHS: Final = (
    ("规上工业增加值", "7"), ("社会消费品零售总额", "6"), ("固定资产投资", "9"), ("一般公共预算收入", "5"),
    ("外贸出口", "8"), ("农村居民人均可支配收入", "7.5"), ("技改投资", "12"), ("服务业增加值", "6.5"),
    ("民间投资", "10"), ("高新技术产业投资", "15"),
)  # fmt: skip
_LEVELS: Final = (
    ("空气质量优良天数比例", "达到93%以上", "95.4%"), ("城镇调查失业率", "控制在5.5%以内", "5.1%"),
    ("森林覆盖率", "达到61%", "61.3%"), ("城乡居民医保参保率", "稳定在99%以上", "99.2%"),
    ("生活垃圾回收利用率", "达到62%以上", "63.5%"), ("农村生活污水治理率", "达到85%以上", "86.1%"),
    ("矛盾纠纷化解率", "达到98%以上", "98.7%"), ("食品抽检合格率", "达到98%以上", "98.9%"),
    ("政务服务一网通办率", "达到95%以上", "96.2%"), ("居民电子健康档案建档率", "达到90%以上", "91.8%"),
)  # fmt: skip
_PROJECTS: Final = (
    ("云碓水库", "大坝填筑完成46%，溢洪道开挖完成"), ("映塔大桥", "主桥合龙，正在进行桥面铺装"),
    ("青渡职业学校", "教学楼主体结顶，宿舍楼完成三层结构"), ("砚湖体育馆", "已竣工验收并投入使用"),
    ("白苇湿地公园", "一期已开园，二期完成可研批复"), ("柳浦污水处理厂", "设备安装完成80%，厂外管网正在施工"),
    ("松坡综合医院", "急诊楼已投用，住院楼进行内装"), ("荷塘变电站", "完成土建，电气设备陆续进场"),
    ("竹里粮库", "六个仓房已建成，熏蒸系统正在调试"), ("槐荫图书馆", "完成初步设计批复和施工招标"),
)  # fmt: skip
_AREAS: Final = ("东部新区", "老城片区", "滨江片区", "北部山区", "南部水乡")
_AREA_FACTORS: Final = (7, 9, 11, 13, 17)
_WAYS: Final = (
    "截至9月底，{area}已{verb}{thing}{done}{unit}，完成年度任务的{share}%。",
    "1-9月，{area}累计{verb}{thing}{done}{unit}。",
    "{area}{verb}{thing}{done}{unit}，其余正在推进，年底前可全部完成。",
    "1.{area}已{verb}{thing}{done}{unit}。<br>2.印发实施方案，明确责任单位和时间节点。",
    "目前，{area}{verb}{thing}{done}{unit}，完成率{share}%。",
)


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _amount_rows() -> Iterator[tuple[str, str]]:
    for kind, (verb, thing, unit, most) in enumerate(_AMOUNTS):
        for place, (area, factor) in enumerate(zip(_AREAS, _AREA_FACTORS, strict=True)):
            whole = most * factor
            done = round(whole * (0.76 + (kind + place) % 5 * 0.04), 2 if unit in {"万亩", "亿元"} else 0)
            way = _WAYS[(kind + place) % len(_WAYS)]
            text = way.format(
                area=area,
                verb=verb,
                thing=thing,
                done=_figure(done),
                unit=unit,
                share=_figure(round(done / whole * 100, 1)),
            )
            yield f"{area}{verb}{thing}{whole}{unit}", text


def _rate_rows() -> Iterator[tuple[str, str]]:
    for place, area in enumerate(_AREAS):
        for kind, (metric, goal) in enumerate(_GROWTHS):
            reached = _figure(float(goal) + 0.3 * (kind + 1) + 0.1 * place)
            yield f"{area}{metric}增长{goal}%以上", f"前三季度，{area}{metric}同比增长{reached}%。"
        yield from (
            (f"{area}{metric}{goal}", f"1-9月，{area}{metric}{level}。") for metric, goal, level in _LEVELS[place::5]
        )
        yield from ((f"推进{area}{name}建设", f"{area}{name}{state}。") for name, state in _PROJECTS[place::5])


def list_clean_rows() -> list[tuple[str, str]]:
    """Two hundred names with their replies, for the third quarter."""
    rows = [*_amount_rows(), *_rate_rows()]
    services = ("养老", "托育", "就业", "法律", "气象", "救助")
    rows += [
        (
            f"深化{area}{service}服务改革",
            f"梳理{area}{service}服务事项{10 + 7 * place + index}项，{9 + place}项实现一窗受理。",
        )
        for place, area in enumerate(_AREAS)
        for index, service in enumerate(services)
    ]
    return rows[:200]

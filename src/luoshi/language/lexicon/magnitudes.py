"""How large figures can be: money beside what a place produces in a year, everything else by itself.

The bounds are three to ten times as wide as what the statistical yearbooks of Chinese provinces, cities and counties
show for 2015 to 2024: what lies outside is no extreme place but 万 where 亿 was meant, or 亿 where 万 was.
"""

from typing import NamedTuple


class Bounds(NamedTuple):
    """The least and the most of what is counted: of a sum of money as a share, of the rest in one of the base units.

    `words` is an expression for what stands near the figure, empty for whatever else has the unit.
    """

    words: str
    least: float
    most: float
    units: tuple[str, ...] = ()


def _units(words: str, least: float, most: float, units: str) -> Bounds:
    return Bounds(words, least, most, tuple(units.split(" ")))


# ── Money in 元, whatever the place ──────────────────────────────────────────────────────────────────────────────────

# 亩均税收, 补助标准: what comes to one
ONE = Bounds(
    "亩均|人均|户均|村均|地均|单位|每[亩人户名个家村辆台吨件]|均价|单价|客单价|工资|月薪|年薪|低保|最低生活|养老金|(?:补助|补贴)标准",
    0,
    2e7,
)
# 对拖欠50万元以上的项目, 清偿拖欠账款3亿元: what is owed may be little or much
OWED = Bounds("拖欠|欠薪|欠款|欠缴|欠费|欠税|涉案|违法所得|罚款|罚没", 1e3, 1e11)
# 行政村年经营性收入达50万元
VILLAGE = Bounds("(?:行政村|个村|的村|薄弱村|各村)[^。；]{0,40}(?:收入|收益)", 1e3, 1e9)
# 收入50万元 | 以上的行政村
VILLAGE_SIZE = Bounds(r"(?:以上|以下|的)*(?:行政村|个村|村(?:[占达比数全，。、；\d]|$))", 1e3, 1e9)
# 投资10亿元 | 以上项目, 超5亿元 | 电商企业
SIZE = Bounds(r"(?:以上|以下|级|的)*[^\d，。；、]{0,8}?(?:项目|企业|龙头|公司|平台|园区|产业)", 1.5e6, 2e12)

# ── Money as a share of the yearly product of the place ──────────────────────────────────────────────────────────────

MONEY = (
    Bounds("地区生产总值|生产总值|GDP|经济总量", 5e-3, 2.5),
    Bounds("增加值", 2e-3, 1.2),
    Bounds("一般公共预算收入|财政总?收入|财政预算收入", 5e-4, 0.4),
    Bounds("税收|税费", 1e-4, 0.4),
    Bounds("财政支出|预算支出|民生支出|三保", 3e-3, 2),
    Bounds("固定资产投资|固投", 3e-3, 2.5),
    Bounds(
        "(?:工业|民间|制造业|产业|基础设施|房地产|房地产开发|交通|水利|能源|服务业|技改|技术改造|农业)投资", 3e-4, 2
    ),
    Bounds("投资|投入", 3e-6, 2),
    Bounds("完成[^，。；]{0,8}投资|年度投资|投资完成|引进[^，。；]{0,8}投资|(?:协议|计划|到位)投资", 4e-4, 3),
    Bounds("社会消费品零售总额|社零", 3e-3, 1.2),
    Bounds("工业总产值|工业产值|总产值", 2e-3, 8),
    Bounds("产值|产业链|产业集群|集群|产业", 1e-4, 8),
    Bounds("进出口|进口|出口|外贸", 1e-3, 8),
    Bounds("跨境电商|跨境电子商务|货值", 1e-5, 4),
    Bounds("电子商务交易额|电商交易额|网络零售额|网上零售额", 2e-3, 5),
    Bounds("交易额|成交额|结算", 4e-4, 5),
    Bounds("技术交易|技术合同", 1e-5, 0.4),
    Bounds("(?:产权|权益|碳|用能权|数据)[^，。；]{0,8}交易", 1e-7, 1),
    Bounds("销售额|销售收入|消费帮扶|消费助农|助农", 3e-6, 5),
    Bounds("存款余额|贷款余额|各项贷款|各项存款", 5e-3, 8),
    Bounds("贷款", 3e-4, 3),
    Bounds("新增[^，。；]{0,12}贷款", 2e-3, 1),
    Bounds("创业(?:担保)?贷款|助学贷款|小额信贷|小额贷款", 1e-6, 0.02),
    Bounds("融资|信贷|质押|授信|债券|国债|专项债|政府债", 1e-4, 2),
    Bounds("融资规模|融资总额|社会融资", 2e-3, 4),
    Bounds("减负|减税|降费|降成本|降低成本|税费优惠", 5e-4, 0.2),
    Bounds("降本|节约成本|节约资金|节省资金", 1e-6, 0.2),
    Bounds("外资", 1e-5, 0.2),
    Bounds("内资|省外资金|市外资金|到位资金|引进资金", 1e-3, 2),
    Bounds("社会资本|民间资本|产业基金|基金规模", 2e-4, 2),
    Bounds("国资|国企资产|国有资产|资产总额|资产总规模", 3e-3, 12),
    Bounds("营业收入|营收|主营业务收入", 1e-3, 8),
    Bounds("旅游(?:总)?收入|旅游(?:总)?消费|文旅消费", 3e-3, 2),
    Bounds("集体经济|村集体|经营性收入", 1e-6, 0.1),
    Bounds("消费券", 1e-6, 0.01),
    Bounds("争取(?:到位)?(?:中央|省级?|上级)[^，。；]{0,6}资金|上级资金", 2e-4, 2),
    Bounds("补助|补贴|奖补|奖励|激励|救助|消费券|慰问|资助|(?:扶持|专项|项目|上级)资金", 0, 0.1),
)

# The least and the most that a county, a city, a province produces in a year, in 元
PRODUCTS = {"县": (3e8, 2e12), "市": (5e9, 8e12), "省": (1e11, 3e13)}
# What one of a currency is worth in 元, more or less
CURRENCIES = {"元": 1.0, "美元": 7.0, "欧元": 8.0, "港元": 1.0, "英镑": 9.0, "日元": 0.05}
# A figure without a unit of its own (达3000亿) is money behind one of these
MONEY_WORDS = "资|金额|[值税贷债款]|收入|支出|总额|易额|售额"

# ── Everything else, of a county or a city ───────────────────────────────────────────────────────────────────────────

# A province has so many times the least and the most; of things that are counted one by one it has no more
PROVINCE = (100, 5)
_THINGS = (
    "个 户 家 套 台 辆 艘 座 所 间 栋 幢 处 项 列 班 架 张 份 名 位 床 剂 针 例 门 场 头 匹 篇 宗 起 桩 路 学位 车位 "
    "床位 学时 课时 剂次 台套 家次 户次 场次 架次 班次 标箱 人份 套（间） 套(间) 个（次） 个(次)"
)
THINGS = frozenset(_THINGS.split())
_PARCELS = "件 单 票"
_DAILY = "日均|单日|每天|每日"
COUNTED = (
    _units("", 0, 8e7, _THINGS),
    _units("数据|口罩|产品|包裹|鸡蛋|信息|文件|代码|器件|芯片|电池|组件|花", 0, 1e12, _THINGS),
    _units("", 0, 5e7, "人"),
    _units("", 0, 8e7, "人次"),
    _units("游|接待|客流|客运|旅客|乘客|公交|地铁|轨道|观众|观看|浏览|到访|市场|商圈", 0, 2e9, "人次"),
    _units(f"入境|出境|外商|外籍|外国|采购商|培训|体检|筛查|研学|就业|义诊|宣讲|{_DAILY}", 0, 8e7, "人次"),
    _units("用户|主体|采购商|参保|注册|粉丝|会员|人口|商品|人数|人群|人次", 0, 2e9, ""),
    _units("", 0, 1e11, f"{_PARCELS} 次 只 羽 尾 株 棵 粒 颗 枚 瓶 袋 条 笔 支 块 片"),
    _units(f"专利|案件|事项|办件|提案|作品|工单|商标|{_DAILY}", 0, 8e7, _PARCELS),
    _units("跨境|出口|小包|货邮", 0, 2e10, _PARCELS),
    _units("快递(?:业务|包裹|寄递)*量|快递业务", 1e6, 1e11, _PARCELS),
    _units("", 0, 8e7, "亩"),
    _units("草原|草场|草地|森林|林地|林草|湿地|生态|沙|保护|国土|海域|空域", 0, 1e9, "亩"),
    _units("造林|植树|绿化|抚育", 0, 5e7, "亩"),
    _units("", 0, 8e7, "平方米"),
    _units("建筑|施工|住宅|房屋|商品房|供热|供暖|道路|国土|保洁|清扫|光伏", 0, 5e9, "平方米"),
    _units("绿化|绿地", 0, 3e9, "平方米"),
    _units("", 0, 1e9, "米"),
    _units("", 0, 1e10, "立方米"),
    _units("库容|水资源|调水|入库|径流", 0, 1e11, "立方米"),
    _units("", 0, 3e9, "吨"),
    _units("货邮|航空", 0, 3e7, "吨"),
    _units("粮|谷|麦|稻|玉米|大豆|油料|菜|果|茶|肉|水产", 0, 4e7, "吨"),
    _units("粮食(?:总)?产量?|粮食[^。；，]{0,24}总?产", 5e2, 4e7, "吨"),
    _units("", 0, 2e8, "吨标准煤"),
    _units("", 0, 8e7, "千瓦"),
    _units("", 0, 1e12, "千瓦时"),
    _units("用电量|发电量", 1e6, 1e12, "千瓦时"),
)

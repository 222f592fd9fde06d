"""Units of measure as printed after a figure, what they measure, and what each is worth in its base unit."""

from enum import StrEnum

from luoshi.language.lexicon.words import words


class Dimension(StrEnum):
    """What a unit measures."""

    COUNT = "count"
    PEOPLE = "people"
    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    ENERGY = "energy"
    POWER = "power"
    CARGO = "cargo"
    TIME = "time"
    AGE = "age"
    SHARE = "share"
    POINTS = "points"
    TIMES = "times"
    SCORE = "score"
    RANK = "rank"
    GRADE = "grade"
    RATE = "rate"
    SPECIFICATION = "specification"
    NONE = "none"


# The members by themselves: asking the class for one takes as long as a search.
COUNT, PEOPLE, MONEY, AREA, LENGTH, MASS, VOLUME, ENERGY, POWER, CARGO, TIME = tuple(Dimension)[:11]
AGE, SHARE, POINTS, TIMES, SCORE, RANK, GRADE, RATE, SPECIFICATION, NONE = tuple(Dimension)[11:]


# (dimension, base unit, how many of the base unit in one, words); exact, as a fraction where there is no decimal.
FAMILIES = (
    (Dimension.SHARE, "%", "1", "% ％"),
    (Dimension.SHARE, "%", "1/10", "‰"),
    (Dimension.SHARE, "%", "10", "成"),
    (Dimension.POINTS, "个百分点", "1", "个百分点 百分点"),
    (Dimension.POINTS, "个百分点", "1/100", "个基点 基点"),
    (Dimension.TIMES, "倍", "1", "倍"),
    (Dimension.MONEY, "元", "1", "元 元人民币 块钱"),
    (Dimension.MONEY, "美元", "1", "美元 美金"),
    (Dimension.MONEY, "欧元", "1", "欧元"),
    (Dimension.MONEY, "港元", "1", "港元 港币"),
    (Dimension.MONEY, "日元", "1", "日元"),
    (Dimension.MONEY, "英镑", "1", "英镑"),
    (Dimension.MONEY, "卢布", "1", "卢布"),
    (Dimension.SCORE, "分", "1", "分"),
    (Dimension.AREA, "亩", "1", "亩"),
    (Dimension.AREA, "亩", "15", "公顷"),
    (Dimension.AREA, "亩", "1500", "平方公里 平方千米"),
    (Dimension.AREA, "平方米", "1", "平方米 平米 平方 ㎡ m² m2"),
    (Dimension.LENGTH, "米", "1", "米 延米"),
    (Dimension.LENGTH, "米", "1000", "公里 千米 km KM 车道公里 皮长公里 单线公里"),
    (Dimension.LENGTH, "米", "500", "里"),
    (Dimension.LENGTH, "海里", "1", "海里"),
    (Dimension.MASS, "吨", "1", "吨 公吨"),
    (Dimension.MASS, "吨", "1/1000", "公斤 千克 kg"),
    (Dimension.MASS, "吨", "1/2000", "斤 市斤"),
    (Dimension.MASS, "吨", "1/20000", "两"),
    (Dimension.MASS, "吨", "1/20", "担"),
    (Dimension.MASS, "克", "1", "克"),
    (Dimension.MASS, "毫克", "1", "毫克"),
    (Dimension.MASS, "微克", "1", "微克 μg ug"),
    (Dimension.ENERGY, "吨标准煤", "1", "吨标准煤 吨标煤"),
    (Dimension.MASS, "吨二氧化碳", "1", "吨二氧化碳 吨二氧化碳当量"),
    (Dimension.VOLUME, "立方米", "1", "立方米 立方 方 m³ m3"),
    (Dimension.VOLUME, "升", "1", "升"),
    (Dimension.VOLUME, "箱", "1", "箱"),
    (Dimension.ENERGY, "千瓦时", "1", "千瓦时 度电 度 kWh"),
    (Dimension.ENERGY, "千瓦时", "1000", "兆瓦时 MWh"),
    (Dimension.ENERGY, "千瓦时", "1000000", "吉瓦时 GWh"),
    (Dimension.POWER, "千瓦", "1", "千瓦 kW KW kw"),
    (Dimension.POWER, "千瓦", "1000", "兆瓦 MW"),
    (Dimension.POWER, "千瓦", "1000000", "吉瓦 GW"),
    (Dimension.POWER, "千伏安", "1", "千伏安"),
    (Dimension.POWER, "千伏安", "1000", "兆伏安"),
    (Dimension.POWER, "P", "1", "P PFlops PFLOPS PFlops/s"),
    (Dimension.POWER, "P", "1000", "EFlops EFLOPS EFlops/s"),
    (Dimension.CARGO, "标箱", "1", "标箱 标准箱 TEU 个标箱 个标准箱"),
    (Dimension.CARGO, "吨公里", "1", "吨公里"),
    (Dimension.TIME, "年", "1", "年"),
    (Dimension.TIME, "个月", "1", "个月"),
    (Dimension.TIME, "天", "1", "天 日"),
    (Dimension.TIME, "个工作日", "1", "个工作日 工作日"),
    (Dimension.TIME, "周", "1", "周 个周"),
    (Dimension.TIME, "小时", "1", "小时 个小时"),
    (Dimension.TIME, "分钟", "1", "分钟"),
    (Dimension.TIME, "秒", "1", "秒 秒钟"),
    (Dimension.TIME, "学期", "1", "学期 个学期"),
    (Dimension.AGE, "岁", "1", "岁 周岁"),
    (Dimension.PEOPLE, "人", "1", "人 名 位 人口"),
    (Dimension.PEOPLE, "人年", "1", "人年"),
    (Dimension.PEOPLE, "人次", "1", "人次 人（次） 人(次) 人天 人日 人班次"),
    (Dimension.RANK, "位", "1", "位次"),
    (Dimension.SPECIFICATION, "千伏", "1", "千伏 kV KV 伏 纳米 英寸 赫兹 兆赫 吉赫 摄氏度 ℃ 分贝 兆帕 毫米 厘米 马力"),
    (Dimension.SPECIFICATION, "兆", "1", "兆 千兆"),
)

# Counted things whose measure word is its own base unit.
COUNTS = words(
    "个 项 家 户 所 条 座 处 场 次 件 台 套 辆 艘 列 架 张 份 篇 部 本 支 只 头 株 棵 片 块 批 宗 笔 例 起 趟 班",
    "栋 幢 间 层 床 岗 村 镇 股 对 组 款 种 站 桩 根 类 路 期 门 集 册 剂 针 颗 尾 羽 盏 轮 节 首 副 顶 面 眼 口",
    "匹 幅 枚 盆 线 点 孔 杆 樘 柜 单 票 桌 簇 标台 台套 台（套） 台(套) 套（间） 套(间) 间（套） 间(套) 户（套）",
    "户(套) 栋（幢） 个（处） 个(处) 处（个） 家（个） 家(个) 家（处） 场（次） 场(次) 场次 家次 户次 件次 批次",
    "剂次 班次 车次 架次 航次 列次 艘次 趟次 例次 篇次 项次 台次 辆次 笔次 头次 只次 亩次 课时 学时 车位 泊位 床位",
    "学位 席 席位 机位 工位 个点 个（次） 个(次) 人份 粒 捆 册次 街道 社区 乡镇 机组 网格 组团 轮次 万羽",
    "头只 头（只） 头(只) 只（头） 只(头) 羊单位 个羊单位 只羊单位 个台区 台区 台（件） 台(件) 件（套） 件(套)",
    "袋 瓶 锭 桩次 条（个） 条(个) 个（条） 个(条) 座（处） 座(处) 处（座） 项（个） 个（项）",
)

# 元/月, 次/季度
PERIODS = ("月", "季度", "季")

# Words that begin like a unit and are none: 500人才, 10项目, 3000户外劳动者
OTHER_WORDS = words(
    "人才 人民 人工 人均 人员 人社 人机 人大 人居 人文 人形 人车 人力 人体 人物 个体工商 个体户 个性化 项目 家庭",
    "户外 户籍 户口 户型 户均 所有 所属 所在 条例 条款 条件 场馆 场地 场所 场景 场站 次生 次要",
    "次数 次日 次年 件套 台州 台湾 台账 台风 套餐 套利 列入 列为 列车 张贴 份额 部门 部委 部队 部分 部署 部级 部属",
    "本地 本级 本科 本土 本省 本县 本轮 本年 支持 支撑 支部 支线 支付 支出 支援 只要 只有 头部 头雁 片区 块状",
    "批复 批准 批发 批零 例如 例外 起草 起步 起点 班级 班子 间接 间隔 层级 层次 层面 岗位 村级 村庄 村社 村民 村委",
    "村落 镇级 镇街 镇区 镇域 股权 股份 股东 对接 对外 对口 对象 对标 对于 对比 对照 对应 对策 组织 组合 组建 款项",
    "种子 种植 种养 种业 种粮 站点 站位 桩基 类型 类似 类别 路网 路灯 路口 路段 路线 路演 期间 期限 期末 门店 门户",
    "门诊 门类 集聚 集中 集群 集团 集约 集体 集成 针对 针织 针灸 节点 节能 节水 节约 节庆 首位 首店 首次 首发 首家",
    "副中心 副省级 面向 面积 面对 眼镜 口岸 口碑 口径 口腔 线上 线下 线路 点位 单位 单元 单项 票据 票房 名牌",
    "名单 名录 名额 位于 位列 位居 位置 元旦 元素 度假 年级 年度 年代 年均 年轻 年产 年内 年前",
    "年后 年底 年初 年末 年间 年来 年版 年期 年货 周边 周年 周期 天然 天空 日常 日均 日前 日产 日报 日用 分钟级 吨级",
    "千瓦级 兆瓦级 公里级 平方米级 亩均 米粉 里程 方案 方式 方向 方面 方便 方阵 方位 克服 升级 升规 升学 成为 成果",
    "成立 成品 成熟 成本 成功 成效 成员 成长 倍增 倍差 秒杀 箱体 岁月 根本 根据 根治 根源 剂量 轮岗 轮换 幅度 顶尖",
    "顶层 尾矿 尾水 处理 处置 处于 处级 处罚 座谈 座位 笔试 篇章 架构 泵站 宗旨 宗地 桌面 分别 分之 分级 分类 分布",
    "分中心 分散 分市场 分行 分公司 元级",
)

# Not among them, since people, firms and teams are counted: 名优, 名师, 名校, 名医 (100名优秀教师, 500名师生),
# 家具, 家电, 家居 (100家具有…的企业, 50家电商, 10家居家养老中心), 支队 (10支队伍).

# These after a number make it a date, an ordinal or a name: 10月, 3季度, 2024年度, 5届, 2.0版, 500强, 12345热线
DATE_WORDS = (
    "月", "日", "号", "季度", "时", "点钟", "世纪", "年代", "年级", "年度", "届", "周年", "旬", "版", "强", "热线",
    "国道", "省道", "工程", "行动", "计划", "体系", "战略", "型",
)  # fmt: skip

# Years of the calendar are four digits; a longer time than this in years is one.
LATEST_SPAN_OF_YEARS = 1000

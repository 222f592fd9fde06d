"""Words about time: what may stand around a date that sets a time limit, and what makes it none."""

# Words before a date that are no part of what is promised: 力争6月底完成一期建设.
MODALS = (
    "力争", "争取", "确保", "保证", "务必", "务于", "努力", "计划", "预计", "拟", "原则上", "不迟于", "不晚于", "最迟",
    "最晚", "要求", "必须", "须", "需", "应", "要", "将", "并", "且", "同时", "在", "于", "赶在", "抓紧", "务求",
)  # fmt: skip

# Between a date and 的 they tell how old that is which is counted: 2005年以前建成的老旧院落, 6月底前到期的合同.
ORIGINS = (
    "建成", "建设", "修建", "建造", "竣工", "完工", "投用", "投产", "投运", "使用", "交付", "开工", "在建", "成立",
    "设立", "注册", "登记", "备案", "立项", "批准", "审批", "核准", "出台", "印发", "制定", "签订", "签约", "出生",
    "入学", "毕业", "入职", "退休", "参保", "参加工作", "购买", "生产", "制造", "安装", "形成", "发生", "到期", "拖欠",
)  # fmt: skip

# Words before a date that make it a report's cut-off, a base of comparison or a start.
REVIEWS = (
    "截至", "截止", "截至到", "截止到", "截止至", "已于", "已在", "比", "较", "由", "从", "自", "去", "上", "原定",
    "达", "提", "升", "增",
)  # fmt: skip

# Of these, the words of what is counted up to a day: in a plan it is to be reached by then.
CUTOFFS = ("截至", "截止", "截至到", "截止到", "截止至")

# Words after a date that make it a start, an attribute or a name.
STARTS = ("起", "开始", "以来", "以后", "之后", "后", "至今", "的", "检查", "排查", "准备", "开门红", "“开门红", "夕")

# Words after a date without 前 or 底 that tell of something done already.
ACHIEVED = ("已", "累计", "共", "实际", "全市", "全县", "全区")

# Words after a day that make it the date of a document: 2024年3月4日印发.
ISSUED = ("印发", "发布", "通过", "公布", "修订", "发文", "签发")

# A bare period (9月, 一季度) is a time limit only where one of these follows in its clause.
DELIVERIES = (
    "完成", "建成", "投用", "投产", "投运", "开工", "竣工", "完工", "通车", "通航", "通水", "通气", "交付", "交房",
    "启用", "启动", "开馆", "开园", "开业", "开放", "开通", "开学", "开服", "开建", "达到", "达成", "实现", "落地",
    "落成", "上线", "出台", "印发", "制定", "编制", "发布", "验收", "投入", "运营", "运行", "试运行", "结顶", "封顶",
    "主体", "动工", "进场", "举办", "召开", "开展", "组织", "交地", "供地", "签约", "入驻", "全覆盖", "清零", "销号",
    "整改", "到位", "超过", "报送", "提交", "形成", "建立", "基本", "全部", "全面", "贯通", "合龙", "摘牌", "拆除",
    "搬迁", "安置", "收官", "见效", "不低于",
)  # fmt: skip

# What may follow a date in a clause that sets a time limit and promises nothing: 9月底前完成.
BARE_DELIVERIES = frozenset({
    "", "完成", "全部完成", "全面完成", "基本完成", "完成任务", "完成该项工作", "办结", "完成办理", "落实", "落实到位",
    "取得实效", "见效", "见成效", "到位",
})  # fmt: skip

# What stands where a date would and sets none; only 全年 has an end.
ONGOING = (
    "长期坚持", "长期推进", "长期", "持续推进", "持续", "持续开展", "持续实施", "常年推进", "常年", "常态化推进",
    "常态化", "常态化开展", "动态推进", "贯穿全年", "全年推进", "全年持续推进", "全年持续", "全年",
)  # fmt: skip
WHOLE_YEAR = "全年"

# 提高到每年5700元 sets no date, 每年6月底前 does.
EVERY_YEAR = "每年"

# Last day of a part of a month; the last of the month where there is none: 6月底.
PARTS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}

# Month whose last day ends the half year.
HALVES = {"上半年": 6, "下半年": 12}

# Distance to the plan's year.
RELATIVE_YEARS = {
    "今年": 0, "本年": 0, "本年度": 0, "当年": 0, "每年": 0, "明年": 1, "次年": 1, "翌年": 1, "后年": 2,
}  # fmt: skip

# Feasts and seasons: the last day before one that is fixed in the calendar, None for one that moves.
EVENTS: dict[str, tuple[int, int] | None] = {
    "元旦": (12, 31), "五一": (4, 30), "六一": (5, 31), "七一": (6, 30), "八一": (7, 31), "十一": (9, 30),
    "国庆": (9, 30), "劳动节": (4, 30), "儿童节": (5, 31), "教师节": (9, 9), "春节": None, "清明": None, "端午": None,
    "中秋": None, "农历年": None, "汛": None, "汛期": None, "主汛期": None, "入汛": None, "进汛": None,
    "汛期来临": None, "入梅": None, "梅汛期": None, "台汛期": None, "入冬": None, "冬季": None, "今冬": None,
    "供暖": None, "供暖季": None, "采暖季": None, "入夏": None, "春耕": None, "高考": None, "中考": None, "开学": None,
    "春季开学": None, "秋季开学": None, "暑期": None, "寒假": None, "暑假": None, "两会": None,
}  # fmt: skip

# Cells of a column of time limits that say nothing.
EMPTY_CELLS = frozenset({"", "/", "\\", "-", "--", "—", "——", "－", "无", "同上", "、"})

# The months since January as the code of the period that they make (model.Document.period).
RANGE_ENDS = {3: "Q1", 6: "H1", 9: "Q3", 12: "Q4"}

# At the beginning of a clause they tell of what was: 去年，全市完成投资20亿元。
PAST = (
    "去年", "上年", "前年", "上年度", "去年以来", "过去一年", "过去的一年", "过去两年", "过去三年", "过去五年",
    "过去的五年", "一年来", "两年来", "三年来", "五年来", "近年来", "近三年", "近五年", "截至目前", "目前",
)  # fmt: skip
# And these of what is to be: 今年力争达到25亿元。
COMING = (
    "今年", "明年", "本年", "年内", "年底前", "全年", "今后", "未来", "下一步", "接下来", "力争", "确保", "争取",
    "努力", "到20", "再", "拟", "将", "计划", "要",
)  # fmt: skip

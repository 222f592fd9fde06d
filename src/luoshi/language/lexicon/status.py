"""Words of a reply that say how far a thing has come, and what a figure in it is a share of."""

from luoshi.language.lexicon.words import words

# Said of what is on its way; where the target itself uses the word (申报10个) it is delivered.
PIPELINE = words(
    "正在 推进中 建设中 办理中 审批中 评审中 审核中 施工中 编制中 申请中",
    "对接中 洽谈 前期 谋划 筹备 拟 待评审 待审 待验收",
    "待批 待认定 申报 公示 送审 报审 报批 上报 报送 提交 征求意见",
    "建成后 投用后 投产后 列入 推荐 候选 培育库 项目库 储备 筹集 预计 计划 将 力争 确保 明确",
    "完成选址 勘察 勘测 施工图 图审 规划编制 安全鉴定 用地报批 土地报批 环评",
    "初评 方案 可研 立项 招标 初步设计 下达 受理 初审 摸排 遴选 未完成 尚未 争取 入围 目标为 目标值 意向",
)
# Of these, what waits for the word of others: a place in a list, an approval, a contract
APPLIED = words(
    "评审中 审核中 审批中 申请中 对接中 洽谈 待评审 待审 待批 待验收 待认定 申报 公示 送审 报审 报批 上报 报送 提交",
    "征求意见 推荐 候选 培育库 项目库 储备 筹集 初评 初审 受理 遴选 入围 意向",
)
# What comes before a thing is dealt with: 收集问题 is not 解决问题
FOUND = words("收集 征集 排查 摸排 梳理 登记 报名 预约 采购 发现 交办 走访 调查")
DEALT = words("整治 整改 解决 办结 处置 化解 治理 销号 落实 完成")
# And what is only being made ready
PREPARED = words(
    "建成后 投用后 投产后 方案 可研 立项 招标 初步设计 完成选址 前期 谋划 筹备 编制中",
    "勘察 勘测 施工图 图审 规划编制 安全鉴定 用地报批 土地报批 环评",
)
# Said of what is left over: 其余7个已进场施工
REMAINDERS = words("其余 另有 另外 剩余 余下 尚有 还有 还剩 尚未 未完成 未启动 未开工")
# 其中 opens a part of what was said before.
PARTS = words("其中 包括 含")

# Stages of a thing that is built, the earliest first.
STAGES = (
    words("签约"),
    words("落地"),
    words("开工 启动 动工 进场 施工 在建 开建"),
    words("主体结构 主体工程 结顶 封顶 结项"),
    words("竣工 完工 建成 交付 验收 完成"),
    words("投用 投产 投运 启用 运营 通车 使用"),
)
# Targets with these want a thing finished, whatever else they say: 实施管网改造80公里
BUILDING = words("建设 新建 改建 扩建 修建 建成 改造 修复 加固 更新")
# Targets with these are reached when a thing is begun or won; any other wants it finished (新建公园10个).
LAUNCHING = words("实施 推进 开展 引进 招引 引育 举办 组织 招商 招聘 谋划 储备 筹集 投资 发行 减负 吸引")
BUILT = 4

# 完成率 110.3%, 完成年度目标95.4%, 占年度计划的84%
COMPLETED = words("完成率 达成率 完成比例 完成进度 执行进度 完成总进度 任务完成")
YEARLY = words("年度 全年 年 全部 总 省定 市定 序时 既定 目标 计划 任务 投资 工作 量 总量 值 数 额 的 进度 指标 下达")
GOALS = words("目标 计划 任务 指标 进度")

# Why there is no figure: what a unit cannot know yet it need not tell
EXCUSES = words(
    "未发布 未公布 尚未发布 尚未公布 没有发布 暂无数据 数据未出 待发布 待公布 未反馈 未下发 未下达 暂未下达",
    "年底反馈 年底公布 年底发布 年终反馈 统一反馈 次年反馈 待反馈",
    "按年度核算 按年核算 按年度统计 按年统计 年度核算 年底核算 年底考核 年终考核 暂无季度数据 暂无月度数据",
)
# Words by which a unit or a thing receives what was aimed at: 甲公司、乙公司获评示范企业
AWARDS = words(
    "入选 获评 获批 评为 认定为 获认定 创成 成功创建 创建成功",
    "列为 授予 命名为 获得 荣获 通过认定为 成功创成 评定为 入围成为",
)

# Said of a total, said of one month or quarter alone
TOTALS = words("累计 合计 共计 总计 总共 共 今年以来 截至 截止 年初至今")
ALONE = words("假期 黄金周 节日期间 每周 每月 每天 每日 每季 当月 本月 单月 当季 本季 单季 当期 本期 本周")

# They narrow a rate or a level to a part of the whole, and the part is another metric.
NARROWING = words(
    "限上 限额以上 规上 规模以上 民间 民营 制造业 工业 服务业 能源",
    "房地产 基础设施 高新技术 城镇 农村 省外 境外 技改",
)
# They narrow what is counted, too: 发明专利 is not any 专利
QUALIFYING = words("发明 公办 高层次 高技能 全日制 国家级 省级 纯电动 快充 直接融资 研究生 博士 硕士")
# They make another thing of anything: 生猪存栏, 播种面积, 外文版
OTHER_THINGS = words("夏粮 秋粮 早稻 晚稻 外文版 播种 存栏 需求 翻译 拆后 撬动 带动 拉动 余额 总投资 协议投资 计划投资")
# Between a name and its figure, or in place of a name; 签 is what is left of 签约 where 约 is read as “about”
NAMELESS = words(
    "签 截至目前 目前 已 已经 占 为 达 率 比 共 今年以来 其中 实际 全市",
    "全县 全区 全州 全旗 我市 我县 我区 通过 认定 还 均 现 现已",
    "顺利 已有 有 基本 新认定 成功 分别 任务 的 预计 审核 立项 申报 受理 在建 主体",
    "入库 评价 初评 选址 接待 走访 交付 达标 前三季度 一季度 二季度 三季度 四季度 上半年 下半年 全年 年初以来 本年",
    "获证 取证 授牌 挂牌 验收 发证 全部 再 又 共计 合计 总数 总量 全长 总长 长度 开放 开园 开业 运营",
)
# Behind a name these say nothing of it: 招引, 目标, 建设项目
TRAILING = words(
    "建设 改造 培训 招引 整治 目标 任务 数 额 量 率 工作 项目",
    "工程 总数 数量 数额 活动 名额 设施 创建 认定 安装 投资 开展 完成",
    "面积 增长 增速 增幅 企业 值 达标 收入 达 超 总量 总额 创成",
    "提升 情况 新增 培育 发放 清退 接种 处置 加装 交付 建成 开工",
)
# Metrics that are better the lower they are beyond their mark of 左右.
CAPPED = words("价格 失业率 CPI 物价 能耗 浓度 倍差 发案 事故 排放")
# Two incomes whose quotient is meant: 城乡居民收入倍差
QUOTIENTS = words("收入倍差 收入比 倍差")
# What any reply may say: of two that share no more than these words, neither was copied from the other
FORMULAS = words(
    "其余 正在 目前 截至 截止 年内 年底 月底 全部 全面 全力 基本 完成 推进 有序 抓紧 加快 加强 进一步",
    "按照 按 时间 节点 时序 进度 序时 计划 任务 工作 年度 目标 累计 实现 达到 占 各 已 正 将 同比 增长 下降",
    "印发 制定 出台 实施方案 工作方案 行动方案 方案 明确 责任 单位 部门 分工 清单 召开 会议 推进会 专题会 研究 部署",
    "协调 督促 督导 督查 检查 落实 开展 组织 领导 小组 专班 建立 健全 完善 机制 定期 调度 通报 做好 确保 持续 深入",
    "积极 及时 取得 成效 阶段性 较好 良好 顺利 完成率 前三季度 上半年 三季度 二季度 一季度 全市 全县 全区",
)

# Rates of parts of a whole: none is more than 100 %, as 完成率 or 增长率 may be.
PARTS_OF_A_WHOLE = words(
    "占比 比重 覆盖率 合格率 达标率 参保率 普及率 优良率 优良天数比例 优良天数比率 绿化率 治理率 处置率 知晓率 满意率",
    "化解率 接通率 签约率 开工率 投产率 落地率 网办率 通达率 巩固率 规范化率 办结率 及时率 准确率 检出率",
)

# Said of an event: the first of its kind, or one that had been given up
FIRST_TIMES = words("首航 首发 首开 首列 首班 首次开通 首次开行 新开通 首趟")
TAKEN_UP_AGAIN = words("恢复 复航 复开 复飞 重启 重新开通 重新开行")

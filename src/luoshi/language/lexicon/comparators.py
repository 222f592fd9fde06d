"""Words around a figure that say how it is to be compared with what was reached, and which way it is to move."""

from luoshi.language.lexicon.words import words

# After a figure: 10个以上, 4%以内, 7.5%左右
AFTER = {
    "≥": words("以上 及以上 （含）以上 之上"),
    "≤": words("以内 之内 以下 及以下 （含）以下 之下"),
    "≈": words("左右 上下"),
}

# Before a figure: 突破3300亿元, 不超过3%
BEFORE = {
    "≥": words(
        "突破 超过 超 超越 不低于 不少于 不小于 不止 至少 最少 高于 大于 多于 逾 跨越 跃上 迈上 迈过 站上 冲破 破",
        "快于 好于 优于 ≥ ≧ ＞ > 大于等于",
    ),
    "≤": words(
        "不超过 不超 不高于 不多于 不大于 不突破 低于 少于 小于 控制在 控制到 控制 严控在 限制在 压控在 最多 至多",
        "≤ ≦ ＜ < 小于等于",
    ),
    "≈": words("约 大约 接近 近"),
    "=": words(
        "达到 达 到达 增至 增加到 增加至 增长到 增长至 提高到 提高至 提升到 提升至 扩大到 扩大至 扩展到 扩展至 升至",
        "提至 升到 上升到 上升至 降至 降到 下降到 下降至 降低到 降低至 减至 减少到 减少至 缩减到 缩减至 压缩到 压缩至",
        "压减到 压减至 压降到 压降至 缩短到 缩短至 精简到 精简至 保持在 稳定在 维持在 稳定到 稳定 保持 维持 恢复到",
        "恢复至 回升到 回升至 缩小到 缩小至 收窄到 收窄至 拓展到 拓展至 延长到 延长至 发展到 发展至 调整到 调整至",
        "扩容至 扩容到 优化至 优化到 壮大到 冲刺 冲击 跃升至 跃升到 跃居 进入 跻身 位列 位居",
        "整合为 整合到 整合至 合并为 合并到 归并为 归并到 精简为 扩至 扩到 巩固在",
    ),
}

# A level is reached with these: 企业达到100家, 应用增至16项
REACHES = (*BEFORE["="], "突破", "超过", "超", "保持在", "不少于", "不低于")

# Before a share or a multiple they make it a change: 增长8%, 提高2个百分点
RISES = words("增长 增加 提高 提升 上升 回升 扩大 上涨 递增 净增 提速 增 升 上浮 高于 快于 高出")
FALLS = words("下降 降低 减少 压减 压降 缩减 下调 减 降 下浮 回落 缩短 压缩 收窄 削减 递减 精简")

# At the end of a metric they make its figure a change: 增速保持在10%以上
CHANGES = words("增收 增速 增幅 涨幅 增长率 降幅 增长速度 升幅 增长幅度 下降率 减幅")
FALLING_CHANGES = words("降幅 下降率 减幅")

# Between a metric and its figure, saying nothing of either.
ADVERBS = words(
    "最高 按 同比 环比 均 各 都 全部 总计 共 共计 合计 累计 总共 一共 进一步 再 力争 确保 努力 也 要 将 则 已 基本",
    "实现 继续 分别 每年 全年 今年 年内 年底 年底前 当年 有望 预计 计划 预期 目标 只 就 不断 稳步 大幅 明显 显著",
    "整体 总体 逐步 再次 即 至 到 在 后 为 、 和 及 与 并 ， 同口径 可比口径 年均 日均 月均 人均 月人均 平均 平均每年",
    "全省 全市 全县 全区 全国",
)

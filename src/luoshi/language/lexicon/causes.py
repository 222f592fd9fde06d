"""Words with which a reply tells why something is late."""

# What a reason begins with; it runs to the end of its sentence
OPENINGS = ("主要原因", "原因是", "原因为", "主要是因", "主要系", "由于", "鉴于", "究其原因")
# A clause with one of these is a reason by itself: 受汛期影响进度偏慢
CLAUSES = (
    r"受[^，。；]{1,30}(?:影响|制约|限制)",
    r"(?<![原基起])因(?![果此素]|地制宜)[^，。；]{2,30}",
    r"[^，。；：]{0,30}(?:尚未|未能|无法)(?:落实|到位|批复|审批|交付|启动|开工|完成|通过)[^，。；]{0,20}",
    r"[^，。；：]{0,30}(?:滞后|停工|缓建|资金(?:紧张|缺口|不足)|政策处理难)[^，。；]{0,20}",
)

"""The headings of a draft that is circulated for comment."""

NUMBER = "序号"
SECTION, TEXT, DUE, LEADER, LEADS, OTHERS = "领域", "目标任务", "完成时限", "牵头领导", "牵头单位", "责任单位"
# What a unit may change, in printed order
CELLS = (SECTION, TEXT, DUE, LEADER, LEADS, OTHERS)
BASIS = "拟议依据"
OPINION = "部门意见"
CHANGES = "改动"
# A hidden column: what stood in the cells when the draft was sent out
ORIGINAL = "原稿"
REPLYING = "反馈单位"
# What stands in a cell that a person is to fill in
OPEN = "待定"
# What the program fills in beside what a unit may change
KNOWN = (NUMBER, *CELLS, BASIS, OPINION, CHANGES, ORIGINAL)

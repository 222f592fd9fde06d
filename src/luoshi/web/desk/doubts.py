"""What kinds of doubt are called where they are gathered."""

from luoshi.checking.findings import RULES

# Doubts that reading itself raises
READING = {
    "no-lead": "没有标明谁牵头",
    "carried-lead": "牵头单位由上文推出",
    "columns-by-content": "表格各列按内容认出",
    "labels-by-content": "标签按内容认出",
    "fused-units": "单位名称连在一起",
    "no-unit": "没有责任单位",
    "sum-mismatch": "各地合计与总数不符",
    "ambiguous-shares": "各地任务数放法不止一种",
    "no-task": "台账里没有这项任务",
    "same-task": "一项任务有两行",
    "": "并过、拆过的",
}


def doubt_title(code: str) -> str:
    """A few words for a kind of doubt."""
    described = {rule.code: rule.description.rstrip("。") for rule in RULES}
    return READING.get(code) or described.get(code) or "读文件时的疑问"

"""The doubt of a table whose columns were told by their cells, because its headings say in new words what they hold."""

from luoshi.language.lexicon.labels import Field
from luoshi.model import Flag, Quote
from luoshi.reading.tables.columns import Columns

_NAMES = {
    Field.NUMBER: "序号",
    Field.SECTION: "领域",
    Field.NAME: "名称",
    Field.TASK: "任务",
    Field.LEADER: "领导",
    Field.LEAD: "牵头单位",
    Field.RESPONSIBLE: "责任单位",
    Field.COOPERATING: "配合单位",
    Field.GUIDING: "指导单位",
    Field.DUE: "完成时限",
    Field.FIGURE: "目标值",
    Field.PROGRESS: "进展情况",
}


def flag_told(columns: Columns, quote: Quote) -> Flag | None:
    """What the columns of a table were taken for by their cells; None where the headings say it all."""
    fields = ((columns.headings[index], columns.fields[index]) for index in sorted(columns.told))
    told = [f"“{heading}”认作{_NAMES[field]}" for heading, field in fields if field in _NAMES]
    if not told:
        return None
    return Flag("columns-by-content", f"表头的说法没有见过，各列按内容认：{'，'.join(told)}。请对照原件核对。", quote)

"""The doubt of tables and labels that were told by what they hold, because they say in new words what it is."""

from collections.abc import Mapping

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


def flag_columns(columns: Columns, quote: Quote) -> Flag | None:
    """What the columns of a table were taken for by their cells; None where the headings say it all."""
    told = {columns.headings[index]: columns.fields[index] for index in sorted(columns.told)}
    words = _taken(told, nameless="一列")
    if not words:
        return None
    return Flag("columns-by-content", f"表头的说法没有见过，各列按内容认：{words}。请对照原件核对。", quote)


def flag_labels(labels: Mapping[str, Field], quote: Quote) -> Flag | None:
    """What labels of a document's own were taken for by what stands behind them; None where there are none."""
    words = _taken(labels)
    if not words:
        return None
    return Flag("labels-by-content", f"有的标签没有见过，按其后的内容认：{words}。请对照原件核对。", quote)


def _taken(told: Mapping[str, Field | None], nameless: str = "") -> str:
    """“厅局”认作责任单位，“干什么”认作任务 — a table without a head has no words for its columns."""
    named = ((f"“{words}”" if words else nameless, _NAMES[field]) for words, field in told.items() if field in _NAMES)
    return "，".join(f"{words}认作{name}" for words, name in named)

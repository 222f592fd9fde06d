"""Which kind of document a source is, and the reader for it, which is imported when a document asks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from luoshi.acyclic import acyclic
from luoshi.language.lexicon.labels import ANSWERING_FIELDS, Field
from luoshi.model import Document, Flag, Kind, Paragraph, Reading, Source, Unknown
from luoshi.reading.head import read_head
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.columns import Columns
from luoshi.reading.tables.inventory import Tables, find_tables
from luoshi.reading.tables.rows import read_rows

# a notice of recruitment, a communiqué of statistics: they have tables of units and figures, and promise nothing
_OTHER_GENRE = re.compile(r"(?:招聘|招考|招录|招标|采购|拍卖|磋商|中标|录用).*(?:公告|简章|启事|公示)|统计公报")
# 2025年大事记 | 干部任免名单 | 值班安排表 — the title of a list of another kind, but not 5.一般公共预算收入（县财政局）
_OTHER_LIST = re.compile(
    r"(?![（(]?[\d一二三四五六七八九十]{1,3}[)）、.．])[^，。：；（(]{0,40}"
    r"(?:大事记|名[录册单]|通讯录|议程|荣誉榜|[菜食]谱|权责清单|事项目录|(?:课程|时刻|价目|价格信息|值班|值班安排|日程|日程安排|决算|预算公开|行政处罚公示)表)"
)
_LEAST_WEIGHT = 2.5  # of what speaks for a table as a breakdown, where no title does
_HEAD_BLOCKS = 8
_LONGEST_TITLE = 60
_BREAKDOWN_TITLE = re.compile(r"分解|分工|责任|任务清单|任务表|目标任务|重点任务|重点工作|实事")
_PROGRESS_TITLE = re.compile(r"进展|完成情况|落实情况|推进情况|通报|进度|办理情况|执行情况")
_REPORT_TITLE = re.compile(r"(?:政府)?工作报告")
_ADDRESS = re.compile(r"各位代表")


@acyclic
def read_source(source: Source, *, kind: Kind | None = None, as_of: date | None = None) -> Reading:
    """What a careful clerk reads in a mended source. `as_of` gives the year of a document that names none."""
    tables = find_tables(source)
    document = read_head(source, tables, as_of=as_of)
    found = kind or guess_kind(source, tables, document)
    if found is Kind.PROGRESS:
        from luoshi.reading.progress import read_progress

        return read_progress(source, tables, document)
    if found is Kind.REPORT:
        from luoshi.reading.report.report import read_report

        return read_report(source, tables, document)
    if found is Kind.PLAN:
        return _plan(source, tables, document, is_asked=kind is Kind.PLAN)
    return _unknown(source, document)


def guess_kind(source: Source, tables: Tables, document: Document) -> Kind:
    """The kind that the title, the tables' heads and the words of the text speak for."""
    title = document.title or ""
    heads = [block.text for block in source.blocks[:_HEAD_BLOCKS] if isinstance(block, Paragraph)]
    if any(_is_of_another(text) for text in (title, *heads) if len(text) <= _LONGEST_TITLE and "。" not in text):
        return Kind.UNKNOWN
    columns = _heads(tables)
    if any(head.index(Field.PROGRESS) is not None for head in columns) and (
        _PROGRESS_TITLE.search(title) or not _is_blank_form(tables, columns)
    ):
        return Kind.PROGRESS
    if _is_report(source, title):
        return Kind.REPORT
    if _PROGRESS_TITLE.search(title) and not columns:
        return Kind.PROGRESS
    if _has_cards(tables) or any(map(_is_breakdown, columns)) or _BREAKDOWN_TITLE.search(title):
        return Kind.PLAN
    return Kind.PLAN if _has_clauses(source, tables) else Kind.UNKNOWN


def _is_of_another(title: str) -> bool:
    """Whether a title names another genre, or a list of another kind that breaks nothing down."""
    is_ours = _BREAKDOWN_TITLE.search(title) or _PROGRESS_TITLE.search(title)
    return bool(_OTHER_GENRE.search(title)) or (not is_ours and bool(_OTHER_LIST.fullmatch(title)))


def _heads(tables: Tables) -> list[Columns]:
    return [head[0] for head in tables.heads.values() if head is not None]


def _has_cards(tables: Tables) -> bool:
    headless = (block for block, head in tables.heads.items() if head is None)
    return any(find_card(tables.grids[block], tables.labels) for block in headless)


def _is_blank_form(tables: Tables, columns: Sequence[Columns]) -> bool:
    """Whether a breakdown only has room for what is to be reported: a column 完成情况 with nothing in it."""
    entries = read_rows(tables, sorted(tables.grids))
    return all(map(_is_breakdown, columns)) and not any(entry.text(Field.PROGRESS) for entry in entries)


def _is_breakdown(head: Columns) -> bool:
    """Whether a table has tasks and who answers for them, and enough speaks for it (企业名称, 主管部门 does not)."""
    if head.index(Field.TASK) is None:
        return False
    answers = bool(set(head.fields) & ANSWERING_FIELDS) and head.weight >= _LEAST_WEIGHT
    return answers or bool(head.units) or head.index(Field.TOTAL) is not None


def _is_report(source: Source, title: str) -> bool:
    """A report addresses the deputies, or is called a work report and breaks nothing down."""
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    if _BREAKDOWN_TITLE.search(title) or _PROGRESS_TITLE.search(title):
        return False
    addressed = any(_ADDRESS.match(text) for text in texts)
    return addressed or bool(_REPORT_TITLE.search(title))


def _has_clauses(source: Source, tables: Tables) -> bool:
    """Whether two paragraphs or more end in a responsibility clause; tables are told by their heads."""
    from luoshi.reading.plan import read_plan

    plan = read_plan(source, replace(tables, heads=dict.fromkeys(tables.heads)), Document())
    return sum(bool(task.units) for task in plan.tasks) > 1


def _plan(source: Source, tables: Tables, document: Document, *, is_asked: bool) -> Reading:
    from luoshi.reading.plan import read_plan

    plan = read_plan(source, tables, document)
    if not is_asked and not any(task.units or task.leaders for task in plan.tasks):
        return _unknown(source, document)
    return plan


def _unknown(source: Source, document: Document) -> Unknown:
    paragraphs = sum(isinstance(block, Paragraph) for block in source.blocks)
    counts = f"读到{paragraphs}段文字、{len(source.blocks) - paragraphs}张表格，没有找到牵头单位或责任单位。"
    advice = "如果它确实是，请用 --kind 指明种类再试。"
    return Unknown(document, (Flag("unknown-genre", f"这不像责任分解、进展情况表或政府工作报告：{counts}{advice}"),))

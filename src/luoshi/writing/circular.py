"""A draft as a workbook that is circulated for comment: one row a task, units to choose from, a column for opinions."""

import io
import json
from collections.abc import Sequence
from typing import Any, Final

from luoshi.draft import Circular, CircularRow, Draft, DraftTask
from luoshi.language.days import limit_words
from luoshi.language.lexicon import circulars
from luoshi.model import Due
from luoshi.source.encoding import drop_unseen
from luoshi.writing.drafts import helping_units, suggestion_words
from luoshi.writing.official.drawing import clean
from luoshi.writing.workbook import OPTIONS, row_height

# xlsxwriter has no type stubs
Worksheet = Any
Format = Any

SHEET, UNITS = "征求意见稿", "单位名单"
_ADVICE: Final = (
    "请在本行右边选填反馈单位；有意见的写在“部门意见”栏，或直接改领域、任务、时限、领导、单位各栏。"
    "牵头单位可以下拉选，也可以写几家，用、分开。涂黄的格待定。序号请不要改。"
)
_WIDTHS: Final = {
    circulars.NUMBER: 6,
    circulars.SECTION: 14,
    circulars.TEXT: 46,
    circulars.DUE: 12,
    circulars.LEADER: 11,
    circulars.LEADS: 16,
    circulars.OTHERS: 24,
    circulars.BASIS: 30,
    circulars.CHANGES: 34,
    circulars.OPINION: 34,
    circulars.ORIGINAL: 8,
}
_FACE: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d8dcdf"}
_HEAD: Final = _FACE | {"bold": True, "valign": "vcenter", "bg_color": "#eceeec"}
_MARKED: Final = _FACE | {"bg_color": "#fff2b3"}
_TITLE: Final = {"bold": True, "font_size": 16, "valign": "vcenter"}
_TOP: Final = 2
"""Rows above the headings: the title, and whose reply it is."""
_FROZEN: Final = 3
_CELL_LIMIT: Final = 32_000
_SENT_LIMIT: Final = 3_600
"""Characters of a cell: all that were sent of a row go into one."""


def circular_of(draft: Draft) -> Circular:
    """The draft as it is sent round; where no leader is known of any task, nothing is said of leaders."""
    has_leaders = any(task.leaders for task in draft.tasks)
    rows = tuple(_row(task, circulars.OPEN if has_leaders else "") for task in draft.tasks)
    return Circular(draft.document.title or "", rows, draft.units)


def _row(task: DraftTask, no_leader: str) -> CircularRow:
    cells = {
        circulars.SECTION: task.heading or "",
        circulars.TEXT: task.text,
        circulars.DUE: "、".join(dict.fromkeys(map(_due_words, task.due))),
        circulars.LEADER: task.leader or no_leader,
        circulars.LEADS: "、".join(task.leads) or circulars.OPEN,
        circulars.OTHERS: "、".join(helping_units(task)),
    }
    marked = frozenset(name for name, text in cells.items() if text == circulars.OPEN)
    grounds = "\n".join(map(suggestion_words, task.candidates[:1] if task.leads else task.candidates))
    return CircularRow(task.number, tuple(cells[name] for name in circulars.CELLS), grounds, marked=marked)


def _due_words(due: Due) -> str:
    """2027年6月底前; the report's words where they give no date."""
    return f"{due.by.year}年{limit_words(due.by)}" if due.by else due.quote.text


def write_circular(circular: Circular) -> bytes:
    """The bytes of an .xlsx file; every cell is text, whatever it begins with."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, OPTIONS)
    sheet = book.add_worksheet(SHEET)
    columns = _columns(circular)
    looks = [book.add_format(face) for face in (_HEAD, _FACE, _MARKED)]
    _write_top(sheet, circular, columns, book.add_format(_TITLE), looks)
    for index, row in enumerate(circular.rows, _TOP + 1):
        _write_row(sheet, index, row, columns, looks)
    if circular.units:
        _offer_units(book, sheet, circular, columns)
    _set_up(sheet, columns, len(circular.rows))
    book.close()
    return written.getvalue()


def _columns(circular: Circular) -> tuple[str, ...]:
    """What was changed is told where anything was."""
    changes = (circulars.CHANGES,) if any(row.changes for row in circular.rows) else ()
    return (
        circulars.NUMBER,
        *circulars.CELLS,
        circulars.BASIS,
        *changes,
        circulars.OPINION,
        circulars.ORIGINAL,
    )


def _texts(row: CircularRow) -> dict[str, str]:
    return {
        circulars.NUMBER: "" if row.number is None else str(row.number),
        **{name: _fitting(text, _SENT_LIMIT) for name, text in zip(circulars.CELLS, row.cells, strict=True)},
        circulars.BASIS: _fitting(row.basis, _SENT_LIMIT),
        circulars.CHANGES: row.changes,
        circulars.OPINION: row.opinions,
        circulars.ORIGINAL: "" if row.number is None else _sent(row),
    }


def _sent(row: CircularRow) -> str:
    """What is sent of a row, as JSON."""
    texts = (*row.cells, row.basis, row.opinions)
    return json.dumps([_fitting(text, _SENT_LIMIT) for text in texts], ensure_ascii=False)


def _write_top(
    sheet: Worksheet, circular: Circular, columns: Sequence[str], title: Format, looks: Sequence[Format]
) -> None:
    head, body, marked = looks
    sheet.write_string(0, 0, _fitting(f"{circular.title}（征求意见稿）"), title)
    sheet.set_row(0, 28)
    sheet.merge_range(1, 0, 1, 3, "", body)
    sheet.write_string(1, 0, _ADVICE, body)
    sheet.set_row(1, 48)
    sheet.write_string(1, 4, circulars.REPLYING, head)
    sheet.write_string(1, 5, "", marked)
    for column, name in enumerate(columns):
        sheet.write_string(_TOP, column, name, head)


def _write_row(sheet: Worksheet, index: int, row: CircularRow, columns: Sequence[str], looks: Sequence[Format]) -> None:
    texts = _texts(row)
    seen = [name for name in columns if name != circulars.ORIGINAL]
    sheet.set_row(index, row_height([texts[name] for name in seen], [_WIDTHS[name] for name in seen]))
    for column, name in enumerate(columns):
        sheet.write_string(index, column, _fitting(texts[name]), looks[2 if name in row.marked else 1])


def _fitting(text: str, limit: int = _CELL_LIMIT) -> str:
    """A text as a cell holds it and gives it back."""
    return drop_unseen(clean(text)).strip()[:limit].strip()


def _offer_units(book: Any, sheet: Worksheet, circular: Circular, columns: Sequence[str]) -> None:
    """A list to choose from: for the leads, and for whose reply it is; another text is taken too."""
    names = book.add_worksheet(UNITS)
    names.write_column(0, 0, [_fitting(unit) for unit in circular.units])
    names.hide()
    choice = {
        "validate": "list",
        "source": f"={UNITS}!$A$1:$A${len(circular.units)}",
        "error_type": "information",
        "error_title": "不在名单里",
        "error_message": "这家单位不在名单里。确实要这样写，请点“确定”。",
    }
    leads = columns.index(circulars.LEADS)
    sheet.data_validation(1, 5, 1, 5, choice)
    sheet.data_validation(_TOP + 1, leads, _TOP + max(1, len(circular.rows)), leads, choice)


def _set_up(sheet: Worksheet, columns: Sequence[str], rows: int) -> None:
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS[name], None, {"hidden": name == circulars.ORIGINAL})
    sheet.freeze_panes(_TOP + 1, _FROZEN)
    sheet.autofilter(_TOP, 0, _TOP + rows, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TOP)
    sheet.set_footer("&C第 &P 页，共 &N 页")

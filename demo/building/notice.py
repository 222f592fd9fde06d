"""The breakdown as a printed notice: masthead, body, tasks by leader with a bracket of units, imprint."""

from datetime import date

from demo.building import letter as page
from demo.building.source import Entry
from docx.document import Document as Letter
from docx.enum.text import WD_BREAK
from docx.shared import Pt


def write_notice(plan: Entry) -> bytes:
    """Return a plan that is ordered by leaders as the bytes of a .docx file."""
    document = plan["document"]
    letter = page.open_letter("".join(document["title"]), document["issuer"], document["date"])
    _write_head(letter, document)
    _write_body(letter, document)
    for part in plan["parts"]:
        _write_part(letter, part)
    _write_imprint(letter, document)
    return page.close_letter(letter)


def print_date(day: date) -> str:
    """Print a date as official documents do: 2024年2月26日."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_units(task: Entry) -> str:
    """Print the responsibility clause: （责任单位：▲财政局、税务局）."""
    left, right = task.get("bracket", "（）")
    return f"{left}责任单位：{task['units']}{right}"


def _write_head(letter: Letter, document: Entry) -> None:
    page.add_line(letter, f"{document['issuer']}文件", page.MASTHEAD, page.CENTER)
    number = page.add_line(letter, document["number"], page.BODY, page.CENTER)
    number.paragraph_format.space_before = Pt(28)
    page.add_rule(number, "bottom", str(page.RED), 18)
    title = page.add_line(letter, "\n".join(document["title"]), page.TITLE, page.CENTER)
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(22)


def _write_body(letter: Letter, document: Entry) -> None:
    page.add_line(letter, document["salutation"])
    for paragraph in document["body"]:
        page.add_paragraph(letter, paragraph)
    issuer = page.add_line(letter, document["issuer"], page.BODY, page.RIGHT)
    issuer.paragraph_format.space_before = Pt(30)
    issuer.paragraph_format.right_indent = Pt(32)
    issued = page.add_line(letter, print_date(document["date"]), page.BODY, page.RIGHT)
    issued.paragraph_format.right_indent = Pt(64)
    page.add_paragraph(letter, document["publication"]).paragraph_format.space_before = Pt(14)


def _write_part(letter: Letter, part: Entry) -> None:
    title = page.add_line(letter, part["title"], page.TITLE, page.CENTER)
    title.paragraph_format.page_break_before = True
    title.paragraph_format.space_after = Pt(28)
    for leader in part["leaders"]:
        page.add_paragraph(letter, leader["heading"], page.HEADING)
        _write_sections(letter, leader["sections"])
    page.add_paragraph(letter, part["assist"]).paragraph_format.space_before = Pt(14)


def _write_sections(letter: Letter, sections: list[Entry]) -> None:
    number = 0
    for section in sections:
        if "title" in section:
            page.add_paragraph(letter, section["title"], page.SUBHEADING)
        for task in section["tasks"]:
            number += 1
            page.add_paragraph(letter, f"{number}.{task['text']}{print_units(task)}")


def _write_imprint(letter: Letter, document: Entry) -> None:
    spacer = page.add_line(letter, "")
    spacer.add_run().add_break(WD_BREAK.LINE)
    copies = page.add_line(letter, document["cc"], page.IMPRINT)
    page.add_rule(copies, "top", eighths=8)
    printed = page.add_line(letter, f"{document['issuer']}\t{document['printed']}", page.IMPRINT, page.LEFT)
    printed.paragraph_format.tab_stops.add_tab_stop(Pt(442), page.RIGHT_TAB)
    page.add_rule(printed, "top")
    page.add_rule(printed, "bottom", eighths=8)

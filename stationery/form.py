"""Forms: a table of labels and what stands beside them, with room to write and to sign."""

from typing import Final

from stationery.letter import when
from stationery.package import PORTRAIT, section
from stationery.wordml import cell, line, paragraph, row, table

LABEL: Final = 1750
HALF: Final = (PORTRAIT.text - 2 * LABEL) // 2
WIDTHS: Final = (LABEL, HALF, LABEL, PORTRAIT.text - 2 * LABEL - HALF)
WIDE: Final = PORTRAIT.text - LABEL
LEAST: Final = 560


DATE: Final = "　　年　月　日"


def pair(first: str, value: str, second: str, other: str) -> str:
    """Two labels on one row, each with its value."""
    label, text, next_label, next_text = WIDTHS
    cells = [
        cell(label, line("FormLabel", first)),
        cell(text, line("FormText", value)),
        cell(next_label, line("FormLabel", second)),
        cell(next_text, line("FormText", other)),
    ]
    return row(cells, least=LEAST)


def field(label: str, *texts: str, least: int = LEAST) -> str:
    """A label and what stands beside it, at least so high (in twentieths of a point)."""
    return row([_label(label), cell(WIDE, "".join(line("FormText", text) for text in texts), span=3)], least=least)


def ordered(label: str, *lines: str) -> str:
    """A label and what is asked, signed and dated in the same cell: no page bears the signature alone."""
    signing = when("发文机关", line("FormSigned", "{{ 发文机关 }}")) + when(
        "成文日期", line("FormSigned", "{{ 成文日期 }}")
    )
    return row([_label(label), cell(WIDE, "".join(lines) + signing, span=3)], least=LEAST)


def signature(label: str, *texts: str, signed: str, least: int = 1300, filled: str = "", stays: bool = False) -> str:
    """A label, room to write, and a line to sign and date; a row that `stays` is on one page with the next.

    `filled` is what stands there already, where it does.
    """
    written = when(filled, line("FormText", f"{{{{ {filled} }}}}")) if filled else ""
    lines = written + "".join(line("FormText", text) for text in (*texts, ""))
    signing = line("FormSigned", f"{signed}　　　　　　{DATE}")
    name = _label(label, "KeptLabel") if stays else _label(label)
    return row([name, cell(WIDE, lines + signing, span=3, stands="bottom")], least=least)


def when_row(condition: str, content: str) -> str:
    """A row that is there where the condition holds."""
    before, after = (
        row([cell(PORTRAIT.text, line("Instruction", f"{{%tr {said} %}}"), span=4)])
        for said in (f"if {condition}", "endif")
    )
    return before + content + after


def form(*rows: str) -> str:
    """The table of a form."""
    return table("Form", WIDTHS, rows)


def end() -> str:
    """The end of a form: the next one begins a sheet, with page 1."""
    return paragraph("End", more=section(PORTRAIT, begins_document=True))


def _label(text: str, style: str = "FormLabel") -> str:
    return cell(LABEL, "".join(line(style, each) for each in text.split("\n")))

"""What every letter has around its text: red head, number and title; signature and date; the imprint at the foot."""

from stationery.package import PORTRAIT
from stationery.wordml import cell, element, line, row, table


def instruct(text: str) -> str:
    """A line that tells the program what to do with the lines that follow: {%p if … %}."""
    return line("Instruction", f"{{%p {text} %}}")


def when(condition: str, *lines: str) -> str:
    """Lines that are printed where the condition holds."""
    return instruct(f"if {condition}") + "".join(lines) + instruct("endif")


def each(loop: str, *lines: str) -> str:
    """Lines that are printed once for each thing."""
    return instruct(f"for {loop}") + "".join(lines) + instruct("endfor")


def head() -> str:
    """Red head and number, or the number alone; the title in its lines."""
    return (
        instruct("if 红头 and 17 < 红头|length < 21")
        + line("LongestRedHead", "{{ 红头 }}")
        + instruct("elif 红头 and 红头|length > 12")
        + line("LongRedHead", "{{ 红头 }}")
        + instruct("elif 红头")
        + line("RedHead", "{{ 红头 }}")
        + instruct("endif")
        + instruct("if 红头")
        + line("DocNumber", "{{ 发文字号 }}")
        + instruct("elif 发文字号")
        + line("PlainNumber", "{{ 发文字号 }}")
        + instruct("endif")
        + line("Title", "{{ 标题 }}")
    )


def signed() -> str:
    """Who signs, and when."""
    return (
        instruct("if 发文机关 and 发文机关|length > 14")
        + line("LongSignature", "{{ 发文机关 }}")
        + instruct("elif 发文机关")
        + line("Signature", "{{ 发文机关 }}")
        + instruct("endif")
        + when("成文日期", line("IssuedOn", "{{ 成文日期 }}"))
        + when("附注", line("Note", "（{{ 附注 }}）"))
    )


def imprint() -> str:
    """At the foot of the last page: who gets copies, who printed it and when."""
    width = PORTRAIT.text
    position = element(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=PORTRAIT.left,
        tblpYSpec="bottom",
    )
    rows = (
        row([cell(width, line("Instruction", "{%tr if 抄送 %}"))]),
        row([cell(width, line("Copies", "抄送：{{ 抄送 }}。"))]),
        row([cell(width, line("Instruction", "{%tr endif %}"))]),
        row([cell(width, _printed())]),
    )
    # A line before it, since LibreOffice takes what floats at the beginning of a section for a part of the one before
    floating = line("End", "") + table("Imprint", (width,), rows, position)
    return when("印发机关", floating) + line("End", "")


def _printed() -> str:
    """Who printed it and when, on one line where it has room for both."""
    return (
        instruct("if 印发机关|length > 18")
        + line("Printed", "{{ 印发机关 }}")
        + line("PrintedOn", "{{ 印发日期 }}印发")
        + instruct("else")
        + line("Printed", "{{ 印发机关 }}\t{{ 印发日期 }}印发")
        + instruct("endif")
    )

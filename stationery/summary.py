"""进展情况汇总表: a wide table, a row a task."""

from typing import Final

from stationery.letter import when
from stationery.package import LANDSCAPE, Page
from stationery.wordml import cell, line, row, table

TITLE: Final = "进展情况汇总表"
PAGE: Final[Page] = LANDSCAPE

# Heading, style and text of what stands below it, width where all are there, condition on which it is there
COLUMNS: Final = (
    ("序号", "SmallCentred", "{{ 行.序号 }}", 580, None),
    ("任务名称", "SmallText", "{{ 行.任务名称 }}", 1540, None),
    ("牵头\n领导", "SmallCentred", "{{ 行.牵头领导 }}", 800, "有牵头领导"),
    ("牵头单位", "SmallCentred", "{{ 行.牵头单位 }}", 980, None),
    ("责任单位", "SmallText", "{{ 行.责任单位 }}", 980, "有责任单位"),
    ("配合单位", "SmallText", "{{ 行.配合单位 }}", 980, "有配合单位"),
    ("指导单位", "SmallText", "{{ 行.指导单位 }}", 980, "有指导单位"),
    ("{{ 进展栏 }}", "SmallText", "{{ 行.进展情况 }}", 2356, None),
    ("研判", "SmallCentred", "{{ 行.研判 }}", 1080, "有研判"),
    ("研判说明", "SmallText", "{{ 行.研判说明 }}", 1760, "有研判"),
)
SWITCH: Final = 60
"""The width of a cell that only says whether its neighbour is there, in twentieths of a point."""


def write_body() -> str:
    """The body of the template."""
    excerpt = when("摘录说明", line("Excerpt", "{{ 摘录说明 }}"))
    note = line("TableNote", "{{ 编制说明 }}")
    return line("TableTitle", "{{ 标题 }}") + excerpt + note + lay_out() + line("End", "")


def lay_out(of: str = "") -> str:
    """The table, of what the fields under `of` (附表.) say."""
    heads = [(width, needs, _head(heading)) for heading, _, _, width, needs in COLUMNS]
    bodies = [(width, needs, line(style, text)) for _, style, text, width, needs in COLUMNS]
    widths = [each for width, needs, _ in heads for each in ((SWITCH, width, SWITCH) if needs else (width,))]
    rows = (
        row(_cells(heads, of), is_head=True),
        row([cell(sum(widths), line("Instruction", f"{{%tr for 行 in {of}各行 %}}"), span=len(widths))]),
        row(_cells(bodies, of)),
        row([cell(sum(widths), line("Instruction", "{%tr endfor %}"), span=len(widths))]),
    )
    return table("Grid", widths, rows).replace("{{ 进展栏 }}", f"{{{{ {of}进展栏 }}}}")


def _head(heading: str) -> str:
    return "".join(line("SmallHead", each) for each in heading.split("\n"))


def _cells(columns: list[tuple[int, str | None, str]], of: str) -> list[str]:
    """The cells of a row, one that may be missing between two that say when."""
    cells = []
    for width, needs, content in columns:
        switches = [line("Instruction", f"{{%tc {each} %}}") for each in (f"if {of}{needs}", "endif")] if needs else []
        cells += [cell(SWITCH, each) for each in switches[:1]]
        cells.append(cell(width, content))
        cells += [cell(SWITCH, each) for each in switches[1:]]
    return cells

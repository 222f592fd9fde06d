"""通报: the counts, who is ahead, who is behind and why, who did not report; the whole table as an annex."""

from typing import Final

from stationery import summary
from stationery.letter import each, head, imprint, instruct, signed, when
from stationery.package import LANDSCAPE, PORTRAIT, Page, section
from stationery.wordml import cell, line, paragraph, row, table

TITLE: Final = "通报"
PAGE: Final[Page] = PORTRAIT

COUNTS: Final = (("类别", 2200), ("项数", 1100), ("占比", 1300), ("任务序号", PORTRAIT.text - 4600))
REASON: Final = "{% if 项.原因 %}所报原因：{{ 项.原因 }}。{% else %}没有说明原因。{% endif %}"


def write_body() -> str:
    """The body of the template."""
    return (
        head()
        + line("Addressees", "{{ 主送机关 }}：")
        + line("BodyText", "现将{{ 事项 }}{% if 截至日期 %}（截至{{ 截至日期 }}）{% endif %}通报如下。")
        + _overall()
        + _matters()
        + line("Heading1", "五、有关要求")
        + line("LastText", DEMANDS)
        + when("有附表", line("Attachment", "附件：{{ 附表名称 }}"))
        + signed()
        + when("有附表", _annex())
        + imprint()
    )


DEMANDS: Final = (
    "进度滞后的单位要对照差距逐项查明原因，倒排工期、压实责任，把欠下的进度补上来；没有填报的单位要尽快补报；"
    "没有数据、定性待核的，要把完成数和佐证材料报全。各牵头领导要加强调度，及时协调解决难题。"
)


def _overall() -> str:
    heads = row([cell(width, line("TableHead", heading)) for heading, width in COUNTS], is_head=True)
    names = ("类别", "项数", "占比", "任务序号")
    styles = ("TableCentred", "TableCentred", "TableCentred", "TableText")
    body = [
        cell(width, line(style, f"{{{{ 类.{name} }}}}"))
        for (_, width), name, style in zip(COUNTS, names, styles, strict=True)
    ]
    loop, end = (
        row([cell(PORTRAIT.text, line("Instruction", each_), span=4)])
        for each_ in ("{%tr for 类 in 各类 %}", "{%tr endfor %}")
    )
    widths = [width for _, width in COUNTS]
    return (
        line("Heading1", "一、总体情况")
        + line("BodyText", "列入汇总的任务共{{ 总数 }}项{% if 概况 %}：{{ 概况 }}{% endif %}。")
        + table("Grid", widths, (heads, loop, row(body), end))
        + line("Gap", "")
    )


def _matters() -> str:
    item = "{{ loop.index }}.{{ 项.任务 }}（{{ 项.单位 }}）。"
    return (
        line("Heading1", "二、进展较快的任务")
        + instruct("for 项 in 进展较快")
        + line("BodyText", item + "{{ 项.说明 }}。")
        + instruct("else")
        + line("BodyText", "没有提前完成或者超过序时进度的任务。")
        + instruct("endfor")
        + line("Heading1", "三、进展滞后的任务")
        + instruct("for 项 in 进展滞后")
        + line("BodyText", item + "{{ 项.说明 }}。" + REASON)
        + instruct("else")
        + line("BodyText", "没有低于序时进度的任务。")
        + instruct("endfor")
        + line("Heading1", "四、未填报和有待核实的任务")
        + when(
            "未填报",
            line("BodyText", "没有填报的单位：{{ 未填报单位 }}。涉及以下任务："),
            each("项 in 未填报", line("BodyText", item)),
        )
        + when(
            "有待核实",
            line("BodyText", "没有数据或者需要凭材料核实的任务："),
            each("项 in 有待核实", line("BodyText", item + "{{ 项.说明 }}。")),
        )
        + when("not 未填报 and not 有待核实", line("BodyText", "各单位均已填报，没有需要另行核实的任务。"))
    )


def _annex() -> str:
    """On wide pages of its own, which end before the imprint."""
    return (
        paragraph("End", more=section(PORTRAIT))
        + line("AnnexMark", "附件")
        + line("TableTitle", "{{ 附表标题 }}")
        + line("TableNote", "{{ 附表.编制说明 }}")
        + summary.lay_out("附表.")
        + paragraph("End", more=section(LANDSCAPE))
    )

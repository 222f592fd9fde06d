"""责任分解: a notice in front, then one annex a part; by leaders and fields, or as a table where there are quotas."""

from typing import Final

from stationery.letter import each, head, imprint, instruct, signed, when
from stationery.package import LANDSCAPE, PORTRAIT, Page, section
from stationery.wordml import line, paragraph, run

TITLE: Final = "责任分解"
PAGE: Final = PORTRAIT

CLOSING: Final = (
    "各牵头单位要对照分工，把任务细化到季度、落实到科室、明确到人；各配合单位要主动协同，按职责抓好落实。"
    "进展情况按规定时间报送。"
)


def write_body() -> str:
    """The body of the template."""
    return when("有通知", _notice()) + each("附 in 各附件", _annex()) + _open_points() + imprint()


def _notice() -> str:
    return (
        head()
        + line("Addressees", "{{ 主送机关 }}：")
        + line("BodyText", "现将{{ 附件名称 }}印发给你们，请结合实际，认真组织实施。")
        + line("LastText", CLOSING)
        + signed()
    )


def _annex() -> str:
    return (
        instruct("if 附.表格")
        + _section_end(PORTRAIT)
        + _title("TableTitle")
        + line("TableText", "{{p 附.表格 }}")
        + each("注 in 附.各注", line("TableRemark", "{{ 注 }}"))
        + _section_end(LANDSCAPE)
        + instruct("else")
        + _title("AnnexTitle")
        + each("段 in 附.各段", _lines())
        + instruct("if loop.first")
        + each("说明 in 各说明", line("BodyText", "{{ 说明 }}"))
        + instruct("endif")
        + instruct("endif")
    )


def _title(style: str) -> str:
    """The title of a part; below it what its tasks were taken by, where they are some of many."""
    return line(style, "{{ 附.标题 }}") + when("摘录说明", line("Excerpt", "{{ 摘录说明 }}"))


def _lines() -> str:
    """A heading of the first or second level, or a task: its number, what is to be done, who answers."""
    promise = "{{ 项.文字 }}{% if 项.分工 %}（{{ 项.分工 }}）{% endif %}"
    return (
        instruct("if 段.级别 == 1")
        + line("Heading1", "{{ 段.序号 }}、{{ 段.文字 }}")
        + instruct("elif 段.级别 == 2")
        + line("Heading2", "（{{ 段.序号 }}）{{ 段.文字 }}")
        + instruct("else")
        + paragraph(
            "BodyText",
            run("{{ 段.序号 }}.{% for 项 in 段.各项 %}{% if 项.待定 %}"),
            run(promise, "Open"),
            run("{% else %}" + promise + "{% endif %}{% endfor %}"),
        )
        + instruct("endif")
    )


def _open_points() -> str:
    return when(
        "各待定事项",
        line("AnnexTitle", "待定事项"),
        each("项 in 各待定事项", line("BodyText", "{{ loop.index }}.{{ 项 }}")),
    )


def _section_end(page: Page) -> str:
    """The paragraph that ends a section."""
    return paragraph("End", more=section(page))

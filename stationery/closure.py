"""销号单: one a page; who verifies is not who applies, and the leader signs last."""

from typing import Final

from stationery.form import end, field, form, pair, signature
from stationery.letter import each
from stationery.package import PORTRAIT, Page
from stationery.wordml import line

TITLE: Final = "销号单"
PAGE: Final[Page] = PORTRAIT

APPLIED: Final = "上述任务已经完成，申请销号。{% if 单.申请日期 %}（{{ 单.申请日期 }}）{% endif %}"
METHOD: Final = "{% if 单.核验方式 %}{{ 单.核验方式 }}{% else %}□查阅材料　□电话核实　□现场查看{% endif %}"
OPINION: Final = "{% if 单.督查意见 %}{{ 单.督查意见 }}{% else %}结论：□同意销号　□退回，理由：{% endif %}"


def write_body() -> str:
    """The body of the template."""
    content = form(
        pair("任务序号", "{{ 单.任务序号 }}", "完成时限", "{{ 单.完成时限 }}"),
        pair("牵头单位", "{{ 单.牵头单位 }}", "牵头领导", "{{ 单.牵头领导 }}"),
        field("任务内容", "{{ 单.任务 }}", least=800),
        field("完成情况", "{{ 单.完成情况 }}", least=1200),
        field("研判", "{{ 单.研判 }}"),
        field("佐证材料", "{{ 单.佐证材料 }}", least=800),
        signature("牵头单位\n申请", APPLIED, signed="主要负责人（签字、盖章）："),
        signature(
            "核验", f"方式：{METHOD}", "（核验人不得是申请单位的人员）", signed="核验人（签字）：{{ 单.核验人 }}"
        ),
        signature("督查室\n意见", OPINION, signed="签字：", stays=True),
        signature("领导签批", signed="签字：", least=1200),
    )
    head = line("FormTitle", "{{ 标题 }}") + line("FormNumber", "{{ 单.编号 }}")
    return each("单 in 各单", head + content + end())

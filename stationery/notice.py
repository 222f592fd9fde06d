"""督查单: one a page."""

from typing import Final

from stationery.form import end, field, form, ordered, pair, signature, when_row
from stationery.letter import each, when
from stationery.package import PORTRAIT, Page
from stationery.wordml import line

TITLE: Final = "督查单"
PAGE: Final[Page] = PORTRAIT

DEMAND: Final = (
    "{% if 单.办理要求 %}{{ 单.办理要求 }}{% else %}请查明原因，提出整改措施和完成时间，"
    "由单位主要负责人审签后书面答复。{% endif %}"
)
# The contact has a line of its own: no line ends within a telephone number
ANSWER: Final = (
    when("单.答复期限", line("FormText", "请于{{ 单.答复期限 }}前答复。")),
    when("单.联系人", line("FormText", "联系人：{{ 单.联系人 }}。")),
)


def write_body() -> str:
    """The body of the template."""
    content = form(
        pair("承办单位", "{{ 单.承办单位 }}", "牵头领导", "{{ 单.牵头领导 }}"),
        when_row("单.协办单位", field("协办单位", "{{ 单.协办单位 }}")),
        field("督查事项", "（第{{ 单.任务序号 }}项）{{ 单.督查事项 }}", least=1000),
        field("进展情况", "{{ 单.进展情况 }}", least=1000),
        field("研判", "{{ 单.研判 }}"),
        ordered("办理要求", line("FormText", DEMAND), *ANSWER),
        signature("签收", signed="签收人：", least=800, filled="单.签收"),
        signature("承办单位\n答复", signed="主要负责人（签字、盖章）：", least=2000, filled="单.答复", stays=True),
        signature("督查室\n意见", signed="签字：", least=1000, filled="单.督查意见"),
    )
    head = line("FormTitle", "{{ 标题 }}") + line("FormNumber", "{{ 单.编号 }}")
    return each("单 in 各单", head + content + end())

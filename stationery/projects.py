"""民生实事: a wide table of quotas, one a part."""

from typing import Final

from stationery.letter import each, instruct, when
from stationery.package import LANDSCAPE, Page
from stationery.wordml import line

TITLE: Final = "民生实事任务表"
PAGE: Final[Page] = LANDSCAPE


def write_body() -> str:
    """The body of the template."""
    return each(
        "表 in 各表",
        instruct("if loop.first")
        + line("TableTitle", "{{ 表.标题 }}")
        + instruct("else")
        + line("AnnexTitle", "{{ 表.标题 }}")
        + instruct("endif")
        + when("编制说明", line("TableNote", "{{ 编制说明 }}"))
        + line("TableText", "{{p 表.表格 }}")
        + each("注 in 表.各注", line("TableRemark", "{{ 注 }}")),
    ) + line("End", "")

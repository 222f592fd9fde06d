"""计票报告: the count in words, the votes as a table, the tellers' signatures."""

from typing import Final

from stationery.letter import head, when
from stationery.package import PORTRAIT, Page
from stationery.wordml import cell, line, row, table

TITLE: Final = "计票报告"
PAGE: Final[Page] = PORTRAIT

COLUMNS: Final = (("名次", 900), ("编号", 1200), ("名称", PORTRAIT.text - 5000), ("票数", 1200), ("结果", 1700))
HEADS: Final = {"编号": "选票编号", "名称": "候选项目", "票数": "得票数"}

COUNT: Final = (
    "会议应到代表{{ 代表总数 }}人，实到{{ 到会人数 }}人。发出选票{{ 发出票数 }}张，收回选票{{ 收回票数 }}张，"
    "其中有效票{{ 有效票数 }}张、无效票{{ 无效票数 }}张。"
)
VALID: Final = "收回的选票不多于发出的选票，本次票决有效。"
VOID: Final = "收回的选票多于发出的选票，本次票决无效，应当重新进行票决。"
RULE: Final = (
    "候选项目{{ 候选项数 }}项，应选{{ 应选项数 }}项。"
    "{% if 当选所需票数 %}获得全体代表过半数（{{ 当选所需票数 }}票以上）赞成的，按得票多少当选。"
    "{% else %}按得票多少当选。{% endif %}得票情况如下："
)
CHOSEN: Final = "以下{{ 当选|length }}项当选（按选票编号排列）：{{ 当选|join('、') }}。"
TIED: Final = "{{ 票数相同|join('、') }}得票相同，还有{{ 再选项数 }}项名额不能确定，应当就得票相同的项目再次票决。"
RECOMMENDED: Final = (
    "代表另提项目得票：{% for 项 in 另提 %}{{ 项.名称 }}{{ 项.票数 }}票"
    "{% if not loop.last %}，{% endif %}{% endfor %}。"
)
SIGNED: Final = ("总监票人（签字）：", "监 票 人（签字）：", "计 票 人（签字）：")


def write_body() -> str:
    """The body of the template."""
    return (
        head()
        + line("BodyText", "{% if 票决日期 %}{{ 票决日期 }}，{% endif %}举行{{ 票决 }}。" + COUNT)
        + when("有效", line("BodyText", VALID), line("BodyText", RULE))
        + when("not 有效", line("BodyText", VOID), line("BodyText", "得票情况如下："))
        + _votes()
        + line("Gap", "")
        + when("另提", line("BodyText", RECOMMENDED))
        + when("当选", line("LastText", CHOSEN))
        + when("票数相同", line("LastText", TIED))
        + "".join(line("Teller", each) for each in SIGNED)
        + when("成文日期", line("IssuedOn", "{{ 成文日期 }}"))
        + line("End", "")
    )


def _votes() -> str:
    widths = [width for _, width in COLUMNS]
    heads = [cell(width, line("TableHead", HEADS.get(name, name))) for name, width in COLUMNS]
    cells = [
        cell(width, line("TableText" if name == "名称" else "TableCentred", f"{{{{ 项.{name} }}}}"))
        for name, width in COLUMNS
    ]
    loop, end = (
        row([cell(sum(widths), line("Instruction", said), span=len(widths))])
        for said in ("{%tr for 项 in 各候选 %}", "{%tr endfor %}")
    )
    return table("Grid", widths, (row(heads, is_head=True), loop, row(cells), end))

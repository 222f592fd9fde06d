"""Parts of a plan (重点工作, 民生实事) and what headings say: a part, leaders, or a theme."""

import re
from collections.abc import Iterable

from luoshi.language.lexicon.labels import Field, clause_field
from luoshi.language.names import find_names, is_unit_list
from luoshi.language.people import are_posted_people, is_posted_person
from luoshi.model import Leader, Paragraph, Quote, Role, Source, Unit
from luoshi.patterns import lazily
from luoshi.reading.clause import LABEL, read_leaders, read_units
from luoshi.reading.passage import clip, cut, tight

MAIN_PART = "重点工作"
LIVELIHOOD_PART = "民生实事"

# 二、市政府民生实事责任分解 | 2026年政府工作报告重点工作责任分解 | 重点工作（20项）
_PART_TITLE = re.compile(
    r"(?:重点工作|重点任务|主要任务|目标任务|工作任务|任务|民生实事|为民(?:办)?实事|实事|工作)(?:项目|工程|工作|目标|票决|候选)*"
    r"(?:任务|目标|责任)*(?:分解|分工|清单|一览|落实|安排|实施|推进)*(?:方案|表|书|清单|公[示告])?(?:[（(][^（()）]{1,20}[)）])?$"
)
_DIVIDING = re.compile(r"分解|分工|清单|一览|方案|[表书]$|表[（(]|安排|公[示告]")
# 重大项目 — a workbook's sheet that is a list of its own
_OWN_LIST = re.compile(r"(?!.*(?:重点|实事))[\u4e00-\u9fff]{2,6}(?:项目|工程|改革|行动)")
# 民生实事 | 2026年市政府重点工作（20项）, but not 用情办好民生实事
_BARE_PART = lazily(
    r"(?:\d{4}年)?(?:[\u4e00-\u9fff]{0,6}[省市县区州旗镇乡])?(?:委|人民)?(?:市|县|区)?(?:政府)?(?:工作报告)?(?:确定的)?"
    r"(?:十(?:件|方面|大)|\d{1,2}(?:件|项|方面))?"
    r"(?:重点工作|重点任务|主要任务|目标任务|工作任务|民生实事|为民(?:办)?实事|实事)(?:项目|工程)?(?:[（(][^（()）]{1,20}[)）])?"
)
_LIVELIHOOD = re.compile(r"实事")
# 关于公布2026年十件民生实事的通告 | 票决产生2026年8件民生实事项目 | 现将2026年十件民生实事公告如下
_CALLED_LIVELIHOOD = re.compile(r"(?:民生|为民(?:办)?)实事")
_CALLED_MAIN = re.compile("重点工作|重点任务|工作报告|目标任务")
_CHOSEN = re.compile(r"(?:票决|现将)(?![^。；]*(?:重点|目标任务))[^。；]{0,30}(?:民生|为民(?:办)?)实事")
# 2026年重点任务和民生实事责任分解: the title of all, of which the livelihood projects are one part
_BOTH_LISTS = re.compile(
    r"(?:工作报告|重点工作|重点任务|主要任务|目标任务|工作任务|重点项目)[^，。]{0,4}(?:和|及|与|暨|、)[^，。]{0,10}实事"
    r"|实事(?:项目|工程)?(?:和|及|与|暨|、)[^，。]{0,4}(?:重点|主要|目标|工作)"
)
_LEVEL = re.compile(r"(?P<level>省|市|区|县|州|国家)(?:人民)?(?:委市?)?(?:政府)?[^。，]{0,12}?(?:民生实事|实事)")
_BOTH_LEVELS = re.compile(r"省市|市县|省、市|市、县")
# 王小明市长牵头的重点工作
_LEADER_HEADING = re.compile(
    r"(?P<people>.{2,60}?)(?:同志)?(?:总?牵头|分管|负责|领衔|主抓|包抓|联系|主管)(?:负责|落实|的)*"
    r"(?:重点|民生|主要|工作|任务|实事|目标|事项|项目|领域|方面|共同)+"
)
# 副县长王小明同志牵头负责： | 王小明常务副市长负责
_LEADER_DUTY = re.compile(
    r"(?P<people>[\u4e00-\u9fff·、，\s]{4,40}?)(?:同志)?(?:总?牵头|分管|负责|领衔|包抓)"
    r"(?:负责|落实|推进|抓好|抓)*(?:以下|下列)?(?:工作|任务|事项|项目)?[：:]?"
)
# 市教育局 | 市教育局、市体育局牵头的重点工作
_UNIT_HEADING = re.compile(
    r"(?P<label>(?:牵头|责任|主办|承办)(?:单位|部门)[：:])?(?P<units>[^，。；：:]{2,60}?)"
    r"(?P<duty>(?:牵头|负责|主办|承办)(?:负责|落实|办理)*的?(?:重点|主要|目标|工作|任务|事项|项目)*)?"
)
# 县财政局, but not 打造区域物流中心
_UNIT_BY_ITSELF = re.compile(r"(?:[省市县区州旗]|国家|各).+|.+(?:局|厅|委员会|管委会|人民政府|街道办事处)")
_ANSWERS = re.compile("牵头|分管|负责|领衔|主抓|包抓|联系|主管|共同")
_TOGETHER = re.compile(r"共同(?:落实|负责|承担|完成)的?.{0,8}(?:工作|任务|实事)")
# 经济发展类（12项）
_COUNT = re.compile(r"[（(]共?\d{1,3}[项件个条][)）]$")
_QUOTED = re.compile("[ “”]")
_LONGEST_PART_TITLE = 46
_LONGEST_LEADER_LINE = 80
_GROUP_RATIO = 1.4


# 2025年重大项目责任分解 — the title of such a list among others
_OWN_TITLE = re.compile(rf"(?:\d{{4}}年)?(?P<list>{_OWN_LIST.pattern})责任分解")


def is_own_list(sheet: str) -> bool:
    """Whether the name of a sheet is that of a list beside 重点工作: 重大项目."""
    return _OWN_LIST.fullmatch(sheet) is not None


def is_part_title(text: str) -> bool:
    """Whether a paragraph is the title of a part or an annex."""
    bare = _QUOTED.sub("", text)
    return _OWN_TITLE.fullmatch(bare) is not None or (
        len(bare) <= _LONGEST_PART_TITLE
        and bool(_PART_TITLE.search(bare))
        and not bare.endswith(("。", "；", "：", "，"))
        and "，" not in bare
        and not is_leader_heading(bare)
        and bool(_DIVIDING.search(bare) or _BARE_PART.fullmatch(bare))
    )


def theme(heading: str) -> str:
    """A thematic heading without the number of the tasks under it: 经济发展类（12项）."""
    return _COUNT.sub("", tight(heading))


def uncounted(heading: Quote) -> Quote:
    """A heading without the number of the tasks under it."""
    found = _COUNT.search(heading.text)
    return clip(heading, 0, found.start()) if found else heading


def is_leader_heading(text: str) -> bool:
    """Whether a heading says who leads what stands under it."""
    is_said = _ANSWERS.search(text) and (_LEADER_HEADING.fullmatch(text) or _TOGETHER.search(text))
    is_person = is_posted_person(text) or _led_by(text) is not None
    return (bool(is_said) and _unit_heading(text) is None) or _is_leader_line(text) or is_person


def _led_by(text: str) -> re.Match[str] | None:
    """Whom a line says to lead what follows: 副县长王小明同志牵头负责："""
    found = _LEADER_DUTY.fullmatch(text)
    return found if found and are_posted_people(found["people"]) else None


def leader_headings(source: Source) -> frozenset[int]:
    """Paragraphs above a group of tasks: 王小明（副市长）, or 责任领导：王小明 where they are fewer than units'."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in source.blocks]
    people = frozenset(index for index, text in enumerate(texts) if is_posted_person(text) or _led_by(text))
    lines = [index for index, text in enumerate(texts) if _is_leader_line(text)]
    unit_lines = sum(1 for text in texts if _line_field(text) in {Field.LEAD, Field.RESPONSIBLE})
    if not lines or unit_lines < _GROUP_RATIO * len(lines):
        return people
    return people.union(index for index in lines if index + 1 < len(texts) and _line_field(texts[index + 1]) is None)


def _is_leader_line(text: str) -> bool:
    return _line_field(text) is Field.LEADER and len(text) <= _LONGEST_LEADER_LINE


def _line_field(text: str) -> Field | None:
    """The field of the label that a line begins with."""
    found = LABEL.match(text)
    return clause_field(found["label"]) if found else None


def heading_leaders(quote: Quote) -> tuple[Leader, ...]:
    """The leaders whom a heading names."""
    found = _LEADER_HEADING.fullmatch(quote.text) or _led_by(quote.text)
    if found:
        return read_leaders(cut(quote, *found.span("people")))
    label = LABEL.match(quote.text)
    if label is None:
        return read_leaders(quote) if is_posted_person(quote.text) else ()
    return read_leaders(cut(quote, label.end(), len(quote.text)))


def heading_units(quote: Quote) -> tuple[Unit, ...]:
    """The units that a heading names, to lead what stands under it: 市教育局 | 市教育局牵头的工作（3项）."""
    found = _unit_heading(quote.text)
    return read_units(cut(quote, *found.span("units")), Role.LEAD) if found else ()


def _unit_heading(text: str) -> re.Match[str] | None:
    found = _UNIT_HEADING.fullmatch(_COUNT.sub("", text))
    if found is None or not is_unit_list(found["units"]):
        return None
    is_said = found["label"] or found["duty"]
    names = (span.name for span in find_names(found["units"]))
    return found if is_said or all(map(_UNIT_BY_ITSELF.fullmatch, names)) else None


def part_name(title: str, *, with_level: bool, is_one: bool = False) -> str:
    """重点工作, 民生实事, 省民生实事 where there are lists of several levels, or a list's own name among others."""
    if not _LIVELIHOOD.search(title) or _BOTH_LISTS.search(title):
        own = _OWN_TITLE.fullmatch(title)
        name = own["list"] if own else title
        return name if is_own_list(name) and not is_one else MAIN_PART
    level = _LEVEL.search(title)
    return level["level"] + LIVELIHOOD_PART if with_level and level else LIVELIHOOD_PART


def is_livelihood(title: str, texts: Iterable[str]) -> bool:
    """Whether a document whose lists have no title of their own is called by 民生实事, or tells which were chosen."""
    if _CALLED_MAIN.search(title):
        return False
    return bool(_CALLED_LIVELIHOOD.search(title)) or any(map(_CHOSEN.search, texts))


def level_of(title: str) -> str | None:
    """The level of government that a livelihood title names, None when it names none or several."""
    if _BOTH_LEVELS.search(title) or _BOTH_LISTS.search(title) or not _LIVELIHOOD.search(title):
        return None
    found = _LEVEL.search(title)
    return found["level"] if found else None

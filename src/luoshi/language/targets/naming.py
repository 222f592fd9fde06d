"""The metric of a figure: the shortest phrase that names what is counted.

新增, 新建 and 新认定 stay, other verbs go; where the name is a list, each member that has a figure of its own gets its
own metric with what the members share (小麦、玉米种植面积 → 小麦种植面积, 玉米种植面积).
"""

import re

from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.words import any_of
from luoshi.language.targets.figures import Figure
from luoshi.language.targets.leads import KEPT_VERBS, OPENING
from luoshi.language.targets.patterns import match_end
from luoshi.patterns import lazily

# 等 of A、B等项目, but not of 平等, 高等教育, 等级
AND_OTHERS = re.compile(
    "等(?<![平高同初中上下优均对相何特头甲一二三]等)(?![级候待次效于额同离量])(?:地|区域|领域|方面|地区|行业|单位|重点领域|一批|各类|方式|形式|途径|办法)?"
)
# 完成 of “支付”平台完成交易额
INNER_VERB = re.compile("完成(?!率|额|量)|实现|举办|开展(?!率)|提供|力争|确保|组建|牵头")
# 为65周岁以上老年人免费 before 接种, then 3年以上 of 3年以上老旧电梯
QUALIFIED = lazily(
    rf"""
    (?: [为向给对][^、]{{0,30}}? (?: (?=免费) | (?:提供|发放|开展|配备|安排|开发)(?:免费)? )
    | 在[^，]{{1,24}}? (?={any_of(names.KEPT_VERBS)}|安装|增设|设置|布局|配备|建设|建成)
    | 用[^、，]{{1,8}}?时间
    | 以[^、，]{{1,12}}? (?=提升|改造|建设|打造|培育|推进|实施|开展)
    )?
    (?: [0-9]{{1,3}}(?:年|个月|周岁|岁)(?:及)?(?:以上|以下|以内)的? )?
    """,
    re.VERBOSE,
)
QUALIFYING = frozenset("为向给对在用以0123456789")
# 额度全省第一、 before 份额占比35%: the first member has its measure already.
STATED = re.compile("(?:第一|首位|前列|方阵|全覆盖|同步|平均|清零|首|领先)、")
# 每学期 of 每学期开展一次讲座, but not 每万人拥有量
PER = re.compile(
    r"""
    每(?:个|所|家|名|户)? (?P<per> [日天](?=至少|不少于|不低于|[0-9]) | [^万千百亩日天、，0-9] [^、，0-9]{0,7}? )
    (?= 至少|不少于|不低于|各|[0-9一两三]|建成|建设|建立|设立|新增|新建|开展|举办|组织|实施|完成|打造|培育|提供|引进
      | 召开|落地|招引|创建|配备|培训|$ )
    """,
    re.VERBOSE,
)
EACH, OTHERS = "每", "等"
LISTED = re.compile("、")
JOINED = re.compile("、|以及|和(?!美)|及|与")
# 甲、乙 | 两个平台
OWNERS = re.compile(
    "(?P<owners>[^，。；0-9]{1,12}?(?:、[^，。；0-9、]{1,12}?){1,4})等?(?:[2-5]|[两三四五])(?:个|家|大|座|条|类)"
)
LONGEST_OWNERS = 80
# 国家级 of 国家级、省级企业 or of 国家级企业2家、省级5家, whose noun stands with the other
RANKED = re.compile("^[^级、]{1,4}级$")
RANK = re.compile("^[^级]{0,6}级")
MEASURED = lazily(f"(?:{any_of(names.MEASURED_ENDINGS)})$")
SHARED = lazily(f"(?:{any_of(names.SHARED_ENDINGS)})$")
STAGE = re.compile("建成投产|建成投用|开工建设|开工|建成|投产|投用|竣工")
# but not of 新一轮
KEPT = re.compile(f"(?!新一[轮代批届])(?:{any_of(KEPT_VERBS)})")
LEADING_VERBS = lazily(f"^(?:{any_of((*names.VERBS, *names.KEPT_VERBS))})*+")
NAMING_VERB = lazily(any_of((*names.VERBS, *KEPT_VERBS)))
GENERIC = frozenset(names.GENERIC)


def subject_of(figure: Figure, text: str) -> tuple[int, int]:
    """Where the name before a figure stands; an empty span if verbs are all there is."""
    lead, surface = figure.lead, figure.clause.surface
    begin, end = lead.start, lead.end
    if begin == end:
        return begin, end
    name = surface[begin:end]
    start = match_end(PER, surface, begin, end) if EACH in name else begin
    opened = match_end(OPENING, surface, start, end) if start > begin else begin
    start = match_end(QUALIFIED, surface, opened, end) if surface[opened] in QUALIFYING else opened
    if INNER_VERB.search(surface, start, end):
        start = _behind(INNER_VERB, surface, start, end)
    if "、" in name:
        start = _behind(STATED, surface, start, end)
    listed = _behind(AND_OTHERS, surface, start, end) if OTHERS in name else start
    if listed > start and text[listed:end] not in GENERIC:
        start = listed
    return start if start == opened else match_end(OPENING, surface, start, end), end


def full_name(subject: str) -> str:
    """经济增长 of 经济增长5%: growth is what is measured, of the economy it has no other measure."""
    return f"{subject}增长" if subject == "经济" else subject


def period_of(figure: Figure, text: str) -> str | None:
    """学期 of 每学期开展一次讲座: what the amount is promised for each of."""
    found = PER.search(figure.clause.surface, figure.lead.opening, figure.quantity.start)
    return text[found.start("per") : found.end("per")] if found else None


def members_of(text: str, surface: str, start: int, end: int, count: int | None) -> list[str]:
    """The members of a list, what they share added to each; `count` says how many there have to be."""
    if not JOINED.search(surface, start, end):
        return [text[start:end]]
    members = _divided(LISTED, text, surface, start, end)
    if count is None:
        members = _fused(members) if len(members) > 1 else _divided(JOINED, text, surface, start, end)
    elif len(members) != count:
        members = _divided(JOINED, text, surface, start, end)
    return _completed(members) if len(members) > 1 else members


def owners_before(figure: Figure, text: str, count: int) -> list[str]:
    """甲、乙 of 推进甲、乙两个平台建设，产值分别突破80亿元、120亿元: each figure is of one of them."""
    if figure.lead.distributor != "分别" or text[max(figure.clause.start - 1, 0)] not in "，,":
        return []
    clause = re.split("[，,。；;\n]", text[max(figure.clause.start - LONGEST_OWNERS, 0) : figure.clause.start - 1])[-1]
    found = OWNERS.match(opened(clause))
    owners = found["owners"].split("、") if found else []
    return owners if len(owners) == count else []


def verbs_of(figure: Figure, text: str) -> str:
    """开行 of 全年开行1670列: the verb names what has no other name."""
    found = NAMING_VERB.finditer(figure.clause.surface, figure.lead.opening, figure.lead.end)
    return "".join(text[verb.start() : verb.end()] for verb in found)


def last_kept_verb(figure: Figure, text: str) -> str:
    """新增 of 力争新增 before 5000张床位"""
    last = ""
    for verb in KEPT.finditer(figure.clause.surface, figure.lead.opening, figure.quantity.start):
        last = text[verb.start() : verb.end()]
    return last


def kept_verb(metric: str) -> str:
    """新增 of 新增贷款"""
    found = KEPT.match(metric)
    return found[0] if found else ""


def stage_of(figure: Figure, text: str, subject: str) -> str:
    """开工 of 开工甲、乙等项目21个: where a list of projects is all there is, the stage tells what is counted."""
    if not AND_OTHERS.search(subject):
        return ""
    found = STAGE.findall(text, figure.lead.opening, figure.lead.start)
    return found[-1] if found else ""


def opened(clause: str) -> str:
    """A clause without its verbs and fillers at the beginning."""
    return clause[match_end(OPENING, clause, 0, len(clause)) :]


def without_verbs(metric: str) -> str:
    """中小学 of 新建改扩建中小学"""
    return LEADING_VERBS.sub("", metric, count=1)


def _divided(pattern: re.Pattern[str], text: str, surface: str, start: int, end: int) -> list[str]:
    cuts = [start, *(cut for match in pattern.finditer(surface, start, end) for cut in match.span()), end]
    members = (text[cuts[place] : cuts[place + 1]] for place in range(0, len(cuts), 2))
    return [member for member in members if member]


def _fused(members: list[str]) -> list[str]:
    """小学、中学覆盖率、配备率: what measures nothing by itself belongs to the measure behind it."""
    ends = [index for index, member in enumerate(members, 1) if MEASURED.search(member)]
    if not ends or ends[0] == 1 or len(ends) == 1 or ends[-1] != len(members):
        return members
    return ["、".join(members[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _completed(members: list[str]) -> list[str]:
    *others, last = members
    verb = kept_verb(others[0])
    if RANKED.match(without_verbs(others[0])):
        tail = RANK.sub("", without_verbs(last))
    else:
        tail = "" if MEASURED.search(others[0]) else _shared(others, last)
    heads = [member if member.endswith(tail) else member + tail for member in others] + [last]
    return [head if not verb or head.startswith(verb) else verb + head for head in heads]


def _shared(others: list[str], last: str) -> str:
    """What the last member has behind its own words: 种植面积 of 大豆种植面积."""
    found = SHARED.search(last)
    if found and found.start() > 0:
        return found[0]
    lengths = {len(member) for member in others}
    own = lengths.pop() if len(lengths) == 1 else 0
    return last[own:] if 0 < own < len(last) - 1 else ""


def _behind(pattern: re.Pattern[str], surface: str, start: int, end: int) -> int:
    """The end of the last match that leaves something behind it."""
    for match in pattern.finditer(surface, start, end):
        if match.end() < end and match.start() > start:
            start = match.end()
    return start

"""What is told but not promised: 加快33项授权事项落地 describes a matter, 新建10个公园 commits to an amount.

Each rule declines a figure for one reason; what none declines is a target.
"""

import re

from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.measures import COUNT, POINTS, SHARE, TIMES
from luoshi.language.lexicon.words import any_of, words
from luoshi.language.targets.figures import Figure
from luoshi.language.targets.leads import LONGEST, comparator_of
from luoshi.language.targets.passing import MEANT_FOR
from luoshi.language.targets.patterns import match_end
from luoshi.patterns import lazily

VERB = re.compile(f"(?:{any_of((*names.DELIVERIES, *names.FURTHERING))})(?![率量额班业])")
DELIVERIES = frozenset(names.DELIVERIES)
FURTHERING = frozenset(names.FURTHERING)
# 达 of 健康村达标准, but not of 欠发达; 通 of 通硬化路, but not of 交通
RESULT = lazily(
    f"{any_of(names.RESULTS)}|(?<![发到雷])达|(?<![高赶])超(?![大市级高算声前长细短导])"
    "|(?<![交普沟流融互联畅贯])通(?![道用信关勤航俗识行])|(?<!美)满(?![意足族])|(?<!收)获"
)
# 改革任务落地见效
ABSTRACT = re.compile(f"(?:{any_of(names.ABSTRACT)})(?:落地|落实|见效|生效|走深|走实)*$|^事$")
# 5%左右的增长目标: it is spoken of and set elsewhere.
GOAL = re.compile("目标|基础上$")
# 设置了29项指标
DID, DONE, FOR = "了", "已", "为了"
# 约束性指标9项
INDICATORS = "指标"
COMPARING = frozenset("比较")
DIFFERENCE = re.compile(
    "[比较](?:上年|去年|上一?年度)(?:同期|预算|年初|年底)?(?:再|净)?(?:增加|增长|减少|提高|多|少|增|减)"
)
SETTING = re.compile("确定|设定|明确|提出|锚定|围绕")
# 两个 of 甲、乙两个园区 says how many names stand before it
# 街巷中 of 完成12条街巷中8条的整治
AMONG = re.compile("[^、，]{1,6}中的?")
LISTING = re.compile("[、和与及]")
WRITTEN = frozenset("两三四五六七八九")
OBJECT = lazily("(?!以[上下内]|左右)[\u4e00-\u9fff“□]")
# 已建成100个社区食堂, but not 已建成的50个园区
DONE_ALREADY = lazily(f"已经?(?:累计|全部|提前|基本|顺利|先后)?(?:{any_of((*names.VERBS, '完成', '新增'))})(?!的)")
# 免费 of 为2万名妇女免费筛查
SERVICES = words("进行 给予 参加 享受 设置 引入 免费 筛查 体检 救助 资助 减免 解决 配备 落实 投保 代缴 加装 更换 办理")
DELIVERED = lazily(any_of((*names.VERBS, *names.KEPT_VERBS, *SERVICES)))
BENEFICIARY = re.compile("[为向给在对](?:全市|全省|全县|全区)?$")
# 一 of 打造一个平台 is hardly more than an article.
ARTICLE = "一"
ARTICLE_VERBS = re.compile("新建|新增|建成|开展|举办|引进|招引|投用|开工|每|创建|争创|组织|新")
FINISHING = frozenset({"完成", "办好", "建成", "办成", "新增", "创建"})
OPENING_VERBS = lazily(f"(?:{any_of((*names.DELIVERIES, *names.FURTHERING, *names.FILLERS))})*+")
RATIOS = frozenset({SHARE, POINTS, TIMES})


def promised(figures: list[Figure]) -> list[Figure]:
    """The figures of a clause that commit to something; a member of a list follows the one before it."""
    kept: list[Figure] = []
    first, is_declined = figures[0], False
    for figure in figures:
        if AMONG.fullmatch(figure.noun):
            continue
        if figure is first or not figure.noun or figure.lead.before.strip():
            is_declined = is_described(figure)
        if not is_declined:
            kept.append(figure)
    return kept


def is_described(figure: Figure) -> bool:
    """Tell whether a figure before its noun belongs to a matter that is only furthered, used or named."""
    before, noun = figure.lead.before, figure.noun
    if (DID in before or DONE in before) and is_past(before):
        return True
    if INDICATORS in before and is_indicator(figure):
        return True
    if figure.clause.surface[figure.quantity.start] in WRITTEN and counts_names(figure):
        return True
    if before[:1] in COMPARING and is_difference(figure, before):
        return True
    if (not noun or noun.isspace()) and figure.clause.surface[figure.quantity.start] != ARTICLE:
        return False
    return (
        is_covered(figure, noun)
        or is_goal(figure, before, noun)
        or is_article(figure, before)
        or is_furthered(figure, before, noun)
        or is_abstract(figure, noun)
    )


def is_covered(figure: Figure, noun: str) -> bool:
    """20户以上自然村网络全覆盖: the coverage is promised, of all that are so large."""
    return bool(figure.mark) and "全覆盖" in noun


def is_past(before: str) -> bool:
    """已建成公园30个，设置了29项指标"""
    before = before.rstrip()
    return (before.endswith(DID) and not before.endswith(FOR)) or DONE_ALREADY.search(before) is not None


def is_indicator(figure: Figure) -> bool:
    """预期性指标19项"""
    is_named = figure.clause.surface.endswith(INDICATORS, figure.lead.start, figure.lead.end)
    return is_named and figure.quantity.dimension is COUNT


def counts_names(figure: Figure) -> bool:
    """建设甲、乙两个园区: as many as are named before it; in figures (2个) it is printed as an amount."""
    quantity, lead, surface = figure.quantity, figure.lead, figure.clause.surface
    if quantity.dimension is not COUNT or lead.predicate or not lead.has_subject or figure.mark:
        return False
    if quantity.end >= figure.clause.end or not OBJECT.match(surface, quantity.end):
        return False
    return len(LISTING.findall(surface, lead.start, lead.end)) == quantity.value - 1


def is_difference(figure: Figure, before: str) -> bool:
    """赤字规模5.6万亿元，比上年增加1.6万亿元: the amount itself was told."""
    return figure.quantity.dimension not in RATIOS and DIFFERENCE.fullmatch(before) is not None


def is_goal(figure: Figure, before: str, noun: str) -> bool:
    """确定5%左右的增长目标，在已有100个的基础上"""
    is_spoken_of = not figure.lead.has_subject or SETTING.search(before) is not None
    return is_spoken_of and GOAL.search(noun) is not None


def is_article(figure: Figure, before: str) -> bool:
    """打造一个平台, but 每学期开展一次讲座"""
    quantity = figure.quantity
    is_one = figure.clause.surface[quantity.start] == ARTICLE and quantity.value == 1
    return is_one and not figure.mark and not ARTICLE_VERBS.search(before)


def is_furthered(figure: Figure, before: str, noun: str) -> bool:
    """推进10项重点改革; a comparator, a share or a result (100个项目开工) makes it a target all the same."""
    if not noun.strip() or figure.mark or figure.quantity.dimension in RATIOS:
        return False
    if noun.startswith(MEANT_FOR):
        return False
    if comparator_of(figure.lead, "") != "=":
        return False
    if BENEFICIARY.search(before):
        end = min(figure.clause.end, figure.noun_start + LONGEST)
        return not DELIVERED.search(figure.clause.surface, figure.noun_start, end)
    found = governing_verb(figure)
    verb = found[0] if found else ""
    if verb in DELIVERIES and verb not in FURTHERING:
        return False
    return verb.startswith("加快") or not RESULT.search(noun)


def is_abstract(figure: Figure, noun: str) -> bool:
    """实施十项举措"""
    if figure.mark or figure.quantity.dimension is not COUNT or not ABSTRACT.search(noun):
        return False
    verb = governing_verb(figure)
    is_done = verb is not None and verb[0] in FINISHING
    return not is_done and comparator_of(figure.lead, "") == "="


def governing_verb(figure: Figure) -> re.Match[str] | None:
    """The verb that a figure depends on: 建设 of 加快建设4个风貌区, 推动 of 推动甲园等100个项目开工."""
    surface, start, end = figure.clause.surface, figure.lead.opening, figure.quantity.start
    if surface.endswith("等", start, end):
        end = match_end(OPENING_VERBS, surface, start, end)
    last = None
    for verb in VERB.finditer(surface, start, end):
        last = verb
    return last

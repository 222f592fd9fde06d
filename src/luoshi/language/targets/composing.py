"""Figures with their metrics: what a list, a share of a name or an omission leaves to be completed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from luoshi.language.lexicon import comparators as words
from luoshi.language.lexicon.measures import MONEY, SHARE
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan
from luoshi.language.targets import naming
from luoshi.language.targets.figures import Figure, find_figures
from luoshi.language.targets.filters import VERB, governing_verb, promised
from luoshi.language.targets.leads import CHANGING, Lead, change_of
from luoshi.language.targets.told import find_told, is_told

# 总投资 is of what stands before, and not new.
TOTAL = re.compile("总|年|平均|累计|完成")
# 超10亿元企业 after 进出口额超亿元企业
ELLIPTIC = re.compile("^(?:超过|超|达到|达|突破)")
EXCEEDING = re.compile("^(?P<head>[^超达突]{0,30}+)(?:超过|超|达到|达|突破)[^的元]{0,12}元(?:以上)?(?P<tail>的?.*)$")
# 10亿元以上企业 after 产值5亿元以上企业
SIZED = re.compile("(?P<head>[^0-9]{1,30})[0-9.]{1,8}[万亿]?元")
SIZED_ALONE = re.compile("[0-9.]{1,8}[万亿]?元")
# 总产量 after 粮食播种面积 is of 粮食
YIELD = re.compile("总?(?:产量|产值)|单产")
# What a member of a list begins with when it leaves something out
SHORTENED = re.compile("|".join(each.pattern for each in (naming.RANKED, YIELD, ELLIPTIC, SIZED_ALONE)))
PLANTED = re.compile("(?P<crop>.{1,20}?)(?:播种|种植|养殖|经营)?面积$")
ATTRIBUTIVE = re.compile("^(?:以上)?的|^余")
CHANGE = re.compile(f"(?:{any_of(words.CHANGES)})$")
# 行动 of 实施农村公路提升行动，新建6000公里
CAMPAIGN = re.compile(
    "(?:新一轮|第.轮)?(?P<topic>[^，]*?)(?:建设|提升|改造|攻坚|专项|培育)*(?:行动|工程|计划|任务|制度)?$"
)
# 对单村水站进行改造
TREATED = re.compile("对(?:全省|全市|全县|全区)?(?:所有)?(?P<object>[^，]+?)进行(?P<work>[^，]+)$")
# 和 of 纲要和28个专项规划, whose 要 alone is taken for an adverb
BESIDE = frozenset({"和", "及", "与", "以及"})
# 升级改造 of 农村幸福院升级改造50家 has its own verb.
RATE = "率"
WORKED_ON = ("改造", "升级", "提升", "修缮")
# How far back the clause before is read for what a figure is of.
REACH = 40
CLAUSE_MARK = re.compile("[，,。；;：:\n]")
# These say nothing without an object: 完成2000座; 开行1670列 does.
BLANK_VERBS = frozenset(
    {"", "完成", "实施", "建成", "建设", "新建", "新（改）建", "新(改)建", "改造", "新增", "新改建", "提升", "打造"}
)


@dataclass(slots=True)
class Named:
    """A figure with its metric; `text[start:end]` is its quote, `lead` what compares it (shared in a list)."""

    figure: Figure
    lead: Lead
    metric: str
    start: int
    end: int


def find_named(text: str) -> list[Named]:
    """Return the figures that commit to something, each once for every metric it holds for."""
    clauses = find_figures(text)
    told = find_told(text) if clauses else ()
    found: list[Named] = []
    last: Named | None = None
    for figures in clauses:
        if told and is_told(told, figures[0].quantity.start):
            continue
        named: list[Named] = []
        for group in _groups(promised(figures)):
            if last and last.figure.clause.sentence != group[0].clause.sentence:
                last = None
            named += _named(text, group, last)
            last = named[-1] if named else last
        found += _ranked(named) if len(named) > 1 else named
    return found


def _groups(figures: list[Figure]) -> list[list[Figure]]:
    """Figures that stand in one list behind one name: 60亿元、40亿元、50亿元."""
    if len(figures) == 1:
        return [figures]
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and _continues(groups[-1][-1], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _continues(before: Figure, figure: Figure) -> bool:
    is_bare = not figure.noun and not before.noun and not figure.lead.before.strip()
    return is_bare and _is_of_one_kind(before.quantity, figure.quantity)


def _is_of_one_kind(before: QuantitySpan, quantity: QuantitySpan) -> bool:
    """650元、5000元/年: of one list, though the second is told by the year."""
    is_money = before.dimension is MONEY and quantity.unit.startswith(f"{before.unit}/")
    return before.dimension is quantity.dimension or is_money


def _named(text: str, group: list[Figure], last: Named | None) -> Iterable[Named]:
    first = group[0]
    start, end = naming.subject_of(first, text)
    if len(group) > 1 or naming.JOINED.search(first.clause.surface, start, end):
        return _listed(text, group, (start, end), last)
    one = _single(text, first, (start, end), last)
    return (one,) if one.metric else ()


def _listed(text: str, group: list[Figure], place: tuple[int, int], last: Named | None) -> Iterator[Named]:
    """The figures of a list, or one figure of a list of names."""
    first, (start, end) = group[0], place
    count = len(group) if len(group) > 1 else None
    members = naming.members_of(text, first.clause.surface, start, end, count)
    if len(members) == len(group) > 1:
        for figure, metric in zip(group, members, strict=True):
            yield Named(figure, first.lead, metric, start, group[-1].noun_start)
    elif len(group) == 1 and len(members) > 1 and _is_distributed(first, members):
        yield from (Named(first, first.lead, metric, start, first.noun_start) for metric in members)
    elif len(group) > 1 and (owners := naming.owners_before(first, text, len(group))):
        for figure, owner in zip(group, owners, strict=True):
            yield Named(figure, first.lead, owner + text[start:end], figure.quantity.start, figure.noun_start)
    else:
        one = _single(text, first, (start, end), last)
        if one.metric:
            yield one
            for each in group[1:]:
                yield replace(one, figure=each, start=each.quantity.start, end=each.noun_start)


def _is_distributed(figure: Figure, members: list[str]) -> bool:
    """旅游人数、收入均增长8%; a change holds for each member of a list by itself."""
    is_list = "、" in figure.clause.surface[figure.lead.start : figure.lead.end]
    is_change = bool(change_of(figure.lead)) or CHANGE.search(members[-1]) is not None
    is_rates = is_list and figure.quantity.dimension is SHARE and _are_rates(figure)
    return bool(figure.lead.distributor) or is_rates or (is_list and is_change)


def _are_rates(figure: Figure) -> bool:
    """面商率、答复率100%, but not 建议、提案办结率100%, which is one"""
    members = figure.clause.surface[figure.lead.start : figure.lead.end].split("、")
    return all(member.endswith(RATE) for member in members)


def _single(text: str, figure: Figure, place: tuple[int, int], last: Named | None) -> Named:
    start, end = place
    subject = text[start:end]
    noun = figure.noun and ATTRIBUTIVE.sub("", text[figure.noun_start : figure.end].strip())
    if figure.noun and figure.lead.predicate.strip().removeprefix("要") in BESIDE:
        # 编制规划纲要和28个专项规划: the outline is not one of them
        return Named(figure, figure.lead, _of_noun(text, figure, noun, last), figure.quantity.start, figure.end)
    if noun and (not subject or _is_open(figure)):
        metric = subject + noun if subject else _of_noun(text, figure, noun, last)
        return Named(figure, figure.lead, metric, start if subject else _verb_start(figure), figure.end)
    if subject:
        return Named(figure, figure.lead, _whole(text, subject, figure, last), start, figure.noun_start)
    begin = min(_verb_start(figure), figure.lead.end)
    return Named(figure, _changing(figure, last), _inherited(text, figure, last), begin, figure.noun_start)


def _changing(figure: Figure, last: Named | None) -> Lead:
    """增长5%，力争达到6%: what was to grow is to grow by more."""
    is_share = last is not None and {last.figure.quantity.dimension, figure.quantity.dimension} == {SHARE}
    if last is None or not is_share or change_of(figure.lead):
        return figure.lead
    word = words.RISES[0] if change_of(last.lead) == "up" else words.FALLS[0] if change_of(last.lead) else ""
    return replace(figure.lead, predicate=word + figure.lead.predicate)


def _is_open(figure: Figure) -> bool:
    """Whether the words before leave the noun behind to complete them: 光网覆盖90%以上的行政村, 省里部署的13项事项."""
    before = figure.lead.before.rstrip()
    verb = governing_verb(figure)
    ends_in_verb = verb is not None and verb.end() == figure.lead.opening + len(before)
    return (
        ends_in_verb
        or before.endswith("的")
        or (figure.quantity.dimension is SHARE and not figure.lead.predicate.strip())
    )


def _of_noun(text: str, figure: Figure, noun: str, last: Named | None) -> str:
    """新增5000张床位 is of 新增床位; in a list the verb of the first holds for all."""
    before = figure.lead.before
    if before.endswith("等") and noun in naming.GENERIC:
        verb = governing_verb(figure)
        return text[verb.end() if verb else figure.lead.opening : figure.quantity.start] + noun
    verb_kept = naming.last_kept_verb(figure, text)
    if not before.strip() and last and last.figure.clause is figure.clause:
        verb_kept = naming.kept_verb(last.metric)
    return noun if noun.startswith(verb_kept) else verb_kept + noun


def _whole(text: str, subject: str, figure: Figure, last: Named | None) -> str:
    """Add what a later member of a list leaves out, or the stage that tells what is counted."""
    if naming.OTHERS in subject and (stage := naming.stage_of(figure, text, subject)):
        return stage + subject
    if last is None:
        return naming.full_name(subject)
    return _completed(subject, last.metric) or _verb_of_list(subject, figure, last) + subject


def _completed(subject: str, before: str) -> str:
    """省级5家, 超10亿元企业达到15家, 总产量8万吨 with what the metric before has; empty where nothing is left out."""
    if not SHORTENED.match(subject):
        return ""
    if naming.RANKED.match(subject):
        return subject + naming.RANK.sub("", naming.without_verbs(before))
    planted = PLANTED.match(before) if YIELD.fullmatch(subject) else None
    if planted:
        return planted["crop"] + subject
    exceeding = EXCEEDING.match(before) if ELLIPTIC.match(subject) else None
    if exceeding:
        return exceeding["head"] + subject + (exceeding["tail"].removeprefix("的") if subject.endswith("的") else "")
    sized = SIZED.match(before) if SIZED_ALONE.match(subject) else None
    return sized["head"] + subject if sized else ""


def _verb_of_list(subject: str, figure: Figure, last: Named) -> str:
    """新增 of 新增学位3万个、床位2万张, for what names no verb of its own."""
    is_listed = figure.lead.opening == figure.lead.start and last.figure.clause is figure.clause
    if not is_listed or subject.endswith(WORKED_ON) or VERB.match(subject) or TOTAL.match(subject):
        return ""
    pair = {last.figure.quantity.dimension, figure.quantity.dimension}
    if len(pair) > 1 and pair & {*CHANGING, MONEY}:
        return ""
    return naming.kept_verb(last.metric)


def _inherited(text: str, figure: Figure, last: Named | None) -> str:
    """增长8%以上 speaks of what was named before; 投用8所 of the same with its own verb; 开行1670列 of itself."""
    verbs = naming.verbs_of(figure, text)
    if last is not None and (not verbs or last.figure.quantity.unit == figure.quantity.unit):
        is_same = not verbs and "累计" not in figure.lead.predicate
        return last.metric if is_same else verbs + naming.without_verbs(last.metric)
    if verbs not in BLANK_VERBS or figure.clause.sentence < 0:
        return verbs
    return naming.kept_verb(verbs) + _topic(text, figure)


def _topic(text: str, figure: Figure) -> str:
    """What the clause before is about: 农村公路 of 实施农村公路提升行动，新建6000公里."""
    end = figure.clause.start - 1
    if end < 1 or text[end] in "。；;\n":
        return ""
    window = text[max(end - REACH, 0) : end]
    marks = list(CLAUSE_MARK.finditer(window))
    clause = window[marks[-1].end() :] if marks else window
    treated = TREATED.search(clause)
    if treated:
        return treated["object"] + treated["work"]
    found = CAMPAIGN.match(naming.opened(clause))
    return found["topic"] if found else ""


def _verb_start(figure: Figure) -> int:
    """Where the quote of a figure before its noun begins: at its verb, or at 每学期 or the examples without one."""
    verb = governing_verb(figure)
    per = naming.PER.search(figure.clause.surface, figure.lead.opening, figure.quantity.start)
    begin = (
        verb.start() if verb else figure.lead.opening if figure.lead.before.endswith("等") else figure.quantity.start
    )
    return min(begin, per.start()) if per else begin


def _ranked(named: list[Named]) -> list[Named]:
    """Give 6个世界级、7个国家级、9个区域级产业集群 the noun that only the last prints."""
    done, tail = list[Named](), ""
    for one in reversed(named):
        noun = one.figure.noun
        is_short = naming.RANKED.match(noun) is not None
        tail = tail if is_short else naming.RANK.sub("", noun) if naming.RANK.match(noun) else ""
        done.append(replace(one, metric=one.metric + tail) if is_short else one)
    return done[::-1]

"""The words before a figure: 力争规上工业总产值突破 is an opening, what is counted, and a comparison."""

import re
from dataclasses import dataclass
from functools import lru_cache

from luoshi.language.lexicon import comparators as words
from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.measures import AGE, MONEY, POINTS, RATE, SHARE, TIMES
from luoshi.language.lexicon.words import any_of, initials
from luoshi.language.quantities import QuantitySpan
from luoshi.language.targets.patterns import ending, ending_length, match_end
from luoshi.language.targets.surface import COVER

# No more than this is read before a figure; no clause of the genre is as long.
LONGEST = 200
CHANGING = frozenset({SHARE, POINTS, TIMES, RATE})
MARKS = {word: sign for sign, listed in words.AFTER.items() for word in listed} | {"内": "≤"}
PREFIXES = {word: sign for sign, listed in words.BEFORE.items() for word in listed}
PREFIX = re.compile(any_of(PREFIXES))
# 高于 of 高于全市2个百分点, but not of 不高于
CHANGE = re.compile(f"(?<!不)(?:{any_of((*words.RISES, *words.FALLS))})")
# 降到 and 提高至 reach a level, they are no change.
REACH = re.compile(any_of(words.BEFORE["="]))

# 一季度, 到2025年, 6月底前, 较2020年, 比上年, 由56%, 12类, 每人每月 at the end of a passage, read backwards
TIME = r"""
      (?:前|内|止)? (?:底|末|初|份)?
      (?: 年[0-9]{4} | 月[0-9]{1,2} | 度季[一二三四] | 年半[上下] | 年[今明去上本当全]
        | 期同(?:年[上去])? | 末期 | 底年 )
      (?:到|至|在|于|较|比|前)?
    | [0-9.%％亿万元个家户所项座条支只]{1,12} [由从]
    | [类批种大] [0-9一两二三四五六七八九十]{1,4}
    | [月年天日次]每 (?:[人户亩]每)? | 人[千万]每 | [人户亩]每
    | [来内] 年 [一二三四五六七八九十两0-9]{1,2} [未]?
"""
PREDICATE = ending((*PREFIXES, *words.ADVERBS, " "), TIME)
CHANGING_PREDICATE = ending((*PREFIXES, *words.ADVERBS, *words.RISES, *words.FALLS, "的", " "), TIME)
# 标准再提高30元; what 增加 or 减少 says of money is an amount that is done.
RAISING_PREDICATE = ending(
    (*PREFIXES, *words.ADVERBS, "提高", "提升", "再增加", "上调", "下调", "调增", "调减", "降低", "降", " "), TIME
)
RATIOS = frozenset({SHARE, TIMES})
PATTERNS = {**dict.fromkeys({*CHANGING, AGE}, CHANGING_PREDICATE), MONEY: RAISING_PREDICATE}
# 6月底前, 到2030年, for verbose patterns
SCHEDULED = r"""
    (?:到|至|在|于)?
    (?: [今明后本当]年(?:[0-9]{1,2}月)? | [0-9]{4}年
      | [0-9]{1,2}月(?:份|底)? | [一二三四]季度 | [上下]半年 | 年底 | 月底 )
    (?:底|末|初)? (?:前|内|以前)?
"""
# 力争, 6月底前, 推动 at the beginning of a clause
SCHEDULERS = "到至在于今明后本当0-9一二三四上下年月"
OPENERS = initials((*names.FILLERS, *names.MANNERS, *names.VERBS)) + rf"{SCHEDULERS}全我\s:：·"
LEADING = any_of((*names.VERBS, *names.KEPT_VERBS, *names.FILLERS))
OPENING = re.compile(
    rf"""
    (?: (?=[{OPENERS}])
      (?: {SCHEDULED}
      | {any_of(names.FILLERS)}
      | (?:{any_of(names.MANNERS)}) (?=(?:{LEADING})(?!{names.NOUN_ENDINGS}))
      | (?:全[市省县区州旗镇]|我[市省县区]) (?!生产总值|[□“])
      | \s | [:：·]
      | (?:{any_of(names.VERBS)})(?!{names.NOUN_ENDINGS})
        (?: [和、并或及] (?=(?:{any_of(names.VERBS)})(?!{names.NOUN_ENDINGS})) )?
      )
    )*+
    """,
    re.VERBOSE,
)
# 的 of 改造2005年以前建成的院落, but not of 更新的士
OF = re.compile("(?:的(?!士))?")
# 新（改）建 is met with its bracket covered.
KEPT_VERBS = (
    *names.KEPT_VERBS,
    *(re.sub("(?<=[（(])[^）)]+", lambda inner: COVER * len(inner[0]), verb) for verb in names.KEPT_VERBS),
)
VERB = f"(?=[{initials((*names.VERBS, *KEPT_VERBS))}])(?:{any_of((*names.VERBS, *KEPT_VERBS))})"
VERBS_ONLY = re.compile(f"(?:{VERB})*")
# 均 of 收入均增长, but not of 人均 or 均衡
DISTRIBUTOR = re.compile("分别|均(?<![人平日年月亩户地]均)(?!衡)|都(?<!首都)(?![市会])|各(?=$|[超达不突建新])")
# 等 of A、B等10个项目: what stands before it are examples; 平等 and 高等 name something.
LISTED = "等"
NO_LIST = frozenset("平高同初中")
# 对 of 对600户家庭进行改造
PREPOSITIONS = frozenset("为向给对")
# 入冬前对 of 入冬前对2万户设备进行巡检
TOWARDS = re.compile("(?:[^，、]{1,2}前)?[为向给对]")
LAST_OF_NO_NAME = frozenset((LISTED, *PREPOSITIONS, *(verb[-1] for verb in (*names.VERBS, *KEPT_VERBS))))

# 超 of 大型商超 and 村超 compares nothing; of 外商超3万人 it does.
OVER, OVER_NAMES = "超", ("村", "苏", "型商", "区商", "驻商", "入商", "市商", "端商")
# Without one of these there is neither a distributor nor an early comparison.
SHARING = re.compile("[分均都各至最不]")
# 至少 of 至少建成1个中心 compares across its verb.
EARLY = re.compile("(至少|最少|不少于|最多|至多)")
# 压减 of 压减一般性支出5%; 降低…至5% reaches a level.
LOWERED = re.compile(
    "(?:力争|确保|再|平均|将|把|全年|年内)*+(压减|压降|压缩|降低|减少|缩减|缩短|削减|下调)(?=[^到至在])"
)
REACHED = re.compile("[到至]|控制|保持|稳定")
# 不低于低保标准的1.3倍: the bound stands before what the figure is a multiple of
OF_ANOTHER = re.compile("不(?:低于|少于|高于|超过)[^，、]{1,16}的$")


@dataclass(slots=True)
class Lead:
    """`text[start:end]` names what is counted, `predicate` is what stands between it and the figure.

    `opening` is where the words before it began, `before` all of them, quoted passages covered; `distributor` is set
    where one figure holds for each of a list.
    """

    opening: int
    before: str
    start: int
    end: int
    predicate: str
    distributor: str = ""

    @property
    def has_subject(self) -> bool:
        """Whether anything but verbs stands before the figure."""
        return self.start < self.end


def read_lead(surface: str, opening: int, quantity: QuantitySpan) -> Lead:
    """Divide what stands before a figure."""
    stop, dimension = quantity.start, quantity.dimension
    if stop - opening > LONGEST:
        opening = stop - LONGEST
    before = surface[opening:stop]
    end = stop - ending_length(PATTERNS.get(dimension, PREDICATE), before)
    if dimension in RATIOS and before.endswith("的"):
        bound = OF_ANOTHER.search(before)
        end = min(end, opening + bound.start()) if bound else end
    if surface[end : end + 1] == OVER and surface[opening:end].endswith(OVER_NAMES):
        end += 1
    start = match_end(OPENING, surface, opening, end)
    start = match_end(OF, surface, start, end) if opening < start else start
    if start < end and surface[end - 1] in LAST_OF_NO_NAME and _is_no_name(surface, start, end):
        start = end
    distributor, early = "", None
    if SHARING.search(before):
        start, end, distributor = _distributed(surface, start, end, stop)
        early = EARLY.search(surface, opening, end)
    predicate = surface[end:stop]
    if dimension is SHARE and start < end and not REACHED.search(predicate):
        lowered = LOWERED.match(surface, opening, end)
        if lowered:
            early, start = lowered, match_end(OPENING, surface, max(start, lowered.end()), end)
    return Lead(opening, before, start, end, early[1] + predicate if early else predicate, distributor)


def _distributed(surface: str, start: int, end: int, stop: int) -> tuple[int, int, str]:
    """Where the name stands, and the word by which its figure holds for each of a list: 均 of 收入均增长8%."""
    found = DISTRIBUTOR.search(surface, start, stop)
    if found is None:
        return start, end, ""
    if found[0] == "各":
        opened = match_end(OPENING, surface, found.end(), end)
        if opened < end:
            return opened, end, ""
    return start, min(end, found.start()) if found.start() > start else end, found[0]


def _is_no_name(surface: str, start: int, end: int) -> bool:
    """Examples (甲、乙等) and verbs (新增) name nothing."""
    if surface[end - 1] == LISTED:
        return end - start > 1 and surface[end - 2] not in NO_LIST
    return TOWARDS.fullmatch(surface, start, end) is not None or VERBS_ONLY.fullmatch(surface, start, end) is not None


def comparator_of(lead: Lead, mark: str) -> str:
    """The comparison: the word behind the figure decides, then the one before it."""
    return MARKS[mark] if mark else read_predicate(lead.predicate)[0]


def change_of(lead: Lead) -> str:
    """“up” or “down” where the figure is a change (增长, 下降), else nothing."""
    return read_predicate(lead.predicate)[1]


@lru_cache(maxsize=1024)
def read_predicate(predicate: str) -> tuple[str, str]:
    """The comparison that a predicate tells, and the way in which its figure is a change: ("≥", "up")."""
    signs = [PREFIXES[word] for word in PREFIX.findall(predicate)]
    return next((sign for sign in reversed(signs) if sign != "="), "="), _way_of(predicate)


def _way_of(predicate: str) -> str:
    found = CHANGE.findall(REACH.sub("", predicate))
    if not found:
        return ""
    return "down" if found[-1] in words.FALLS else "up"

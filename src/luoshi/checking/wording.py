"""Doubts about what a task says: twice the same, nothing to measure, steps of a target, marks that do not match."""

import re
from collections.abc import Iterable, Iterator

from luoshi.checking.check import PlanCase, PlanCheck, ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.likeness import alike, bare_words
from luoshi.checking.passages import passages
from luoshi.language.lexicon import metrics
from luoshi.language.lexicon.words import any_of
from luoshi.model import Task

_STOPS = "。；！？;!?…"
_CLOSINGS = "”’）)】〕》』」〉"
# 保4争5拼6
_TIERS = re.compile(r"保\d{1,8}(?:\.\d{1,4})?%?(?:[争拼冲夺]\d{1,8}(?:\.\d{1,4})?%?){1,4}")
# 600亿元、400亿元 | 以上
_FIGURE_WITH_UNIT = r"\d[\d.]{0,12}\s?[万亿]{0,2}[\u4e00-\u9fff%％]{0,3}"
# but not 亿元以上项目180个、10亿元 | 以上 | 项目25个, where it is said of the projects
_RANGE = re.compile(
    rf"{_FIGURE_WITH_UNIT}、{_FIGURE_WITH_UNIT}?(?P<bound>以上|以下|以内|左右)(?![\u4e00-\u9fffA-Za-z])"
)
# 农村饮水工程。 | 农贸市场5个。
_NOUN_END = re.compile(
    r"(?:工程|项目|行动|计划|体系|平台|机制|中心|设施|市场|公园|广场|学校|幼儿园|医院|停车场|车位|充电桩|公厕|厕所|床位"
    r"|学位|步道|道路|公路|管网|站点|驿站|场所|食堂)(?:\d[\d.]{0,12}[万]?[\u4e00-\u9fff]{1,3})?(?:以上|左右)?[。；;]?$"
)
# Verbs of the genre, and the signs that only verbs are written with: a noun that has one of them is let be
_VERB = re.compile(
    any_of((*metrics.VERBS, *metrics.KEPT_VERBS, *metrics.DELIVERIES, *metrics.FURTHERING))
    + "|[建改修增扩装换治清种植办设供配送补救查防达免]"
)
_SHOWN = 20
_FIGURE = re.compile(r"\d[\d.]*")
_LIVELIHOOD = "民生实事"
# 建成市特殊教育学校: at the end of the year it stands there or not; 压缩至三级以内, 两个
_VERIFIABLE = re.compile(
    "建成|竣工|完工|开工|投用|投运|启用|通车|贯通|开通|开馆|开园|交付|验收|取消"
    "|[一二两三四五六七八九十百]{1,3}(?:个|所|家|级|座|条|项|处|次|名|批|类|大|件|层|站|栋|套|公里|万)"
)


def _parts(tasks: Iterable[Task]) -> Iterable[list[Task]]:
    """The tasks part by part."""
    parts: dict[str, list[Task]] = {}
    for task in tasks:
        parts.setdefault(task.part, []).append(task)
    return parts.values()


def find_same_promises(case: PlanCase) -> Iterator[Remark]:
    """Two tasks that say nearly the same; where one part repeats much of another, that is how it is made."""
    tasks = case.reading.tasks
    # 设置床位300张 of two projects is no repetition
    texts = [_FIGURE.sub("0", (task.name or "") + task.text) for task in tasks]
    pairs = [(tasks[later], tasks[earlier]) for later, earlier in alike(texts, case.thresholds.likeness)]
    crossing = [pair for pair in pairs if pair[0].part != pair[1].part]
    for task, first in pairs:
        is_usual = len(crossing) > case.thresholds.wording.repeated and task.part != first.part
        if not is_usual and not _is_one_item(task, first):
            same = "一样" if bare_words(task.text) == bare_words(first.text) else "几乎一样"
            yield Remark(f"{label(task)}与{label(first)}文字{same}，请核对是否重复。", task.quote)


def _is_one_item(task: Task, first: Task) -> bool:
    """The lines of one item share its text and are one task."""
    return task.sub is not None and (task.part, task.number) == (first.part, first.number)


def find_same_rows(case: ProgressCase) -> Iterator[Remark]:
    """Two rows with one task; where several units report on one task in rows of their own, that is how it is made."""
    rows = case.reading.rows
    usual = case.thresholds.wording
    pairs = list(alike([_FIGURE.sub("0", row.name) for row in rows], case.thresholds.likeness))
    if len(pairs) > max(usual.repeated, (1 - usual.habit) * len(rows)):
        return
    for row, first in ((rows[later], rows[earlier]) for later, earlier in pairs):
        if row.number != first.number:
            same = "一样" if bare_words(row.name) == bare_words(first.name) else "几乎一样"
            yield Remark(f"{label(row)}与{label(first)}的任务{same}，请核对是否重复。", row.quote)


# ── Content ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def find_immeasurable(case: PlanCase) -> Iterator[Remark]:
    """A livelihood project of which nobody can say that it is done: without figure, date, share or something built."""
    for task in case.reading.tasks:
        if _LIVELIHOOD in task.part and not _has_measure(task):
            yield Remark(f"{label(task)}没有数量也没有时限，年底无从验收，请补上其中一样。", task.quote)


def _has_measure(task: Task) -> bool:
    is_read = task.targets or task.qualitative or task.allocation or task.due
    return bool(is_read) or any(map(str.isdigit, task.text)) or _VERIFIABLE.search(task.text) is not None


def find_tiers(case: PlanCase) -> Iterator[Remark]:
    """保4争5拼6: three figures for one target."""
    for task in case.reading.tasks:
        found = _TIERS.search(task.text)
        if found:
            yield Remark(f"{label(task)}写了几档目标（{found[0]}），没有说明按哪一档考核，请写明。", task.quote)


def find_ambiguous_ranges(case: PlanCase) -> Iterator[Remark]:
    """600亿元、400亿元以上: whether the first is a least one too, nobody knows."""
    for task in case.reading.tasks:
        found = _RANGE.search(task.text)
        if found:
            told = f"{label(task)}的“{found[0]}”没有说清“{found['bound']}”管一个数还是几个数"
            yield Remark(f"{told}，请逐个写明。", task.quote)


def find_verbless(case: PlanCase) -> Iterator[Remark]:
    """农贸市场5个: to be built, or to be put in order? A row of a quota table has its verb in the item's name."""
    for task in case.reading.tasks:
        if _LIVELIHOOD in task.part and not task.allocation and not task.name and _is_verbless(task.text):
            yield Remark(f"{label(task)}“{task.text[:_SHOWN]}”没有动词，不知道要做什么，请补上。", task.quote)


def _is_verbless(text: str) -> bool:
    return bool(_NOUN_END.search(text)) and not _VERB.search(text)


def find_missing_stops(case: PlanCase) -> Iterator[Remark]:
    """A task without a final stop where the others of its part have one."""
    usual = case.thresholds.wording
    for tasks in _parts(case.reading.tasks):
        bare = [task for task in tasks if not _is_stopped(task.text)]
        if len(tasks) >= usual.fewest and len(bare) <= (1 - usual.habit) * len(tasks):
            for task in bare:
                yield Remark(f"{label(task)}末尾“{task.text[-6:]}”之后没有句号，请补上。", task.quote)


def _is_stopped(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSINGS).endswith(tuple(_STOPS)) or not text.strip()


# ── Brackets and quotation marks ─────────────────────────────────────────────────────────────────────────────────────

_OPENING = {"（": "(", "(": "(", "〔": "(", "[": "(", "【": "(", "《": "《", "“": "“", "‘": "‘", "「": "「", "『": "『"}
_CLOSING = {"）": "(", ")": "(", "〕": "(", "]": "(", "】": "(", "》": "《", "”": "“", "’": "‘", "」": "「", "』": "『"}
# （一） and 1） number an item: the second has no opening bracket
_NUMBERED = re.compile(
    r"(?:^|(?<=[\s。；;：:，、]))(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]", re.MULTILINE
)


def find_unbalanced(case: PlanCase) -> Iterator[Remark]:
    """A bracket or quotation mark that is opened and not closed, or closed and not opened."""
    for quote in passages(case.source):
        at = _odd_mark(quote.text)
        if at is not None:
            around = quote.text[max(at - 6, 0) : at + 7].replace("\n", "")
            yield Remark(f"“{quote.text[at]}”没有配对，在“{around}”处，请补上或删去。", quote)


def _odd_mark(text: str) -> int | None:
    """Where the first mark stands that has no partner."""
    numbers = {found.end() - 1 for found in _NUMBERED.finditer(text)}
    opened: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        if char in _OPENING:
            opened.append((_OPENING[char], index))
        elif char in _CLOSING and opened and opened[-1][0] == _CLOSING[char]:
            opened.pop()
        elif char in _CLOSING and index not in numbers:
            return index if not opened else opened[-1][1]
    return opened[-1][1] if opened else None


_TWICE = Rule("L030", "promise-twice", Severity.WARNING, "两项任务的文字一样，或几乎一样（只差数字也算）。")
CHECKS = (
    PlanCheck(_TWICE, find_same_promises),
    ProgressCheck(_TWICE, find_same_rows),
    PlanCheck(Rule("L031", "nothing-to-measure", Severity.INFO, "民生实事没有数量也没有时限。"), find_immeasurable),
    PlanCheck(
        Rule("L032", "tiers-ambiguous", Severity.INFO, "目标写了几档（保4争5拼6），没有说明按哪一档考核。"), find_tiers
    ),
    PlanCheck(Rule("L033", "stop-missing", Severity.WARNING, "别的任务以句号结尾，这一项没有。"), find_missing_stops),
    PlanCheck(
        Rule("L035", "range-ambiguous", Severity.INFO, "几个数后面只有一个“以上”“以内”，没有说清管到哪几个。"),
        find_ambiguous_ranges,
    ),
    PlanCheck(Rule("L036", "verb-missing", Severity.INFO, "民生实事没有动词，不知道要做什么。"), find_verbless),
    PlanCheck(Rule("L034", "marks-unbalanced", Severity.WARNING, "括号、引号、书名号没有配对。"), find_unbalanced),
)

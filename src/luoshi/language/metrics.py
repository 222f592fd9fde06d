"""Metrics in a normal form, so that the same one is found again in another year and in a reply."""

import re
import unicodedata
from functools import lru_cache

from luoshi.language.lexicon import comparators, metrics
from luoshi.language.lexicon.words import any_of
from luoshi.model import Target, TargetKind

SYNONYMS = dict(metrics.SYNONYMS)
SYNONYM = re.compile(any_of(SYNONYMS))
# 生产总值 of 全市生产总值, but of 地区生产总值 only with its 地区
BARE_PRODUCT = re.compile("(?<!地区)(?<!海洋)(?<!文化)生产总值")
# （平台）, “小巨人”, 、
ORNAMENT = re.compile(r"\([^()]*+\)|[\s“”\"'‘’《》「」、,，·的]")
OPENINGS = any_of((*metrics.REGIONS, *metrics.FILLERS, *metrics.MANNERS))
VERBS = any_of((*metrics.VERBS, *metrics.KEPT_VERBS))
HEAD = re.compile(f"(?:{OPENINGS}|(?:{VERBS})(?!{metrics.NOUN_ENDINGS}))*+")
ADVERB = re.compile("新增|同比|全年|累计|年均|年度")
TAIL = re.compile(f"(?:{any_of(('增长', '数量', '总数', *comparators.CHANGES))})$")
# A form is as short as it gets after so many rounds.
ROUNDS = 8

MetricKey = tuple[str, str, TargetKind]


@lru_cache(maxsize=4096)
def normal_metric(metric: str) -> str:
    """Return what a metric is called whoever writes it: without verbs, places, brackets, quotes and adverbs.

    >>> normal_metric("力争全市规模以上工业增加值")
    '规上工业增加值'
    """
    form = metric
    for _ in range(ROUNDS):
        shorter = _shortened(form)
        if shorter == form:
            break
        form = shorter
    return form


def metric_key(target: Target) -> MetricKey:
    """What two targets have in common that are of one metric: its normal form, its base unit and its kind."""
    return normal_metric(target.metric), target.base_unit, target.kind


def _shortened(form: str) -> str:
    bare = ORNAMENT.sub("", unicodedata.normalize("NFKC", form))
    named = SYNONYM.sub(lambda found: SYNONYMS[found[0]], bare)
    named = BARE_PRODUCT.sub("地区生产总值", named)
    for pattern in (HEAD, ADVERB, TAIL):
        # What consists of such words alone (开行) keeps them.
        named = pattern.sub("", named, count=1 if pattern is HEAD else 0) or named
    return named

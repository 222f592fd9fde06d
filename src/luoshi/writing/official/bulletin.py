"""通报 as a letter: how many tasks stand how, who is ahead, who is behind and why, who did not report."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, takewhile
from typing import Final

from luoshi.judgement import JudgedProgress, Verdict
from luoshi.language.days import day_words
from luoshi.letters import Bulletin, Letterhead, Matter, Standing
from luoshi.model import Document
from luoshi.writing.official.headline import break_title
from luoshi.writing.official.letterhead import Fields, head_fields
from luoshi.writing.official.matters import NOT_REPORTED, close_gaps, list_matters, unit_list
from luoshi.writing.official.rendering import render, shipped_template
from luoshi.writing.official.summary import summary_fields, summary_title
from luoshi.writing.words import VERDICTS

_ORDER: Final = (
    Verdict.DONE,
    Verdict.AHEAD,
    Verdict.ON_TRACK,
    Verdict.BEHIND,
    Verdict.QUALITATIVE,
    Verdict.NOT_DUE,
    Verdict.NO_DATA,
)
_GOOD: Final = (Verdict.DONE, Verdict.AHEAD)
_PENDING: Final = (Verdict.QUALITATIVE, Verdict.NO_DATA)
# In a bracket a bracket is another: （发改局〔粮食局〕）
_WITHIN: Final = str.maketrans("（()）", "〔〔〕〕")
# 云泽市2026年重点任务进展情况汇总表（三季度） — what the table is of
_TABLE_WORDS: Final = re.compile(r"(?:汇总|统计|一览|通报)?表(?=(?:[（(][^（）()]{1,20}[)）])?$)")


def compose_bulletin(judged: JudgedProgress) -> Bulletin:
    """A bulletin of a judged table; rows that nobody reported are a class of their own, whatever their verdict."""
    matters = list_matters(judged)
    reported = [matter for matter in matters if matter.reported]
    standings = [Standing(verdict, _of(reported, verdict)) for verdict in _ORDER]
    silent = Standing(None, tuple(matter for matter in matters if not matter.reported))
    return Bulletin(judged.document, (*(each for each in standings if each.matters), silent), judged.as_of)


def write_bulletin(
    judged: JudgedProgress, letterhead: Letterhead, *, with_table: bool = True, template: bytes | None = None
) -> bytes:
    """The bulletin of a judged table as the bytes of a .docx file, the table as its annex.

    Raises `BrokenTemplate`.
    """
    bulletin = compose_bulletin(judged)
    title = _title(judged.document, letterhead.issuer or "")
    annex = summary_fields(judged, letterhead)
    fields = {
        **head_fields(letterhead, title),
        "事项": _subject(judged.document, letterhead.issuer or ""),
        "截至日期": bulletin.as_of and day_words(bulletin.as_of),
        "总数": len(judged.rows),
        "各类": [_class_fields(each, len(judged.rows)) for each in bulletin.standings if each.matters],
        "概况": _overview(bulletin),
        "进展较快": _entries(bulletin, _GOOD),
        "进展滞后": _entries(bulletin, (Verdict.BEHIND,)),
        "有待核实": _entries(bulletin, _PENDING),
        "未填报": _entries(bulletin, (None,)),
        "未填报单位": "、".join(_silent_units(bulletin)),
        "有附表": with_table,
        "附表名称": summary_title(judged.document),
        "附表标题": break_title(summary_title(judged.document)),
        "附表": annex,
    }
    return render(template or shipped_template("bulletin"), fields, title)


def _of(matters: Iterable[Matter], verdict: Verdict) -> tuple[Matter, ...]:
    """The matters of one verdict; those behind with the one farthest behind first."""
    chosen = [matter for matter in matters if matter.judged.verdict is verdict]
    return tuple(sorted(chosen, key=lambda matter: -(matter.judged.depth or Decimal(0))))


def _subject(document: Document, issuer: str) -> str:
    """2026年重点任务三季度进展情况: what the table is of, without the place that the issuer's name tells."""
    title = summary_title(document)
    place = "".join(one for one, other in takewhile(lambda pair: pair[0] == pair[1], zip(title, issuer, strict=False)))
    return _TABLE_WORDS.sub("", title.removeprefix(place))


def _title(document: Document, issuer: str) -> str:
    return f"{issuer}关于{_subject(document, issuer)}的通报"


def _word(verdict: Verdict | None) -> str:
    return VERDICTS[verdict] if verdict else NOT_REPORTED


def _class_fields(standing: Standing, total: int) -> Fields:
    return {
        "类别": _word(standing.verdict),
        "项数": len(standing.matters),
        "占比": f"{100 * len(standing.matters) / total:.1f}%",
        "任务序号": "  ".join(str(number) for number in sorted(matter.number for matter in standing.matters)),
    }


def _overview(bulletin: Bulletin) -> str:
    """已完成2项，达进度14项，欠进度9项（红1项、黄5项、蓝3项），未填报1项"""
    told = []
    for standing in bulletin.standings:
        steps = Counter(matter.judged.step for matter in reversed(standing.matters) if matter.judged.step)
        ladder = "、".join(f"{step}{count}项" for step, count in reversed(steps.items()))
        if standing.matters:
            told.append(f"{_word(standing.verdict)}{len(standing.matters)}项" + (f"（{ladder}）" if ladder else ""))
    return "，".join(told)


def _entries(bulletin: Bulletin, verdicts: Sequence[Verdict | None]) -> list[Fields]:
    matters = chain.from_iterable(each.matters for each in bulletin.standings if each.verdict in verdicts)
    return [
        {
            "序号": matter.number,
            "任务": matter.name.rstrip("。"),
            "单位": unit_list(matter).translate(_WITHIN),
            "说明": close_gaps(matter.judged.why).rstrip("。"),
            "原因": "；".join(matter.causes),
        }
        for matter in matters
    ]


def _silent_units(bulletin: Bulletin) -> list[str]:
    matters = chain.from_iterable(each.matters for each in bulletin.standings if each.verdict is None)
    return list(dict.fromkeys(unit for matter in matters for unit in matter.units or matter.others))

"""Phrases that name a time (6月底前, 到2030年, 汛前, 印发之日起30日内), each with the last day of what it names."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from luoshi.language.days import DAY, GAP, MONTH, YEAR, day_of, month_end, number_of, year_of
from luoshi.language.lexicon import dates as words
from luoshi.language.lexicon.words import any_of, initials

NUMBER = "0-9０-９〇零一二三四五六七八九十"
RANGE = "-—–―~～至到"
# What the first end of a range ends with: 3月 of 3月至6月, 1 of 1-9月.
RANGE_HEADS = "0123456789０１２３４５６７８９〇零一二三四五六七八九十年月日号度底末"
BEFORE = "(?:之|以)?前(?!后|夕|往|来|期|列|沿|三|半|述|置|端|移|提|景)"
# Only these can begin a phrase: told first, for speed.
FIRSTS = initials((*words.RELATIVE_YEARS, *words.EVENTS)) + "自从印发公交下到至第上年“"
# Every phrase holds one of these, the 2 for 2024.12 and 20241231.
SIGN = re.compile("[年月季前内2２]")

PHRASE = re.compile(
    rf"""
    (?=[{NUMBER}{FIRSTS}])
    (?:
    (?P<issue> [自从]?(?:印发|发布|公布|下发|交办)(?:之日)?[起后]                    # 印发之日起30日内
               (?P<count>[0-9０-９]{{1,3}}|[一二三四五六七八九十]{{1,3}}){GAP}
               (?P<unit>个?工作日|日|天|周|个月)[之以]?内 )
    | (?<![0-9０-９.．]) (?P<dotted_year>20[0-9]{{2}})(?P<dot>[-./．])(?P<dotted_month>[0-9]{{1,2}})      # 2024.12
      (?:(?P=dot)(?P<dotted_day>[0-9]{{1,2}}))? (?![0-9年月]) (?P<dotted_mark>{BEFORE})?
    | (?<![0-9０-９.．]) (?P<packed_year>20[0-9]{{2}})(?P<packed_month>[01][0-9])(?P<packed_day>[0-3][0-9])?
      (?![0-9０-９.．年月日]) (?P<packed_mark>{BEFORE})?                                 # 20241231
    | (?P<to>(?<!截)[到至]{GAP})?
      (?: (?<![0-9０-９.．]) (?P<year>{YEAR}){GAP}年度?{GAP} | (?P<relative>{any_of(words.RELATIVE_YEARS)}){GAP} )?
      (?: (?<![{NUMBER}.．正腊第]) (?P<month>{MONTH}){GAP}月份?(?!龄|薪|租|均|报|季|子|球|亮|经)
            (?: {GAP}(?P<day>{DAY}){GAP}[日号] | {GAP}(?P<part>底|末|初|上旬|中旬|下旬) )?
        | (?<![{NUMBER}前]) 第?(?P<quarter>[一二三四1-4１-４]){GAP}季度(?P<quarter_end>末|底)?
        | (?P<half>[上下]半年)(?P<half_end>末|底)?
        | (?<![{NUMBER}几两数多半少青近往去上历]) (?P<year_end>
              (?(year)年?|(?(relative)年?|年)) [底末尾](?![线数层盘色座商部蕴气端位]) | 年度?内 )
        | (?<![{NUMBER}第防]) “?(?P<event>{any_of(words.EVENTS)})”?节?(?={BEFORE})
        | (?(year)|(?(relative)|(?!)))
      )
      {GAP}(?P<mark>{BEFORE}|[之以]?内(?!涝|外|部|容|需|陆|河|环|生|设)|止)?
    )
    """,
    re.VERBOSE,
)  # fmt: skip

# 至6 of “3月至6月”, 1-12 of “2024年1-12月”: the phrase before it opens a range.
RANGE_AFTER = re.compile(rf"{GAP}[{NUMBER}]{{0,2}}{GAP}[{RANGE}]{GAP}[{NUMBER}]")


class Phrase(NamedTuple):
    """`text[start:end]` names a time whose last day is `by` (None where no calendar tells it).

    `is_limit`: its own words make it a limit (前, 底, 内, 到); `is_bare_year`: it names a year and nothing else;
    `is_packed`: it is printed as 2024.12 or 20241231; `is_day`: it names one day; `opens_range`, `ends_range`: it is an
    end of 3月至6月; `is_past`: it prints a year before the document's.
    """

    start: int
    end: int
    by: date | None
    is_limit: bool
    is_bare_year: bool = False
    is_packed: bool = False
    is_day: bool = False
    opens_range: bool = False
    ends_range: bool = False
    is_past: bool = False


def find_phrases(text: str, year: int | None, issued_on: date | None) -> Iterator[Phrase]:
    """Yield the phrases of time; one without a year is of the year named before it in its sentence, or of `year`."""
    base = year if year is not None or issued_on is None else issued_on.year
    carried, last = base, 0
    for match in PHRASE.finditer(text) if SIGN.search(text) else ():
        if text.find("。", last, match.start()) >= 0 or text.find("\n", last, match.start()) >= 0:
            carried = base
        last = match.end()
        named = _named_year(match, base)
        # 2025年3月底前开工、6月底前完工: both are of 2025. 到2027年建成体系，6月底前开工: the second is of this year.
        if named is not None and (not _is_bare_year(match) or RANGE_AFTER.match(text, last)):
            carried = named
        by = _issue_end(match, issued_on) if match["issue"] else _end(match, carried if named is None else named)
        yield _phrase(text, match, by, is_past=bool(named and base and named < base))


def _phrase(text: str, match: re.Match[str], by: date | None, *, is_past: bool) -> Phrase:
    start, end = match.start(), match.start() + len(match[0].rstrip())
    joint = start if match["to"] else start - 1
    ends_range = joint > 0 and text[joint] in RANGE and text[joint - 1] in RANGE_HEADS
    return Phrase(
        match.end("to") if ends_range and match["to"] else start,
        end,
        by,
        is_limit=_is_limit(match) or bool(match["to"] and not ends_range),
        is_bare_year=_is_bare_year(match),
        is_packed=bool(match["dotted_year"] or match["packed_year"]),
        is_day=bool(match["day"]),
        opens_range=RANGE_AFTER.match(text, end) is not None,
        ends_range=ends_range,
        is_past=is_past,
    )


def _is_bare_year(match: re.Match[str]) -> bool:
    finer = ("month", "quarter", "half", "event", "year_end")
    return bool(match["year"] or match["relative"]) and not any(match[name] for name in finer)


def _is_limit(match: re.Match[str]) -> bool:
    limits = ("issue", "mark", "dotted_mark", "packed_mark", "quarter_end", "half_end", "year_end", "event")
    return any(match[name] for name in limits) or match["part"] in {"底", "末"}


def _named_year(match: re.Match[str], base: int | None) -> int | None:
    printed = match["year"] or match["dotted_year"] or match["packed_year"]
    if printed:
        return year_of(printed)
    relative = match["relative"]
    return base + words.RELATIVE_YEARS[relative] if relative and base is not None else None


def _end(match: re.Match[str], year: int | None) -> date | None:
    """Return the last day of what the phrase names in `year`."""
    if match["event"]:
        eve = words.EVENTS[match["event"]]
        return day_of(year, *eve) if eve else None
    month = match["month"] or match["dotted_month"] or match["packed_month"]
    day = match["day"] or match["dotted_day"] or match["packed_day"]
    if day:
        return day_of(year, number_of(month), number_of(day))
    if month:
        part = words.PARTS.get(match["part"] or "")
        return day_of(year, number_of(month), part) if part else month_end(year, number_of(month))
    if match["quarter"]:
        return month_end(year, 3 * (number_of(match["quarter"]) or 0))
    return month_end(year, words.HALVES.get(match["half"] or "", 12))


def _issue_end(match: re.Match[str], issued_on: date | None) -> date | None:
    """Count from the day of issue; working days depend on the holidays that the state sets, so they give no day."""
    count = number_of(match["count"])
    if issued_on is None or count is None or "工作日" in match["unit"]:
        return None
    if match["unit"] == "个月":
        return _months_on(issued_on, count)
    days = count * 7 if match["unit"] == "周" else count
    return issued_on + timedelta(days=days) if (date.max - issued_on).days >= days else None


def _months_on(start: date, count: int) -> date | None:
    """The same day `count` months on, or the last of a month that is too short for it."""
    years, month = divmod(start.month - 1 + count, 12)
    year = start.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))

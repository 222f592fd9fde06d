"""A unit's printed name → what kind of office it is, and which: 市交通局 and 交通运输局 are one and the same."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from luoshi.language.duties.tables import Kind, list_kinds

_BRACKETED = re.compile(r"[(〈<《〔\[［][^)〉>》〕\]］]*[)〉>》〕\]］]")
_NO_NAME = re.compile(r"[“”\"'\s]")
# 市 of 市教育局, and of 市民政局, but not of 市场集团
_LEVEL = re.compile(
    r"(?:全[市县区省]|市(?!场|容|镇|民(?![政宗])|政(?![府法协务管数]))|[县区省州旗盟镇乡](?!街))委?(?!政府|人民政府)(?=.{2})"
)
# 映川市 of 映川市教育局, 青渡区 of 青渡区教育局; a place's government is called by the place alone
_PLACE = re.compile(
    r"(?:[^局办委院会部新]{1,4}[市县省州]|[^局办委院会部新经开高园景社城片小假业范税合]{2,3}区)委?(?!办|政府|人民政府)(?=.{2})"
)
# 国网映川 of 国网映川供电公司
_GRID = re.compile(r"(?:国网|国家电网).{0,4}?(?=供电)|[^市县区供]{2,3}(?=供电公司)")
_ENDING = re.compile(
    r"(?:管理|服务|事业发展)?(?:局|委员会|委|办公室|办|厅|服务中心|中心|分局|支局|部门|署|部|专班|大队|支队|科|站|处|队|总局|专项工作)$"
)
_COMPANY = re.compile(r"(?:控股)?(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$")
# 柳湾新城管委会 and 柳湾新城建设指挥部 are one, 东湖新区管委会 and 东湖指挥部
_ZONE = re.compile(r"(?:新区)?(?:开发)?(?:建设|发展)?(?:管理委员会|管委会|指挥部)(?:办公室)?$")
_LAST_WORDS = {
    "镇": "towns", "乡": "towns", "街道": "towns", "政府": "towns", "园": "zones", "园区": "zones", "开发区": "zones",
    "新区": "zones", "新城": "zones", "管委会": "zones", "指挥部": "zones", "医院": "health", "学校": "education",
    "大学": "colleges", "学院": "colleges", "银行": "finance", "机构": "finance",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """The kinds of office that a unit is, none when its name does not tell; units of one `key` are one unit.

    One that `is_part` does a part of its kind's work, beside the office that does the whole.
    """

    key: str
    kinds: tuple[str, ...] = ()
    is_part: bool = False


@lru_cache(maxsize=4096)
def office_of(name: str) -> Office:
    """The office that bears a printed name; a bracket and 市, 县, 区 before it say nothing of what it does.

    >>> office_of("市交通局") == office_of("交通运输局（民航办）")
    True
    """
    bare = bare_name(name)
    whole = [bare, *(words.sub("", bare, count=1) for words in (_LEVEL, _PLACE, _GRID) if words.match(bare))]
    # The whole name first, as 城市管理局 is no 管理局; a name that is its own key by what is left without 市
    ways = [
        *((find, whole) for find in (_called, _composed)),
        *((find, whole[::-1]) for find in (_company, _ending_so, _holding)),
    ]
    found = (find(core) for find, cores in ways for core in cores)
    return next((office for office in found if office), Office(whole[-1]))


def is_called(name: str) -> bool:
    """Whether the tables have the whole of a name, or its stem: 编办, 新经济局; not what merely ends or sounds so."""
    return _called(name) is not None


def bare_name(name: str) -> str:
    """A name without its bracket, white space and quotation marks, of one width."""
    folded = unicodedata.normalize("NFKC", name)
    return _NO_NAME.sub("", _BRACKETED.sub("", folded)) or folded


# ── The names of the tables ──────────────────────────────────────────────────────────────────────────────────────────


@cache
def _names() -> Mapping[str, Office]:
    """Whole names: 团委, 民航站."""
    found: dict[str, Office] = {}
    for kind in list_kinds().values():
        for name in kind.names:
            found[name] = _joined(found.get(name), kind, name)
        for part in kind.parts:
            for name in part:
                known = found.get(name, Office(part[0], is_part=True))
                found[name] = replace(known, kinds=(*known.kinds, kind.name)) if known.is_part else known
    return found


@cache
def _stems(*, of_companies: bool) -> Mapping[str, Office]:
    """What names are made of: 交通运输 + 局, 水务 + 集团."""
    found: dict[str, Office] = {}
    for kind in list_kinds().values():
        if kind.is_company is of_companies:
            for stem in kind.stems:
                found[stem] = _joined(found.get(stem), kind, stem)
    return found


def _joined(known: Office | None, kind: Kind, name: str) -> Office:
    """A name that stands under several kinds is an office of all of them, and is told from others by the first."""
    if known is None or known.is_part:
        return Office(name if kind.is_several else kind.name, (kind.name,))
    return Office(known.key, (*known.kinds, kind.name)) if kind.name not in known.kinds else known


# ── Ways to tell, the surest first ───────────────────────────────────────────────────────────────────────────────────


def _called(core: str) -> Office | None:
    stem = _ENDING.sub("", core)
    by_stem = _stems(of_companies=False).get(stem) if stem != core else None
    return _names().get(core) or by_stem or (_names().get(stem) if stem != core else None)


def _composed(core: str) -> Office | None:
    """工业商贸局: 工业 + 商贸."""
    stem = _ENDING.sub("", core)
    offices = _parse(stem) if stem != core else ()
    kinds = tuple(dict.fromkeys(kind for office in offices for kind in office.kinds))
    return Office(kinds[0], kinds) if kinds else None


def _parse(stem: str) -> tuple[Office, ...]:
    """The stems that a name is wholly made of, none when something is left over."""
    stems = _stems(of_companies=False)
    reached: dict[int, tuple[Office, ...]] = {0: ()}
    for start in range(len(stem)):
        for end in range(start + 2, len(stem) + 1) if start in reached else ():
            if stem[start:end] in stems and end not in reached:
                reached[end] = (*reached[start], stems[stem[start:end]])
    return reached.get(len(stem), ())


def _company(core: str) -> Office | None:
    stem = _COMPANY.sub("", core)
    if stem == core:
        return None
    known = next((_names()[tail] for tail in _tails(core) if tail in _names()), None)
    stems = _stems(of_companies=True)
    made_of = next((stems[tail] for tail in _tails(stem) if tail in stems), None)
    found = known or made_of
    return Office(core, found.kinds if found else (), is_part=True)


def _ending_so(core: str) -> Office | None:
    """铁路建设指挥部 of a city's name and 铁路建设指挥部; 某某新城管委会."""
    for tail in _tails(core):
        known = _names().get(tail)
        if known:
            is_many = known.is_part or any(list_kinds()[kind].is_several for kind in known.kinds)
            return Office(_ZONE.sub("", core) if is_many else known.key, known.kinds, known.is_part)
    return None


def _holding(core: str) -> Office | None:
    """生态环境局某某分局: the longest stem that stands in the name, else its last word."""
    stem, stems = _ENDING.sub("", core), _stems(of_companies=False)
    inner = [core[start:end] for start in range(len(stem)) for end in range(start + 2, min(len(core), start + 8) + 1)]
    found = max((each for each in inner if each in stems or each in _names()), key=len, default=None)
    if found and stem != core:
        office = stems.get(found) or _names()[found]
        return Office(core, office.kinds, is_part=True)
    last = next((_LAST_WORDS[tail] for tail in _tails(core, shortest=1) if tail in _LAST_WORDS), None)
    return Office(_ZONE.sub("", core) or core, (last,), is_part=last not in {"towns", "zones"}) if last else None


def _tails(core: str, shortest: int = 2) -> Iterator[str]:
    """The ends of a name, the longest first."""
    return (core[start:] for start in range(len(core) - shortest + 1))

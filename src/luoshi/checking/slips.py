"""Names that differ by a slip of the pen: one character, or two of them exchanged."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from luoshi.language.duties.offices import is_called, office_of
from luoshi.language.lexicon import offices
from luoshi.language.lexicon.units import ENDINGS, STRONG_ENDINGS

# 医局, 控集团
_ONE_CHARACTER = re.compile(
    f"(?:{'|'.join(offices.LEVELS)})?[^各本总分该子母{''.join(offices.LEVELS)}](?:局|公司|集团|街道|管委会|银行|政府)"
)
# 市委办, 区政府办公室
_OWN_OFFICE = re.compile("[省市县区州旗盟镇乡]?(?:委|府|政府|党委)(?:办|办公室|办公厅)")
_BLANK = "\0"
# A name of so many characters is not shortened by one of them: 红十会 is 红十字会, but nobody writes 市场管局
_LONG = 5
_LONGEST_INSERTION = 2
# What is longer is no name, and so many names that look alike are no slips of each other
_LONGEST_NAME, _MOST_ALIKE = 40, 8


@lru_cache(maxsize=4096)
def folded_name(name: str) -> str:
    """A name for comparison: brackets of one width, no white space."""
    return folded_text(name)


def folded_text(text: str) -> str:
    """A text in which names stand as `folded_name` gives them."""
    folded = unicodedata.normalize("NFKC", "".join(text.split()))
    return folded.translate(str.maketrans("〈〔[［【《〉〕]］】》", "(((((())))))"))


def cores(name: str) -> Iterator[str]:
    """The name, what is left of it without the words that say whose it is, and what stands before a bracket."""
    yield name
    head, bracket, _ = name.partition("(")
    heads = (name, head) if head and bracket else (name,)
    yield from (
        each.removeprefix(level)
        for each in heads
        for level in offices.LEVELS
        if each.startswith(level) and each != level
    )
    yield from heads[1:]


def is_known(name: str) -> bool:
    """Whether units of this name are found all over the country."""
    return _is_listed(name) or any(is_called(core) for core in cores(name) if core.endswith(STRONG_ENDINGS))


def _is_listed(name: str) -> bool:
    return any(core in offices.KNOWN_NAMES for core in cores(name))


@lru_cache(maxsize=4096)
def are_two_offices(name: str, other: str) -> bool:
    """Whether the two are known to do different work, whatever their letters: 区委编办 and 区委办, 农办 and 外办."""
    one, two = office_of(name), office_of(other)
    return bool(one.kinds and two.kinds) and one.key != two.key and not set(one.kinds) & set(two.kinds)


def is_whole_office(short: str, name: str) -> bool:
    """Whether the shorter name is a government's or a committee's own office: 市委财经办 is not 市委办."""
    return _OWN_OFFICE.fullmatch(short) is not None and "人民政府" not in name


def unjoined(name: str) -> str:
    """The name without what joins its fields: 发展和改革局 and 发展改革局 are one spelling."""
    return "".join(sign for sign in name if sign not in offices.JOINTS)


def patterns(name: str) -> Iterator[str]:
    """What two names share that differ by one slip: each character blanked or left out, each pair exchanged."""
    if len(name) > _LONGEST_NAME:
        return
    for index in range(len(name)):
        yield name[:index] + _BLANK + name[index + 1 :]
        # 城投集团 with a character more is 城投集团 with a blank put in
        yield name[:index] + _BLANK + name[index:]
    yield name + _BLANK
    for index in range(len(name) - 1):
        yield name[:index] + "".join(sorted(name[index : index + 2])) + _BLANK * 2 + name[index + 2 :]


def index_slips(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by what they share with those that differ by one slip."""
    index: dict[str, list[str]] = {}
    for name in names:
        for pattern in patterns(name):
            met = index.setdefault(pattern, [])
            if len(met) < _MOST_ALIKE:
                met.append(name)
    return index


def near_names(name: str, index: Mapping[str, list[str]]) -> list[str]:
    """The indexed names that differ from this one by one slip, in the index's order."""
    found = dict.fromkeys(near for pattern in patterns(name) for near in index.get(pattern, ()))
    return [near for near in found if near != name]


def exchanged(name: str) -> Iterator[str]:
    """The name with two neighbours exchanged, in every way: 税局务 gives 税务局."""
    if len(name) > _LONGEST_NAME:
        return
    for index in range(len(name) - 1):
        if name[index] != name[index + 1] and name[index : index + 2].isalnum():
            yield name[:index] + name[index + 1] + name[index] + name[index + 2 :]


def undoubled(name: str) -> Iterator[str]:
    """The name with one of two neighbours that are the same left out: 邮政政管理局 gives 邮政管理局."""
    for index in range(len(name) - 1):
        if name[index] == name[index + 1]:
            yield name[:index] + name[index + 1 :]


def is_cut(core: str, name: str) -> bool:
    """Whether `core` is a long name without one of its characters, its ending kept: 市场管局 for 市场监管局."""
    if len(name) < _LONG or len(core) != len(name) - 1:
        return False
    return any(core == name[:at] + name[at + 1 :] for at in range(len(name) - 1) if name[at] not in offices.LEFT_OUT)


# 挥指部, 团集: a long ending with two neighbours exchanged
_GARBLED = tuple(garbled for ending in offices.LONG_ENDINGS for garbled in exchanged(ending))


def is_unlike_unit(name: str) -> bool:
    """Whether no unit is called so: 巨川团集 ends as none does, nor does 砚湖挥指部, and 医局 is one character long."""
    if is_known(name):
        return False
    has_ending = name.rstrip(")").endswith((*ENDINGS, *offices.OTHER_ENDINGS))
    return not has_ending or name.endswith(_GARBLED) or bool(_ONE_CHARACTER.fullmatch(name))


def shortened(name: str) -> Iterator[str]:
    """The name without one run of one or two characters: 行政执法局 gives 执法局."""
    if len(name) > _LONGEST_NAME:
        return
    for length in range(1, _LONGEST_INSERTION + 1):
        for start in range(len(name) - length):
            yield name[:start] + name[start + length :]


def bureau_stem(name: str) -> str | None:
    """发改 of 发改局, 发改委 and 发改办; None for what is no bureau that is known."""
    for ending in offices.BUREAU_ENDINGS:
        stem = name.removesuffix(ending)
        if stem != name and len(stem) > 1 and _is_listed(name):
            return stem
    return None


def place_core(name: str) -> str | None:
    """江东 of 江东街道; None for what is no place."""
    for ending in offices.PLACE_ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending)
    return None

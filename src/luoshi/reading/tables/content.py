"""What the cells of a column look like, taken together → how well each field would suit it, whatever it is headed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from luoshi.language.lexicon.commitments import ADDING, DELIVERING, FRAMING, OPENING
from luoshi.language.lexicon.labels import Field
from luoshi.language.lexicon.surnames import DOUBLE_SURNAMES, SURNAMES
from luoshi.language.lexicon.words import any_of
from luoshi.language.names import ends_as_unit, find_names, is_surely_unit
from luoshi.language.people import find_people
from luoshi.reading.passage import tight
from luoshi.reading.tables.shapes import shape_of

_NOTHING = frozenset({"/", "／", "—", "-", "－", "无"})
_NO_PROMISE = frozenset({"通过", "按照", "根据", "结合", "针对", "面向", "发展", "在", "以", "对"})
_VERBS = any_of(sorted({*ADDING, *DELIVERING, *FRAMING, *OPENING} - _NO_PROMISE))
_MORE_VERBS = (
    "编制|组织|确保|力争|实现|保持|争取|建立|召开|印发|新[增签开]|增长|下降|办理|抓|做|加固|清淤|种植|铺设|安装|配备|帮助|选树|压减"
    "|降低|化解|硬化|收储|招录|购置|迁建|淘汰"
)
# 新建幼儿园6所 | 全市新增停车位800个 | ……，完成投资3亿元 | 老旧小区改造12个
_PROMISE = re.compile(
    rf"(?:^|[，。；：、“\s\d.．)）]|全[省市县区年镇])(?:{_VERBS}|{_MORE_VERBS})"
    r"|以[上内下]|左右|达到|控制在|不[低少超高]于?|全覆盖|(?:建设|改造|提升|治理|整治|修复|更新|保障|培育|创建|改革|增长|改扩建)(?:工程|项目|行动|工作|\d|$)"
)
# 已开工4所 | 正在招标 | 截至9月底，累计完成28公里
_DONE = re.compile(
    r"^(?:已|正|正在|截[至止]|目前|累计|今年以来|上半年|\d{1,2}月(?:底|份)?已)|^.{0,14}(?:已经?|正在|尚未|均已|完成率)|完成(?:年度|全年)?(?:计划|目标|任务)的?\d"
)
_MARKS = re.compile("[。；，,;：:]")
_SHORTEST_PROMISE = 5
_LONGEST_UNITS = 80
_LONGEST_NAMES = 60
_SHORT_NAME = 4  # characters: a name of so few begins with no verb (组织股)
_MEAN_PROMISE = 8  # characters: where cells are shorter on the average they are names rather than promises
_SURE_SHARE, _UNIT_SHARE = 0.6, 0.85
_SHORTEST_NAME = 2


@lru_cache(maxsize=256)
def suits(cells: tuple[str, ...], field: Field) -> float:
    """How well a field suits the cells of a column, from 0 to 1; `Field.RESPONSIBLE` stands for units of any role."""
    measure = _MEASURES.get(field)
    return measure(cells) if measure and cells else 0.0


def filled_cells(cells: Iterable[str]) -> tuple[str, ...]:
    """The cells that say something."""
    return tuple(text for cell in cells if (text := cell.strip()) and tight(text) not in _NOTHING)


def _share(cells: Sequence[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, cells)) / len(cells)


def _shape_share(*shapes: str) -> Callable[[Sequence[str]], float]:
    return lambda cells: _share(cells, lambda cell: shape_of(tight(cell)) in shapes)


def _promised_share(cells: Sequence[str]) -> float:
    """The share of cells that promise, less where they are so short that they only name something."""
    length = sum(map(len, cells)) / len(cells)
    return _share(cells, is_promise) * min(1.0, length / _MEAN_PROMISE)


def _is_done(text: str) -> bool:
    return _DONE.search(tight(text)) is not None


def is_promise(text: str) -> bool:
    """Whether a cell says what is to be done, and not what was."""
    bare = tight(text)
    return len(bare) >= _SHORTEST_PROMISE and _PROMISE.search(bare) is not None and not _DONE.search(bare)


def _counted_share(cells: Sequence[str]) -> float:
    """The share of cells whose number goes on counting from the one above, or begins anew."""
    values = [int(cell) if cell.isdecimal() else -1 for cell in (tight(each).rstrip(".．、") for each in cells)]
    pairs = zip(values, [values[0] - 1, *values], strict=False)
    return sum(value >= 0 and value in {above + 1, above, 1} for value, above in pairs) / len(values)


def _unit_share(texts: Sequence[str]) -> float:
    """The share of cells that are lists of units, where most of all their names can be nothing but units'."""
    lists = [_unit_names(text) for text in texts]
    names = [name for each in lists for name in each]
    sure = sum(map(is_surely_unit, names))
    if not names or sure < _SURE_SHARE * len(names) or sum(map(ends_as_unit, names)) < _UNIT_SHARE * len(names):
        return 0.0
    return sum(bool(each) and all(map(ends_as_unit, each)) for each in lists) / len(texts)


@lru_cache(maxsize=256)
def body_share(cells: tuple[str, ...]) -> float:
    """The share of cells whose names all end as those of some body do, be they surely units or not: 组织股, 柳湾村."""
    lists = [_unit_names(text) for text in cells]
    return sum(bool(each) and all(map(ends_as_unit, each)) for each in lists) / len(cells) if cells else 0.0


def _unit_names(text: str) -> tuple[str, ...]:
    """The names that a cell lists; none where it is a sentence or begins with what is to be done (建设养老中心)."""
    if len(text) > _LONGEST_UNITS or "。" in text or (len(text) > _SHORT_NAME and _PROMISE.match(tight(text))):
        return ()
    return tuple(span.name for span in find_names(text))


def is_people(text: str) -> bool:
    """Whether a cell holds people: with their posts, or by a family name and one or two characters more."""
    if len(text) > _LONGEST_NAMES or "。" in text:
        return False
    people = find_people(text)
    return bool(people) and all(
        _is_name(person.name) or (person.post and not is_surely_unit(person.name)) for person in people
    )


def _is_name(name: str) -> bool:
    """Whether a text is made as names of people are, and ends unlike a unit's."""
    is_double = name.startswith(DOUBLE_SURNAMES)
    longest = 4 if is_double else 3
    return _SHORTEST_NAME <= len(name) <= longest and (is_double or name[0] in SURNAMES) and not ends_as_unit(name)


_MEASURES: Final[Mapping[Field, Callable[[Sequence[str]], float]]] = {
    Field.NUMBER: _counted_share,
    Field.FIGURE: _shape_share("number", "figure", "everywhere"),
    Field.DUE: _shape_share("date"),
    Field.RESPONSIBLE: _unit_share,
    Field.LEADER: lambda cells: _share(cells, is_people),
    Field.PROGRESS: lambda cells: _share(cells, _is_done),
    Field.TASK: _promised_share,
}

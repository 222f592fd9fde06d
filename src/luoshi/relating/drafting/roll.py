"""The units of a government: who they are, what they were called before, what kinds of office they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from luoshi.language.duties import Kind, Office, list_kinds, office_of
from luoshi.language.duties.offices import bare_name
from luoshi.model import Plan, Progress, Unit

# A name that stands so often is no slip; names as short as 民政局 and 财政局 are not told apart by a character
_COMMON, _LONG_ENOUGH = 3, 4


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit as the user lists it: its name now, other names, what it does beside what its name tells, its leader."""

    name: str
    aliases: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of the roll under its latest name. `core` is what is its own in its name, empty where nothing is."""

    key: str
    name: str
    kinds: tuple[str, ...] = ()
    is_part: bool = False
    core: str = ""
    duties: tuple[str, ...] = ()
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """Members by their key, in the order of how often they stand in the documents, the commonest first."""

    members: Mapping[str, Member]
    keys: Mapping[str, str] = field(default_factory=dict)

    def key_of(self, name: str) -> str | None:
        """The key of a unit by any of its names, None for one that is not on the roll."""
        key = self.keys.get(bare_name(name)) or office_of(name).key
        return key if key in self.members else None


def call_roll(readings: Sequence[Plan | Progress], listed: Sequence[ListedUnit] = ()) -> Roll:
    """The units that a user lists, else those of earlier documents, else one of every kind of office."""
    if listed:
        return _of_list(listed)
    return _of_readings(readings) if any(map(units_named, readings)) else _of_kinds()


# ── From what the user lists ─────────────────────────────────────────────────────────────────────────────────────────


def _of_list(listed: Sequence[ListedUnit]) -> Roll:
    members: dict[str, Member] = {}
    keys: dict[str, str] = {}
    for unit in listed:
        office = office_of(unit.name)
        # Two units of one key that the user lists are two
        key = office.key if office.key not in members else bare_name(unit.name)
        members[key] = _member(key, unit.name, office, unit)
        keys.update((bare_name(name), key) for name in (unit.name, *unit.aliases))
    return Roll(members, keys)


def _of_kinds() -> Roll:
    return Roll({kind.name: _of_kind(kind) for kind in list_kinds().values()})


def _of_kind(kind: Kind) -> Member:
    return Member(kind.name, kind.label, (kind.name,), is_part=kind.is_company)


# ── From earlier documents ───────────────────────────────────────────────────────────────────────────────────────────


def _of_readings(readings: Sequence[Plan | Progress]) -> Roll:
    """Each unit by its commonest name of the last year that names it."""
    apart = _standing_apart(readings)
    slips = dict(_slips(Counter(bare_name(unit.name) for reading in readings for unit in units_named(reading))))
    keys: dict[str, str] = {}
    names: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for reading in readings:
        for unit in units_named(reading):
            bare = slips.get(bare_name(unit.name), bare_name(unit.name))
            key = keys.setdefault(bare, bare if bare in apart else office_of(unit.name).key)
            names[key][reading.document.year or 0, bare] += 1
    order = sorted(names, key=lambda key: -names[key].total())
    members = {key: _latest(key, names[key]) for key in order}
    keys |= {slip: keys[meant] for slip, meant in slips.items()}
    return Roll(members | _missing(members), keys)


def _slips(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names that stand once, that no table knows whole, and that are one character off a common one: 交通运轮局."""
    common = {blank: name for name, count in counts.items() if count >= _COMMON for blank in _blanks(name)}
    for name, count in counts.items():
        meant = next((common[blank] for blank in _blanks(name) if blank in common), None)
        if meant and count == 1 and _is_odd(name):
            yield name, meant


def _blanks(name: str) -> Iterator[str]:
    """The name with each of its characters blanked; a short name may differ by one and be another's."""
    places = range(len(name) if len(name) >= _LONG_ENOUGH else 0)
    return (f"{name[:place]}\0{name[place + 1 :]}" for place in places)


def _is_odd(name: str) -> bool:
    office = office_of(name)
    return not office.kinds or (office.is_part and office.key == name)


def _missing(members: Mapping[str, Member]) -> dict[str, Member]:
    """Offices that every government has and that no earlier document names, nor another that does their work."""
    present = {kind for member in members.values() for kind in member.kinds}
    return {
        kind.name: _of_kind(kind)
        for kind in list_kinds().values()
        if not (kind.is_several or present & {kind.name, *kind.within})
    }


def _latest(key: str, names: Counter[tuple[int, str]]) -> Member:
    (_, name), _ = max(names.items(), key=lambda each: (each[0][0], each[1]))
    return _member(key, name, office_of(name))


def _standing_apart(readings: Iterable[Plan | Progress]) -> set[str]:
    """Names that mean one office by the tables and stand side by side in one task: here they are two units."""
    apart: set[str] = set()
    for reading in readings:
        for units in _lists(reading):
            together: dict[str, set[str]] = defaultdict(set)
            for unit in units:
                together[office_of(unit.name).key].add(bare_name(unit.name))
            apart.update(name for names in together.values() if len(names) > 1 for name in names)
    return apart


def _lists(reading: Plan | Progress) -> Iterator[tuple[Unit, ...]]:
    yield from (each.units for each in (reading.tasks if isinstance(reading, Plan) else reading.rows))


def units_named(reading: Plan | Progress) -> list[Unit]:
    """Each unit of each task or row of a document, in its order, as often as it stands there."""
    return [unit for units in _lists(reading) for unit in units]


def _member(key: str, name: str, office: Office, listed: ListedUnit | None = None) -> Member:
    is_own = office.is_part or any(list_kinds()[kind].is_several for kind in office.kinds) or not office.kinds
    return Member(
        key,
        name,
        office.kinds,
        office.is_part,
        core=_core(key) if is_own else "",
        duties=listed.duties if listed else (),
        leader=listed.leader if listed else None,
    )


_COMMON_ENDS = (
    "街道办事处",
    "街道",
    "集团",
    "公司",
    "指挥部",
    "管委会",
    "建设办",
    "中心",
    "镇",
    "乡",
    "局",
    "办",
    "委",
    "站",
)
_SHORTEST = 2


def _core(key: str) -> str:
    """柳栅 of 柳栅街道, 映投 of 映投集团: a text that says it names the unit."""
    core = next((key.removesuffix(end) for end in _COMMON_ENDS if key.endswith(end)), key)
    return core if len(core) >= _SHORTEST else ""

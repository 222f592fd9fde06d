"""Errors planted at random places of a drawn city's documents: each planter yields texts with one error in each."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.planting import varied
from tests.planting.varied import City, Promise

Planted = Iterator[str]

# Characters that look like others, none of a unit's name
_STRANGERS = "冶衣孝肓目甲囯杀蓝埸"
_DATES = (
    *("{y}年底前", "{y}年{m}月底前", "{y}年{m}月{d}日前", "到{y}年底", "{y}年内", "{y}年上半年", "{y}年第三季度末前"),
    *("{y}年{m}月前", "{y}年，", "于{y}年{m}月底前", "截至{y}年底", "{y}年12月31日前"),
)
_PAST, _COMING = (2016, 2019, 2021, 2022, 2023, 2024, 2025), (2027, 2028, 2029, 2031, 2032, 2034, 2036, 2062)
_LIMIT = re.compile("(?:[0-9]{1,2}月|年)底前")
_SCALE = re.compile("(?<=[0-9])[万亿](?=[元人美件亩千平标吨剂])")
_CUTOFF = re.compile("截至9月底|1—9月|前三季度|截至目前")
_OLD_CUTOFFS = ("截至6月底", "1—6月", "截至2025年9月底", "上半年", "截至8月底", "截至5月20日", "1—7月", "截至2024年底")
_LATE_CUTOFFS = ("截至11月底", "1—10月", "截至2027年9月底", "截至12月31日", "截至10月20日", "1—12月", "前四季度")


def _slip(chance: random.Random, name: str) -> str:
    """A character of a name replaced, left out, exchanged with the next, or typed twice."""
    at, slips = chance.randrange(len(name) - 1), list[str]()
    slips.append(name[:at] + chance.choice(_STRANGERS) + name[at + 1 :])
    slips.append(name[:at] + name[at + 1 :])
    slips.append(name[:at] + name[at + 1] + name[at] + name[at + 2 :])
    slips.append(name[:at] + name[at] + name[at:])
    return chance.choice([slip for slip in slips if slip != name])


def _printed(chance: random.Random, city: City) -> str:
    return chance.choice((varied.print_marked, varied.print_labelled))(city)


def _with(city: City, index: int, promise: Promise) -> City:
    return replace(city, promises=(*city.promises[:index], promise, *city.promises[index + 1 :]))


def _any(chance: random.Random, city: City) -> Iterator[tuple[int, Promise]]:
    """Tasks by chance, without an end."""
    while True:
        index = chance.randrange(len(city.promises))
        yield index, city.promises[index]


def mistyped(chance: random.Random, city: City) -> Planted:
    """A unit's name mistyped."""
    for index, promise in _any(chance, city):
        names = [*promise.leads, *promise.helpers]
        at = chance.randrange(len(names))
        if not names[at].startswith("各"):
            names[at] = _slip(chance, names[at])
            leads = len(promise.leads)
            changed = replace(promise, leads=tuple(names[:leads]), helpers=tuple(names[leads:]))
            yield _printed(chance, _with(city, index, changed))


def unmarked(chance: random.Random, city: City) -> Planted:
    """The mark of a lead lost."""
    for index, promise in _any(chance, city):
        if len(promise.leads) + len(promise.helpers) > 1:
            names = promise.units().split("、")
            at = chance.randrange(len(promise.leads))
            names[at] = names[at].removeprefix("▲")
            lines = varied.print_marked(city).split("\n")
            lines[index + 1] = lines[index + 1].replace(promise.units(), "、".join(names))
            yield "\n".join(lines)


def doubled(chance: random.Random, city: City) -> Planted:
    """A unit named once more."""
    for index, promise in _any(chance, city):
        helpers = list(promise.helpers)
        helpers.insert(chance.randint(0, len(helpers)), chance.choice((*promise.leads, *helpers)))
        yield _printed(chance, _with(city, index, replace(promise, helpers=tuple(helpers))))


def _renumbered(text: str, number: int, new: int) -> str:
    return re.sub(rf"^{number}(?=[.\t])", str(new), text, count=1, flags=re.MULTILINE)


def misnumbered(chance: random.Random, city: City) -> Planted:
    """A number one too high, that of the task before, or a task left out."""
    for index, _ in _any(chance, city):
        number = min(max(index, 2), len(city.promises) - 2)
        lines = varied.print_marked(city).split("\n")
        yield chance.choice((
            _renumbered(_printed(chance, city), number, number + 1),
            _renumbered(_printed(chance, city), number, number - 1),
            "\n".join(lines[:number] + lines[number + 1 :]),
        ))  # fmt: skip


def _reworded(chance: random.Random, text: str) -> str:
    """The text, or with other figures, or without two of its characters."""
    at = chance.randrange(2, len(text) - 4)
    figures = re.sub("[0-9]+", lambda found: str(int(found[0]) + chance.randint(1, 9)), text)
    return chance.choice((text, figures, text[:at] + text[at + 2 :]))


def promised_twice(chance: random.Random, city: City) -> Planted:
    """The promise of another task."""
    for index, promise in _any(chance, city):
        other = chance.choice([each for each in city.promises if each is not promise])
        yield _printed(chance, _with(city, index, replace(promise, text=_reworded(chance, other.text))))


def _dated(chance: random.Random, text: str, year: int) -> str:
    """A text with a year in its limit, or with a date of that year before any of its clauses."""
    limit = _LIMIT.search(text)
    if limit and chance.random() < 1 / 2:
        return text[: limit.start()] + f"{year}年{limit[0].removeprefix('年')}" + text[limit.end() :]
    words = chance.choice(_DATES).format(y=year, m=chance.randint(1, 12), d=chance.randint(1, 28))
    at = chance.choice([0, *(comma.end() for comma in re.finditer("，", text))])
    return text[:at] + words + text[at:]


def _misdated(chance: random.Random, city: City, years: Sequence[int]) -> Planted:
    for index, promise in _any(chance, city):
        text = _dated(chance, promise.text, chance.choice(years))
        yield _printed(chance, _with(city, index, replace(promise, text=text)))


def outdated(chance: random.Random, city: City) -> Planted:
    """A date of an earlier year."""
    return _misdated(chance, city, _PAST)


def postponed(chance: random.Random, city: City) -> Planted:
    """A date of a year to come."""
    return _misdated(chance, city, _COMING)


def misscaled(chance: random.Random, city: City) -> Planted:
    """万 for 亿, or 亿 for 万."""
    places = [(at, found) for at, each in enumerate(city.promises) for found in _SCALE.finditer(each.text)]
    for index, found in chance.sample(places, len(places)):
        promise = city.promises[index]
        other = "万" if found[0] == "亿" else "亿"
        text = promise.text[: found.start()] + other + promise.text[found.end() :]
        yield _printed(chance, _with(city, index, replace(promise, text=text)))


def miscounted(chance: random.Random, city: City) -> Planted:
    """A quota or a total changed: some more, some less, a digit too many, digits exchanged."""
    lines = varied.print_quotas(city).split("\n")
    while True:
        at = chance.randrange(3, 3 + len(city.quotas))
        cells = lines[at].split("\t")
        place = chance.randrange(2, len(cells) - 1)
        old = int(cells[place])
        new = chance.choice(
            (old + chance.randint(1, 9), max(old - chance.randint(1, 3), 0), old * 10, int(str(old)[::-1]))
        )
        if new != old:
            cells[place] = str(new)
            yield "\n".join([*lines[:at], "\t".join(cells), *lines[at + 1 :]])


# ── Progress tables ──────────────────────────────────────────────────────────────────────────────────────────────────


def _replied(city: City, index: int, *, name: str = "", unit: str = "", text: str = "") -> str:
    old = city.replies[index]
    new = (name or old[0], unit or old[1], text or old[2])
    return varied.print_replies(replace(city, replies=(*city.replies[:index], new, *city.replies[index + 1 :])))


def _any_reply(chance: random.Random, city: City) -> Iterator[tuple[int, tuple[str, str, str]]]:
    while True:
        index = chance.randrange(len(city.replies))
        yield index, city.replies[index]


def miscalculated(chance: random.Random, city: City) -> Planted:
    """A percentage that its figures do not give."""
    for index, (_, _, text) in _any_reply(chance, city):
        found = re.search("([0-9.]+)%", text)
        if found:
            share = float(found[1]) + chance.choice((-1, 1)) * chance.choice((3, 5, 10, 20))
            yield _replied(city, index, text=text[: found.start()] + f"{share:.1f}" + text[found.end(1) :])


def _cut_off(chance: random.Random, city: City, words: Sequence[str]) -> Planted:
    for index, (_, _, text) in _any_reply(chance, city):
        yield _replied(city, index, text=_CUTOFF.sub(chance.choice(words), text, count=1))


def stale(chance: random.Random, city: City) -> Planted:
    """Figures up to a month before the period's end."""
    return _cut_off(chance, city, _OLD_CUTOFFS)


def early(chance: random.Random, city: City) -> Planted:
    """Figures up to a month that is still to come."""
    return _cut_off(chance, city, _LATE_CUTOFFS)


def copied(chance: random.Random, city: City) -> Planted:
    """The reply of another row, or the task of another row, with other figures every other time."""
    for index, row in _any_reply(chance, city):
        other = chance.choice([each for each in city.replies if each is not row])
        name = re.sub("[0-9]+", lambda found: str(int(found[0]) + 3), other[0])
        yield chance.choice((
            _replied(city, index, text=other[2]),
            _replied(city, index, name=other[0]),
            _replied(city, index, name=name),
        ))  # fmt: skip


def misspelled(chance: random.Random, city: City) -> Planted:
    """The unit of a row mistyped."""
    for index, (_, unit, _) in _any_reply(chance, city):
        yield _replied(city, index, unit=_slip(chance, unit))

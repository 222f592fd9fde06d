"""At least nine in ten of the errors planted into clean documents are found, family by family."""

from collections.abc import Callable, Iterator

import pytest

from luoshi.model import Kind
from tests.planting import clean

Planted = Iterator[str]
WANTED = 0.9
# Every so many tasks get an error: enough of them to count, few enough for a short run
STEP = 3
SOME = tuple(enumerate(clean.PLAN))[1::STEP]
# Characters that are put in place of others: none belongs to a name of the clean plan
STRANGERS = "冶衣孝肓"


def totals() -> list[int]:
    return [sum(row) for row in clean.QUOTAS]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (clean.print_plan(clean.PLAN), Kind.PLAN),
        (clean.print_sums(clean.SUMS), Kind.PLAN),
        (clean.print_quotas(clean.QUOTAS, totals()), Kind.PLAN),
        (clean.print_replies(clean.REPLIES), Kind.PROGRESS),
    ],
)
def test_the_clean_documents_give_nothing(text: str, kind: Kind) -> None:
    assert clean.find(text, kind) == frozenset()


def mistyped() -> Planted:
    """One character of a unit replaced, left out, or exchanged with the next."""
    for index, line in enumerate(clean.PLAN):
        name = line.units[1]
        at = index % (len(name) - 1)
        slips = (
            name[:at] + STRANGERS[index % len(STRANGERS)] + name[at + 1 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
        yield clean.changed(index, units=(line.units[0], slips[index % 3], line.units[2]))


def unmarked() -> Planted:
    """The mark of the lead lost."""
    for index, line in SOME:
        yield clean.changed(index, units=[unit.removeprefix("▲") for unit in line.units])


def doubled() -> Planted:
    """A unit once more at the end."""
    for index, line in SOME:
        yield clean.changed(index, units=(*line.units, line.units[index % 3].removeprefix("▲")))


def skipped() -> Planted:
    """A number one too high."""
    for index, _ in SOME:
        yield clean.changed(index, number=index + 2)


def repeated() -> Planted:
    """The number of the task before."""
    for index, _ in SOME:
        yield clean.changed(index, number=index)


def promised_twice() -> Planted:
    """The text of another task, every other time with another figure in it."""
    for index, _ in SOME:
        other = clean.PLAN[(index * 7 + 13) % len(clean.PLAN)]
        figure = str(other.number + 10)
        yield clean.changed(index, text=other.text.replace(figure, "97") if index % 2 else other.text)


def unstopped() -> Planted:
    """The final stop lost."""
    for index, line in SOME:
        yield clean.changed(index, text=line.text.removesuffix("。"))


def unbalanced() -> Planted:
    """A quotation mark or a bracket that is opened and never closed."""
    for index, line in SOME:
        yield clean.changed(index, text=line.text.replace("，", "，“" if index % 2 else "，《", 1))


def misordered() -> Planted:
    """The first of two leads without its mark, or a helper's name set before the others."""
    for index, line in SOME:
        lead, *helpers = line.units
        if index % 2:
            yield clean.changed(index, units=[lead.removeprefix("▲"), f"▲{helpers[0]}", *helpers[1:]])
        else:
            yield clean.changed(index, units=[lead, *reversed(helpers)])


def misdated() -> Planted:
    """A limit of an earlier year, or of one long after."""
    for index, line in SOME:
        year = 2021 + index % 5 if index % 2 else 2037 + index % 7
        yield clean.changed(index, text=f"{year}年{1 + index % 12}月底前{line.text}")


def overcounted() -> Planted:
    """Parts that do not give their total, or one that is more than the whole."""
    for index, line in SOME:
        what = line.text.removesuffix("。")
        parts = "其中乡村90个" if index % 2 else "城区20个、乡村35个，共80个"
        whole = "新增点位70个，" if index % 2 else "新增点位："
        yield clean.changed(index, text=f"{what}。{whole}{parts}。")


def misscaled() -> Planted:
    """万 for 亿, or 亿 for 万, in one figure."""
    for index, (what, much) in enumerate(clean.SUMS):
        wrong = much.replace("亿", "万") if "亿" in much else much.replace("万", "亿")
        yield clean.print_sums([*clean.SUMS[:index], (what, wrong), *clean.SUMS[index + 1 :]])


def reworded() -> Planted:
    """Task texts in the place of others with only a figure changed."""
    for index, _ in SOME:
        yield clean.changed(index, text=clean.PLAN[(index + 7) % len(clean.PLAN)].text.replace("1", "4"))


def misnamed() -> Planted:
    """A name cut to what no unit is called, or with a garbled ending."""
    slips = ("医局", "砚湖团集", "映塔衔道", "青渡挥指部", "云碓限有公司", "控集团")
    for index, line in SOME:
        yield clean.changed(index, units=(*line.units[:2], slips[index % len(slips)]))


def miscounted() -> Planted:
    """A share or a total of the quota table changed."""
    for number, row in enumerate(clean.QUOTAS):
        for place in range(len(row)):
            rows = [list(each) for each in clean.QUOTAS]
            rows[number][place] += 3
            yield clean.print_quotas(rows, totals())
        wrong = [total + 4 * (index == number) for index, total in enumerate(totals())]
        yield clean.print_quotas(clean.QUOTAS, wrong)


def with_reply(index: int, text: str) -> str:
    rows = list(clean.REPLIES)
    rows[index] = (rows[index][0], text)
    return clean.print_replies(rows)


def miscalculated() -> Planted:
    """A percentage three points and more beside what the figures give."""
    for index, (_, text) in enumerate(clean.REPLIES):
        share = text.split("完成率")[1].rstrip("%。")
        yield with_reply(index, text.replace(share, f"{float(share) + 3 + index:.1f}"))


def copied() -> Planted:
    """The reply of another row."""
    for index in range(len(clean.REPLIES)):
        yield with_reply(index, clean.REPLIES[index - 1][1])


def outdated() -> Planted:
    """A cut-off of an earlier or a later month."""
    for index, (_, text) in enumerate(clean.REPLIES):
        yield with_reply(index, text.replace("截至9月底", "截至11月底" if index % 2 else "截至6月底"))


def renumbered() -> Planted:
    """A row's number one too high, or that of the row before."""
    for index in range(1, len(clean.REPLIES)):
        yield clean.with_row(index, number=index + 2 if index % 2 else index)


def renamed() -> Planted:
    """The task of another row, every other time with another figure in it."""
    for index in range(len(clean.REPLIES)):
        other = clean.REPLIES[index - 5][0]
        yield clean.with_row(index, name=other.replace("2", "7") if index % 2 else other)


def misspelled() -> Planted:
    """A row's unit with a character replaced, left out, twice, or exchanged; or the unit itself twice."""
    slips = ("教肓局", "教局", "教育育局", "育教局", "教育局、教育局")
    for index in range(len(clean.REPLIES)):
        yield clean.with_row(index, unit=slips[index % len(slips)])


FAMILIES = [
    (mistyped, {"L001"}, Kind.PLAN),
    (unmarked, {"L010"}, Kind.PLAN),
    (doubled, {"L012", "L013"}, Kind.PLAN),
    (skipped, {"L020"}, Kind.PLAN),
    (repeated, {"L021"}, Kind.PLAN),
    (promised_twice, {"L030"}, Kind.PLAN),
    (unstopped, {"L033"}, Kind.PLAN),
    (unbalanced, {"L034"}, Kind.PLAN),
    (misordered, {"L015"}, Kind.PLAN),
    (misdated, {"L042", "L045"}, Kind.PLAN),
    (overcounted, {"L046"}, Kind.PLAN),
    (misscaled, {"L047"}, Kind.PLAN),
    (reworded, {"L030"}, Kind.PLAN),
    (misnamed, {"L001", "L004"}, Kind.PLAN),
    (miscounted, {"L040"}, Kind.PLAN),
    (miscalculated, {"L062"}, Kind.PROGRESS),
    (copied, {"L063"}, Kind.PROGRESS),
    (outdated, {"L065", "L066"}, Kind.PROGRESS),
    (renumbered, {"L020", "L021"}, Kind.PROGRESS),
    (renamed, {"L030"}, Kind.PROGRESS),
    (misspelled, {"L001", "L004", "L013"}, Kind.PROGRESS),
]


@pytest.mark.parametrize(("plant", "codes", "kind"), FAMILIES, ids=[family[0].__name__ for family in FAMILIES])
def test_nine_in_ten_planted_errors_are_found(plant: Callable[[], Planted], codes: set[str], kind: Kind) -> None:
    found = [bool({code for code, _ in clean.find(text, kind)} & codes) for text in plant()]
    assert sum(found) >= WANTED * len(found), f"{sum(found)} of {len(found)}"

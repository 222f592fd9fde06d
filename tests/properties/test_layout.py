"""Whatever stands on a page, it is arranged without an error, nothing is invented and nothing comes twice."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from luoshi.source.layout.arrangement import arrange
from luoshi.source.layout.shapes import Glyphs, Page, Rule, Rules
from luoshi.source.layout.wire import rows

places = st.floats(-50, 900, allow_nan=False, width=32) | st.integers(0, 80).map(lambda step: step * 10.0)
widths = st.floats(0, 40, allow_nan=False, width=32) | st.just(10.0)
glyphs = st.lists(st.tuples(st.sampled_from("甲乙丙丁123ab（、“ 　"), places, widths, places), max_size=60)
rules = st.lists(st.builds(Rule, places, places, places).filter(lambda rule: rule.low <= rule.high), max_size=14)


def page(number: int, drawn: list[tuple[str, float, float, float]], lying: list[Rule], standing: list[Rule]) -> Page:
    columns = zip(*drawn, strict=True) if drawn else ((), (), (), ())
    characters, left, width, base = columns
    right = [x + w for x, w in zip(left, width, strict=True)]
    return Page(number, 595.0, 842.0, Glyphs("".join(characters), left, right, base), Rules(lying, standing))


@given(st.lists(st.tuples(glyphs, rules, rules), max_size=3))
def test_every_character_of_the_blocks_stands_on_the_pages(
    drawn: list[tuple[list[tuple[str, float, float, float]], list[Rule], list[Rule]]],
) -> None:
    pages = [page(number, *each) for number, each in enumerate(drawn, start=1)]
    given_characters = Counter("".join(page.glyphs.text for page in pages))
    held = [
        text if isinstance(text, str) else "".join(str(cell[-1]) for cell in text) for _, text in rows(arrange(pages))
    ]
    assert Counter("".join("".join(held).split())) <= given_characters


@given(glyphs, rules, rules)
def test_the_cells_of_a_table_never_overlap(
    drawn: list[tuple[str, float, float, float]], lying: list[Rule], standing: list[Rule]
) -> None:
    for _, held in rows(arrange([page(1, drawn, lying, standing)])):
        places = [
            (row, column)
            for cell in (held if isinstance(held, list) else [])
            for row in range(int(cell[0]), int(cell[0]) + int(cell[2]))
            for column in range(int(cell[1]), int(cell[1]) + int(cell[3]))
        ]
        assert len(places) == len(set(places))

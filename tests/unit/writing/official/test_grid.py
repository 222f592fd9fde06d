"""How wide the columns of a printed table are."""

import pytest

from luoshi.writing.official.grid import Box, Grid, Look, balance_heads, has_room, length, share_widths

GOAL = "为老人免费接种疫苗，建成一批服务站。" * 3


@pytest.mark.parametrize("figure", ["1500", "12000", "1.2万"])
def test_a_figure_is_not_cut_in_typefaces_that_are_wider_than_times(figure: str) -> None:
    rows = tuple((Box(text, Look.TEXT), Box(figure), Box(figure)) for text in ("目标", GOAL))
    _, first, second = share_widths(Grid(rows, head=1), 30)
    assert min(first, second) >= 0.65 * len(figure) + 0.8


def crowded(places: int, figure: str) -> Grid:
    """A number, a goal, a quota for each of so many places, and two lists of units."""
    heads = ("序号", "工作目标", *("望湖区" for _ in range(places)), "牵头单位", "配合单位")
    goal, helpers = Box(GOAL, Look.TEXT), Box("财政局、人力社保局、各镇街", Look.TEXT)
    row = (Box("1"), goal, *(Box(figure) for _ in range(places)), Box("卫健委"), helpers)
    return Grid((tuple(Box(head, Look.HEAD) for head in heads), *[row] * 5), head=1)


@pytest.mark.parametrize("figure", ["12", "1500", "14.66万"])
def test_nine_places_leave_room_to_read_the_goals(figure: str) -> None:
    number, goal, *quotas, _, helpers = share_widths(crowded(9, figure), 70)
    assert (number >= 2, goal >= 8, helpers >= 6) == (True, True, True)
    assert min(quotas) >= length(figure) + 0.8


def test_a_table_without_room_shares_what_there_is() -> None:
    assert sum(share_widths(crowded(30, "15000"), 70)) == pytest.approx(70)


@pytest.mark.parametrize(("places", "width", "fits"), [(6, 70, True), (16, 70, False), (16, 94, True), (26, 94, False)])
def test_a_table_has_room_where_its_names_and_goals_can_be_read(places: int, width: float, *, fits: bool) -> None:
    assert has_room(crowded(places, "1500"), width) is fits


def test_a_name_is_whole_or_in_lines_of_like_length() -> None:
    names = ("综合行政执法局", "老有所养", "民政局")
    rows = tuple((Box(str(number)), Box(name), Box(GOAL, Look.TEXT)) for number, name in enumerate(names))
    _, name, _ = share_widths(Grid(rows, head=0), 18)
    assert 4 <= name - 0.8 < 7


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("青渡街道", "青渡\n街道"),
        ("白鹭湖街道", "白鹭湖\n街道"),
        ("经济开发区", "经济\n开发区"),
        ("桃源畲族乡", "桃源畲\n族乡"),
    ],
)
def test_a_heading_is_cut_in_front_of_its_kind(heading: str, lines: str) -> None:
    balanced = balance_heads(Grid(((Box(heading, Look.HEAD),),), head=1), [3.9])
    assert balanced.rows[0][0] == Box(lines, Look.HEAD)

"""How wide the columns of a printed table are."""

import pytest

from luoshi.writing.official.grid import Box, Grid, Look, length, share_widths

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

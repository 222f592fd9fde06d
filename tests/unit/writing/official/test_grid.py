"""How wide the columns of a printed table are."""

import pytest

from luoshi.writing.official.grid import Box, Grid, share_widths


@pytest.mark.parametrize("figure", ["1500", "12000", "1.2万"])
def test_a_figure_is_not_cut_in_typefaces_that_are_wider_than_times(figure: str) -> None:
    rows = tuple((Box(text), Box(figure), Box(figure)) for text in ("目标", "为老人免费接种疫苗，建成一批服务站。" * 3))
    _, first, second = share_widths(Grid(rows, head=1), 30)
    assert min(first, second) >= 0.65 * len(figure) + 1

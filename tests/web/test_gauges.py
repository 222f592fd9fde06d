"""Which of a task's figures its line in the list shows."""

import pytest

from luoshi.web.desk.gauges import TICK, Gauge, weakest

FAR = Gauge("开工率", "28%", verdict="on_track", dot=TICK + 30)
NEAR = Gauge("开工率", "82%", verdict="on_track", dot=TICK + 1)
COUNTED = Gauge("新增学位", "2400个", verdict="on_track", ratio=0.8, expected=0.75)
LATE = Gauge("管网", "40公里", verdict="behind", ratio=0.5, expected=0.75)
LATER = Gauge("水站", "16座", verdict="behind", ratio=0.4, expected=0.75)


@pytest.mark.parametrize(
    ("gauges", "verdict", "shown"),
    [
        ((FAR, NEAR), "on_track", NEAR),
        ((FAR, COUNTED), "on_track", COUNTED),
        ((LATE, LATER, NEAR), "behind", LATER),
        ((FAR, LATE), "done", LATE),
        ((), "on_track", None),
    ],
)
def test_the_figure_that_has_least_to_spare_is_shown(
    gauges: tuple[Gauge, ...], verdict: str, shown: Gauge | None
) -> None:
    assert weakest(gauges, verdict) == shown

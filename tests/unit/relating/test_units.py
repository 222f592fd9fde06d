"""Which printed names mean one unit."""

import pytest

from luoshi.relating.units import are_same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("教育局", "教育局", True),
        ("交通局", "交通运输局", True),
        ("人社局", "人力资源社会保障局", True),
        ("市教育局", "教育局", True),
        ("发改局", "发改局（社建委）", True),
        ("双溪新区指挥部", "双溪新区管委会", True),
        ("教育局", "体育局", False),
        ("财政局", "税务局", False),
        ("建设局", "经信局", False),
        ("水务局", "商务局", False),
        ("局", "教育局", False),
    ],
)
def test_names_of_two_years(*, one: str, other: str, expected: bool) -> None:
    assert are_same(one, other) is are_same(other, one) is expected

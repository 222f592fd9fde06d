"""A user's own list of units."""

from pathlib import Path

import pytest

from luoshi.relating.drafting import UnitsError, read_units

LIST = """
[[units]]
name = "教育局"
aliases = ["教体局"]
duties = ["校外培训"]
leader = "温以宁副市长"

[[units]]
name = "商务局"
"""


def listed(folder: Path, text: str) -> Path:
    path = folder / "units.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_unit_has_its_names_duties_and_leader(tmp_path: Path) -> None:
    first, second = read_units(listed(tmp_path, LIST))
    assert (first.name, first.aliases, first.duties) == ("教育局", ("教体局",), ("校外培训",))
    assert first.leader == "温以宁副市长"
    assert (second.name, second.aliases, second.leader) == ("商务局", (), None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("units = 教育局", "不是 TOML 文件"),
        ("", "没有写单位"),
        ("[[units]]\naliases = []", "第1家单位没有写 name"),
        ('[[units]]\nname = "教育局"\nalias = "教体局"', "“alias”不认识"),
        ('[[units]]\nname = "教育局"\naliases = "教体局"', '教育局 的 aliases 要写成 ["…", "…"] 这样'),
        ('[[units]]\nname = "教育局"\nleader = 3', "leader 要写成一个名字"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UnitsError, match=sentence.replace("[", r"\[").replace("…", ".")):
        read_units(listed(tmp_path, text))


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnitsError, match="打不开单位名单"):
        read_units(tmp_path / "没有.toml")

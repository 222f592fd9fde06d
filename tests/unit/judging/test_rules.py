"""Every threshold is a setting, and a file of settings that cannot be used says what to change."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.judgement import RowVerdict
from luoshi.judging import judge, read_rules
from luoshi.judging.rules import RulesError
from tests.unit.judging.tables import row_of, table_of


def judged_by(tmp_path: Path, settings: str, name: str, reply: str) -> RowVerdict:
    path = tmp_path / "rules.toml"
    path.write_text(settings, encoding="utf-8")
    return judge(table_of(row_of(name, reply)), as_of=date(2026, 9, 30), rules=read_rules(path)).verdicts[0]


@pytest.mark.parametrize(
    ("settings", "name", "reply", "expected"),
    [
        ("[count]\nahead = 5", "新建公园20个", "已建成公园16个。", ("ahead", None)),
        ("[about]\ntolerance = 2", "出口增长8%左右", "出口增长6.5%。", ("on_track", None)),
        ("", "出口增长8%左右", "出口增长6.5%。", ("behind", "蓝")),
        ('ladder = "蓝橙红"', "新建公园20个", "已建成公园12个。", ("behind", "橙·警示")),
        (
            '[[ladders."蓝黄红"]]\nfrom = 0\ncolour = "red"\nword = "晚"',
            "新建公园20个",
            "已建成公园12个。",
            ("behind", "晚"),
        ),
        (
            "[row]\ndone_when_unanswered = false",
            "新建公园20个，改造公厕50座",
            "新建公园22个。",
            ("ahead", None),
        ),
    ],
)
def test_a_setting_changes_what_it_names(
    tmp_path: Path, settings: str, name: str, reply: str, expected: tuple[str, str | None]
) -> None:
    judged = judged_by(tmp_path, settings, name, reply)
    assert (judged.verdict.value, judged.step) == expected


@pytest.mark.parametrize(
    "settings",
    [
        "[count",
        "[counts]\nahead = 5",
        "[count]\nearly = 5",
        '[count]\nahead = "许多"',
        'ladder = "七彩"',
        '[[ladders."蓝黄红"]]\nfrom = 5\ncolour = "red"\nword = "红"',
        "count = 5",
    ],
)
def test_a_file_that_cannot_be_used_says_so(tmp_path: Path, settings: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(settings, encoding="utf-8")
    with pytest.raises(RulesError, match=r"规则|TOML"):
        read_rules(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="打不开"):
        read_rules(tmp_path / "none.toml")


def test_the_steps_begin_where_the_depth_does() -> None:
    rules = read_rules()
    assert [rules.step(Decimal(depth)).word for depth in ("0", "9.9", "10", "30", "80")] == [
        "蓝",
        "蓝",
        "黄",
        "红",
        "红",
    ]

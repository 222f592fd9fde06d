"""Every threshold is a setting, and a file of settings that cannot be used says what to change."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.judgement import RowVerdict
from luoshi.judging import judge, read_rules
from luoshi.rules import RulesError
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
        'ladder = "自定"\n[[ladders."自定"]]\nwhen = "due_soon"\ndays = 9\ncolour = "blue"\nword = "近"',
        'ladder = "自定"\n[[ladders."自定"]]\nwhen = "soon"\ncolour = "blue"\nword = "近"',
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


PRESET = 'ladder = "到期"\n'


@pytest.mark.parametrize(
    ("name", "reply", "expected"),
    [
        # 30 September: due on 20 October, in the year's last days, passed, at the end of the year
        ("10月20日前新建公园20个", "已建成公园19个。", ("not_due", "蓝·临期", "blue")),
        ("12月底前新建公园20个", "已建成公园19个。", ("ahead", None, None)),
        ("新建公园20个", "已建成公园12个。", ("behind", "黄", "yellow")),
        ("6月底前新建公园20个", "已建成公园19个。", ("behind", "红·逾期", "red")),
        ("9月底前新建公园20个", "已建成公园19个。", ("behind", "红·逾期", "red")),
        ("10月20日前新建公园20个", "已建成公园20个。", ("done", None, None)),
        ("10月20日前新建公园20个", "公园正在选址。", ("not_due", "蓝·临期", "blue")),
        ("出口增长8%以上", "出口增长6%。", ("behind", "黄", "yellow")),
    ],
)
def test_a_ladder_of_meanings_warns_of_what_is_due(
    tmp_path: Path, name: str, reply: str, expected: tuple[str, str | None, str | None]
) -> None:
    judged = judged_by(tmp_path, PRESET, name, reply)
    assert (judged.verdict.value, judged.step, judged.colour) == expected


def test_at_the_year_s_end_what_is_not_done_is_overdue_and_shortly_before_due_soon(tmp_path: Path) -> None:
    rows = table_of(row_of("新建公园20个", "已建成公园19个。"))
    path = tmp_path / "rules.toml"
    path.write_text(PRESET, encoding="utf-8")
    days = (date(2026, 11, 30), date(2026, 12, 10), date(2026, 12, 31))
    judged = [judge(rows, as_of=day, rules=read_rules(path)).verdicts[0] for day in days]
    assert [each.step for each in judged] == [None, "蓝·临期", "红·逾期"]
    assert judged[1].why == "19÷20＝95%，序时 94.4%，超 0.6 点，还有 21 天到期。"
    assert judged[2].why == "19÷20＝95%，序时 100%，欠 5 点，已到期。"


def test_of_several_targets_the_gravest_step_is_the_row_s(tmp_path: Path) -> None:
    judged = judged_by(tmp_path, PRESET, "6月底前新建公园20个，改造公厕50座", "已建成公园19个，改造公厕10座。")
    assert [one.step for one in judged.targets] == ["红·逾期", "黄"]
    assert (judged.step, judged.colour) == ("红·逾期", "red")


def test_the_days_of_due_soon_are_a_setting(tmp_path: Path) -> None:
    words = {"due_soon": "近", "behind": "慢", "overdue": "过"}
    steps = "".join(
        f'[[ladders."自定"]]\nwhen = "{when}"\ndays = 10\ncolour = "blue"\nword = "{word}"\n'
        for when, word in words.items()
    )
    own = f'ladder = "自定"\n{steps}'
    assert judged_by(tmp_path, own, "10月20日前新建公园20个", "已建成公园19个。").step is None
    assert judged_by(tmp_path, own, "10月10日前新建公园20个", "已建成公园19个。").step == "近"


def test_the_steps_begin_where_the_depth_does() -> None:
    rules = read_rules()
    assert [rules.step(Decimal(depth)).word for depth in ("0", "9.9", "10", "30", "80")] == [
        "蓝",
        "蓝",
        "黄",
        "红",
        "红",
    ]

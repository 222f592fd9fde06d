"""Every threshold of the checks is a setting, and each changes what is found by the codes that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from luoshi.checking import CHECKS, check_reading
from luoshi.checking.thresholds import DEFAULTS, Thresholds, read_thresholds
from luoshi.model import Plan, Progress, Source
from luoshi.rules import DEFAULTS as FILE
from luoshi.rules import RulesError
from tests.unit.checking.threshold_cases import list_cases

Case = tuple[Plan | Progress, Source, tuple[Plan | Progress, ...]]

# “# 常用的写法要多几倍（L001、L003）。” | “times = 4”
_SETTING: Final = re.compile(r"^(?P<name>[a-z_]+) = ")
_CODE: Final = re.compile(r"L\d{3}")
# As lax and as strict as can be; what is counted is at least one
EXTREMES: Final = (0, 1, 2, 1_000_000)


def list_settings() -> Iterator[tuple[str, str, frozenset[str]]]:
    """The group, the name and the codes of each setting of the checks, as the file has them."""
    group, codes = "", frozenset[str]()
    for line in FILE.read_text(encoding="utf-8").partition("[[ladders")[0].splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line.startswith("# "):
            codes = frozenset(_CODE.findall(line)) or codes
        elif (found := _SETTING.match(line)) and group.startswith("check."):
            yield group.removeprefix("check."), found["name"], codes


SETTINGS: Final = list(list_settings())


def test_every_threshold_stands_in_the_file_with_its_codes() -> None:
    known = {(group.name, each.name) for group in fields(Thresholds) for each in fields(getattr(DEFAULTS, group.name))}
    assert {(group, name) for group, name, _ in SETTINGS} == known
    assert all(codes for _, _, codes in SETTINGS)


@pytest.mark.parametrize(
    ("group", "name", "codes"), SETTINGS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_setting_changes_what_is_found(group: str, name: str, codes: frozenset[str]) -> None:
    is_count = isinstance(getattr(getattr(DEFAULTS, group), name), int)
    settings = (with_setting(group, name, extreme) for extreme in EXTREMES[is_count:])
    assert any(found(case, codes, changed) != found(case, codes, DEFAULTS) for changed in settings for case in cases())


@pytest.mark.parametrize(
    "settings",
    [
        "[check.names]\noften = 2.5",
        "[check.names]\noften = 0",
        '[check.sums]\nnear = "许多"',
        "[check.wording]\nhabit = -1",
        "[check.likes]\na = 1",
    ],
)
def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path, settings: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(settings, encoding="utf-8")
    with pytest.raises(RulesError, match="规则"):
        read_thresholds(path)


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text("[check.names]\noften = 7\n\n[count]\nahead = 5\n", encoding="utf-8")
    assert read_thresholds(path) == with_setting("names", "often", 7)


def with_setting(group: str, name: str, value: int) -> Thresholds:
    """The defaults with one setting changed."""
    changed = getattr(DEFAULTS, group)
    kind = type(getattr(changed, name))
    return replace(DEFAULTS, **{group: replace(changed, **{name: kind(value)})})


def found(case: Case, codes: frozenset[str], thresholds: Thresholds) -> list[tuple[str, str]]:
    """What the checks of these codes find."""
    checks = [check for check in CHECKS if check.rule.code in codes]
    reading, source, earlier = case
    findings = check_reading(reading, source, earlier=earlier, checks=checks, thresholds=thresholds)
    return [(finding.rule.code, finding.flag.message) for finding in findings]


@cache
def cases() -> Sequence[Case]:
    return list(list_cases())

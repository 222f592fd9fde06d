"""The page of checks is what the checks say; codes and names are each given once."""

import re

import pytest
from docs import flags

from luoshi.checking.check import Rule
from luoshi.checking.findings import RULES


def test_the_page_of_checks_is_what_the_checks_say() -> None:
    assert flags.PAGE.read_text(encoding="utf-8") == flags.write_flags(), "python -m docs writes it anew"


def test_every_code_and_every_name_is_given_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_check_is_called_as_checks_are(rule: Rule) -> None:
    assert re.fullmatch(r"L\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    assert rule.description.endswith("。")
    assert rule.description.count("。") == 1

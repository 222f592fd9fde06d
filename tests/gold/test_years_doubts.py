"""Documents of four invented governments that are clean: what is doubted in them is what a clerk would query."""

from pathlib import Path
from typing import Final

import pytest

from luoshi.checking import check_reading
from luoshi.reading import read_source
from luoshi.source import mend, open_source

YEARS: Final = Path(__file__).with_name("years")
# Units under two names: 区应急局 and 区应急管理局, 新经济和科技局 and 新经济科技局
TWO_NAMES: Final = {
    "district/2023.md": 3,
    "district/2024.txt": 2,
    "district/2025.txt": 1,
    "steel/2023.txt": 2,
    "steel/2024.md": 1,
}
DOCUMENTS: Final = sorted(f"{path.parent.name}/{path.name}" for path in YEARS.glob("*/20*"))
# What replies leave open in a progress table is a matter of judging
REPLIES: Final = frozenset(("L068", "L071", "L073"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_but_units_under_two_names_is_doubted_in_a_clean_document(name: str) -> None:
    source = mend(open_source(YEARS / name))
    found = [finding.rule.code for finding in check_reading(read_source(source), source)]
    assert [code for code in found if code not in REPLIES] == ["L002"] * TWO_NAMES.get(name, 0)

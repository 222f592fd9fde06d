"""How far behind or ahead a target is, is one figure: in the reason, on pages, in tables and files."""

import re
from io import StringIO
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from luoshi.judgement import JudgedProgress
from luoshi.judging import judge
from luoshi.model import Format, Source
from luoshi.web.desk.gauges import behind_of, judged_gauges
from luoshi.writing.contract import write_contract
from luoshi.writing.verdicts import list_verdicts, print_verdicts
from tests.properties.test_judging_properties import month_end
from tests.unit.judging.tables import row_of, table_of

# 欠 15.6 点, 差 0.031 点
TOLD: Final = re.compile(r"[欠差超高] (?P<points>[0-9.]+) 点")
MONTHS: Final = st.integers(1, 12)


@given(st.integers(1, 99_999), st.integers(0, 120_000), MONTHS)
@example(100_000, 43_750, 9)
@example(80_000, 35_000, 9)
@example(99_999, 43_750, 9)
@example(30_000, 22_499, 9)
def test_a_count_is_told_alike_everywhere(goal: int, done: int, month: int) -> None:
    told_alike(judge(table_of(row_of(f"新建公园{goal}个", f"完成公园{done}个。")), as_of=month_end(month)))


@given(st.integers(1, 99_999), st.integers(1, 99_999), MONTHS)
@example(31_250, 31_249, 9)
def test_a_level_is_told_alike_everywhere(goal: int, reported: int, month: int) -> None:
    told_alike(
        judge(table_of(row_of(f"绿化率达到{goal / 1000}%", f"绿化率{reported / 1000}%。")), as_of=month_end(month))
    )
    told_alike(judge(table_of(row_of(f"人均收入达到{goal}元", f"人均收入{reported}元。")), as_of=month_end(month)))


def told_alike(judged: JudgedProgress) -> None:
    (row,) = write_contract(judged, Source("", Format.TXT, (), ""))["rows"]
    found = TOLD.search(row["why"])
    (gauge,) = judged_gauges(row)
    (line,) = [dict(zip(list_verdicts(judged).columns, each, strict=True)) for each in list_verdicts(judged).rows]
    if gauge.points:
        assert found
        assert gauge.points[1:-1] == found["points"]
    behind = float(found["points"]) if found and row["depth"] else None
    assert (behind_of(row), line["欠点数"]) == (behind, behind)
    printed = StringIO()
    print_verdicts(judged, "", printed)
    assert behind is None or f"欠 {found['points'] if found else ''} 点" in printed.getvalue()

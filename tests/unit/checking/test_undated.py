"""A table whose head names no period, and the days that its replies name."""

import pytest

from luoshi.checking import check_reading
from luoshi.judging import judge
from luoshi.model import Kind, Progress
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from tests.unit.checking.looking import codes

DATED, UNDATED = "截至2026年9月30日，建成口袋公园9个。", "建成口袋公园9个。"


def found(*texts: str, title: str = "2026年重点工作进展情况汇总表") -> list[tuple[str, str]]:
    lines = [f"{number}\t新建口袋公园12个\t建设局\t{text}" for number, text in enumerate(texts, start=1)]
    table = "\n".join((title, "", "序号\t任务名称\t牵头单位\t进展情况", *lines, ""))
    source = mend(open_bytes(table.encode(), name="table.txt"))
    reading = read_source(source, kind=Kind.PROGRESS)
    assert isinstance(reading, Progress)
    findings = check_reading(judge(reading), source)
    chosen = [finding for finding in findings if finding.rule.code == "L072"]
    return list(zip(codes(chosen), (finding.flag.message for finding in chosen), strict=True))


def test_figures_that_nobody_dates_are_one_doubt() -> None:
    ((code, message),) = found(DATED, UNDATED, UNDATED)
    assert code == "L072"
    assert "第2、3项的数也没有写截至哪一天" in message


@pytest.mark.parametrize(
    ("texts", "title"),
    [((DATED, DATED), "2026年重点工作进展情况汇总表"), ((UNDATED,), "2026年重点工作三季度进展情况汇总表")],
)
def test_the_head_or_the_reply_dates_a_figure(texts: tuple[str, ...], title: str) -> None:
    assert found(*texts, title=title) == []

"""What the plan and the table of the period before tell about a progress table."""

from pathlib import Path

import pytest

from luoshi.checking import check_reading
from luoshi.cli import main
from luoshi.judging import judge
from luoshi.model import Kind, Plan, Progress
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes
from tests.unit.checking.looking import HEAD, LEDGER, codes, progress_table

PARKS = "新建口袋公园12个，新增公共停车位600个"
AGAINST = ("L070", "L078", "L079")


def plan(text: str, *, year: int = 2026) -> Plan:
    printed = f"{HEAD}1.{text}。（责任单位：▲建设局）\n2.修订城市规划条例。（责任单位：▲司法局）\n"
    source = mend(open_bytes(printed.replace("2026", str(year)).encode(), name="plan.txt"))
    reading = read_source(source, kind=Kind.PLAN)
    assert isinstance(reading, Plan)
    return reading


def table(text: str, *, name: str = PARKS, title: str = LEDGER) -> Progress:
    source = mend(open_bytes(f"{title}1\t{name}\t建设局\t{text}\n".encode(), name="table.txt"))
    reading = read_source(source, kind=Kind.PROGRESS)
    assert isinstance(reading, Progress)
    return judge(reading)


def earlier_table(text: str, *, name: str = PARKS) -> Progress:
    return table(text, name=name, title=LEDGER.replace("三季度", "二季度"))


def found(text: str, *earlier: Plan | Progress, name: str = PARKS) -> list[str]:
    progress, source = progress_table([(name, text)])
    findings = check_reading(judge(progress), source, earlier=earlier)
    return [code for code in codes(findings) if code in AGAINST]


@pytest.mark.parametrize(
    ("issued", "now", "expected"),
    [
        (PARKS, PARKS, []),
        (PARKS, "新建口袋公园10个，新增公共停车位600个", ["L070"]),
        (PARKS, "新建口袋公园12个", ["L070"]),
        (f"优化公园布局，{PARKS}", PARKS, []),
        ("建成滨江路北段，完善沿线绿化", "推进滨江路北段，完善沿线绿化", ["L070"]),
        ("深化公园管护改革，建成滨江公园", "深化公园管护改革，建成滨江公园", []),
        ("修建水库", PARKS, []),
    ],
)
def test_a_task_is_told_as_it_was_issued(issued: str, now: str, expected: list[str]) -> None:
    assert found("已新建口袋公园8个，新增公共停车位470个。", plan(issued), name=now) == expected


def test_the_plan_of_another_year_is_let_be() -> None:
    assert found("已新建口袋公园8个。", plan("新建口袋公园20个，新增公共停车位600个", year=2025)) == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("截至6月底，新建口袋公园5个。", "截至9月底，新建口袋公园5个。", ["L078"]),
        ("截至6月底，新建口袋公园5个。", "截至9月底，新建口袋公园8个。", []),
        ("项目正在有序推进。", "项目正在有序推进。", ["L078"]),
        ("新建口袋公园12个，新增公共停车位610个。", "新建口袋公园12个，新增公共停车位610个。", []),
        ("", "项目正在有序推进。", []),
    ],
)
def test_a_reply_is_no_copy_of_the_one_before(before: str, now: str, expected: list[str]) -> None:
    assert found(now, earlier_table(before)) == expected


def test_what_is_finished_needs_no_new_words() -> None:
    text = "滨江路已建成通车。"
    assert found(text, earlier_table(text, name="建成滨江路"), name="建成滨江路") == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("1-6月，新建口袋公园7个。", "1-9月，新建口袋公园6个。", ["L079"]),
        ("1-6月，新建口袋公园7个。", "1-9月，新建口袋公园9个。", []),
        ("1-6月，新建口袋公园7个。", "三季度新建口袋公园3个。", []),
        ("已申报口袋公园9个。", "1-9月，新建口袋公园6个。", []),
    ],
)
def test_a_running_total_never_falls(before: str, now: str, expected: list[str]) -> None:
    assert found(now, earlier_table(before)) == expected


def test_a_table_of_the_same_period_is_none_before() -> None:
    text = "截至9月底，新建口袋公园5个。"
    assert found(text, table(text)) == []


def test_the_latest_table_before_is_compared() -> None:
    first = table("1-3月，新建口袋公园9个。", title=LEDGER.replace("三季度", "一季度"))
    assert found("1-9月，新建口袋公园8个。", first, earlier_table("1-6月，新建口袋公园7个。")) == []


def test_the_command_compares_with_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now, before = tmp_path / "三季度.txt", tmp_path / "二季度.txt"
    now.write_text(f"{LEDGER}1\t{PARKS}\t建设局\t1-9月，新建口袋公园6个。\n", encoding="utf-8")
    text = f"{LEDGER}1\t{PARKS}\t建设局\t1-6月，新建口袋公园7个。\n".replace("三季度", "二季度")
    before.write_text(text, encoding="utf-8")
    assert main(["check", str(now), "--against", str(before), "--select", "L079"]) == 0
    assert "累计数变小了" in capsys.readouterr().out

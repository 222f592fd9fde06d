from io import StringIO

import pytest

from luoshi.model import Document, Plan, Progress, Reading, Report, Source, Unknown
from luoshi.writing.folding import cell_width
from luoshi.writing.outcome import Failure, Success
from luoshi.writing.terminal import print_outcomes


def printed(reading: Reading, source: Source, monkeypatch: pytest.MonkeyPatch, width: int = 100) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = StringIO()
    print_outcomes([Success("分解.pdf", source, reading)], stream)
    return stream.getvalue()


def test_a_plan_is_printed_with_its_units_dues_and_doubts(
    plan: Plan, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line.split() for line in printed(plan, source, monkeypatch).splitlines()]

    assert [" ".join(line) for line in lines] == [
        "云泽市人民政府办公室关于印发2026年重点工作责任分解的通知",
        "云政办发〔2026〕7号 云泽市人民政府办公室 2026年3月4日印发 2026 年度 公开发布",
        "读出 3 项：重点工作 2、民生实事 1；牵头单位 1 家；存疑 2 处",
        "",
        "【重点工作】",
        "序号 任务 牵头 配合 时限 存疑",
        "",
        "周以宁副市长牵头的重点工作",
        "1 建成“云快处”平台，6月底前上线<试用>。 ▲公安局 数据局 6-30",
        "2 新增公园3个。 未分主次： 疑1",
        "园林局、城管局、",
        "各镇街",
        "",
        "【民生实事】",
        "序号 任务 牵头 配合 时限 存疑",
        "1 =改造老旧小区 疑2",
        "总任务 30：望湖区 12 沙洲区 17",
        "",
        "存疑 2 处",
        "疑1 三家单位都没有▲，请核对谁牵头。（第 2 页）",
        "疑2 各地合计29，总任务写30。（第 3 页表格第 2 行）",
    ]


def test_columns_stand_under_their_headings_though_characters_are_wide(
    plan: Plan, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = printed(plan, source, monkeypatch).splitlines()
    heading, first, second = lines[5], lines[8], lines[9]

    def column(line: str, word: str) -> int:
        return cell_width(line[: line.index(word)])

    assert column(heading, "牵头") == column(first, "▲公安局")
    assert column(heading, "配合") == column(first, "数据局") == column(second, "未分主次")
    assert column(heading, "存疑") == column(second, "疑1")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut(
    plan: Plan, source: Source, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    text = printed(plan, source, monkeypatch, width)

    assert max(map(cell_width, text.splitlines())) <= width
    for word in ("▲公安局", "6-30", "疑2", "=改造老旧小区", "沙洲区 17"):
        assert word in text


def test_progress_is_a_table_of_rows(progress: Progress, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(progress, source, monkeypatch)

    assert "2026 年度　三季度" in text
    assert "1     新增公园3个  园林局  已建成1个。" in text
    assert "                  城管局  另2个在建。" in text


def test_a_report_is_a_tree_of_commitments(report: Report, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(report, source, monkeypatch).splitlines()[3:] == [
        "",
        "一、便民行动　让群众少跑路",
        "  一是 办事更快（2 项）",
        "    1. 建成“云快处”平台",
        "    2. 6月底前上线（时限 6-30）",
    ]


def test_an_unknown_document_is_named_by_its_file(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(Unknown(Document()), source, monkeypatch)

    assert text.startswith("分解.pdf（没有读到标题）\n没有认出是责任分解")


def test_a_failed_file_is_told_among_the_others(plan: Plan, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = StringIO()

    print_outcomes([Failure("坏.pdf", "文件坏了。"), Success("分解.pdf", source, plan)], stream)

    assert stream.getvalue().startswith("坏.pdf：文件坏了。\n\n云泽市")


def test_colour_is_for_terminals_and_marks_doubts(plan: Plan, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    print_outcomes([Success("分解.pdf", source, plan)], terminal)

    assert "\x1b[33m疑1" in terminal.getvalue()
    assert "\x1b" not in printed(plan, source, monkeypatch)

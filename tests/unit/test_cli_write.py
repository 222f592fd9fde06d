"""`luoshi write`: what one types, and what is told when it cannot be done."""

from pathlib import Path

import pytest

from luoshi.cli import main
from luoshi.writing.official.rendering import shipped_template
from tests import reference
from tests.unit.test_counting import COUNT
from tests.unit.writing.official.opened import lines, rows, styled

PLAN = str(reference.DEMO / "plan-2026.xlsx")
PROGRESS = str(reference.DEMO / "progress-2026-q3.xlsx")
REPORT = str(reference.DEMO / "report-2027.docx")


def written(tmp_path: Path, *arguments: str, suffix: str = "docx") -> bytes:
    target = tmp_path / f"written.{suffix}"
    assert main(["write", *arguments, "-o", str(target)]) == 0
    return target.read_bytes()


def test_a_plan_is_written_under_its_leaders_with_what_was_typed(tmp_path: Path) -> None:
    content = written(
        tmp_path, "plan", PLAN, "--by", "leader", "--red-head", "映川市人民政府", "--number", "映政发〔2026〕9号",
        "--date", "2026-03-04", "--to", "各镇街：", "--cc", "市委办，市人大", "--note", "此件公开发布",
    )  # fmt: skip
    assert styled(content, "发文机关标志") == ["映川市人民政府文件"]
    assert styled(content, "发文字号") == ["映政发〔2026〕9号"]
    assert styled(content, "主送机关") == ["各镇街："]
    assert styled(content, "发文机关署名") == ["映川市人民政府"]
    assert styled(content, "成文日期") == ["2026年3月4日"]
    assert styled(content, "附注") == ["（此件公开发布）"]
    assert styled(content, "Heading 1")[0] == "一、邬景行牵头的重点工作"
    assert rows(content, -1)[0] == ["抄送：市委办，市人大。"]


@pytest.mark.parametrize(
    ("kind", "file", "suffix", "start"),
    [
        ("projects", PLAN, "docx", b"PK"),
        ("projects", PLAN, "xlsx", b"PK"),
        ("summary", PROGRESS, "docx", b"PK"),
        ("summary", PROGRESS, "xlsx", b"PK"),
        ("bulletin", PROGRESS, "docx", b"PK"),
        ("closure", PROGRESS, "docx", b"PK"),
        ("calendar", PLAN, "ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_every_kind_is_written(tmp_path: Path, kind: str, file: str, suffix: str, start: bytes) -> None:
    assert written(tmp_path, kind, file, suffix=suffix).startswith(start)


def test_notices_are_served_for_the_rows_that_are_named(tmp_path: Path) -> None:
    content = written(tmp_path, "notice", PROGRESS, "--rows", "8，16", "--number", "督1号", "--answer-by", "2026-10-28")
    assert styled(content, "表单编号") == ["督1号", "督2号"]
    assert "请于2026年10月28日前答复。" in rows(content)[-4][1]


def test_the_plan_tells_who_leads_and_by_when(tmp_path: Path) -> None:
    table = rows(written(tmp_path, "closure", PROGRESS, "--plan", PLAN, "--rows", "7"))
    assert [table[0][3], table[1][3]] == ["10月底前", "邬景行"]


def test_verdicts_are_by_the_plan_and_may_be_left_out(tmp_path: Path) -> None:
    judged = rows(written(tmp_path, "summary", PROGRESS, "--plan", PLAN, "--as-of", "2026-09-30"))
    assert judged[0][-2:] == ["研判", "研判说明"]
    assert rows(written(tmp_path, "summary", PROGRESS, "--no-verdicts"))[0][-1] == "三季度进展情况"


def test_a_tally_is_written_of_a_count(tmp_path: Path) -> None:
    path = tmp_path / "count.toml"
    path.write_text(COUNT, encoding="utf-8")
    assert styled(written(tmp_path, "tally", str(path)), "成文日期") == ["2026年1月20日"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_count_may_be_saved_as_windows_saves_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "count.toml"
    path.write_text(COUNT, encoding=encoding)
    assert styled(written(tmp_path, "tally", str(path)), "成文日期") == ["2026年1月20日"]


@pytest.mark.parametrize("day", ["2026-10-12", "2026年10月12日", "2026/10/12", "2026.10.12"])
def test_a_day_may_be_written_as_letters_have_it(tmp_path: Path, day: str) -> None:
    letter = written(tmp_path, "bulletin", PROGRESS, "--issuer", "云泽市人民政府办公室", "--date", day)
    assert styled(letter, "成文日期") == ["2026年10月12日"]


def test_rows_may_be_told_from_one_to_another(tmp_path: Path) -> None:
    closures = written(tmp_path, "closure", PROGRESS, "--rows", "7、9-11", "--number", "云销1号")
    assert styled(closures, "表单编号") == [f"云销{number}号" for number in range(1, 5)]


def test_templates_are_exported_and_one_that_was_changed_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "templates"
    assert main(["write", "--templates", str(folder)]) == 0
    own = folder / "summary.docx"
    assert own.read_bytes() == shipped_template("summary")
    assert lines(written(tmp_path, "summary", PROGRESS, "--template", str(own)))
    assert main(["write", "--templates", str(folder)]) == 2
    assert "已经有这份模板，不覆盖" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["plan", PLAN], "请用 -o 写明写到哪个文件，后缀可以是 .docx、.pdf"),
        (["plan", PLAN, "-o", "a.xlsx"], "plan 只能写成 .docx、.pdf"),
        (["plan", PROGRESS, "-o", "a.docx"], "没有认出是责任分解，这是进展情况汇总表，能写的有 summary"),
        (["summary", PLAN, "-o", "a.docx"], "没有认出是进展情况汇总表，这是责任分解，能写的有 plan"),
        (["plan", REPORT, "-o", "a.docx"], "没有认出是责任分解，这是政府工作报告，请先用 luoshi draft 起草"),
        (["plan", __file__, "-o", "a.docx"], "没有认出是责任分解；读出了什么，请用 luoshi read 看"),
        (["tally", PLAN, "-o", "a.docx"], "不是计票数；计票数是一份文字文件（TOML）"),
        (["plan", "-o", "a.docx"], "要一份原文件，现在是0份"),
        (["notice", PROGRESS, "-o", "a.docx"], "还缺要督查的序号"),
        (["notice", PROGRESS, "--rows", "8,99", "-o", "a.docx"], "汇总表里没有第99项"),
        (["summary", PROGRESS, "--template", PLAN, "-o", "a.xlsx"], ".xlsx 不用模板"),
        (["summary", PROGRESS, "--template", "无.docx", "-o", "a.docx"], "打不开这份模板"),
        (["summary", PROGRESS, "--template", PROGRESS, "-o", "a.docx"], "模板不是能打开的 .docx 文件"),
        (["calendar", "-o", "a.ics"], "还缺责任分解"),
        ([], "还缺种类"),
    ],
)
def test_what_cannot_be_written_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["write", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert not Path("a.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["letter", PLAN], "种类 不能写“letter”"),
        (["notice", PROGRESS, "--rows", "八"], "“八”不是序号，要写成 8,16 或 8-16 这样"),
        (["notice", PROGRESS, "--rows", "16-8"], "“16-8”不是序号"),
        (["notice", PROGRESS, "--rows", "1-999999999"], "“1-999999999”不是序号"),
        (["plan", PLAN, "--date", "2026年2月30日"], "“2026年2月30日”不是日期"),
        (["notice", PROGRESS, "--answer-by", "10月"], "“10月”不是日期"),
    ],
)
def test_what_is_not_understood_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["write", *arguments])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err

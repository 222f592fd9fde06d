import json
import os
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

import luoshi
from luoshi.cli import main
from luoshi.cli.arguments import build_parser
from luoshi.model import Document, Paragraph, Place, Plan, Quote, Reading, Role, Source, Task, Unit, Unknown

TEXT = "建成公园3个。"
HEAVY = {"rich", "lxml", "xlsxwriter", "PIL", "pypdfium2", "python_calamine", "selectolax"}


def read_as_told(source: Source, **_: object) -> Reading:
    """Stands in for the reader: a line that holds 公园 is a task; without one the document is of no known kind."""
    tasks = tuple(
        Task("重点工作", index, block.text, quote, units=(Unit("园林局", Role.LEAD, quote),))
        for index, block in enumerate(source.blocks, start=1)
        if isinstance(block, Paragraph) and "公园" in block.text
        for quote in (Quote(block.text, Place(index - 1, 0, len(block.text))),)
    )
    document = Document(title="2026年重点工作责任分解")
    return Plan(document, tasks) if tasks else Unknown(document)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("luoshi.reading.read_source", read_as_told)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "分解.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "菜谱.txt").write_text("豆腐切块，小火慢炖。", encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    return tmp_path


def test_a_table_is_printed_when_nothing_else_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "分解.txt"]) == 0

    told = capsys.readouterr()
    assert "读出 1 项：重点工作 1；牵头单位 1 家；没有存疑" in told.out
    assert told.err == ""


def test_one_document_as_json_is_the_contract(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "分解.txt", "--format", "json"]) == 0

    written = capfdbinary.readouterr().out.decode()
    assert written.startswith('{\n  "kind": "plan"')
    assert json.loads(written)["tasks"][0]["text"] == TEXT


def test_several_documents_are_one_line_each_and_a_bad_one_does_not_stop_the_others(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["read", "空.txt", "分解.txt", "菜谱.txt"]) == 2

    told = capfdbinary.readouterr()
    lines = [json.loads(line) for line in told.out.decode().splitlines()]
    assert [line["kind"] for line in lines] == ["error", "plan", "unknown"]
    assert lines[0]["source"] == {"name": "空.txt"}
    assert told.err.decode().splitlines()[0] == f"luoshi: 空.txt：{lines[0]['error']}"


def test_several_documents_are_tables_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert main(["read", "空.txt", "分解.txt", "菜谱.txt"]) == 2

    told = capsys.readouterr().out
    assert '"kind"' not in told
    assert told.index("空.txt") < told.index("读出 1 项") < told.index("没有认出")


def test_a_defect_met_in_one_file_is_told_and_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def fail_on_recipes(source: Source, **_: object) -> Reading:
        if source.name == "菜谱.txt":
            raise ValueError("豆腐")
        return read_as_told(source)

    monkeypatch.setattr("luoshi.reading.read_source", fail_on_recipes)

    assert main(["read", "菜谱.txt", "分解.txt"]) == 2
    told = capfdbinary.readouterr()
    assert [json.loads(line)["kind"] for line in told.out.splitlines()] == ["error", "plan"]
    assert "ValueError: 豆腐" in told.err.decode()


def test_a_folder_is_searched_at_any_depth_but_not_for_hidden_and_lock_files(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    inner = folder / "历年" / "2026"
    inner.mkdir(parents=True)
    for name in ("分解", "分解.TXT", "分解.odt", "~$分解.docx", ".分解.txt", "图.png"):
        (inner / name).write_text(TEXT, encoding="utf-8")

    assert main(["read", "历年"]) == 0

    lines = capfdbinary.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["分解", "分解.TXT", "分解.odt"]


@pytest.mark.parametrize("name", ["不存在.txt", "空.txt"])
def test_an_unreadable_file_is_one_sentence_and_exit_code_2(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", name]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"luoshi: {name}：")
    assert told.err.count("\n") == 1


def test_an_unknown_document_is_a_result_with_a_sentence(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "菜谱.txt", "--format", "json"]) == 0

    told = capfdbinary.readouterr()
    assert json.loads(told.out)["kind"] == "unknown"
    assert "菜谱.txt：没有认出是哪一类文件" in told.err.decode()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("台账.json", b"{\n"),
        ("台账.JSONL", b'{"kind":"plan"'),
        ("台账.csv", "\ufeff编号".encode()),
        ("台账.xlsx", b"PK"),
        ("台账.txt", "2026年重点工作".encode()),
    ],
)
def test_the_suffix_of_the_output_decides_the_format(name: str, start: bytes, folder: Path) -> None:
    assert main(["read", "分解.txt", "-o", name]) == 0

    assert (folder / name).read_bytes().startswith(start)
    assert not list(folder.glob(".*.part"))


def test_several_documents_share_one_workbook(folder: Path) -> None:
    assert main(["read", "分解.txt", "菜谱.txt", "-o", "台账.xlsx"]) == 0

    book = load_workbook(BytesIO((folder / "台账.xlsx").read_bytes()))
    assert book.sheetnames == ["任务", "文件"]
    assert [cell.value for cell in book["文件"]["A"]] == ["文件", "分解.txt", "菜谱.txt"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read", "分解.txt", "-o", "台账.foo"], "看后缀不知道要写成什么"),
        (["read", "分解.txt", "-o", "没有/台账.csv"], "没有这个文件夹"),
        (["read", "分解.txt", "-o", ".", "--format", "csv"], "这是一个文件夹"),
        (["read", "分解.txt", "-o", "分解.txt"], "这正是要读的文件"),
        (["read", ".", "-o", "./分解.txt"], "这正是要读的文件"),
        (["show", "分解.txt", "-o", "版面.png"], "只有 PDF 能画成图片"),
        (["show", "分解.txt", "-o", "版面.gif"], "只能写成网页"),
        (["show", "空.txt"], "空.txt："),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence_and_nothing_is_changed(
    arguments: list[str], sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert main(arguments) == 2

    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err.startswith("luoshi: ")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_output_that_exists_is_replaced_whole_also_through_a_link(folder: Path) -> None:
    (folder / "旧.json").write_text("旧", encoding="utf-8")
    (folder / "链.json").symlink_to("旧.json")

    assert main(["read", "分解.txt", "-o", "链.json"]) == 0

    assert json.loads((folder / "旧.json").read_text(encoding="utf-8"))["kind"] == "plan"
    assert (folder / "链.json").is_symlink()


def test_an_interrupted_run_leaves_no_half_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(source: Source, **_: object) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr("luoshi.reading.read_source", interrupt)

    assert main(["read", "分解.txt", "菜谱.txt", "-o", "全部.jsonl"]) == 130
    assert capsys.readouterr().err == "luoshi: 已停下，写了一半的文件没有留下。\n"
    assert sorted(path.name for path in folder.iterdir()) == ["分解.txt", "空.txt", "菜谱.txt"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read"], "还缺 文件"),
        (["read", "分解.txt", "--as-of", "九月"], "“九月”不是日期，要写成 2026-09-30 这样。"),
        (["read", "分解.txt", "--kind", "novel"], "--kind 不能写“novel”，只能是 plan、progress、report"),
        (["read", "分解.txt", "-o"], "-o 后面要写一个值"),
        (["read", "分解.txt", "--colour"], "不认识“--colour”。怎么写见 luoshi read --help"),
        (["show", "分解.txt", "另一份.txt"], "“另一份.txt”是多出来的。怎么写见 luoshi show --help"),
        (["read", "分解.txt", "-o", "甲.xlsx", "-o", "乙.xlsx"], "-o：写了两次，一次只能写到一个文件。"),
        (["journal"], "还缺 verify"),
        (["reed"], "没有“reed”这个命令，只有 read、show、"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("command", ["read", "show", "judge"])
def test_the_help_names_every_option_and_gives_two_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])

    text = capsys.readouterr().out
    options = build_parser().parse_args([command, "分解.txt"])
    names = vars(options).keys() - {"command", "file", "files"}
    assert all(f"--{name.replace('_', '-')}" in text for name in names)
    assert text.count(f"\n  luoshi {command} ") == 2


def test_the_command_alone_teaches_and_its_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "两个例子" in capsys.readouterr().out

    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"luoshi {luoshi.__version__}\n"


def test_show_writes_a_page_beside_the_working_folder_and_names_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "分解.txt"]) == 0

    assert capsys.readouterr().out == "分解.txt.luoshi.html\n"
    assert TEXT in (folder / "分解.txt.luoshi.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("pictures", [1, 2])
def test_show_draws_a_picture_a_page_of_a_pdf(
    pictures: int, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from luoshi.model import Format
    from luoshi.writing import picture

    pdf = Source("分解.pdf", Format.PDF, (Paragraph(TEXT, page=1),), "ab12", pages=1)
    (folder / "分解.pdf").write_bytes(b"%PDF-")
    monkeypatch.setattr("luoshi.source.open_source", lambda path: pdf)
    monkeypatch.setattr("luoshi.source.mend", lambda source: source)
    monkeypatch.setattr(picture, "draw_pages", lambda content, source, marks: (content,) * pictures)

    assert main(["show", "分解.pdf", "-o", "版面.png"]) == 0

    names = ["版面.png"] if pictures == 1 else ["版面-1.png", "版面-2.png"]
    assert capsys.readouterr().out.splitlines() == names
    assert [(folder / name).read_bytes() for name in names] == [b"%PDF-"] * pictures


def run(*arguments: str, code: str = "from luoshi.cli import main; sys.exit(main(sys.argv[1:]))") -> str:
    """Standard output of a fresh interpreter."""
    roots = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-c", f"import sys; {code}", *arguments]
    environment = {**os.environ, "PYTHONPATH": roots}
    return subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603  # our own interpreter


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--help"], "两个例子"), (["read", "分解.txt", "--format", "json"], '"sha256"')],
)
def test_nothing_heavy_is_imported_to_start(arguments: list[str], told: str) -> None:
    code = "from luoshi.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\nprint(); print(*sys.modules)"

    *result, modules = run(*arguments, code=code).splitlines()

    assert told in "".join(result)
    assert {name.split(".")[0] for name in modules.split()} & HEAVY == set()


def test_a_reader_that_has_seen_enough_ends_the_program_without_a_word(folder: Path) -> None:
    (folder / "长.txt").write_text(TEXT * 100_000, encoding="utf-8")
    roots = os.pathsep.join(path for path in sys.path if path)
    program = subprocess.Popen(
        [sys.executable, "-m", "luoshi", "read", "长.txt", "分解.txt"],
        env={**os.environ, "PYTHONPATH": roots},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()

    assert (program.wait(), b"Traceback" in errors) == (128 + signal.SIGPIPE, False)


def test_the_library_reads_a_path(folder: Path) -> None:
    reading = luoshi.read(folder / "分解.txt")

    assert isinstance(reading, Plan)
    assert reading.tasks[0].text == TEXT

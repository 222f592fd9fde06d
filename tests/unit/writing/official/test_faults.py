"""A template that is wrong is told by its placeholder and the words around it."""

import io
import re
from zipfile import ZipFile

import pytest
from stationery.letter import instruct, when
from stationery.package import LANDSCAPE, PORTRAIT, pack, section
from stationery.wordml import cell, line, paragraph, row, run, table

from luoshi.errors import BrokenTemplate
from luoshi.letters import Letterhead
from luoshi.model import Plan
from luoshi.writing.official.plan import write_plan
from luoshi.writing.official.rendering import list_templates, render, shipped_template
from tests.unit.writing.official.opened import pages, rows, styled

FIELDS = {"标题": "关于<甲>&乙的通知", "各行": [{"序号": 1, "任务": "新增公园"}], "有": True}


def template(*body: str) -> bytes:
    return pack("模板", "".join(body), PORTRAIT)


def told(*body: str) -> str:
    with pytest.raises(BrokenTemplate) as raised:
        render(template(*body), FIELDS, "")
    return str(raised.value)


def test_placeholders_are_filled_wherever_word_cuts_them() -> None:
    body = paragraph("Title", run("{{ 标"), run("题 }}", "Strong"))
    assert styled(render(template(body), FIELDS, ""), "Title") == ["关于<甲>&乙的通知"]


def test_what_a_filter_made_of_texts_is_escaped_once() -> None:
    body = line("Title", "{{ 各名|join('、') }}{{ 各名|first }}")
    assert styled(render(template(body), {"各名": ["甲&乙", "<丙>"]}, ""), "Title") == ["甲&乙、<丙>甲&乙"]


def test_a_section_that_ends_in_an_instruction_is_kept() -> None:
    """LibreOffice hangs the end of a section on the paragraph before, where the template had an empty one for it."""
    wide = paragraph("Instruction", run("{%p if 有 %}"), more=section(LANDSCAPE))
    content = line("Title", "宽") + wide + line("Title", "窄") + instruct("endif")
    written = render(template(content), FIELDS, "")
    assert [each[:2] for each in pages(written)] == [(297, 210), (210, 297)]
    assert styled(written, "Title") == ["宽", "窄"]


def test_rows_are_repeated() -> None:
    loop = [
        row([cell(900, line("Normal", said))])
        for said in ("{%tr for 行 in 各行 %}", "{{ 行.序号 }}{{ 行.任务 }}", "{%tr endfor %}")
    ]
    assert rows(render(template(table("Grid", [900], loop)), FIELDS, "")) == [["1新增公园"]]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            line("Title", "关于{{ 标提 }}的"),
            ["“{{ 标提 }}”不认识", "在“关于{{ 标提 }}的”这一段", "是不是“标题”？", "标题、各行、有"],
        ),
        (
            instruct("for 行 in 各行") + line("Normal", "{{ 行.任务名 }}") + instruct("endfor"),
            ["“{{ 行.任务名 }}”不认识", "是不是“任务”？", "序号、任务"],
        ),
        (instruct("if 有") + line("Normal", "甲"), ["有一处 if 没有写结尾（endif）", "“{%p if 有 %}”"]),
        (line("Normal", "{% for 行 in 各行 %}甲"), ["有一处 for 没有写结尾（endfor）"]),
        (line("Normal", "甲") + instruct("endif"), ["多了一个“{%p endif %}”", "没有和它配对的 if"]),
        (instruct("else") + line("Normal", "甲"), ["多了一个“{%p else %}”", "没有和它配对的 if 或 for"]),
        (
            instruct("for 行 in 各行") + instruct("endfor") + line("Normal", "乙{{ 行.任务 }}"),
            ["“{{ 行.任务 }}”不认识", "“行”只能写在“{%p for 行 in 各行 %}”和它的 endfor 之间"],
        ),
        (
            instruct("if not 有") + line("Normal", "{{ 标提 }}") + instruct("endif"),
            ["“{{ 标提 }}”不认识", "是不是“标题”？"],
        ),
        (line("Normal", "{% 如果 有 %}"), ["没有“如果”这种指令"]),
        (line("Normal", "乙{{ 标题 + }}"), ["大括号里的写法不对", "乙{{ 标题 + }}"]),
        (line("Normal", "{{ 标题|大写 }}"), ["没有“大写”这种写法"]),
        (line("Normal", "{{ 标题.__class__.__mro__ }}"), ["“{{ 标题.__class__.__mro__ }}”不许用"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(body: str, words: list[str]) -> None:
    sentence = told(body)
    assert [word for word in words if word not in sentence] == []
    assert "luoshi write --templates" in sentence


LOOP = "{% for 行 in 各行 %}"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (line("Title", "关于{{ 标题 }的"), ["“{{ 标题 }的”大括号不成对", "在“关于{{ 标题 }的”这一段"]),
        (line("Title", "关于{{{ 标题 }}}的"), ["“{{{ 标题 }}}”多了大括号"]),
        (line("Title", "{ 标题 }}"), ["“{ 标题 }}”大括号不成对"]),
        (line("Title", "{{ 标题 }} }}"), ["“}}”大括号不成对"]),
        (line("Title", "｛｛ 标题 ｝｝"), ["“｛｛ 标题 ｝｝”大括号不成对", "要用半角的"]),
        (paragraph("Title", run("{{ 标"), run("题", "Strong"), run(" ｝｝")), ["“{{ 标题 ｝｝”大括号不成对"]),
        (line("Normal", "{%p if 有 }") + instruct("endif"), ["“{%p if 有 }”大括号不成对"]),
        (line("Normal", "{%p if 有 %}{{ 标题 }}") + instruct("endif"), ["“{%p if 有 %}”要单独占一段"]),
        (line("Normal", "{%tr if 有 %}"), ["“{%tr if 有 %}”只能写在表格里"]),
        (
            table("Grid", [900], [row([cell(900, line("Normal", said))]) for said in (LOOP, "甲", "{% endfor %}")]),
            [f"“{LOOP}”在表格的一格里有头没有尾", "{%tr for … %}"],
        ),
        (line("Title", "{{ 标题 + 1 }}"), ["有一处算不出来", "大括号里只写字段名"]),
        (instruct("for 行 各行") + instruct("endfor"), ["“{%p for 行 各行 %}”写得不对"]),
        (line("Normal", "{{ 行。任务 }}"), ["“{{ 行。任务 }}”写得不对"]),
    ],
)
def test_a_slip_that_would_spoil_the_document_is_told(body: str, words: list[str]) -> None:
    sentence = told(body)
    assert [word for word in words if word not in sentence] == []


def test_a_wrong_placeholder_in_a_footer_is_told() -> None:
    content = io.BytesIO()
    with ZipFile(io.BytesIO(template(line("Title", "{{ 标题 }}")))) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("— ".encode(), "{{ 标提 }}— ".encode()))
    with pytest.raises(BrokenTemplate, match=re.escape("“{{ 标提 }}”不认识，在“{{ 标提 }}— 1 —”这一段")):
        render(content.getvalue(), FIELDS, "")


def test_what_is_no_word_file_is_refused() -> None:
    for content in (b"", b"PK\x03\x04", b"{\\rtf1 x}", zipped({"a.txt": "甲"})):
        with pytest.raises(BrokenTemplate, match=re.escape("不是能打开的 .docx 文件")):
            render(content, FIELDS, "")


def zipped(members: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return packed.getvalue()


def test_a_missing_style_of_tables_is_named(plan: Plan) -> None:
    stripped = io.BytesIO()
    with ZipFile(io.BytesIO(shipped_template("plan"))) as old, ZipFile(stripped, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("表格正文".encode(), "别的样式".encode()))
    with pytest.raises(BrokenTemplate, match="没有“表格正文”这个样式"):
        write_plan(plan, Letterhead(), template=stripped.getvalue())


def test_a_template_of_ones_own_takes_the_place_of_the_shipped_one(plan: Plan) -> None:
    own = template(line("Title", "{{ 标题 }}") + when("各附件", line("Normal", "共{{ 各附件|length }}份")))
    written = write_plan(plan, Letterhead(), template=own)
    assert styled(written, "Normal") == ["共2份"]


def test_every_kind_of_letter_has_a_template() -> None:
    assert list_templates() == ("bulletin", "closure", "notice", "plan", "projects", "summary", "tally")

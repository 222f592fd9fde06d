"""Templates whose lines are joined: where a blank is seen, and where none is; in both languages of templates."""

from collections.abc import Mapping

import jinja2
import pytest
from django.template import Context, Engine

from luoshi.web.joining import JoinedLines

SAID: Mapping[str, str] = {"name": "云泽", "told": "第一段。\n第二段。"}
JOINED = [
    ("<p>\n  任务\n  <b>{{ name }}</b>\n</p>\n", "<p>任务<b>云泽</b></p>"),
    ("<b>{{ name }}</b> 市\n", "<b>云泽</b> 市"),
    ('<b>6</b>{{ " " }}\n<span>所</span>\n', "<b>6</b> <span>所</span>"),
    ("第一段，\n\n\t第二段。\r\n", "第一段，第二段。"),
    ('<a\n  class="lnk"\n  href="/"\n>\n  回到首页\n</a>\n', '<a class="lnk" href="/" >回到首页</a>'),
    ("<i\n  {% if name %}hidden{% endif %}\n>\n", "<i hidden >"),
    ("{% if name %}\n  有\n{% else %}\n  没有\n{% endif %}\n", "有"),
    ("{% for each in name %}\n  {{ each }}\n{% endfor %}\n", "云泽"),
    # The wide blank is a sign of the text
    ("甲　\n　乙\n", "甲　　乙"),
    # What values hold stays as it is
    ("<textarea>\n  {{ told }}\n</textarea>\n", "<textarea>第一段。\n第二段。</textarea>"),
]


def engine_of(lines: str, libraries: dict[str, str] | None = None) -> Engine:
    found = ("django.template.loaders.locmem.Loader", {"page.html": lines})
    return Engine(loaders=[("luoshi.web.joining.Loader", [found])], libraries=libraries)


@pytest.mark.parametrize(("lines", "page"), JOINED)
def test_a_line_break_of_a_template_is_nothing(lines: str, page: str) -> None:
    assert engine_of(lines).get_template("page.html").render(Context(SAID)) == page


def test_nor_is_one_within_a_tag_of_ours() -> None:
    lines = '{% load parts %}\n{% chip "done" icon="check" %}\n  已\n  审\n{% endchip %}\n'
    engine = engine_of(lines, libraries={"parts": "luoshi.web.templatetags.parts"})
    assert engine.get_template("page.html").render(Context()).endswith("</svg>已审</span>")


@pytest.mark.parametrize(("lines", "page"), JOINED)
def test_nor_is_one_of_a_template_that_jinja_compiles(lines: str, page: str) -> None:
    environment = jinja2.Environment(extensions=[JoinedLines], autoescape=True)
    assert environment.from_string(lines).render(SAID) == page


def test_numbers_of_lines_stay_those_of_the_file() -> None:
    lines = "<p>\n  甲\n</p>\n{% if name %}\n{% endif %}\n"
    shown = engine_of(lines).get_template("page.html").nodelist[1]
    assert shown.token is not None
    assert shown.token.lineno == 4

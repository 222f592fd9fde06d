"""What Jinja2 compiles: its values are escaped as the library does it, and its addresses are those of the pages."""

from typing import Any

import pytest
from django.template import engines
from django.urls import reverse
from django.utils.safestring import mark_safe
from jinja2 import Undefined
from markupsafe import Markup, escape

from luoshi.records.register.models import TaskUnit
from luoshi.web.compiled import escaped
from luoshi.web.links import form, page

VALUES = [
    "教育局",
    "<script>",
    "A&B 'c' \"d\"",
    "",
    42,
    True,
    None,
    1.5,
    Markup("<b>&amp;</b>"),
    mark_safe("<i>'</i>"),
    TaskUnit.Role.LEAD,
    Undefined(),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_escaped_as_the_library_does_it(value: Any) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize("value", ["<script>", mark_safe("<b>"), 7])
def test_what_is_compiled_escapes_by_it(value: Any) -> None:
    template: Any = engines["jinja2"].from_string(
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ v }}|{{ m(v) }}|{{ v ~ '<' }}"
    )
    assert template.render({"v": value}) == f"{escape(value)}|{escape(value)}|{escape(value)}&lt;"
    assert template.template.root_render_func.__globals__["escape"] is escaped


def test_an_address_is_filled_with_the_keys_of_its_rows() -> None:
    assert form("task") % 12 == page("task", 12) == reverse("task", args=[12])
    assert page("tasks") == reverse("tasks")

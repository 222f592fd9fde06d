"""A template and what fills it → a Word document.

A template is an ordinary .docx file in which {{ 标题 }} stands for a value, {%p for … %} repeats paragraphs and
{%tr for … %} rows of a table. Whoever replaces it can do no more than print: expressions run in a sandbox.
"""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from luoshi.errors import BrokenTemplate, SourceError
from luoshi.source.archive import unpack
from luoshi.writing.official.clearing import clear
from luoshi.writing.official.drawing import clean, draw
from luoshi.writing.official.grid import Grid
from luoshi.writing.official.sections import drop_empty_sections, fit_grids, free_sections, larger_side, widen_paper

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

FOLDER: Final = Path(__file__).parent / "templates"

_END: Final = "文末"
"""The style of a paragraph that is there for what it ends."""
_NO_TEMPLATE: Final = "模板不是能打开的 .docx 文件（{why}）请在 Word、WPS 里打开它，另存为 .docx 再试。"


def shipped_template(kind: str) -> bytes:
    """The template of a kind of document (plan, summary, …) that comes with the package."""
    return (FOLDER / f"{kind}.docx").read_bytes()


def list_templates() -> tuple[str, ...]:
    """The kinds of documents that have a template."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.docx")))


def render(template: bytes, fields: Mapping[str, object], title: str) -> bytes:
    """The document that the fields make of a template; `title` is that of the file's properties.

    Raises `BrokenTemplate`, which names the placeholder and where it stands.
    """
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    from luoshi.writing.official.faults import ADVICE, check_names, explain, list_parts
    from luoshi.writing.official.slips import find_slip

    filled = DocxTemplate(io.BytesIO(_checked(template)))
    document = _opened(filled)
    for part in list_parts(document):
        clear(part)
    if slip := find_slip(document):
        raise BrokenTemplate(slip)
    free_sections(document.element.body, _style_keys(document).get(_END))
    environment = _environment(document)
    try:
        check_names(document, fields, environment)
        filled.render(dict(fields), environment, autoescape=True)
    except TemplateError as error:
        raise BrokenTemplate(explain(error, _opened(DocxTemplate(io.BytesIO(template))), fields)) from None
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:  # what a template adds up, or its tables
        raise BrokenTemplate(f"模板里有一处算不出来（{error}）；大括号里只写字段名，不要计算。{ADVICE}") from None
    body = document.element.body
    fit_grids(body)
    widen_paper(body)
    drop_empty_sections(body)
    document.core_properties.title = clean(title)
    written = io.BytesIO()
    filled.save(written)
    return written.getvalue()


def _checked(template: bytes) -> bytes:
    """The same bytes, when they unpack within bounds."""
    try:
        unpack(template, lambda _: True)
    except SourceError as error:
        raise BrokenTemplate(_NO_TEMPLATE.format(why=str(error).rstrip("。") + "。")) from None
    return template


def _opened(filled: Any) -> "Document":
    """The Word document of a template."""
    try:
        document: Document = filled.get_docx()
    except Exception:  # python-docx has no error of its own for a package that is not Word's
        raise BrokenTemplate(_NO_TEMPLATE.format(why="里面没有 Word 正文。")) from None
    return document


def _environment(document: "Document") -> "Environment":
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from luoshi.writing.official.faults import Unknown

    return ImmutableSandboxedEnvironment(undefined=Unknown, autoescape=True, finalize=_finalizer(document))


def _finalizer(document: "Document") -> Callable[[object], object]:
    """What becomes of each value as it is printed: tables are drawn, nothing is empty, no character breaks the file."""
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if isinstance(value, Grid):
            return Markup(draw(value, _text_widths(document), _style_keys(document)))  # noqa: S704 - drawn by ourselves
        if isinstance(value, str):
            return type(value)(clean(value))  # what a filter has escaped stays so
        return "" if value is None else value

    return finalize


def _text_widths(document: "Document") -> tuple[int, int]:
    """The width of the text on the widest page, in twentieths of a point, and what it is on larger paper."""
    pages = (
        (_twips(each.page_width), _twips(each.left_margin) + _twips(each.right_margin)) for each in document.sections
    )
    side, margins = max(pages, key=lambda page: page[0] - page[1])
    return side - margins, larger_side(side) - margins


def _twips(measured: int | None) -> int:
    """Twentieths of a point of a length that python-docx tells."""
    return (measured or 0) // 635


class _Styles(dict[str, str]):
    """Keys of styles by their names."""

    def __missing__(self, name: str) -> str:
        raise BrokenTemplate(f"模板里没有“{name}”这个样式，表格画不出来；请从原来的模板里把它复制过来。")


def _style_keys(document: "Document") -> Mapping[str, str]:
    return _Styles({style.name: style.style_id for style in document.styles if style.name})

"""What is wrong with a template, in a sentence that names the placeholder and the words around it."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from luoshi.source.wordml import W

if TYPE_CHECKING:
    from docx.document import Document

_ADVICE: Final = "请改正；也可以用 luoshi write --templates 导出原来的模板对照。"
_LONGEST: Final = 40
"""Characters of a paragraph by which its place is told."""

# jinja's own complaints → what to tell the user; {…} takes the groups of the expression
_COMPLAINTS: Final = (
    (re.compile(r"unknown tag '(?P<tag>end\w+|el\w+)'"), "多了一个“{tag}”，前面没有和它配对的 if 或 for"),
    (re.compile(r"unknown tag '(?P<tag>\w+)'"), "没有“{tag}”这种指令，只有 if、elif、else、endif、for、endfor"),
    (re.compile(r"No (?:filter|test) named '(?P<name>\w+)'"), "没有“{name}”这种写法"),
    (re.compile(r"not safely callable|unsafe|security"), "这种写法不许用，大括号里只能写字段名"),
    (re.compile(r""), "大括号里的写法不对"),
)
# {{ 标题 }} | {%p if 红头 %} | {% for, which nothing closes
_PLACEHOLDER: Final = re.compile(r"\{\{[^{}]*(?:\}\}|$)|\{%[^{}]*(?:%\}|$)")
_BLOCK: Final = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s+(?P<word>if|for|endif|endfor)\b")
_CLOSES: Final = {"endif": "if", "endfor": "for"}


class Unknown(StrictUndefined):
    """What stands for a name that nothing fills; to print it is an error that lists what could have stood there."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError):
        known = obj if isinstance(obj, Mapping) else ()
        super().__init__("\n".join(map(str, (name, *known))), obj, name, exc)


def explain(error: TemplateError, document: "Document", fields: Mapping[str, object]) -> str:
    """The sentence for the user; `document` is the template as it was given."""
    texts = list(_paragraph_texts(document))
    if isinstance(error, UndefinedError):
        return _explain_unknown(str(error), texts, fields)
    unclosed = _find_unclosed(texts)
    if unclosed is not None:
        word, text = unclosed
        return f"模板里有一处 {word} 没有写结尾（end{word}），在“{_cut(text)}”这一段。{_ADVICE}"
    told = next(
        sentence.format(**found.groupdict())
        for pattern, sentence in _COMPLAINTS
        if (found := pattern.search(str(error)))
    )
    line = _error_line(error)
    where = f"在“{_cut(line)}”这一段" if line else "在页眉、页脚或正文里"
    return f"模板写得不对：{told}，{where}。{_ADVICE}"


def _explain_unknown(message: str, texts: list[str], fields: Mapping[str, object]) -> str:
    name, *known = message.split("\n")
    placeholders = ((found.group(), text) for text in texts for found in _PLACEHOLDER.finditer(text))
    said, text = next(
        ((each, text) for each, text in placeholders if re.search(rf"\b{re.escape(name)}\b", each)), (name, "")
    )
    where = f"在“{_cut(text)}”这一段" if text else "在模板里"
    names = known or list(fields)
    likely = get_close_matches(name, names, n=1)
    guess = f"是不是“{likely[0]}”？" if likely else ""
    return f"模板里的“{said}”不认识，{where}。{guess}这里能写的有：{'、'.join(names)}。{_ADVICE}"


def _paragraph_texts(document: "Document") -> Iterator[str]:
    """The paragraphs of the body, tables included, then those of the headers and footers."""
    parts = [document.element.body]
    for section in document.sections:
        edges = (section.header, section.footer, section.even_page_header, section.even_page_footer)
        parts += [edge.part.element for edge in edges if not edge.is_linked_to_previous]
    for part in parts:
        for paragraph in part.iter(W + "p"):
            yield "".join(node.text or "" for node in paragraph.iter(W + "t"))


def _find_unclosed(texts: list[str]) -> tuple[str, str] | None:
    """The first if or for that nothing ends, and its paragraph."""
    opened: list[tuple[str, str]] = []
    for text in texts:
        for found in _BLOCK.finditer(text):
            word = found["word"]
            if word not in _CLOSES:
                opened.append((word, text))
            elif opened and opened[-1][0] == _CLOSES[word]:
                opened.pop()
            else:
                return opened[-1] if opened else None
    return opened[0] if opened else None


def _error_line(error: TemplateError) -> str:
    """The paragraph at which parsing stopped: docxtpl hands the template over with one on each line."""
    lines = list(getattr(error, "docx_context", ()))
    if not isinstance(error, TemplateSyntaxError) or not lines:
        return ""
    return str(lines[min(error.lineno - 1, 3, len(lines) - 1)]).strip()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

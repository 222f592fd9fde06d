"""What is wrong with a template, in a sentence that names the placeholder and the words around it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.utils import missing

from luoshi.source.wordml import W

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

ADVICE: Final = "请改正；也可以用 luoshi write --templates 导出原来的模板对照。"
_LIKENESS: Final = 0.5
"""How like two names must be for one to be a slip of the other: half of their characters."""
_LONGEST: Final = 40
"""Characters of a paragraph by which its place is told."""

# jinja's own complaints → what to tell the user; {…} takes the groups of the expression
_COMPLAINTS: Final = (
    (re.compile(r"unknown tag '(?P<tag>end\w+|el\w+)'"), "多了一个“{tag}”，前面没有和它配对的 if 或 for"),
    (re.compile(r"unknown tag '(?P<tag>\w+)'"), "没有“{tag}”这种指令，只有 if、elif、else、endif、for、endfor"),
    (re.compile(r"No (?:filter|test) named '(?P<name>\w+)'"), "没有“{name}”这种写法"),
    (re.compile(r""), "大括号里的写法不对"),
)
# {{ 标题 }} | {%p if 红头 %} | {% for, which nothing closes
_PLACEHOLDER: Final = re.compile(r"\{\{[^{}]*(?:\}\}|$)|\{%[^{}]*(?:%\}|$)")
_BLOCK: Final = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s+(?P<word>if|for|elif|else|endif|endfor)\b")
_LOOP: Final = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s+for\s+(?P<name>\w+)\s+in\b")
# {%p if | {{p: for a whole paragraph, row or cell
_KIND: Final = re.compile(r"(?<=^\{[{%])(?:p|tr|tc|r)(?=\s)")
_WORD: Final = re.compile(r"\{%-?\s*(?P<word>\w+)")
# What makes a whole of an instruction that is one of several
_AROUND: Final = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if 有 %}", "{% endif %}"),
    "else": ("{% if 有 %}", "{% endif %}"),
    "endif": ("{% if 有 %}", ""),
    "for": ("", "{% endfor %}"),
    "endfor": ("{% for 一 in 各 %}", ""),
}
_NEEDS: Final = {"endif": ("if",), "endfor": ("for",), "elif": ("if",), "else": ("if", "for")}
"""What an instruction needs in front of it."""


class Unknown(StrictUndefined):
    """What stands for a name that nothing fills; to print it is an error that lists what could have stood there."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError):
        known = obj if isinstance(obj, Mapping) else ()
        super().__init__("\n".join(map(str, (name, *known))), obj, name, exc)


def check_names(document: "Document", fields: Mapping[str, object], environment: Environment) -> None:
    """Raise `UndefinedError` for a name that nothing fills, where this document would not come by it, either.

    What cannot be parsed is left to be told when it is rendered.
    """
    texts = (text_of(paragraph) for part in list_parts(document) for paragraph in part.iter(W + "p"))
    said = (_KIND.sub("", found.group()) for text in texts for found in _PLACEHOLDER.finditer(text))
    try:
        parsed = environment.parse("".join(said))
    except TemplateSyntaxError:
        return
    unknown = sorted(find_undeclared_variables(parsed) - fields.keys() - environment.globals.keys())
    if unknown:
        raise UndefinedError(unknown[0])


def explain(error: TemplateError, document: "Document", fields: Mapping[str, object]) -> str:
    """The sentence for the user; `document` is the template as it was given."""
    texts = [text_of(paragraph) for part in list_parts(document) for paragraph in part.iter(W + "p")]
    if isinstance(error, UndefinedError | SecurityError):
        return _explain_name(error, texts, fields)
    wrong = _find_wrong(texts)
    if wrong is not None:
        said, text, complaint = wrong
        return f"模板里的“{said}”写得不对：{_complain(complaint)}，{say_where(text)}。{ADVICE}"
    unpaired = _find_unpaired(texts)
    if unpaired is not None:
        said, word, text = unpaired
        if word not in _NEEDS:
            return f"模板里有一处 {word} 没有写结尾（end{word}），{say_where(text)}。{ADVICE}"
        needed = " 或 ".join(_NEEDS[word])
        return f"模板里多了一个“{said}”，前面没有和它配对的 {needed}，{say_where(text)}。{ADVICE}"
    return f"模板写得不对：{_complain(error)}，{say_where(_error_line(error))}。{ADVICE}"


def _complain(error: TemplateError) -> str:
    """What jinja says, in words for the user."""
    complaints = ((sentence, pattern.search(str(error))) for pattern, sentence in _COMPLAINTS)
    return next(sentence.format(**found.groupdict()) for sentence, found in complaints if found)


def _find_wrong(texts: Iterable[str]) -> tuple[str, str, TemplateSyntaxError] | None:
    """The first placeholder that is wrong by itself, its paragraph, and what is wrong with it."""
    known = Environment(autoescape=True)
    for text in texts:
        for found in _PLACEHOLDER.finditer(text):
            said = _KIND.sub("", found.group())
            word = _WORD.match(said)
            before, behind = _AROUND.get(word["word"] if word else "", ("", ""))
            try:
                known.from_string(before + said + behind)
            except TemplateSyntaxError as error:
                return found.group(), text, error
    return None


def _explain_name(error: TemplateError, texts: list[str], fields: Mapping[str, object]) -> str:
    """A name that nothing fills, or that no template may use."""
    name, *known = str(error).split("\n")
    said, text = _find_name(texts, name)
    if isinstance(error, SecurityError):
        return f"模板里的“{said}”不许用，{say_where(text)}；大括号里只能写字段名。{ADVICE}"
    loop = next((found.group() for found in _placeholders(texts) if _bound(found.group()) == name), None)
    if loop and not known:
        return f"模板里的“{said}”不认识，{say_where(text)}；“{name}”只能写在“{loop}”和它的 endfor 之间。{ADVICE}"
    names = known or list(fields)
    likely = get_close_matches(name, names, n=1, cutoff=_LIKENESS)
    guess = f"是不是“{likely[0]}”？" if likely else ""
    return f"模板里的“{said}”不认识，{say_where(text)}。{guess}这里能写的有：{'、'.join(names)}。{ADVICE}"


def _placeholders(texts: Iterable[str]) -> Iterator[re.Match[str]]:
    return (found for text in texts for found in _PLACEHOLDER.finditer(text))


def _bound(said: str) -> str | None:
    """The name that an instruction gives to each of several: {%p for 项 in 各项 %}."""
    found = _LOOP.match(said)
    return found["name"] if found else None


def _find_name(texts: list[str], name: str) -> tuple[str, str]:
    """The first placeholder with a name that no loop around it gives, and its paragraph."""
    whole = re.compile(rf"\b{re.escape(name)}\b")
    loops: list[str | None] = []
    for found in _placeholders(texts):
        said, word = found.group(), _BLOCK.match(found.group())
        if word and word["word"] == "for":
            loops.append(_bound(said))
        elif word and word["word"] == "endfor" and loops:
            loops.pop()
        if name not in loops and whole.search(said):
            return said, found.string
    return name, ""


def say_where(text: str) -> str:
    """Where a text stands, by its first words."""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return f"在“{cut}”这一段" if text else "在正文、页眉或页脚里"


def list_parts(document: "Document") -> list["_Element"]:
    """The body, tables included, then the headers and footers."""
    parts = [document.element.body]
    for section in document.sections:
        edges = (section.header, section.footer, section.even_page_header, section.even_page_footer)
        parts += [edge.part.element for edge in edges if not edge.is_linked_to_previous]
    return parts


def text_of(element: "_Element") -> str:
    """What is printed of an element, its pieces joined."""
    return "".join(node.text or "" for node in element.iter(W + "t"))


def _find_unpaired(texts: list[str]) -> tuple[str, str, str] | None:
    """The first instruction that nothing ends, or that ends or goes on with nothing; its word and its paragraph."""
    opened: list[tuple[str, str, str]] = []
    for found in _placeholders(texts):
        block = _BLOCK.match(found.group())
        if block is None:
            continue
        word = block["word"]
        here = (found.group(), word, found.string)
        if word not in _NEEDS:
            opened.append(here)
        elif not opened or opened[-1][1] not in _NEEDS[word]:
            return opened[-1] if opened and word.startswith("end") else here
        elif word.startswith("end"):
            opened.pop()
    return opened[0] if opened else None


def _error_line(error: TemplateError) -> str:
    """The paragraph at which parsing stopped: docxtpl hands the template over with one on each line."""
    lines = list(getattr(error, "docx_context", ()))
    if not isinstance(error, TemplateSyntaxError) or not lines:
        return ""
    return str(lines[min(error.lineno - 1, 3, len(lines) - 1)]).strip()

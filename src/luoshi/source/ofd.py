"""OFD (GB/T 33190-2016) → blocks: pages with their templates, text objects by position, tables by ruling lines."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from luoshi.errors import Damaged, Encrypted, NoText, TooLarge
from luoshi.model import Paragraph, Table
from luoshi.source import archive, drawing
from luoshi.source.layout.arrangement import arrange
from luoshi.source.layout.blocks import to_blocks
from luoshi.source.layout.shapes import Glyphs, Page, Rules
from luoshi.source.layout.wire import rows

PAGES: Final = 3_000
CHARACTERS: Final = 4_000_000
PAGE_CHARACTERS: Final = 300_000

_A4: Final = (0.0, 0.0, 210.0, 297.0)
_DAMAGED: Final = "这份 OFD 已损坏，打不开；请重新下载或导出后再试。"

# OFD.xml, Doc_0/Document.xml, Doc_0/Pages/Page_0/Content.xml, Doc_0/Tpls/Tpl_0/Content.xml
_XML: Final = ".xml"

_Members = dict[str, bytes]


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """The lines of an OFD as paragraphs and its tables as tables, in reading order, each with its page.

    Raises `Encrypted`, `NoText` (a scan), `Damaged`, `TooLarge`.
    """
    members = archive.unpack(content, lambda name: name.lower().endswith(_XML))
    if any(PurePosixPath(name).name == "Encryptions.xml" for name in members):
        raise Encrypted("这份 OFD 已加密，请取消加密后另存，再重新导入。")
    pages = list(_pages(members))
    if not any(page.glyphs.text.strip() for page in pages):
        raise NoText("这份 OFD 是扫描图片，里面没有文字。请先做文字识别（OCR），或导入 Word 原稿。")
    return to_blocks(rows(arrange(pages)))


def _pages(members: _Members) -> Iterator[Page]:
    """The pages of all documents in the package."""
    listed = [pair for path in _locations(_root(members, "OFD.xml"), "DocRoot", "") for pair in _listed(members, path)]
    if not listed:
        raise Damaged(_DAMAGED)
    if len(listed) > PAGES:
        raise TooLarge(f"这份 OFD 超过{PAGES}页，请拆分后再导入。")
    characters = 0
    for number, (roots, area) in enumerate(listed, start=1):
        page = _page(number, [_root(members, path) for path in roots], area)
        characters += len(page.glyphs.text)
        if characters > CHARACTERS:
            raise TooLarge(f"这份 OFD 的文字超过{CHARACTERS // 10_000}万字，请拆分后再导入。")
        yield page


def _listed(members: _Members, path: str) -> Iterator[tuple[list[str], tuple[float, ...]]]:
    """Of each page of a document: the members that draw it (its templates, then itself), and the page area."""
    document = _root(members, path)
    folder = str(PurePosixPath(path).parent)
    templates = {
        template.get("ID"): _resolve(template.get("BaseLoc", ""), folder)
        for template in document.iterfind("{*}CommonData/{*}TemplatePage")
    }
    area = _box(document.findtext("{*}CommonData/{*}PageArea/{*}PhysicalBox"), _A4)
    for page in islice(document.iterfind("{*}Pages/{*}Page"), PAGES + 1):
        own = _resolve(page.get("BaseLoc", ""), folder)
        used = [each.get("TemplateID") for each in _root(members, own).iterfind("{*}Template")]
        yield [*(templates[each] for each in used if each in templates), own], area


def _locations(root: etree._Element, name: str, folder: str) -> list[str]:
    return [_resolve(each.text or "", folder) for each in root.iter(f"{{*}}{name}")]


def _resolve(location: str, folder: str) -> str:
    """A location as a member's name: from the root when it begins with a slash, else from the folder."""
    path = PurePosixPath(folder, location.strip())
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts = parts[:-1]
        elif part not in {"/", "."}:
            parts.append(part)
    return "/".join(parts)


def _root(members: _Members, name: str) -> etree._Element:
    """The root of a member, without entities, external or other. Raises `Damaged`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(members[name], parser)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        raise Damaged(_DAMAGED) from None


def _page(number: int, roots: list[etree._Element], area: tuple[float, ...]) -> Page:
    """What a page and its templates draw."""
    own_area = _box(roots[-1].findtext("{*}Area/{*}PhysicalBox"), area)
    ink = drawing.Ink([], [], [], [], Rules([], []))
    for item in chain.from_iterable(root.iter("{*}TextObject", "{*}PathObject") for root in roots):
        if item.get("Visible", "true") != "false":
            drawing.draw(ink, item)
        if len(ink.characters) > PAGE_CHARACTERS:
            raise TooLarge("有一页的文字多得不像正常文档；请拆分后，或重新导出后再试。")
    glyphs = Glyphs("".join(ink.characters), ink.left, ink.right, ink.base)
    width, height = (side * drawing.POINTS for side in own_area[2:])
    return Page(number, width, height, glyphs, ink.rules)


def _box(text: str | None, default: tuple[float, ...]) -> tuple[float, ...]:
    """x, y, width, height in millimetres."""
    numbers = drawing.parse_numbers(text)
    return tuple(numbers) if len(numbers) == len(default) and min(numbers[2:]) > 0 else default

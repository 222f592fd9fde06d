"""The templates that are shipped are those that their source makes, and bear the fonts of the standard."""

import io
import re
from zipfile import ZipFile

import pytest
from lxml import etree
from stationery.package import FONTS
from stationery.styles import LINE, PRESSED, RUNS, SIZE, STYLES, TABLES
from stationery.templates import FOLDER, TEMPLATES, make

STYLE = re.compile(r'<w:(?:p|r|tbl)Style w:val="(?P<key>\w+)"')


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_template_is_shipped_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.docx")} == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_is_what_its_source_makes(name: str) -> None:
    assert parts((FOLDER / f"{name}.docx").read_bytes()) == parts(make(name)), "python -m stationery writes it anew"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_styles_that_it_has(name: str) -> None:
    used = set(STYLE.findall(parts(make(name))["word/document.xml"].decode()))
    assert used <= {style.key for style in STYLES} | {key for key, *_ in (*RUNS, *TABLES)}


def test_twenty_two_lines_of_twenty_eight_characters_fill_the_page() -> None:
    points = 72 / 25.4
    assert abs(22 * LINE - 225 * points) < 1
    assert abs(28 * (SIZE + PRESSED) - 156 * points) < 0.5


def test_fonts_are_those_of_the_standard() -> None:
    fonts = {style.font for style in STYLES if style.font}
    assert fonts == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}
    assert fonts <= {name for name, *_ in FONTS}


# {{ 单.编号 }}, {%tr for 行 in 附表.各行 %}
INSTRUCTION = re.compile(r"\{[{%](?P<said>[^{}]+?)[}%]\}")
NAME = re.compile(r"[\u4e00-\u9fff]+(?:\.[\u4e00-\u9fff]+)?")


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_placeholder_of_a_template_is_explained(name: str) -> None:
    page = (FOLDER.parents[4] / "docs" / "writing.md").read_text(encoding="utf-8")
    tree = etree.fromstring(parts(make(name))["word/document.xml"])
    said = [found["said"] for found in INSTRUCTION.finditer("".join(map(str, tree.itertext())))]
    used = {each.removeprefix("附表.") for words in said for each in NAME.findall(words)} - {"、"}
    explained = set(NAME.findall(page))
    assert used - explained - {each.partition(".")[0] for each in explained} == set()

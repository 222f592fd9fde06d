"""Files that are no documents, sent through the page: it says what is wrong, keeps nothing, and goes on."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Import, SourceFile
from tests.browser.conftest import enter, upload
from tests.records.conftest import PLAN

ENTITIES: Final = """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "落实落实落实">{}]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r>
</w:p></w:body></w:document>"""
TYPES: Final = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""


def packed(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return held.getvalue()


def word(document: bytes) -> bytes:
    return packed(**{"[Content_Types].xml": TYPES.encode(), "word__document.xml": document})


def encrypted() -> bytes:
    """An encrypted workbook is an OLE file that says so in UTF-16."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def bad_files() -> Iterator[tuple[str, bytes, str]]:
    """Name, content, and what the page says."""
    entities = "".join(f'<!ENTITY l{n} "{f"&{chr(108)}{n - 1};" * 10 if n else "&a;"}">' for n in range(10))
    yield "截断.docx", word(b"<w/>" * 4000)[:90], "不完整"
    yield "加密.xlsx", encrypted(), "取消密码"
    yield "炸弹.docx", word(bytes(80 * 2**20)), "压缩比异常"
    yield "实体.docx", word(ENTITIES.format(entities).encode()), "损坏"
    yield "空的.docx", b"", "文件是空的"
    yield "全零.pdf", bytes(4096), "不是文字文件"
    yield "二进制.txt", bytes(range(256)) * 40, "不是文字文件"
    yield "菜谱.txt", "红烧肉\n五花肉切块，焯水，小火炖一小时。\n".encode(), "没有认出"


def test_what_is_no_document_is_told_and_kept_nowhere(page: Page, alice: Actor, tmp_path: Path) -> None:
    page.goto("/accounts/login/")
    enter(page, alice)
    for name, content, sentence in bad_files():
        file = tmp_path / name
        file.write_bytes(content)
        upload(page, file)
        expect(page.locator("h1")).to_have_text("导入没有成功，台账没有变动")
        expect(page.get_by_role("alert")).to_contain_text(sentence)
        expect(page.get_by_text(name)).to_be_visible()
    assert not Import.objects.exists()
    assert not SourceFile.objects.exists()
    good = tmp_path / "好的.txt"
    good.write_text(PLAN, encoding="utf-8")
    upload(page, good)
    expect(page.locator("h1")).to_contain_text("核对导入")

"""Told by its content and never by its name: what kind of file this is."""

import re
from typing import Final

from luoshi.errors import Damaged, Encrypted, UnknownFormat
from luoshi.model import Format
from luoshi.source import bounds
from luoshi.source.encoding import decode

HEAD: Final = 1024
"""Bytes within which a PDF says that it is one; mail gateways put lines of their own before it."""

SAMPLE: Final = 65_536
"""Characters of a text that are looked at to tell its kind."""

PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
PACKED: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")

# Streams that the directory of an OLE file names, in UTF-16: a workbook, an encrypted package, a Word document.
WORKBOOKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
ENCRYPTED: Final = "EncryptedPackage\0".encode("utf-16-le")
WORD: Final = "WordDocument\0".encode("utf-16-le")

# A whole page: "<!DOCTYPE html>", "<html lang=zh>", "<body>".
PAGE: Final = re.compile(r"<!doctype\s{1,9}html|<(?:html|head|body)[\s>]", re.IGNORECASE)

# A piece of a page, as some systems export a list under the name of a workbook: "<table border=1>".
SCRAP: Final = re.compile(r"\s*<(?:table|div|p|h[1-6]|section|article|meta|ul|ol|style)[\s>]", re.IGNORECASE)

# A document of Office 2003: <?mso-application progid="Word.Document"?>
OFFICE_XML: Final = re.compile(r"<\?mso-application|schemas\.microsoft\.com/office/word/2003")

# A page saved with its pictures: "MIME-Version: 1.0"
MAIL: Final = re.compile(r"(?:[\w-]{1,40}: [^\n]{0,200}\n){0,9}(?:MIME-Version|Content-Type): ", re.IGNORECASE)

# "## 二、重点任务"
HEADING: Final = re.compile(r"^#{1,6} +\S", re.MULTILINE)

# "| 序号 | 任务 |" over "| --- | :-: |"
PIPES: Final = re.compile(r"^ {0,3}\|?[ :]*--[-: ]*\|[-:| ]*$", re.MULTILINE)

# "**▲**发展局"
BOLD: Final = re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*")


def sniff(content: bytes) -> Format:
    """The format of `content`. Raises `SourceError` where no reader knows it, with what to do instead."""
    if not content:
        raise Damaged("文件是空的，请重新导出或下载后再试。")
    if b"%PDF-" in content[:HEAD]:
        return Format.PDF
    if content.startswith(OLE):
        return _sniff_ole(content)
    if content.startswith(ZIP):
        from luoshi.source.archive import sniff_members

        return sniff_members(content)
    if content.startswith(b"{\\rtf"):
        return Format.DOC
    _refuse_binary(content)
    bounds.check_bytes(len(content), bounds.TEXT_BYTES)
    return sniff_text(decode(content))


def sniff_text(text: str) -> Format:
    """The format of a document that is text: HTML, CSV, Markdown or none of them."""
    from luoshi.source.delimited import find_delimiter

    head = text[:SAMPLE]
    _refuse_relatives(head)
    if head.lstrip().startswith("<") and (PAGE.search(head) or (SCRAP.match(head) and not HEADING.search(text))):
        return Format.HTML
    if find_delimiter(text):
        return Format.CSV
    if HEADING.search(text) or PIPES.search(text) or BOLD.search(text):
        return Format.MD
    return Format.TXT


def _sniff_ole(content: bytes) -> Format:
    """Word and Excel used the same container before 2007, and use it still for files with a password."""
    if ENCRYPTED in content:
        raise Encrypted("文件设有打开密码，请在 Word 或 WPS 中取消密码后另存，再重新导入。")
    if WORD in content:
        return Format.DOC
    if any(name in content for name in WORKBOOKS):
        return Format.XLSX
    raise UnknownFormat("这个 Office 文件既不是文字文档也不是表格，请另存为 .docx 或 .xlsx 后再导入。")


def _refuse_binary(content: bytes) -> None:
    """What is often handed in by mistake gets a sentence of its own."""
    if content.startswith(PICTURES):
        raise UnknownFormat("这是一张图片，请先做文字识别（OCR），或导入原来的 Word、PDF、OFD 文件。")
    if content.startswith(PACKED):
        raise UnknownFormat("这是压缩包，请先解压，再导入里面的文档。")


def _refuse_relatives(head: str) -> None:
    """Texts that only the program which wrote them reads well."""
    if OFFICE_XML.search(head):
        raise UnknownFormat("这是旧版 Office 的 XML 文件，请用 Word 或 Excel 打开后另存为 .docx 或 .xlsx 再导入。")
    if MAIL.match(head):
        raise UnknownFormat("这是网页存档或邮件，请用 Word 或浏览器打开后另存为 .docx 或 .html 再导入。")

"""The kind of a file is told by its content."""

from importlib import import_module

import pytest

from luoshi.errors import Damaged, Encrypted, SourceError, UnknownFormat
from luoshi.model import Format
from luoshi.source.sniff import OLE, sniff

seeds = import_module("seeds")

KINDS = [
    ("重点工作责任分解\n一、工业\n", Format.TXT),
    ("\n\n1.建成C#平台，完成1#楼\n", Format.TXT),
    ("一，甲,乙,丙。\n二，甲,乙。\n三，甲,乙,丙。\n", Format.TXT),
    ("甲,乙\n丙,丁\n", Format.TXT),
    ("## 重点工作\n\n新建公园\n", Format.MD),
    ("1.新建公园（责任单位：**▲**园林局）\n", Format.MD),
    ("序号 | 任务\n--- | ---\n1 | 公园\n", Format.MD),
    ("<table><tr><td>1</td></tr></table>\n", Format.HTML),
    (
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN'>\n<html><body>一</body></html>",
        Format.HTML,
    ),
    ("<p>一</p>\n\n## 二\n", Format.MD),
    ("序号,任务,单位\n1,公园,园林局\n", Format.CSV),
    ('序号;任务;单位\n1;"公园;\n广场";园林局\n', Format.CSV),
    ('序号\t任务\t单位\n1\t"公园\n广场"\t园林局\n', Format.CSV),
    ("序号\t任务\t单位\n1\t公园\t园林局\n", Format.TXT),
    ("{\\rtf1 x}", Format.DOC),
    ("a mail gateway's line\n%PDF-1.7\n", Format.PDF),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_text_is_told_by_its_marks(text: str, kind: Format) -> None:
    assert sniff(text.encode()) == kind


MEMBERS = [
    ({"[Content_Types].xml": b"", "word/document.xml": b""}, Format.DOCX),
    ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, Format.XLSX),
    ({"OFD.xml": b"", "Doc_0/Document.xml": b""}, Format.OFD),
    ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}, Format.XLSX),
    ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, Format.DOC),
]


@pytest.mark.parametrize(("members", "kind"), MEMBERS)
def test_an_archive_is_told_by_its_members(members: dict[str, bytes], kind: Format) -> None:
    assert sniff(seeds.zip_members(members)) == kind


@pytest.mark.parametrize(
    ("stream", "kind"), [("WordDocument", Format.DOC), ("Workbook", Format.XLSX), ("Book", Format.XLSX)]
)
def test_an_old_office_file_is_told_by_its_streams(stream: str, kind: Format) -> None:
    assert sniff(OLE + b"\xff" * 600 + f"{stream}\0".encode("utf-16-le")) == kind


REFUSED = [
    (b"", Damaged, "空"),
    (OLE + "EncryptedPackage\0".encode("utf-16-le"), Encrypted, "密码"),
    (OLE + b"\0" * 600, UnknownFormat, "另存"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 30, UnknownFormat, "图片"),
    (b"\xff\xd8\xff\xe0" + b"\0" * 30, UnknownFormat, "图片"),
    (b"Rar!\x1a\x07\x01", UnknownFormat, "解压"),
    (bytes(range(256)) * 40, UnknownFormat, "不是文字"),
    (b"\0" * 100_000, UnknownFormat, "不是文字"),
    (b"PK\x03\x04 cut off", Damaged, "不完整"),
    (seeds.zip_members({"a.txt": b"1"}), UnknownFormat, "压缩包"),
    (seeds.zip_members({"ppt/presentation.xml": b"1"}), UnknownFormat, "演示文稿"),
    (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w/>', UnknownFormat, "另存"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>", UnknownFormat, "网页存档"),
]


@pytest.mark.parametrize(("content", "error", "word"), REFUSED)
def test_what_no_reader_knows_is_refused_with_advice(content: bytes, error: type[SourceError], word: str) -> None:
    with pytest.raises(error, match=word):
        sniff(content)


def test_pictures_that_a_text_only_mentions_do_not_matter() -> None:
    assert sniff("BM指数提高到3以上。\n".encode()) == Format.TXT

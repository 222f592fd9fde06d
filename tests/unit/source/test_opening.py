"""Files are opened, or refused with one sentence that says what to do."""

import hashlib
import os
from importlib import import_module
from pathlib import Path

import pytest

from luoshi.errors import Damaged, NoText, SourceError, TooLarge, UnknownFormat
from luoshi.model import Cell, Format, Paragraph, Source, Table
from luoshi.source import bounds
from luoshi.source.opening import open_bytes, open_source

seeds = import_module("seeds")


def test_a_source_tells_name_format_digest_and_pages(tmp_path: Path) -> None:
    content = "甲\n\f乙\n".encode()
    path = tmp_path / "通知.docx"
    path.write_bytes(content)
    blocks = (Paragraph("甲", 1), Paragraph("乙", 2))
    assert open_source(path) == Source("通知.docx", Format.TXT, blocks, hashlib.sha256(content).hexdigest(), 2)


FORMATS = {
    "txt": Format.TXT, "txt-gb18030": Format.TXT, "txt-utf-16": Format.TXT, "md": Format.MD,
    "html": Format.HTML, "csv": Format.CSV, "docx": Format.DOCX, "xlsx": Format.XLSX, "pdf": Format.PDF,
    "ofd": Format.OFD,
}  # fmt: skip


@pytest.mark.parametrize("seed", FORMATS)
def test_every_format_finds_its_reader(seed: str) -> None:
    source = open_bytes(seeds.SEEDS[seed].make(), name="x")
    assert source.format == FORMATS[seed]
    assert any(isinstance(block, Table) for block in source.blocks)


REFUSED = [
    (b"", Damaged),
    (b" \n\r\n\t", NoText),
    (b"\f\n\f", NoText),
    (os.urandom(5000), UnknownFormat),
    (b"\0" * (bounds.FILE_BYTES + 1), TooLarge),
    (b"a" * (bounds.TEXT_BYTES + 1), TooLarge),
    (("字" * (bounds.CHARACTERS + 1)).encode(), TooLarge),
    (b"\n" * (bounds.BLOCKS + 1), TooLarge),
    (b"a\tb\n" * 1000 + b"a" + b"\t" * 5000 + b"x\n", TooLarge),
]


@pytest.mark.parametrize(("content", "error"), REFUSED, ids=range(len(REFUSED)))
def test_content_out_of_bounds_is_refused(content: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error) as refusal:
        open_bytes(content, name="x")
    assert str(refusal.value).endswith("。")
    assert str(refusal.value).count("。") == 1


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有", Path("/dev/null"), tmp_path / "a\0b"):
        with pytest.raises(SourceError, match=r"。$"):
            open_source(path)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="权限"):
        open_source(tmp_path / "通知.txt")


def test_a_name_that_no_encoding_knows_is_shown_all_the_same() -> None:
    assert open_bytes("甲".encode(), name="\udcff.txt").name == "?.txt"


def test_a_vast_table_is_refused() -> None:
    with pytest.raises(TooLarge):
        bounds.check_blocks((Table((Cell(0, 0, "甲", bounds.AREA, 2),)),))

"""Old Word files, through LibreOffice."""

from importlib import import_module
from pathlib import Path

import pytest

from luoshi.errors import Damaged, MissingTool
from luoshi.model import Format, Paragraph, Table
from luoshi.source import office
from luoshi.source.opening import open_bytes

seeds = import_module("seeds")

needs_office = pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice is not installed")


@needs_office
@pytest.mark.parametrize("target", ["doc", "rtf", "odt"])
def test_an_old_document_reads_as_the_new_one_does(target: str, tmp_path: Path) -> None:
    content = seeds.convert(seeds.make_docx(), source="docx", target=target, folder=tmp_path)
    source = open_bytes(content, name="通知.wps")
    assert source.format == Format.DOC
    lines = [block.text for block in source.blocks if isinstance(block, Paragraph) and block.text]
    assert lines == ["青川市重点工作", "1. 新建公园3个", "2. 补种树木", "（此件公开发布）"]
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    spans = [(cell.text, cell.row_span, cell.column_span) for cell in table.cells if cell.text]
    assert spans == [("序号\n任务", 2, 2), ("园林局", 1, 1)]


@needs_office
def test_a_file_that_it_cannot_open_is_refused() -> None:
    with pytest.raises(Damaged):
        office.read_blocks(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600)


def test_without_it_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingTool, match="libreoffice-writer-nogui"):
        office.read_blocks(b"{\\rtf1 x}")

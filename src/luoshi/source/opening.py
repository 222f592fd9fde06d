"""A file, or the bytes of one, → raw `Source`: nothing mended, each physical line a block."""

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

from luoshi.errors import NoText, SourceError, UnknownFormat
from luoshi.model import Format, Paragraph, Source, Table
from luoshi.source import bounds
from luoshi.source.secrecy import refuse_classified
from luoshi.source.sniff import sniff

Reader = Callable[[bytes], tuple[Paragraph | Table, ...]]

# One module a format, imported when a document asks for it; each has a function `read_blocks`.
READERS: Final = {
    Format.TXT: "text",
    Format.MD: "markdown",
    Format.CSV: "delimited",
    Format.HTML: "html",
    Format.DOCX: "docx",
    Format.XLSX: "xlsx",
    Format.PDF: "pdf",
    Format.OFD: "ofd",
    Format.DOC: "office",
}


def open_source(path: Path) -> Source:
    """The document in the file at `path`. Raises `SourceError`."""
    try:
        if path.is_dir():
            raise UnknownFormat("这是一个文件夹，请选择其中的一个文件。")
        if path.exists() and not path.is_file():
            raise UnknownFormat("这不是普通文件，请选择一个文档。")
        with path.open("rb") as file:
            content = file.read(bounds.FILE_BYTES + 1)
    except FileNotFoundError:
        raise SourceError("找不到这个文件，请检查路径和文件名。") from None
    except PermissionError:
        raise SourceError("没有权限读取这个文件，请检查文件的权限，或复制一份再试。") from None
    except (OSError, ValueError):
        raise SourceError("这个文件读不出来，请检查路径和存储设备，或复制到本机后再试。") from None
    return open_bytes(content, name=path.name)


def open_bytes(content: bytes, *, name: str) -> Source:
    """The document in `content`; `name` is kept for show and decides nothing. Raises `SourceError`."""
    bounds.check_bytes(len(content))
    kind = sniff(content)
    read_blocks: Reader = import_module(f"luoshi.source.{READERS[kind]}").read_blocks
    blocks = read_blocks(content)
    bounds.check_blocks(blocks)
    if not any(map(_has_text, blocks)):
        raise NoText("文件里没有文字；如果是扫描件或图片，请先做文字识别（OCR）再导入。")
    refuse_classified(blocks)
    pages = max((block.page for block in blocks if block.page is not None), default=None)
    shown = name.encode("utf-8", "replace").decode("utf-8")
    return Source(shown, kind, blocks, hashlib.sha256(content).hexdigest(), pages)


def _has_text(block: Paragraph | Table) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return any(cell.text.strip() for cell in block.cells)

"""DOC, WPS, RTF, ODT → blocks: LibreOffice writes them as .docx, which is then read."""

from typing import Final

from luoshi.errors import Damaged, MissingTool
from luoshi.model import Paragraph, Table
from luoshi.source import docx
from luoshi.source.libreoffice import Conversion, convert, find_program

# How a file of each kind begins, the name under which it is given, and the filter that must read it: left to itself
# LibreOffice takes a damaged file for plain text and gives back its bytes as letters.
KINDS: Final = (
    (b"{\\rtf", "given.rtf", "Rich Text Format"),
    (b"PK", "given.odt", "writer8"),
    (b"", "given.doc", "MS Word 97"),
)


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a document that LibreOffice can read.

    Raises `MissingTool` where it is not installed, `TooLarge` past the time, `Damaged` when it gives nothing.
    """
    program = find_program()
    if program is None:
        raise MissingTool("读取 .doc、.wps、.rtf、.odt 文件需要 LibreOffice，请安装 libreoffice-writer-nogui 后再试。")
    given, reader = next((name, reader) for mark, name, reader in KINDS if content.startswith(mark))
    written = convert(program, content, Conversion(given, reader, "docx", "MS Word 2007 XML"))
    if written is None:
        raise Damaged("文件损坏或设有密码，LibreOffice 打不开；请用 Word、WPS 打开后另存为 .docx 再导入。")
    return docx.read_blocks(written)

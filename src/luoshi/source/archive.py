"""Zip archives (docx, xlsx, ods, odt, ofd) → members, under bounds that hold whatever their headers claim."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from luoshi.errors import Damaged, Encrypted, TooLarge, UnknownFormat
from luoshi.model import Format
from luoshi.source import bounds

CHUNK: Final = 65_536

PASSWORD_BIT: Final = 0x1
"""In a member's flags: its content is encrypted."""

# The member (or its beginning) that only one kind of document has, and how the kind is read.
KINDS: Final = (
    ("word/", Format.DOCX),
    ("xl/", Format.XLSX),
    ("OFD.xml", Format.OFD),
)

# What the member "mimetype" says of an OpenDocument file.
MIMETYPES: Final = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.XLSX),
    (b"application/vnd.oasis.opendocument.text", Format.DOC),
)


def sniff_members(content: bytes) -> Format:
    """The format of the document in an archive. Raises `UnknownFormat` for one that holds none."""
    with _open(content) as archive:
        names = archive.namelist()
    for beginning, kind in KINDS:
        if any(name.startswith(beginning) for name in names):
            return kind
    mimetype = unpack(content, lambda name: name == "mimetype").get("mimetype", b"")
    for said, kind in MIMETYPES:
        if mimetype.startswith(said):
            return kind
    if any(name.startswith("ppt/") for name in names):
        raise UnknownFormat("这是演示文稿，请把要读取的内容另存为 .docx 或 .pdf 再导入。")
    raise UnknownFormat("这是压缩包或不认识的文档，请先解压，再导入里面的文档。")


def unpack(content: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Name → bytes of the members that are wanted.

    Raises `TooLarge` before and while unpacking, `Encrypted` for a member with a password, `Damaged` for a broken one.
    """
    members: dict[str, bytes] = {}
    left = bounds.UNPACKED_BYTES
    with _open(content) as archive:
        for member in archive.infolist():
            if not is_wanted(member.filename) or member.is_dir():
                continue
            data = b"".join(_inflate(archive, member, left))
            left -= len(data)
            members[member.filename] = data
    _check_ratio(bounds.UNPACKED_BYTES - left, len(content))
    return members


def pack(members: dict[str, bytes]) -> bytes:
    """An archive of `members` whose headers tell the truth, for a reader that trusts them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def _open(content: bytes) -> zipfile.ZipFile:
    """The archive, its headers within bounds."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Damaged("文件不完整（可能没有下载完），请重新下载或导出后再试。") from None
    members = archive.infolist()
    if len(members) > bounds.MEMBERS:
        raise TooLarge("文件内部的成员过多，不像正常文档；请用 Word、WPS 打开后另存再导入。")
    if any(member.flag_bits & PASSWORD_BIT for member in members):
        raise Encrypted("文件设有密码，请取消密码后另存，再重新导入。")
    _check_ratio(sum(member.file_size for member in members), len(content))
    return archive


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> Iterator[bytes]:
    """Chunks of one member; no more than `left` bytes in all."""
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    _refuse()
                yield chunk
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError):
        raise Damaged("文件内容损坏，请用 Word、WPS 打开修复后另存，再重新导入。") from None


def _check_ratio(unpacked: int, packed: int) -> None:
    """Refuse an archive that unpacks to too much, or to too many times its size."""
    if unpacked > bounds.UNPACKED_BYTES or unpacked > bounds.UNPACKING_GRACE + bounds.UNPACKING_RATIO * packed:
        _refuse()


def _refuse() -> None:
    raise TooLarge(f"文件解压后超过{bounds.UNPACKED_BYTES // bounds.MEBIBYTE}兆字节或压缩比异常，请拆分后另存再导入。")

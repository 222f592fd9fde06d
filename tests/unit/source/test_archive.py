"""Archives under bounds."""

import io
import struct
import zipfile
from importlib import import_module

import pytest

from luoshi.errors import Damaged, Encrypted, TooLarge
from luoshi.source import bounds
from luoshi.source.archive import pack, unpack

seeds = import_module("seeds")


def unpack_all(content: bytes) -> dict[str, bytes]:
    return unpack(content, lambda _: True)


def test_only_what_is_wanted_is_unpacked() -> None:
    content = seeds.zip_members({"a.xml": b"1", "b.bin": b"2"})
    assert unpack(content, lambda name: name.endswith(".xml")) == {"a.xml": b"1"}


def test_what_is_packed_again_is_the_same() -> None:
    members = {"a.xml": b"1", "b/c.xml": b"2" * 1000}
    assert unpack_all(pack(members)) == members


def test_a_bomb_that_says_so_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TooLarge):
        unpack_all(seeds.zip_members({"word/document.xml": b"\0" * (bounds.UNPACKING_GRACE * 2)}))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(seeds.zip_members({"a.xml": b"\0" * (bounds.UNPACKING_GRACE * 2)}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 10)
    with pytest.raises((Damaged, TooLarge)):
        unpack_all(bytes(content))


def test_members_are_counted() -> None:
    with pytest.raises(TooLarge):
        unpack_all(seeds.zip_members({f"{number}": b"" for number in range(bounds.MEMBERS + 1)}))


def test_a_member_with_a_password_is_refused() -> None:
    content = bytearray(seeds.zip_members({"a.xml": b"1"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted):
        unpack_all(bytes(content))


def test_a_member_that_is_damaged_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.xml", b"0123456789")
    with pytest.raises(Damaged):
        unpack_all(file.getvalue().replace(b"0123456789", b"012345678X"))

"""No damage to a file makes anything but a SourceError escape. LUOSHI_FUZZ=20000 runs as many mutations a format."""

import os
import random
import shutil
from collections.abc import Callable
from importlib import import_module
from typing import Final

import pytest

from luoshi.errors import SourceError
from luoshi.model import Source
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes

seeds = import_module("seeds")

MUTATIONS: Final = int(os.environ.get("LUOSHI_FUZZ", "300"))


def flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * chance.randint(1, 3) + content[end:]


def insert(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    scraps = (b"\0" * 40, b"<table>" * 9, b"999999999", b"\t|+", b"%1%9", chance.randbytes(16), b"&#x1;", b"--\n")
    return content[:place] + chance.choice(scraps) + content[place:]


MUTATORS: Final[tuple[Callable[[bytes, random.Random], bytes], ...]] = (flip, cut, repeat, insert)


def mutate(content: bytes, chance: random.Random) -> bytes:
    """`content` damaged in one place, for an archive mostly inside one of its members."""
    mutator = chance.choice(MUTATORS)
    if not content.startswith(b"PK") or chance.random() < 0.3:
        return mutator(content, chance)
    members: dict[str, bytes] = seeds.unzip_members(content)
    name = chance.choice([name for name, data in members.items() if data and name.endswith(".xml")])
    packed: bytes = seeds.zip_members(members | {name: mutator(members[name], chance)})
    return packed


def opened(content: bytes) -> Source | SourceError:
    try:
        return open_bytes(content, name="damaged")
    except SourceError as error:
        return error


@pytest.mark.parametrize("name", seeds.SEEDS)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(name: str) -> None:
    seed = seeds.SEEDS[name]
    if seed.tool and not shutil.which(seed.tool):
        pytest.skip(f"{seed.tool} is not installed")
    content = seed.make()
    chance = random.Random(name)  # noqa: S311 - the same damage in every run
    for _ in range(max(2, MUTATIONS // seed.cost)):
        result = opened(mutate(content, chance))
        assert isinstance(result, Source) or str(result).endswith("。")
        if isinstance(result, Source):
            assert read_source(mend(result)).document is not None

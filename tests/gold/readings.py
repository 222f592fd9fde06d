"""Documents as `luoshi read --format json` prints them, each read once."""

from functools import cache
from pathlib import Path

from luoshi.cli.inputs import read_file
from luoshi.writing.contract import write_contract
from tests.reference import Json


@cache
def contract(path: Path) -> Json:
    """The contract of the document at `path`; not to be changed."""
    read = read_file(path, kind=None, as_of=None)
    return write_contract(read.reading, read.source)

"""Documents as `luoshi read --format json` prints them, each read once."""

from functools import cache
from pathlib import Path

from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.writing.contract import write_contract
from tests.reference import Json


@cache
def contract(path: Path) -> Json:
    """The contract of the document at `path`; not to be changed."""
    source = mend(open_source(path))
    return write_contract(read_source(source), source)

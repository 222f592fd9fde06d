"""The sources of the demo city, read from TOML as they stand."""

import tomllib
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "sources"


def read_source(name: str) -> Entry:
    """Return `demo/sources/NAME.toml` as a dictionary."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))

"""The page of settings: every threshold of judging and checking, from the rules file itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from luoshi.rules import DEFAULTS

PAGE = Path(__file__).parent / "settings.md"

_HEAD = """# The rules of judging and checking

Every threshold by which `luoshi judge` and `luoshi read` judge a progress table, and from which on `luoshi check`
raises a doubt, is a line of one file (`python -m docs` writes this page from it; the tests compare it, and try each). A
file of your own, given with `--rules`, holds only what it changes; a ladder of its own takes the place of the one with
its name. The [codes](flags.md) in brackets are those of the doubts that a setting is about.

| Setting | Value | What it does |
| --- | --- | --- |
"""
# “[count]”
_TABLE = re.compile(r"^\[(?P<name>[a-z_.]+)\]$")
# “ahead = 10”
_SETTING = re.compile(r"^(?P<name>[a-z_]+) = (?P<value>.+)$")


def _settings(text: str) -> Iterator[str]:
    """A line of the table for each setting that stands outside the ladders, with the comment above it."""
    table, comment = "", ""
    for line in text.partition("\n[[ladders")[0].splitlines():
        if line.startswith("# "):
            comment = line.removeprefix("# ")
        elif found := _TABLE.match(line):
            table = f"{found['name']}."
        elif found := _SETTING.match(line):
            yield f"| `{table}{found['name']}` | `{found['value']}` | {comment} |"


def write_settings() -> str:
    """The text of `docs/settings.md`."""
    text = DEFAULTS.read_text(encoding="utf-8")
    return _HEAD + "\n".join(_settings(text)) + f"\n\n## The file\n\n```toml\n{text}```\n"

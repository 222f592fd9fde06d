"""Options that several commands share."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Any, Final

from luoshi.model import Kind

# 2026-09-30 | 2026年9月30日 | 2026/9/30
_DAY: Final = re.compile(r"(?P<year>\d{4})(?:[-./]|年)(?P<month>\d{1,2})(?:[-./]|月)(?P<day>\d{1,2})日?", re.ASCII)


def parse_day(text: str) -> date:
    """2026-09-30, or as letters have it, 2026年9月30日; raises what argparse tells the user."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，要写成 2026-09-30 这样。") from None


class _Once(argparse.Action):
    """An option of which a second one would silently take the first one's place."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, *_: object) -> None:
        if getattr(namespace, self.dest) is not None:
            raise argparse.ArgumentError(self, "写了两次，一次只能写到一个文件。")
        setattr(namespace, self.dest, values)


def add_output(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """`-o`: the file that the result goes to, in place of the screen."""
    parser.add_argument("-o", "--output", type=Path, required=required, action=_Once)


def add_view(parser: argparse.ArgumentParser) -> None:
    """`--kind` and `--as-of`: how a document is to be understood."""
    parser.add_argument("--kind", choices=[kind.value for kind in Kind if kind is not Kind.UNKNOWN])
    parser.add_argument("--as-of", type=parse_day)

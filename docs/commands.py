"""The page of commands: what `luoshi --help` and the help of each command print."""

import re
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from luoshi.cli.arguments import build_parser

PAGE = Path(__file__).parent / "cli.md"

_HEAD = """# The command line

Luoshi speaks Chinese to its users; this page is what it prints (`python -m docs` writes it, the tests compare it).

| Exit code | When |
| --- | --- |
| 0 | read and written; also for a document of another genre: its result is of kind `unknown`, and a sentence says so |
| 2 | a file could not be read or a result not written, or the command was not understood: one sentence says why |
| 130 | stopped with Ctrl-C; no half-written file is left |
| 141 | the reader of a pipe closed it (`luoshi read … \\| head`) |

Several files, or a folder, are a batch: each file that could not be read is a line of the result
(`{"kind": "error", …}`) and a sentence on standard error; the others are read, and the exit code is 2.
"""

# “  read    读出任务、单位、时限” under 命令：
_COMMAND = re.compile(r"^  (?P<name>[a-z]+) {2,}\S", re.MULTILINE)


def read_help(words: Sequence[str]) -> str:
    """What `luoshi WORDS --help` prints."""
    printed = StringIO()
    with redirect_stdout(printed), suppress(SystemExit):
        build_parser().parse_args([*words, "--help"])
    return printed.getvalue().strip("\n")


def list_commands() -> tuple[str, ...]:
    """The commands that the help names."""
    return tuple(_COMMAND.findall(read_help([]).partition("命令：")[2]))


def _section(words: Sequence[str]) -> str:
    return "\n".join([f"\n## {' '.join(['luoshi', *words])}\n", "```text", read_help(words), "```", ""])


def write_commands() -> str:
    """The text of `docs/cli.md`."""
    return _HEAD + _section([]) + "".join(_section([name]) for name in list_commands())

"""The command line: one module a command, imported when it is asked for."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from luoshi.cli.arguments import build_parser
from luoshi.cli.outputs import say
from luoshi.errors import LuoshiError

# As the shell counts a program that was stopped: 128 + the signal's number (SIGINT 2, SIGPIPE 13)
_INTERRUPTED, _PIPE_CLOSED = 130, 141


def _speak_utf8() -> None:
    """Whatever the locale: results are UTF-8, and a character that is none is escaped instead of stopping all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(options: Namespace) -> int:
    if options.command is None:
        build_parser().print_help()
        return 0
    command = import_module(f"luoshi.cli.{options.command}")
    return int(command.run(options))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 well, 1 `check` found an error, 2 something could not be read or written, 130 stopped.
    """
    _speak_utf8()
    try:
        options = build_parser().parse_args(argv)
        code = _run(options)
        sys.stdout.flush()
    except LuoshiError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("已停下，写了一半的文件没有留下。")
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has seen enough (… | head); Python would complain once more when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    return code

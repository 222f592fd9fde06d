"""What one may type after `luoshi`, and the help that teaches it: one module a command."""

import argparse
import re
from typing import Any, NoReturn

from luoshi import __version__
from luoshi.cli.arguments import (
    backup,
    check,
    compare,
    draft,
    journal,
    judge,
    load,
    read,
    restore,
    rules,
    serve,
    setup,
    show,
    write,
)

# The commands in the order of the work; `luoshi.cli.NAME` carries out NAME.
COMMANDS = {
    "read": read,
    "show": show,
    "check": check,
    "judge": judge,
    "compare": compare,
    "draft": draft,
    "write": write,
    "setup": setup,
    "rules": rules,
    "load": load,
    "serve": serve,
    "journal": journal,
    "backup": backup,
    "restore": restore,
}

# argparse's own complaints → what to tell the user; {…} takes the groups of the expression
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "还缺 {what}。"),
    (re.compile(r"unrecognized arguments: (?P<what>-.*)"), "不认识“{what}”。"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "“{what}”是多出来的。"),
    (re.compile(r"ambiguous option: (?P<what>\S+)"), "“{what}”可以是好几个选项，请写全。"),
    (re.compile(r"argument (?P<name>\S+?)(?:/\S+)?: expected .+"), "{name} 后面要写一个值。"),
    (
        re.compile(r"argument command: invalid choice: '(?P<what>[^']*)' \(choose from (?P<these>.+)\)"),
        "没有“{what}”这个命令，只有 {these}。",
    ),
    (
        re.compile(
            r"argument (?P<name>\S+?)(?:/\S+)?: invalid choice: '(?P<what>[^']*)' \(choose from (?P<these>.+)\)"
        ),
        "{name} 不能写“{what}”，只能是 {these}。",
    ),
    (re.compile(r"argument (?P<name>\S+?)(?:/\S+)?: (?P<what>.+)"), "{name}：{what}"),
)


class _Parser(argparse.ArgumentParser):
    """argparse with the help written by hand and its complaints in Chinese."""

    def format_help(self) -> str:
        return self.description or ""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """What nobody asked for is told by the command that it was typed after, with that command's help."""
        known, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return known, left

    def error(self, message: str) -> NoReturn:
        told = message
        for pattern, sentence in _COMPLAINTS:
            match = pattern.match(message)
            if match:
                found = match.groupdict()
                these = found.get("these", "").replace("'", "").replace(", ", "、")
                told = sentence.format(**{**found, "these": these})
                break
        self.exit(2, f"luoshi: {told}怎么写见 {self.prog} --help\n")


def _help() -> str:
    listed = "\n".join(f"  {name:<10}{command.SUMMARY}（luoshi {name} --help）" for name, command in COMMANDS.items())
    return f"""落实 {__version__}：把政府工作报告的责任分解读成台账

用法：luoshi 命令 文件… [选项]

两个例子：
  luoshi read 责任分解.docx                   在屏幕上看读出的任务、单位、时限和存疑
  luoshi read 责任分解.pdf -o 台账.xlsx       写成 Excel 台账

命令：
{listed}

选项：
  -h, --help     显示这份说明
  --version      显示版本
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser; what it gives has `command` (None when none is given) and the options of that command."""
    parser = _Parser(prog="luoshi", description=_help())
    parser.add_argument("--version", action="version", version=f"luoshi {__version__}")
    commands = parser.add_subparsers(dest="command")
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, description=command.HELP))
    return parser

"""What one may type after `luoshi journal`."""

import argparse

SUMMARY = "核验审计日志有没有被改过、删过"

HELP = """核验审计日志：每一条都和前一条用哈希连着，改过、删过都查得出来

用法：luoshi journal verify

选项：
  -h, --help         显示这份说明

有一条不对时退出码是 1。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's words."""
    parser.add_argument("what", metavar="verify", choices=("verify",))

"""What one may type after `luoshi rules`."""

import argparse
from pathlib import Path

SUMMARY = "看、改网上台账的研判和检查规则"

HELP = """看、改一个政府的台账按什么规则研判、从什么程度起存疑

用法：luoshi rules [文件] [选项]

三个例子：
  luoshi rules                                看现在按什么规则
  luoshi rules 规则.toml                      改用这个文件的规则，报过的全部重新研判
  luoshi rules --own                          改回软件自带的规则

文件怎么写见 docs/settings.md，和 luoshi judge --rules、luoshi check --rules 用的一样，只写要改的几项。
[check] 里的管导入的文件和填报从什么程度起存疑：填报的存疑随着重新研判，已经导入、入册的文件里的不变。
写错了的不用，说明哪里不对。改了什么、哪几项的研判变了，审计日志里都有。

选项：
  --government 名称  哪个政府的；只有一个时不用写
  --own              用软件自带的规则
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's file and options."""
    parser.add_argument("file", metavar="文件", nargs="?", type=Path)
    parser.add_argument("--government")
    parser.add_argument("--own", action="store_true")

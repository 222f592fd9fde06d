"""What one may type after `luoshi restore`."""

import argparse
from pathlib import Path

SUMMARY = "用备份恢复网上台账"

HELP = """用备份恢复网上台账

用法：luoshi restore 备份.luoshi [选项]

先停下 luoshi serve。这里已经有数据时不会覆盖，除非写 --replace；原来的数据先另存在旁边。

选项：
  --replace          这里已有的数据换成备份里的
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's file and options."""
    parser.add_argument("file", metavar="文件", type=Path)
    parser.add_argument("--replace", action="store_true")

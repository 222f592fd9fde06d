"""What one may type after `luoshi backup`."""

import argparse

from luoshi.cli.arguments.options import add_output

SUMMARY = "把网上台账备份成一个文件"

HELP = """把网上台账整个备份成一个文件，使用中也可以备份

用法：luoshi backup -o 备份.luoshi

备份里有全部数据和上传的原件，没有签名会话用的密钥。
PostgreSQL 用它自己的 pg_dump，要装有 postgresql-client。

选项：
  -o, --output 文件  写到这个文件，必须写
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's options."""
    add_output(parser, required=True)

"""What one may type after `luoshi read`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_output, add_view

FORMATS = ("table", "json", "jsonl", "csv", "xlsx")

SUMMARY = "读出任务、单位、时限，说明哪里存疑"

HELP = """读一份或一批文件，得到台账

用法：luoshi read 文件或文件夹… [选项]

两个例子：
  luoshi read 责任分解.docx -o 台账.xlsx
  luoshi read 历年文件/ --format jsonl -o 全部.jsonl

能读责任分解、进展情况汇总表和政府工作报告；Word、WPS、Excel、PDF、OFD、网页和文字文件都可以：
docx doc wps rtf odt xlsx xls et ods pdf ofd html md txt csv。

选项：
  --format 格式      table 给人看，json 给程序看，jsonl 每份文件一行，csv 和 xlsx 是台账。
                     不写时：一份文件是 table；多份文件或文件夹在屏幕上是 table，
                     接到别的命令、文件里是 jsonl；有 -o 时看它的后缀。
                     csv 里以 = + - @ 开头的文字前面加 '，免得被当成公式；xlsx 不用加
  -o, --output 文件  写到这个文件，不写到屏幕；读错一半不会留下半个文件
  --kind 类型        认错了类型时指明：plan 责任分解，progress 进展情况，report 政府工作报告
  --as-of 日期       以哪一天为准，如 2026-09-30
  -h, --help         显示这份说明

有文件没读成时退出码是 2，其余文件照常读完。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("files", metavar="文件", nargs="+", type=Path)
    parser.add_argument("--format", choices=FORMATS)
    add_output(parser)
    add_view(parser)

"""What one may type after `luoshi judge`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_output, add_view

FORMATS = ("table", "json", "csv", "xlsx")

SUMMARY = "对照序时研判进展：完成、超前、欠多少点，为什么"

HELP = """对照序时研判进展：每个指标完成多少、该完成多少、差多少点，一句话说清为什么

用法：luoshi judge 进展情况汇总表 [选项]

两个例子：
  luoshi judge 三季度进展.xlsx
  luoshi judge 三季度进展.xlsx --plan 责任分解.docx -o 研判.xlsx

最弱的排在最前：欠进度（欠多少点）、没有数据、定性待核、未到节点、达进度、超进度、已完成。
正在办理、已申报、待评审的不算完成；自报的比例和完成数对不上时，以完成数为准。

选项：
  --plan 责任分解    按下达时的指标研判，汇总表里改写过的任务也照原来的
  --as-of 日期       以哪一天为准，如 2026-09-30；不写时是汇总表那一期的最后一天
  --rules 文件       换一套规则（TOML），能写的见 docs/settings.md
  --format 格式      table 给人看，json 给程序看，csv 和 xlsx 一个指标一行。
                     不写时：有 -o 时看它的后缀，没有时是 table
  -o, --output 文件  写到这个文件，不写到屏幕
  --kind 类型        认错了类型时指明：progress 进展情况
  -h, --help         显示这份说明

文件没读成、不是进展情况汇总表时退出码是 2。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("file", metavar="文件", type=Path)
    parser.add_argument("--plan", type=Path)
    parser.add_argument("--rules", type=Path)
    parser.add_argument("--format", choices=FORMATS)
    add_output(parser)
    add_view(parser)

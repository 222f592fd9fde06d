"""What one may type after `luoshi check`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_view

SUMMARY = "印发之前查一遍：单位写错、缺牵头、重号、数对不上"

HELP = """印发之前查一遍，哪里像是写错了

用法：luoshi check 文件或文件夹… [选项]

三个例子：
  luoshi check 责任分解.docx
  luoshi check 责任分解2026.docx --against 责任分解2025.docx
  luoshi check 三季度进展.xlsx --against 二季度进展.xlsx 责任分解2026.docx

每处一行：文件:页:段  代码 轻重  说明；Excel 是 文件:工作表:行。
轻重分三级：error 按文件自己的话就是错的，warning 是疑点，info 是提示。

选项：
  --against 文件…    分解和往年的分解对照：目标放低了没有，单位名称差一个字没有；
                     进展表和当年的分解、上一期的进展表对照：任务改了没有，文字照抄没有，累计数变小没有
  --rules 文件       换一套规则（TOML），从什么程度起提出疑问，能写的见 docs/settings.md
  --select 代码      只查这些，如 L001,L033
  --ignore 代码      不查这些
  --explain 代码     说明这个代码查什么
  --format 格式      text 给人看，json 和 sarif 给程序看
  --kind 类型        认错了类型时指明：plan 责任分解，progress 进展情况，report 政府工作报告
  --as-of 日期       以哪一天为准，如 2026-09-30
  -h, --help         显示这份说明

核对过、确实没错的，写进同一文件夹里的“文件名.luoshi.toml”，以后不再提示；必须写理由：
  [[suppress]]
  code = "L001"
  place = "原文里的几个字"
  reason = "确是另一家单位"

还有 error 时退出码是 1，有文件没读成时是 2，其余是 0。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("files", metavar="文件", nargs="*", type=Path)
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    parser.add_argument("--against", nargs="+", action="extend", type=Path, default=[])
    parser.add_argument("--rules", type=Path)
    parser.add_argument("--select")
    parser.add_argument("--ignore")
    parser.add_argument("--explain")
    add_view(parser)

"""What one may type after `luoshi compare`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_output

FORMATS = ("table", "json", "csv", "xlsx", "svg", "png")

SUMMARY = "几年的责任分解放在一起：哪些延续、提高、降低、没有再提"

HELP = """几年的责任分解放在一起，看每件事后来怎么样了

用法：luoshi compare 文件 文件… [选项]

两个例子：
  luoshi compare 责任分解2024.docx 责任分解2025.pdf 责任分解2026.xlsx
  luoshi compare 责任分解2025.pdf 责任分解2026.xlsx -o 指标走势.svg

责任分解和进展情况汇总表都可以，按年份先后排。同一件事用词改了、数变了也认得出；
目标降低的、没有再提的排在最前，接着是目标提高的、延续的、新提出的，换了牵头单位和领导的另外注明。

选项：
  --format 格式      table 给人看，json 给程序看，csv 和 xlsx 一件事一行，一年一列，
                     svg 和 png 是指标走势图，一个指标一行，可以放进汇报材料。
                     不写时：有 -o 时看它的后缀，没有时是 table
  --about 词         只看文字里有这个词的，如 --about 养老
  -o, --output 文件  写到这个文件，不写到屏幕
  -h, --help         显示这份说明

文件没读成、不是责任分解或进展情况时退出码是 2。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("files", metavar="文件", nargs="+", type=Path)
    parser.add_argument("--format", choices=FORMATS)
    parser.add_argument("--about")
    add_output(parser)

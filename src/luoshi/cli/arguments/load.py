"""What one may type after `luoshi load`."""

import argparse
from pathlib import Path

SUMMARY = "把文件导入网上台账，等人核对"

HELP = """把文件导入网上台账

用法：luoshi load 文件… [选项]

两个例子：
  luoshi load 责任分解.docx                   导入后在浏览器里核对、入册
  luoshi load 三季度进展.xlsx --year 2026     作为 2026 年台账三季度的填报

责任分解导入后是“核对中”，有人核对、入册才进台账；更正已经入册的，导入后是“对比中”，逐处采纳
才更正；进展情况汇总表按期入填报，逐项研判。

选项：
  --government 名称  哪个政府的；只有一个时不用写
  --year 年度        进展情况是哪一年台账的，不写时看文件
  --sender 名称      进展报的是这个上级政府下达的任务
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("files", metavar="文件", nargs="+", type=Path)
    parser.add_argument("--government")
    parser.add_argument("--year", type=int)
    parser.add_argument("--sender")

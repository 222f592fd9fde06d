"""What one may type after `luoshi show`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_output, add_view

SUMMARY = "写一张网页：原文上标出读懂的地方"

HELP = """写一张网页：原文照样排出，读懂的地方都标着，存疑列在最前

用法：luoshi show 文件 [选项]

两个例子：
  luoshi show 责任分解.docx                   写成当前文件夹里的 责任分解.docx.luoshi.html
  luoshi show 责任分解.pdf -o 版面.png        在 PDF 的版面上标出，一页一张图

选项：
  -o, --output 文件  网页（.html）或图片（.png，只有 PDF 可以）
  --kind 类型        认错了类型时指明：plan 责任分解，progress 进展情况，report 政府工作报告
  --as-of 日期       以哪一天为准，如 2026-09-30
  -h, --help         显示这份说明
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("file", metavar="文件", type=Path)
    add_output(parser)
    add_view(parser)

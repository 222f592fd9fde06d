"""What one may type after `luoshi write`."""

import argparse
import re
from pathlib import Path
from typing import Final

from luoshi.cli.arguments.options import add_output, parse_day

SUMMARY = "写成要盖章的文件：责任分解、汇总表、通报、督查单、销号单、计票报告"

# 8 | 8-16
_ROWS: Final = re.compile(r"(?P<first>\d{1,9})(?:[-—~～至](?P<last>\d{1,9}))?", re.ASCII)
_COMMAS: Final = re.compile(r"\s*[,，、]\s*|\s+")
_MOST: Final = 999
"""Rows that may be asked for from one number to another."""

KINDS = ("plan", "summary", "projects", "bulletin", "notice", "closure", "tally", "calendar")

HELP = """写成要盖章的文件，版式照 GB/T 9704—2012；-o 的后缀决定写成 Word、PDF、Excel 还是日历

用法：luoshi write 种类 文件… -o 写到哪里 [选项]
      luoshi write --templates 文件夹

两个例子：
  luoshi write plan 责任分解.xlsx --by leader --red-head 云泽市人民政府办公室 -o 责任分解.docx
  luoshi write notice 三季度进展.xlsx --rows 8,16 --number 云督〔2026〕12号 --answer-by 2026-10-28 -o 督查单.pdf

种类和它要的文件：
  plan       责任分解      ← 责任分解             docx pdf
  projects   民生实事表    ← 责任分解             docx pdf xlsx
  calendar   完成时限日历  ← 一份或多份责任分解   ics
  summary    进展汇总表    ← 进展情况汇总表       docx pdf xlsx
  bulletin   通报          ← 进展情况汇总表       docx pdf
  notice     督查单        ← 进展情况汇总表       docx pdf，一个事项一个牵头单位一张
  closure    销号单        ← 进展情况汇总表       docx pdf，不写 --rows 时是已完成的各项
  tally      计票报告      ← 计票数（TOML）       docx pdf

公文要素，不写时取自原文件：
  --red-head 机关    套红头，如 云泽市人民政府办公室
  --issuer 机关      发文机关署名
  --number 文号      发文字号；督查单、销号单是第一张的编号，以下顺着排
  --date 日期        成文日期，如 2026-03-04
  --to 机关          主送机关，如 "各县（市、区）人民政府，市政府各部门"
  --cc 机关          抄送机关，用，分开
  --note 附注        如 此件公开发布

内容：
  --by leader        责任分解按牵头领导排；section 按领域排；不写时照原来的次序
  --rows 序号        督查、销号哪几项，如 8,16 或 8-16
  --answer-by 日期   督查单的答复期限
  --contact 联系人   督查单上的联系人
  --plan 责任分解    按下达时的指标研判；督查单、销号单的牵头领导和完成时限也取自这里
  --as-of 日期       研判以哪一天为准
  --rules 文件       换一套研判规则（TOML）
  --no-verdicts      汇总表不加研判
  --unit 单位        日历里只要这家单位的任务

模板：
  --template 文件    用自己改过的模板（.docx）代替原来的
  --templates 文件夹 把原来的模板写到这个文件夹，用 Word、WPS 改

  -o, --output 文件  写到这个文件
  -h, --help         显示这份说明

写 PDF 要装 LibreOffice。模板里能用的字段见 docs/writing.md。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's kinds, files and options."""
    parser.add_argument("letter", metavar="种类", nargs="?", choices=KINDS)
    parser.add_argument("files", metavar="文件", nargs="*", type=Path)
    for name in ("--red-head", "--issuer", "--number", "--to", "--cc", "--note", "--contact", "--unit"):
        parser.add_argument(name)
    for name in ("--date", "--answer-by", "--as-of"):
        parser.add_argument(name, type=parse_day)
    for name in ("--plan", "--rules", "--template", "--templates"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--by", choices=("leader", "section"))
    parser.add_argument("--rows", type=_numbers)
    parser.add_argument("--no-verdicts", action="store_true")
    add_output(parser)


def _numbers(text: str) -> tuple[int, ...]:
    """8,16 or 8，16、20 or 8-10"""
    pieces = [_ROWS.fullmatch(piece) for piece in _COMMAS.split(text.strip())]
    numbers: list[int] = []
    for piece in pieces:
        first, last = (int(piece["first"]), int(piece["last"] or piece["first"])) if piece else (1, 0)
        if not first <= last <= first + _MOST:
            raise argparse.ArgumentTypeError(f"“{text}”不是序号，要写成 8,16 或 8-16 这样。")
        numbers += range(first, last + 1)
    return tuple(numbers)

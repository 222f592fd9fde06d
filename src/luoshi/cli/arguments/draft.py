"""What one may type after `luoshi draft`."""

import argparse
from pathlib import Path

from luoshi.cli.arguments.options import add_output

FORMATS = ("table", "json", "docx", "pdf", "xlsx")

SUMMARY = "从政府工作报告起草责任分解，拟出牵头单位；合并各部门的意见"

HELP = """从政府工作报告起草责任分解，照往年的分解拟牵头单位、责任单位和牵头领导

用法：luoshi draft 报告 [--learn 往年的责任分解…] [选项]
      luoshi draft [征求意见稿] --merge 各部门退回的文件… [选项]

三个例子：
  luoshi draft 报告2027.docx --learn 责任分解2025.pdf 责任分解2026.xlsx -o 责任分解稿.docx
  luoshi draft 报告2027.docx --learn 责任分解2026.xlsx -o 征求意见稿.xlsx
  luoshi draft --merge 回复/*.xlsx -o 意见汇总.xlsx

起草：
  报告里每条承诺成一项任务，说同一件事的并成一项，指标和时限跟着走。谁牵头，由往年的分解（也可以是
  进展情况）和各类机构的一般职能推出来，每个名字都写明有多大把握、照的是哪一年哪一项。
  有把握的才填上；没有把握的留空，列出三个名字请人定。没有往年的分解也能拟，那样一项也不填。
  .docx 是可以改的稿子，照报告的次序，待定的涂黄并列在最后，定了以后 luoshi write plan 可以改按领导排；
  .xlsx 拿去征求意见，一项一行，单位可以下拉选，有一栏写部门意见；.json 给程序看。

合并意见：
  各部门退回的 .xlsx 放在一起：只有一家改的照改，两家改得不一样的照原稿留着，涂黄，写明谁要怎么改；
  意见一条不少。原稿随文件走，改过序号、换过表的认不出时，把发出去的征求意见稿写在 --merge 前面。

选项：
  --learn 文件…      往年的责任分解或进展情况汇总表，几份都行
  --units 文件       本地的单位名单（TOML）：名称、别名、职能、分管领导，写法见 docs/drafting.md
  --merge 文件…      各部门退回的征求意见稿
  --sure 把握        把握到多少才填上，如 0.8；不写时取往年二十次里对十九次的那条线
  --template 文件    用自己改过的责任分解模板（.docx）代替原来的
  --format 格式      table 给人看，json 给程序看，docx、pdf、xlsx 是文件。
                     不写时：有 -o 时看它的后缀，没有时是 table
  -o, --output 文件  写到这个文件，不写到屏幕
  -h, --help         显示这份说明

文件没读成、不是报告、不是同一份征求意见稿时退出码是 2。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser of this command's files and options."""
    parser.add_argument("file", metavar="报告", nargs="?", type=Path)
    parser.add_argument("--learn", metavar="文件", nargs="+", type=Path, default=[])
    parser.add_argument("--units", type=Path)
    parser.add_argument("--merge", metavar="文件", nargs="+", type=Path)
    parser.add_argument("--sure", type=_parse_share)
    parser.add_argument("--template", type=Path)
    parser.add_argument("--format", choices=FORMATS)
    add_output(parser)


def _parse_share(text: str) -> float:
    """0.8; raises what argparse tells the user."""
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是把握，要写成 0.8 这样，在 0 和 1 之间。")
    return share

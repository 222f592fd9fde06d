"""What one may type after `luoshi`, and the help that teaches it."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import NoReturn

from luoshi import __version__
from luoshi.model import Kind

FORMATS = ("table", "json", "jsonl", "csv", "xlsx")

_HELP = f"""落实 {__version__}：把政府工作报告的责任分解读成台账

用法：luoshi read 文件… [--format 格式] [-o 文件]
      luoshi show 文件 [-o 网页或图片]
      luoshi check 文件… [--against 往年分解]
      luoshi judge 进展情况 [--plan 责任分解]

两个例子：
  luoshi read 责任分解.docx                   在屏幕上看读出的任务、单位、时限和存疑
  luoshi read 责任分解.pdf -o 台账.xlsx       写成 Excel 台账

命令：
  read    读出任务、单位、时限，说明哪里存疑（luoshi read --help）
  show    写一张网页：原文上标出读懂的地方（luoshi show --help）
  check   印发之前查一遍：单位写错、缺牵头、重号、数对不上（luoshi check --help）
  judge   对照序时研判进展：完成、超前、欠多少点，为什么（luoshi judge --help）

选项：
  -h, --help     显示这份说明
  --version      显示版本
"""

_READ_HELP = """读一份或一批文件，得到台账

用法：luoshi read 文件或文件夹… [选项]

两个例子：
  luoshi read 责任分解.docx -o 台账.xlsx
  luoshi read 历年文件/ --format jsonl -o 全部.jsonl

能读责任分解、进展情况汇总表和政府工作报告；docx、xlsx、pdf、ofd、doc、wps、xls、html、md、txt、csv 都可以。

选项：
  --format 格式      table 给人看，json 给程序看，jsonl 每份文件一行，csv 和 xlsx 是台账。
                     不写时：一份文件是 table，多份文件或文件夹是 jsonl，有 -o 时看它的后缀。
                     csv 里以 = + - @ 开头的文字前面加 '，免得被当成公式；xlsx 不用加
  -o, --output 文件  写到这个文件，不写到屏幕；读错一半不会留下半个文件
  --kind 类型        认错了类型时指明：plan 责任分解，progress 进展情况，report 政府工作报告
  --as-of 日期       以哪一天为准，如 2026-09-30
  -h, --help         显示这份说明

有文件没读成时退出码是 2，其余文件照常读完。
"""

_SHOW_HELP = """写一张网页：原文照样排出，读懂的地方都标着，存疑列在最前

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

_CHECK_HELP = """印发之前查一遍，哪里像是写错了

用法：luoshi check 文件或文件夹… [选项]

两个例子：
  luoshi check 责任分解.docx
  luoshi check 责任分解2026.docx --against 责任分解2025.docx

每处一行：文件:页:段  代码 轻重  说明。轻重分三级：error 按文件自己的话就是错的，warning 是疑点，info 是提示。

选项：
  --against 文件…    和往年的责任分解对照：目标放低了没有，单位名称差一个字没有
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

_JUDGE_HELP = """对照序时研判进展：每个指标完成多少、该完成多少、差多少点，一句话说清为什么

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

# argparse's own complaints → what to tell the user; {…} takes the groups of the expression
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "还缺 {what}。"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "不认识“{what}”。"),
    (re.compile(r"ambiguous option: (?P<what>\S+)"), "“{what}”可以是好几个选项，请写全。"),
    (re.compile(r"argument (?P<name>\S+?)(?:/\S+)?: expected .+"), "{name} 后面要写一个值。"),
    (
        re.compile(r"argument command: invalid choice: (?P<what>'[^']*') \(choose from (?P<these>.+)\)"),
        "没有 {what} 这个命令，只有 {these}。",
    ),
    (
        re.compile(
            r"argument (?P<name>\S+?)(?:/\S+)?: invalid choice: (?P<what>'[^']*') \(choose from (?P<these>.+)\)"
        ),
        "{name} 不能写 {what}，只能是 {these}。",
    ),
    (re.compile(r"argument (?P<name>\S+?)(?:/\S+)?: (?P<what>.+)"), "{name}：{what}"),
)


class _Parser(argparse.ArgumentParser):
    """argparse with the help written by hand and its complaints in Chinese."""

    def format_help(self) -> str:
        return self.description or ""

    def error(self, message: str) -> NoReturn:
        told = message
        for pattern, sentence in _COMPLAINTS:
            match = pattern.match(message)
            if match:
                told = sentence.format(**match.groupdict())
                break
        self.exit(2, f"luoshi: {told}怎么写见 {self.prog} --help\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，要写成 2026-09-30 这样。") from None


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", metavar="文件", nargs="*", type=Path)
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument("--against", nargs="+", action="extend", type=Path, default=[])
    check.add_argument("--select")
    check.add_argument("--ignore")
    check.add_argument("--explain")
    _add_view(check)


def _add_judge(judge: argparse.ArgumentParser) -> None:
    judge.add_argument("file", metavar="文件", type=Path)
    judge.add_argument("--plan", type=Path)
    judge.add_argument("--rules", type=Path)
    judge.add_argument("--format", choices=("table", "json", "csv", "xlsx"))
    _add_options(judge)


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path)
    _add_view(parser)


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=[kind.value for kind in Kind if kind is not Kind.UNKNOWN])
    parser.add_argument("--as-of", type=_day)


def build_parser() -> argparse.ArgumentParser:
    """The parser; what it gives has `command` (None when none is given) and the options of that command."""
    parser = _Parser(prog="luoshi", description=_HELP)
    parser.add_argument("--version", action="version", version=f"luoshi {__version__}")
    commands = parser.add_subparsers(dest="command")
    read = commands.add_parser("read", description=_READ_HELP)
    read.add_argument("files", metavar="文件", nargs="+", type=Path)
    read.add_argument("--format", choices=FORMATS)
    _add_options(read)
    show = commands.add_parser("show", description=_SHOW_HELP)
    show.add_argument("file", metavar="文件", type=Path)
    _add_options(show)
    _add_check(commands.add_parser("check", description=_CHECK_HELP))
    _add_judge(commands.add_parser("judge", description=_JUDGE_HELP))
    return parser

"""`luoshi rules`: by which rules a register's reports are judged and doubted."""

import sys
from argparse import Namespace

from luoshi.cli.inputs import read_text
from luoshi.cli.installation import need_tables, one_government


def run(options: Namespace) -> int:
    """Show the rules, or let others take their place; raises `LuoshiError` for a file that cannot be used."""
    need_tables()
    government = one_government(options.government)
    if options.file is None and not options.own:
        sys.stdout.write(
            f"{government.rules}\n" if government.rules else "按软件自带的规则研判、存疑，见 docs/settings.md。\n"
        )
        return 0
    from luoshi.records.people.actor import operator
    from luoshi.records.reporting.rules import set_rules

    text = "" if options.own else read_text(options.file, "规则文件")
    count = set_rules(actor=operator(), government=government, text=text)
    sys.stdout.write(f"“{government.name}”的规则改了，{count} 项任务报过的都重新研判了。\n")
    return 0

"""`luoshi backup`: the whole register in one file."""

import sys
from argparse import Namespace

from luoshi.cli.installation import need_tables
from luoshi.cli.keeping import write_backup
from luoshi.cli.outputs import open_output


def run(options: Namespace) -> int:
    """Write the backup whole or not at all."""
    need_tables()
    with open_output(options.output) as stream:
        size = write_backup(stream)
    sys.stdout.write(f"备份好了：{options.output}（数据 {size / 2**20:.1f} MB）。请拷到别的机器上保存。\n")
    return 0

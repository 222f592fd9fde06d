"""`luoshi load`: documents into the register, as if they were uploaded."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.cli.inputs import InputError
from luoshi.cli.installation import need_tables, one_government
from luoshi.cli.outputs import say
from luoshi.errors import LuoshiError, tell_why
from luoshi.model import Kind

if TYPE_CHECKING:
    from luoshi.records.register.models import Government, Plan
    from luoshi.records.register.reading import Received


def run(options: Namespace) -> int:
    """Load file after file; one that cannot be loaded is told, the others are loaded all the same."""
    need_tables()
    government = one_government(options.government)
    code = 0
    for path in options.files:
        try:
            sys.stdout.write(f"{path}：{_load(path, government, options)}\n")
        except (LuoshiError, OSError) as error:
            told = f"打不开这个文件（{tell_why(error)}）。" if isinstance(error, OSError) else error
            say(f"{path}：{told}")
            code = 2
    return code


def _load(path: Path, government: "Government", options: Namespace) -> str:
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.documents import import_plan
    from luoshi.records.register.queries.imports import corrected_by
    from luoshi.records.register.reading import receive

    received = receive(path.name, path.read_bytes(), rules=government.rules)
    if received.kind is not Kind.PROGRESS:
        revises = corrected_by(government, received.contract["document"])
        document = import_plan(actor=operator(), government=government, received=received, revises=revises)
        told = f"更正“{revises.title}”，请在浏览器里看对比、采纳。" if revises else "请在浏览器里核对、入册。"
        return f"读出 {document.drafts.count()} 项，{told}"
    from luoshi.records.reporting.actions import take_progress

    plan = _plan(government, received, options.year, options.sender)
    taken = take_progress(actor=operator(), plan=plan, received=received)
    left = f"；对不上的 {len(taken.unmatched)} 行：{'、'.join(taken.unmatched)}" if taken.unmatched else ""
    return f"{plan.year}年{taken.round.period}，{taken.matched} 项已研判{left}。"


def _plan(government: "Government", received: "Received", year: int | None, sender: str | None) -> "Plan":
    from luoshi.records.register.models import Plan

    wanted = year or received.reading.document.year or 0
    plans = Plan.objects.filter(government=government, year=wanted).order_by("-entered_at")
    plan = plans.filter(sender__name=sender).first() if sender else plans.filter(sender__isnull=True).first()
    if plan is None:
        raise (
            InputError(f"“{sender}”还没有下达过 {wanted} 年的任务。")
            if sender
            else InputError(f"台账里还没有 {wanted or '这一'} 年的责任分解，请先导入、入册。")
        )
    return plan

"""A corrected progress table is judged once, and kept with its document while that is open.

What it was judged by is sealed: the file, which task each row tells of, the tasks' figures and when they hold, the
government's rules, the program. Where the seal is another one than that which was kept, it is judged anew.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max
from django.utils import timezone

import luoshi
from luoshi.judgement import RowVerdict, Verdict
from luoshi.records.register.models import Import, Plan, Target, TaskWording
from luoshi.records.register.reading import Json, receive
from luoshi.records.reporting.actions import judge_table
from luoshi.records.reporting.judging import Judged
from luoshi.records.reporting.models import KeptTable, Round
from luoshi.records.turns import writing


@dataclass(frozen=True, slots=True)
class ToldRow:
    """What a table says of a task, by its key, and how that is judged."""

    task: int
    text: str
    judged: Judged


def judged_rows(document: Import, opened: Round, tied: Mapping[int, int]) -> list[ToldRow]:
    """The rows that tell of a task, as they were judged, or judged now and kept; `tied` are the tasks by their rows."""
    seal = _seal(document, opened.plan, tied)
    kept = KeptTable.objects.filter(document=document).first()
    if kept and kept.rests_on == seal:
        return [_row(row) for row in kept.rows]
    rows = _judge(document, opened.plan, tied)
    with writing():
        KeptTable.objects.update_or_create(document=document, defaults={"rests_on": seal, "rows": rows})
    return [_row(row) for row in rows]


def forget_table(document: Import) -> None:
    """Keep it no longer. For use in actions."""
    KeptTable.objects.filter(document=document).delete()


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _seal(document: Import, plan: Plan, tied: Mapping[int, int]) -> str:
    """Rows are never changed but retracted and entered anew: which of them stand says what they say."""
    targets = Target.objects.filter(task__plan=plan, retracted_at__isnull=True).order_by("pk")
    told = TaskWording.objects.filter(task__plan=plan, retracted_at__isnull=True)
    rests_on = [
        luoshi.__version__,
        f"{timezone.localdate()}",
        [document.file.name, document.file.sha256],
        sorted(tied.items()),
        [f"{key} {since} {until}" for key, since, until in targets.values_list("pk", "holds_from", "holds_to")],
        list(map(str, told.aggregate(Count("pk"), Max("pk")).values())),
        plan.government.rules,
    ]
    return hashlib.sha256(json.dumps(rests_on).encode()).hexdigest()


def _judge(document: Import, plan: Plan, tied: Mapping[int, int]) -> list[Json]:
    received = receive(document.file.name, bytes(document.file.content))
    judged = judge_table(plan, received, tied)
    rows = []
    for order, task in judged.reported():
        verdict = judged.progress.verdicts[order]
        told = {"verdict": verdict.verdict.value, "why": verdict.why, "step": verdict.step}
        depth = None if verdict.depth is None else str(verdict.depth)
        text = judged.progress.rows[order].text
        rows.append({"task": task.pk, "text": text, **told, "depth": depth, "row": judged.contract[order]})
    return rows


def _row(row: Json) -> ToldRow:
    depth = None if row["depth"] is None else Decimal(row["depth"])
    verdict = RowVerdict(Verdict(row["verdict"]), row["why"], depth=depth, step=row["step"])
    return ToldRow(row["task"], row["text"], Judged(verdict, row["row"]))

"""Where somebody signs for a unit: what its liaison writes is laid before them, signed and sent, or not signed."""

from collections.abc import Iterable
from typing import Final

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.journal.queries import Head, entries_of
from luoshi.records.people.actor import Actor
from luoshi.records.people.queries import signers_of
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, need_reason
from luoshi.records.register.models import Task, Unit
from luoshi.records.reporting.models import Report, Unsigned
from luoshi.records.reporting.sending import Written, enter_report, locked, read_text, unit_of

WITHIN: Final = frozenset({"lay_before", "refuse_report"})
"""What the journal tells of a unit's own matters, before anything is reported."""


def told_to(actor: Actor, heads: Iterable[Head]) -> list[Head]:
    """The heads of entries about a task without those that are another unit's own matters."""
    listed = list(heads)
    within = [head for head in listed if head.action in WITHIN]
    if not within:
        return listed
    own = actor.units(Right.WRITE_REPORT) | actor.units(Right.SIGN_REPORT)
    names = set(Unit.objects.filter(pk__in=own).values_list("name", flat=True)) if own else set()
    entries = entries_of(within) if names else {}
    told = {number for number, entry in entries.items() if entry.after.get("unit") in names}
    return [head for head in listed if head.action not in WITHIN or head.number in told]


def lay_before(*, actor: Actor, task: Task, text: str) -> Unsigned:
    """Give what is to be reported of a task to those who sign for the unit; it is no report before they have."""
    text, unit = read_text(text), unit_of(actor, task)
    with acting(actor, Right.WRITE_REPORT, task.government_id, unit) as under_way:
        row, opened = locked(task)
        if not signers_of(unit):
            raise NotNow("本单位没有审签人，可以直接报送。")
        former = Unsigned.objects.select_for_update(no_key=True).filter(round=opened, task=row).first()
        if former and not former.refusal:
            raise NotNow("这一项已经提交，正在等签发；没有签的，退回来才能改。")
        written = {"unit_id": unit, "text": text, "written_by_id": actor.account, "written_at": timezone.now()}
        cleared = {"refusal": "", "refused_by": None, "refused_at": None}
        laid, _ = Unsigned.objects.update_or_create(round=opened, task=row, defaults={**written, **cleared})
        before = {"progress": former.text} if former else {}
        named = {"unit": laid.unit.name, "period": opened.period}
        under_way.did("lay_before", row, before=before, after={"progress": text, **named})
    return laid


def sign_report(*, actor: Actor, unsigned: Unsigned) -> Report:
    """Let what was written go: it is reported, under the names of both."""
    with acting(actor, Right.SIGN_REPORT, unsigned.task.government_id, unsigned.unit_id) as under_way:
        row, opened = locked(unsigned.task)
        laid = _waiting(unsigned)
        if laid.round_id != opened.pk:
            raise NotNow("这一期已经不收填报了，没有签发。")
        written = Written(laid.text, laid.written_by_id, laid.written_at, actor.account, timezone.now())
        return enter_report(under_way, row, opened, written)


def refuse_report(*, actor: Actor, unsigned: Unsigned, reason: str) -> Unsigned:
    """Give it back to whoever wrote it, with the reason."""
    need_reason(reason, "不签要写明理由。")
    with acting(actor, Right.SIGN_REPORT, unsigned.task.government_id, unsigned.unit_id) as under_way:
        laid = _waiting(unsigned)
        laid.refusal, laid.refused_by_id, laid.refused_at = reason.strip(), actor.account, timezone.now()
        laid.save(update_fields=["refusal", "refused_by", "refused_at"])
        after = {"reason": laid.refusal, "unit": laid.unit.name, "period": laid.round.period}
        under_way.did("refuse_report", laid.task, after=after)
    return laid


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _waiting(unsigned: Unsigned) -> Unsigned:
    rows = Unsigned.objects.select_for_update(of=("self",), no_key=True).select_related("task", "round", "unit")
    laid = rows.filter(pk=unsigned.pk, refusal="").first()
    if laid is None or laid.written_at != unsigned.written_at:
        raise NotNow("这一份刚签过、退过，或者改过了。请回到清单再看。")
    return laid

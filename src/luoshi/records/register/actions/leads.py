"""Suggested leads of a report's lines: kept with them, and filled in where they are sure, when somebody says so."""

from luoshi.model import Kind
from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow
from luoshi.records.register.models import DraftTask, Import, TaskUnit
from luoshi.records.register.queries.imports import is_fillable
from luoshi.records.register.reading import Json
from luoshi.records.register.suggesting import suggest_leads

_BATCH = 500


def keep_suggestions(document: Import) -> None:
    """Let the lines of a report carry who may lead them. For use in actions, in the transaction that takes it in."""
    if document.kind != Kind.REPORT.value:
        return
    lines = list(document.drafts.all())
    for line, suggested in zip(lines, suggest_leads(document, [line.fields for line in lines]), strict=True):
        line.fields = {**line.fields, "suggested": suggested}
    DraftTask.objects.bulk_update(lines, ["fields"], batch_size=_BATCH)


def fill_sure(*, actor: Actor, document: Import) -> int:
    """Write the sure leads into the lines that have no unit; how many. They wait to be accepted, each can be undone."""
    with acting(actor, Right.IMPORT_DOCUMENT, document.government_id) as under_way:
        document = Import.objects.select_for_update().get(pk=document.pk)
        if document.state != Import.State.OPEN:
            raise NotNow(f"这份文件{document.get_state_display()}，不能再改。")
        waiting = document.drafts.select_for_update().filter(is_accepted=False, doubts__gt=0)
        lines = [line for line in waiting if is_fillable(line)]
        if not lines:
            raise NotNow("没有可以填入的：有把握的都填过、改过或确认过了。")
        for line in lines:
            name = line.fields["suggested"]["sure"]
            after = {"units": [lead_named(name)], "filled": name}
            before = {"units": [], "filled": line.fields.get("filled")}
            line.fields = {**line.fields, **after}
            line.version += 1
            under_way.did("correct_draft", line, before=before, after=after)
        DraftTask.objects.bulk_update(lines, ["fields", "version"], batch_size=_BATCH)
    return len(lines)


def lead_named(name: str) -> Json:
    """A unit that leads a line and stands nowhere in its document."""
    return {"name": name, "lead": True, "role": TaskUnit.Role.LEAD.value, "place": None}

"""Suggested leads of a report's lines: kept with them, and filled in where they are sure, when somebody says so."""

from collections.abc import Mapping, Sequence

from luoshi.model import Kind
from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow
from luoshi.records.register.actions.documents import need_open
from luoshi.records.register.actions.locks import lock_lines
from luoshi.records.register.models import DraftTask, Import, TaskUnit, Unrelated
from luoshi.records.register.queries.imports import is_fillable
from luoshi.records.register.reading import Json
from luoshi.records.register.suggesting import YEARS, suggest_leads
from luoshi.records.turns import writing
from luoshi.records.writes import update_rows


def keep_suggestions(document: Import) -> None:
    """Let the lines of a report carry who may lead them. For use in actions, in the transaction that takes it in."""
    if document.kind != Kind.REPORT.value:
        return
    lines = list(document.drafts.all())
    for line, suggested in zip(lines, suggest_leads(document, [line.fields for line in lines]), strict=True):
        line.fields = {**line.fields, "suggested": suggested}
    update_rows(lines, ("fields",))


def suggest_again(government: int, year: int) -> None:
    """Let reports that are being looked through, and learned from this year, say who may lead now. For use in actions.

    Lines that were accepted stay as they are; what somebody changes meanwhile is left alone.
    """
    for document in _learning_from(government, year):
        lines = list(document.drafts.all())
        found = suggest_leads(document, [line.fields for line in lines])
        fresh = {line.pk: (line.fields["text"], each) for line, each in zip(lines, found, strict=True)}
        with writing():
            standing = document.drafts.select_for_update(no_key=True).filter(is_accepted=False).order_by("pk")
            _renew([line for line in standing if line.pk in fresh], fresh)


def suggest_later(government: int) -> None:
    """Note that units changed that a report may offer; the process beside the server looks. For use in actions."""
    reports = Import.objects.filter(government=government, kind=Kind.REPORT.value, state=Import.State.OPEN)
    years = {_year(document) - 1 for document in reports.defer("blocks")}
    Unrelated.objects.bulk_create(Unrelated(government_id=government, year=year) for year in sorted(years))


def fill_sure(*, actor: Actor, document: Import) -> int:
    """Write the sure leads into the lines that have no unit; how many. They wait to be accepted, each can be undone."""
    with acting(actor, Right.IMPORT_DOCUMENT, document.government_id) as under_way:
        document = Import.objects.select_for_update(no_key=True).get(pk=document.pk)
        need_open(document)
        waiting = [line for line in lock_lines(document) if line.doubts and not line.is_accepted]
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
        update_rows(lines, ("fields", "version"))
    return len(lines)


def lead_named(name: str) -> Json:
    """A unit that leads a line and stands nowhere in its document."""
    return {"name": name, "lead": True, "role": TaskUnit.Role.LEAD.value, "place": None}


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _learning_from(government: int, year: int) -> list[Import]:
    """The open reports whose suggestions rest on a year."""
    reports = Import.objects.filter(government=government, kind=Kind.REPORT.value, state=Import.State.OPEN)
    listed = reports.select_related("file").defer("blocks", "file__content").order_by("pk")
    return [document for document in listed if 0 < _year(document) - year <= YEARS]


def _year(document: Import) -> int:
    return int(document.head.get("year") or document.started_at.year)


def _renew(lines: Sequence[DraftTask], fresh: Mapping[int, tuple[str, Json]]) -> None:
    changed = []
    for line in lines:
        text, suggested = fresh[line.pk]
        if text == line.fields["text"] and suggested != line.fields.get("suggested"):
            line.fields = {**line.fields, "suggested": suggested}
            changed.append(line)
    update_rows(changed, ("fields",))

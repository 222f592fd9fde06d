"""Documents come in, are looked through line by line, and go into the register when a person says so."""

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from django.db.models import F
from django.utils import timezone

from luoshi.model import Kind
from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.locks import lock_lines
from luoshi.records.register.addresses import free_address, moved_address
from luoshi.records.register.lines import draft_lines
from luoshi.records.register.models import DraftTask, Government, Import, Plan, SourceFile
from luoshi.records.register.queries.imports import first_doubt
from luoshi.records.register.reading import Json, Received, keep_order, list_blocks
from luoshi.records.reporting.models import KeptTable
from luoshi.records.writes import update_rows

_BATCH = 500
# What the address of a line is made of
_NUMBERED = frozenset({"part", "number", "sub"})


def keep_file(government: Government, received: Received) -> SourceFile:
    """The file as it came, once under its hash. For use in actions."""
    sha256 = hashlib.sha256(received.content).hexdigest()
    kept, _ = SourceFile.objects.get_or_create(
        government=government,
        sha256=sha256,
        defaults={
            "name": received.name[-255:],
            "size": len(received.content),
            "content": received.content,
            "received_at": timezone.now(),
        },
    )
    return kept


def need_open(document: Import) -> None:
    """Raise `NotNow` for a document that is no longer looked through. For use in actions."""
    if document.state != Import.State.OPEN:
        raise NotNow(f"这份文件{document.get_state_display()}，不能再改。")


def make_room(document: Import, after: int) -> None:
    """Let the lines after a place move on by one. For use in actions."""
    document.drafts.filter(order__gt=after).update(order=F("order") + 1)


def import_plan(*, actor: Actor, government: Government, received: Received, revises: Plan | None = None) -> Import:
    """Take in a document to look it through; nothing of it is in the register yet."""
    tasks = draft_lines(received)
    if not tasks:
        raise NotValid("这份文件里没有读出任务，台账没有变动。请看看是不是少了附件。")
    with acting(actor, Right.IMPORT_DOCUMENT, government.pk) as under_way:
        document = Import.objects.create(
            government=government,
            file=keep_file(government, received),
            kind=received.kind.value,
            head=_head(received),
            blocks=list_blocks(received.source),
            started_by_id=actor.account,
            started_at=timezone.now(),
            revises=revises,
        )
        drafts = (
            DraftTask(document=document, order=order, fields=keep_order(task), doubts=len(task["flags"]))
            for order, task in enumerate(tasks, start=1)
        )
        DraftTask.objects.bulk_create(drafts, batch_size=_BATCH)
        under_way.did(
            "import_plan", document, after={"file": received.name, "sha256": document.file.sha256, "tasks": len(tasks)}
        )
    return document


def correct_draft(*, actor: Actor, draft: DraftTask, version: int, fields: Json) -> DraftTask:
    """Put right what was read: any of text, part, section, name, number, sub, leaders, units, targets, allocation, due.

    `version` is the one that the person saw; when somebody else has changed the line meanwhile, `NotNow` says so.
    """
    with _drafting(actor, draft.document) as under_way:
        line = _locked(draft, version)
        if _NUMBERED & fields.keys() and draft.document.kind != Kind.PROGRESS.value:
            fields = {**fields, "id": moved_address(line.fields, fields, _addresses(line))}
        before = {name: line.fields.get(name) for name in fields}
        line.fields = {**line.fields, **fields}
        _save(line)
        under_way.did("correct_draft", line, before=before, after=fields)
    return line


def accept_draft(*, actor: Actor, draft: DraftTask, version: int, is_accepted: bool = True) -> DraftTask:
    """Say that a line is right as it stands, its doubts looked at; or take that back."""
    with _drafting(actor, draft.document) as under_way:
        line = _locked(draft, version)
        before, line.is_accepted = line.is_accepted, is_accepted
        _save(line)
        under_way.did("accept_draft", line, before={"accepted": before}, after={"accepted": is_accepted})
    return line


def merge_drafts(*, actor: Actor, draft: DraftTask, version: int) -> DraftTask:
    """Join a line to the one before it: the texts in order, the units, figures and dates of both, each once."""
    with _drafting(actor, draft.document) as under_way:
        before_it = [each for each in lock_lines(draft.document) if each.pk != draft.pk]
        line = _locked(draft, version)
        _refuse_row(draft.document)
        first = next((each for each in reversed(before_it) if each.order < line.order), None)
        if first is None:
            raise NotNow("这是第一项，前面没有可以并入的。")
        before = {"lines": [first.fields, line.fields], "accepted": [first.is_accepted, line.is_accepted]}
        first.fields = _joined(first.fields, line.fields)
        first.doubts += line.doubts
        first.is_accepted = False
        _save(first)
        under_way.did("merge_drafts", first, before=before, after={"text": first.fields["text"], "accepted": [False]})
        line.delete()
    return first


def split_draft(*, actor: Actor, draft: DraftTask, version: int, at: int) -> tuple[DraftTask, DraftTask]:
    """Cut a line's text in two at a character; both keep the units, each the figures that stand in its text."""
    with _drafting(actor, draft.document) as under_way:
        lock_lines(draft.document)
        line = _locked(draft, version)
        _refuse_row(draft.document)
        whole, text = line.fields, line.fields["text"]
        if not 0 < at < len(text):
            raise NotValid("请把光标放在要断开的地方。", {"at": "断开处要在文字中间"})
        halves = [_half(line.fields, part) for part in (text[:at], text[at:])]
        halves[1]["id"] = free_address(str(whole["id"]), {str(whole["id"]), *_addresses(line)})
        make_room(draft.document, line.order)
        second = DraftTask.objects.create(document=draft.document, order=line.order + 1, fields=halves[1])
        before = {"lines": [whole], "accepted": [line.is_accepted]}
        line.fields, line.is_accepted = halves[0], False
        _save(line)
        after = {"lines": halves, "second": second.pk, "accepted": [False, False]}
        under_way.did("split_draft", line, before=before, after=after)
    return line, second


def discard_import(*, actor: Actor, document: Import) -> None:
    """Throw a document's drafts away; the file and the journal keep that it was there."""
    with _drafting(actor, document) as under_way:
        document.state = Import.State.DISCARDED
        document.save(update_fields=["state"])
        document.drafts.all().delete()
        KeptTable.objects.filter(document=document).delete()
        under_way.did("discard_import", document, before={"state": "open"}, after={"state": "discarded"})


def accept_alike(*, actor: Actor, document: Import, code: str) -> int:
    """Say of every line whose first doubt is of a kind that it is right as it stands; how many there were."""
    with _drafting(actor, document) as under_way:
        waiting = [line for line in lock_lines(document) if line.doubts and not line.is_accepted]
        lines = [line for line in waiting if first_doubt(line)["code"] == code]
        for line in lines:
            line.is_accepted = True
            line.version += 1
        update_rows(lines, ("is_accepted", "version"))
        under_way.did("accept_alike", document, after={"tasks": len(lines), "numbers": _numbers(lines)})
    return len(lines)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(received: Received) -> Json:
    """The document's head; a title that names no year is given the document's."""
    head: Json = received.contract["document"]
    year, title = head.get("year"), head.get("title")
    return {**head, "title": f"{year}年{title}"} if year and title and str(year) not in title else head


def _numbers(lines: Sequence[DraftTask]) -> list[str]:
    return [str(line.fields["number"]) for line in lines]


def _drafting(actor: Actor, document: Import) -> AbstractContextManager[Acting]:
    """The action's frame, for a document that is still being looked through."""
    need_open(document)
    return acting(actor, Right.IMPORT_DOCUMENT, document.government_id)


def _locked(draft: DraftTask, version: int) -> DraftTask:
    line = DraftTask.objects.select_for_update(no_key=True).filter(pk=draft.pk).first()
    if line is None:
        raise NotNow("这一项刚被并到别处了，请刷新再看。")
    if line.version != version:
        raise NotNow("这一项刚被别人改过，您的改动没有保存。请刷新，看过新的内容再改。")
    return line


def _addresses(line: DraftTask) -> set[str]:
    """Those of the other lines of its document."""
    others = DraftTask.objects.filter(document_id=line.document_id).exclude(pk=line.pk)
    return set(map(str, others.values_list("fields__id", flat=True)))


def _refuse_row(document: Import) -> None:
    """A row of a progress table is reported as it is printed: what it says goes to one task."""
    if document.kind == Kind.PROGRESS.value:
        raise NotNow("进展表一行记一项，不能拆也不能并。一行讲两项的，请在表里分成两行再导入。")


def _save(line: DraftTask) -> None:
    line.version += 1
    line.save(update_fields=["fields", "doubts", "is_accepted", "version"])


def _joined(first: Json, second: Json) -> Json:
    lists = ("units", "targets", "due", "qualitative", "flags", "leaders")
    joined = {name: _once([*(first.get(name) or ()), *(second.get(name) or ())]) for name in lists}
    text = first["text"].rstrip("。；") + "；" + second["text"] if first["text"] else second["text"]
    return {**first, **joined, "text": text, "allocation": first.get("allocation") or second.get("allocation")}


def _once(values: Sequence[Any]) -> list[Any]:
    """Units by their name, everything else by all of it."""
    seen: dict[str, Any] = {}
    for value in values:
        seen.setdefault(value["name"] if isinstance(value, dict) and "lead" in value else repr(value), value)
    return list(seen.values())


def _half(fields: Json, text: str) -> Json:
    targets = [target for target in fields.get("targets") or () if target["quote"] in text]
    dues = [due for due in fields.get("due") or () if due["quote"] in text]
    return {**fields, "text": text, "targets": targets, "due": dues, "flags": []}

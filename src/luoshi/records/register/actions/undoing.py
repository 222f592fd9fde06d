"""The last change of a line that is being looked through, taken back: what it was before stands in the journal."""

from luoshi.records.acting import acting
from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow
from luoshi.records.register.actions.documents import make_room
from luoshi.records.register.models import DraftTask, Import
from luoshi.records.register.queries.imports import last_change
from luoshi.records.register.reading import Json


def undo_draft(*, actor: Actor, draft: DraftTask, version: int) -> DraftTask:
    """Take the last change of a line back: a correction, a merge, a split; then the one before it."""
    with acting(actor, Right.IMPORT_DOCUMENT, draft.document.government_id) as under_way:
        line = DraftTask.objects.select_for_update(no_key=True).select_related("document").filter(pk=draft.pk).first()
        if line is None or line.version != version:
            raise NotNow("这一项刚被别人改过，没有撤销。请刷新再看。")
        change = last_change(line)
        if line.document.state != Import.State.OPEN or change is None:
            raise NotNow("没有可以撤销的改动。")
        now = line.fields
        line.fields = _taken_back(line, change)
        # Of a correction nobody knows whether what stood before it had been accepted
        line.is_accepted = change.action != "correct_draft" and _accepted(change)[0]
        line.version += 1
        line.save(update_fields=["fields", "doubts", "is_accepted", "version"])
        names = [name for name in {**now, **line.fields} if now.get(name) != line.fields.get(name)]
        under_way.did(
            "undo_draft",
            line,
            before={name: now.get(name) for name in names},
            after={name: line.fields.get(name) for name in names},
        )
    return line


def _taken_back(line: DraftTask, change: Entry) -> Json:
    """The fields as they were; the line that a merge took comes back, the one that a split made goes."""
    if change.action == "merge_drafts":
        first, second = change.before["lines"]
        line.doubts = len(first["flags"])
        _put_back(line, second, is_accepted=_accepted(change)[1])
        return dict(first)
    if change.action == "split_draft":
        _drop_second(line, change.after["second"])
        return dict(change.before["lines"][0])
    return {**line.fields, **change.before}


def _accepted(change: Entry) -> list[bool]:
    """Whether each line of a merge or split had been accepted before it; those of earlier versions do not tell."""
    accepted: list[bool] = change.before.get("accepted", [False, False])
    return accepted


def _put_back(line: DraftTask, fields: Json, *, is_accepted: bool) -> None:
    make_room(line.document, line.order)
    DraftTask.objects.create(
        document=line.document,
        order=line.order + 1,
        fields=fields,
        doubts=len(fields["flags"]),
        is_accepted=is_accepted,
    )


def _drop_second(line: DraftTask, second: int) -> None:
    gone, _ = line.document.drafts.filter(pk=second, version=1).delete()
    if not gone:
        raise NotNow("拆出来的那一项已经改过或并走了，不能撤销拆分。")

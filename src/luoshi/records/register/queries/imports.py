"""Documents that are being looked through: which, how far, and what is left."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BigIntegerField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.lines import NO_UNIT
from luoshi.records.register.models import DraftTask, Government, Import, Plan, UnitName
from luoshi.records.register.reading import Json

# 责任分解（更正稿）, 责任分解（2026年修订）, 关于更正…的通知 keeps its own title
_CORRECTED = re.compile(r"[（(][^（()）]{0,12}(?:更正|修订|修改|调整|勘误)[^（()）]{0,6}[)）]")

_BEGINNING = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line in the queue: its number as printed, the beginning of its text, and the first doubt about it."""

    pk: int
    order: int
    number: str
    text: str
    message: str
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """The lines with doubts by kind of doubt, and how many lines there are of each sort."""

    groups: tuple[tuple[str, tuple[Waiting, ...]], ...]
    total: int
    doubtful: int
    left: int
    fillable: int = 0

    @property
    def certain(self) -> int:
        """How many are in no doubt."""
        return self.total - self.doubtful

    @property
    def lines(self) -> list[Waiting]:
        """All lines in their order."""
        return [line for _, group in self.groups for line in group]

    @property
    def keys(self) -> list[int]:
        """Their keys."""
        return [line.pk for line in self.lines]

    def next_open(self, line: int) -> int | None:
        """The line to look at after a line: the next that was not accepted, from the start again at the end."""
        place = self.keys.index(line) if line in self.keys else 0
        waiting = [*self.lines[place + 1 :], *self.lines[:place]]
        return next((each.pk for each in waiting if not each.is_accepted), None)


def importing_governments(actor: Actor) -> QuerySet[Government]:
    """Where the actor may bring documents in."""
    governments = Government.objects.order_by("name")
    return governments if actor.is_operator else governments.filter(pk__in=actor.governments(Right.IMPORT_DOCUMENT))


def visible_imports(actor: Actor) -> QuerySet[Import]:
    """The documents that the actor may look through, the latest first, without their text."""
    found = Import.objects.filter(government__in=importing_governments(actor))
    return found.select_related("file", "government").defer("blocks").order_by("-started_at")


def with_what_became(imports: QuerySet[Import]) -> QuerySet[Import]:
    """With `left`, the lines that nobody has looked at, and `entered`, the plan that a document went into."""
    of_file = Q(file=OuterRef("file")) | Q(rounds__file=OuterRef("file"))
    plans = Plan.objects.filter(of_file, government=OuterRef("government")).order_by().values("pk")[:1]
    return imports.annotate(
        left=Count("drafts", filter=Q(drafts__doubts__gt=0, drafts__is_accepted=False)),
        entered=Coalesce("revises", Subquery(plans), output_field=BigIntegerField()),
    )


def came_before(document: Import) -> Import | None:
    """The same file, byte for byte, where it came before and was not thrown away."""
    others = Import.objects.filter(file=document.file_id).exclude(pk=document.pk).exclude(state=Import.State.DISCARDED)
    return others.defer("blocks").order_by("-started_at").first()


def revisable_plans(government: Government) -> QuerySet[Plan]:
    """What a document can correct: the government's own plans, the latest first."""
    plans = Plan.objects.filter(government=government, sender__isnull=True)
    return plans.defer("blocks").order_by("-year", "-entered_at")


def corrected_by(government: Government, head: Json) -> Plan | None:
    """The plan that a document with this head corrects: of its year, with its number or, in other words, its title."""
    issued_on = head.get("issued_on")
    year = head.get("year") or (int(issued_on[:4]) if issued_on else None)
    number, title = head.get("doc_number") or "", _bare(head.get("title") or "")
    for plan in revisable_plans(government).filter(year=year) if year else ():
        if (number and plan.doc_number == number) or (title and _bare(plan.title) == title):
            return plan
    return None


def _bare(title: str) -> str:
    """A title without what a corrected document adds to it: （更正稿）, （修订）."""
    return "".join(_CORRECTED.sub("", title).split())


def queue_of(document: Import) -> Queue:
    """What is left to look at: two queries, however long the document."""
    groups: dict[str, list[Waiting]] = defaultdict(list)
    fillable = 0
    for draft in document.drafts.filter(doubts__gt=0).only("document", "order", "fields", "is_accepted"):
        flag = first_doubt(draft)
        groups[flag["code"]].append(_waiting(draft, _message(draft, flag)))
        fillable += is_fillable(draft)
    lines = [line for group in groups.values() for line in group]
    left = sum(not line.is_accepted for line in lines)
    return Queue(
        tuple((code, tuple(group)) for code, group in groups.items()),
        document.drafts.count(),
        len(lines),
        left,
        fillable,
    )


def is_fillable(draft: DraftTask) -> bool:
    """Whether a sure lead can be written into a line: one that nobody has accepted, and that has no unit yet."""
    suggested = draft.fields.get("suggested") or {}
    return bool(suggested.get("sure")) and not draft.is_accepted and not draft.fields["units"]


def _message(draft: DraftTask, flag: dict[str, str]) -> str:
    """The doubt; of a line that had no unit the units that it has now, nothing where the kind of doubt says it all."""
    units = "、".join(f"▲{unit['name']}" if unit["lead"] else str(unit["name"]) for unit in draft.fields["units"])
    if flag["code"] != NO_UNIT["code"]:
        return flag["message"]
    if not units:
        return ""
    return f"拟由{units}办，请核对" if draft.fields.get("filled") and not draft.is_accepted else units


def first_doubt(draft: DraftTask) -> dict[str, str]:
    """The doubt under which a line stands in the queue: its code and message."""
    flags: list[dict[str, str]] = draft.fields["flags"]
    return flags[0] if flags else {"code": "", "message": "并过、拆过的，请看一遍。"}


def _waiting(draft: DraftTask, message: str) -> Waiting:
    fields = draft.fields
    number = f"{fields['number']}-{fields['sub']}" if fields.get("sub") else str(fields["number"])
    return Waiting(draft.pk, draft.order, number, fields["text"][:_BEGINNING], message, draft.is_accepted)


def units_meant(document: Import, names: Iterable[str]) -> dict[str, str]:
    """What the register calls the units that these printed names mean; those that it does not know are left out."""
    known = UnitName.objects.filter(government_id=document.government_id, name__in=set(names))
    return dict(known.values_list("name", "unit__name"))


def neighbours(draft: DraftTask, queue: Queue) -> tuple[int | None, int | None]:
    """The lines before and after a line, in the queue where it is in doubt, else in the document: their keys."""
    if draft.doubts:
        keys = [None, *queue.keys, None]
        place = keys.index(draft.pk)
        return keys[place - 1], keys[place + 1]
    lines = DraftTask.objects.filter(document_id=draft.document_id)
    before = lines.filter(order__lt=draft.order).order_by("-order").values_list("pk", flat=True).first()
    after = lines.filter(order__gt=draft.order).order_by("order").values_list("pk", flat=True).first()
    return before, after


# Changes of a line that can be taken back
CHANGES = ("correct_draft", "merge_drafts", "split_draft")


def last_change(draft: DraftTask) -> Entry | None:
    """The change of a line that would be taken back next: the last that was not taken back already."""
    entries = Entry.objects.filter(subject="drafttask", subject_id=draft.pk, action__in=(*CHANGES, "undo_draft"))
    taken_back = 0
    for entry in entries.order_by("-number"):
        if entry.action == "undo_draft":
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return entry
    return None

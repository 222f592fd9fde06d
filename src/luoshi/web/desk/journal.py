"""The journal, for the audit administrator: read, looked through, taken away, its seals proved."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from luoshi.records.journal.exports import export_journal
from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import (
    NOTED,
    Sieve,
    is_as_noted,
    last_entry,
    sift,
    subjects_of,
    verify,
    visible_entries,
)
from luoshi.records.journal.words import ACTIONS, SUBJECTS, Difference, action_words, differences
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.downloads import CSV, give
from luoshi.writing.delimited import write_csv
from luoshi.writing.ledger import Sheet

_PAGE = 50
MOST: Final = 50_000
"""So many entries are taken away in one file; a spreadsheet program still opens it."""
_MOST_BREACHES = 100


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in words; `about` is what its subject is called today."""

    entry: Entry
    action: str
    kind: str
    about: str
    changes: list[Difference]


class NotedForm(forms.Form):
    """What somebody noted down of the journal's end."""

    number = forms.IntegerField(label="第几条", min_value=1, error_messages={"required": "请填条号。"})
    noted = forms.CharField(
        label="印鉴",
        min_length=NOTED,
        max_length=96,
        help_text=f"至少抄下前 {NOTED} 位，空格可有可无。",
        error_messages={"required": "请填印鉴。", "min_length": f"至少 {NOTED} 位。"},
    )


@with_right(Right.READ_JOURNAL)
def list_entries(request: DeskRequest) -> HttpResponse:
    """What was done in the governments that the person audits, the latest first; `before` leads on to older ones."""
    sieve, before = Sieve.read(request.GET.dict()), request.GET.get("before", "")
    entries = sift(visible_entries(request.actor), sieve)
    if before.isdecimal():
        entries = entries.filter(number__lt=int(before))
    found = list(entries[: _PAGE + 1])
    context = {
        "lines": _lines(found[:_PAGE]),
        "older": found[_PAGE - 1].number if len(found) > _PAGE else None,
        "is_later": before.isdecimal(),
        "sieve": sieve,
        "actions": sorted(ACTIONS.items(), key=lambda pair: pair[1]),
        "subjects": SUBJECTS.items(),
    }
    return render(request, "desk/journal.html", context)


@require_POST
@with_right(Right.READ_JOURNAL)
def export(request: DeskRequest) -> HttpResponse:
    """A file of what the list shows, page after page; the journal tells of it."""
    sieve = Sieve.read(request.POST.dict())
    found = list(sift(visible_entries(request.actor), sieve)[: MOST + 1])
    if len(found) > MOST:
        messages.error(request, f"没有下载：超过 {MOST:,} 条了。请缩小日期范围，分几次下载。")
        return redirect(_list_of(sieve))
    government = Government.objects.get(pk=min(request.actor.governments(Right.READ_JOURNAL)))
    export_journal(actor=request.actor, government=government, entries=len(found), asked=sieve.parameters)
    return give(write_csv(_sheet(_lines(found))), f"审计日志-{timezone.localdate():%Y%m%d}.csv", CSV)


@with_right(Right.READ_JOURNAL)
def show_seals(request: DeskRequest) -> HttpResponse:
    """Prove every seal when asked to; and whether an entry is still as somebody noted it down."""
    last = last_entry()
    form = NotedForm(request.POST if "noted" in request.POST else None)
    context: dict[str, Any] = {"last": last, "noted": last.seal[:NOTED] if last else "", "form": form}
    if form.is_valid():
        context["is_as_noted"] = is_as_noted(form.cleaned_data["number"], form.cleaned_data["noted"])
    elif request.method == "POST" and not form.is_bound:
        start = perf_counter()
        context |= {"breaches": list(islice(verify(), _MOST_BREACHES)), "seconds": perf_counter() - start}
    return render(request, "desk/journal_seals.html", context)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(entries: Iterable[Entry]) -> list[Line]:
    listed = list(entries)
    names = subjects_of(listed)
    return [
        Line(
            entry,
            action_words(entry.action),
            SUBJECTS.get(entry.subject, entry.subject),
            names.get((entry.subject, entry.subject_id or 0), ""),
            differences(entry),
        )
        for entry in listed
    ]


def _list_of(sieve: Sieve) -> str:
    query = QueryDict(mutable=True)
    query.update(sieve.parameters)
    return f"{reverse('journal')}?{query.urlencode()}"


def _sheet(lines: Iterable[Line]) -> Sheet:
    columns = ("条号", "时间", "谁", "从哪里", "做了什么", "对象", "对象编号", "名称", "改动", "印鉴")
    rows = tuple(
        (
            line.entry.number,
            f"{timezone.localtime(line.entry.at):%Y-%m-%d %H:%M:%S}",
            line.entry.actor_name or "—",
            line.entry.address,
            line.action,
            line.kind,
            line.entry.subject_id,
            line.about,
            "\n".join(f"{each.field}：{each.before or '无'} → {each.after or '无'}" for each in line.changes),
            line.entry.seal,
        )
        for line in lines
    )
    return Sheet("审计日志", columns, rows)

"""The journal, for the audit administrator."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from luoshi.records.journal.models import Entry
from luoshi.records.people.roles import Right
from luoshi.web.access import DeskRequest, with_right

_PAGE = 50


@with_right(Right.READ_JOURNAL)
def list_entries(request: DeskRequest) -> HttpResponse:
    """What was done in the governments that the person audits, the latest first."""
    governments = request.actor.governments(Right.READ_JOURNAL)
    entries = Entry.objects.filter(government__in=governments).order_by("-number")
    return render(request, "desk/journal.html", {"page": Paginator(entries, _PAGE).get_page(request.GET.get("page"))})

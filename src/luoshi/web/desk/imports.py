"""Documents come in: uploaded, looked through, issued."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from luoshi.errors import LuoshiError
from luoshi.records.people.roles import Right
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.models import Government, Import
from luoshi.records.register.reading import receive
from luoshi.web.access import DeskRequest, with_right

if TYPE_CHECKING:
    from django.core.files import File


class UploadForm(forms.Form):
    """A file to be read."""

    file = forms.FileField(error_messages={"required": "请先选一个文件。", "empty": "这个文件是空的。"})


@with_right(Right.IMPORT_DOCUMENT)
def list_imports(request: DeskRequest) -> HttpResponse:
    """What came in, and the place to bring something."""
    governments = Government.objects.filter(pk__in=request.actor.governments(Right.IMPORT_DOCUMENT))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _upload(request, governments[0], form.cleaned_data["file"])
    documents = Import.objects.filter(government__in=governments).select_related("file").order_by("-started_at")
    return render(request, "desk/imports.html", {"documents": documents[:50], "form": form})


def _upload(request: DeskRequest, government: Government, file: "File[bytes]") -> HttpResponse:
    try:
        document = import_plan(
            actor=request.actor, government=government, received=receive(file.name or "", file.read())
        )
    except LuoshiError as error:
        messages.error(request, str(error))
        return redirect("imports")
    return redirect("import", document=document.pk)


@with_right(Right.IMPORT_DOCUMENT)
def show_import(request: DeskRequest, document: int) -> HttpResponse:
    """A document beside what was read of it."""
    governments = request.actor.governments(Right.IMPORT_DOCUMENT)
    shown = get_object_or_404(Import.objects.select_related("file"), pk=document, government__in=governments)
    return render(request, "desk/import.html", {"document": shown, "drafts": shown.drafts.all()})

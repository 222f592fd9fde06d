"""Documents come in: uploaded, looked through line by line beside their own words, issued."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.errors import LuoshiError
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotValid
from luoshi.records.register.actions import documents as actions
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import DraftTask, Government, Import, TaskUnit
from luoshi.records.register.queries.imports import (
    corrected_by,
    importing_governments,
    neighbours,
    queue_of,
    revisable_plans,
    units_meant,
    visible_imports,
)
from luoshi.records.register.reading import receive
from luoshi.source import bounds
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.doubts import doubt_title
from luoshi.web.desk.drafting import COMPARATORS, KINDS, read_changes
from luoshi.web.desk.passages import list_passages

if TYPE_CHECKING:
    from django.core.files import File

_SHOWN = 50
_PAGE = 100
_MEGABYTE = 2**20


# What a file is when nobody says: a correction where its head is that of a plan in the register
_TOLD_BY_HEAD = ""


class UploadForm(forms.Form):
    """A file to be read, whose it is, and what it corrects: told by its head, nothing, or a plan."""

    file = forms.FileField(error_messages={"required": "请先选一个文件。", "empty": "这个文件是空的。"})
    government = forms.ModelChoiceField(queryset=Government.objects.none(), required=False)
    revises = forms.CharField(required=False)

    def __init__(self, *args: Any, governments: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["government"].queryset = governments  # type: ignore[attr-defined]

    def clean_file(self) -> "File[bytes]":
        """Refuse what is larger than any document that is taken, before it is read."""
        file: File[bytes] = self.cleaned_data["file"]
        if file.size > bounds.FILE_BYTES:
            raise forms.ValidationError(f"文件超过 {bounds.FILE_BYTES // _MEGABYTE} MB，台账没有变动。")
        return file


@with_right(Right.IMPORT_DOCUMENT)
def list_imports(request: DeskRequest) -> HttpResponse:
    """What came in, and the place to bring something."""
    governments = importing_governments(request.actor)
    form = UploadForm(request.POST or None, request.FILES or None, governments=governments)
    if request.method == "POST" and form.is_valid():
        government = form.cleaned_data["government"] or governments[0]
        try:
            document = _take(request, government, form.cleaned_data["file"], form.cleaned_data["revises"])
            return redirect("compare_import" if document.revises else "import", document=document.pk)
        except LuoshiError as error:
            form.add_error("file", str(error))
    shown = {
        "documents": visible_imports(request.actor)[:_SHOWN],
        "form": form,
        "governments": governments,
        "plans": [plan for government in governments for plan in revisable_plans(government)],
    }
    return render(request, "desk/imports.html", shown, status=422 if form.errors else 200)


def _take(request: DeskRequest, government: Government, file: "File[bytes]", corrects: str) -> Import:
    received = receive(file.name or "文件", file.read())
    if corrects == _TOLD_BY_HEAD:
        revises = corrected_by(government, received.contract["document"])
    else:
        revises = revisable_plans(government).filter(pk=corrects).first() if corrects.isdecimal() else None
    return actions.import_plan(actor=request.actor, government=government, received=received, revises=revises)


@with_right(Right.IMPORT_DOCUMENT)
def show_import(request: DeskRequest, document: int, line: int | None = None) -> HttpResponse:
    """A document beside what was read of it: the line that is asked for, else the first that is in doubt."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    if shown.state != Import.State.OPEN:
        return render(request, "desk/import_closed.html", {"document": shown})
    drafts = shown.drafts.order_by("is_accepted", "-doubts", "order") if line is None else shown.drafts.filter(pk=line)
    draft = drafts.first()
    if draft is None:
        return redirect("imports") if line is None else redirect("import", document=document)
    return render(request, "desk/import.html", _page(shown, draft))


def _page(document: Import, draft: DraftTask, error: NotValid | None = None) -> dict[str, Any]:
    queue = queue_of(document)
    before, after = neighbours(draft, doubtful=draft.doubts > 0)
    fields = draft.fields
    return {
        "document": document,
        "draft": draft,
        "fields": fields,
        "meant": units_meant(document, [unit["name"] for unit in fields["units"]]),
        "queue": queue,
        "groups": [(doubt_title(code), lines) for code, lines in queue.groups],
        "looked": queue.doubtful - queue.left,
        "passages": list_passages(document.blocks, fields),
        "before": before,
        "after": after,
        "roles": TaskUnit.Role.choices,
        "comparators": COMPARATORS,
        "kinds": KINDS.items(),
        "error": error,
    }


@with_right(Right.IMPORT_DOCUMENT)
def list_lines(request: DeskRequest, document: int) -> HttpResponse:
    """Everything that was read, a line a task."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document, state=Import.State.OPEN)
    page = Paginator(shown.drafts.all(), _PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/import_lines.html", {"document": shown, "page": page})


@require_POST
@with_right(Right.IMPORT_DOCUMENT)
def change_line(request: DeskRequest, document: int, line: int) -> HttpResponse:
    """What was pressed on a line: save, accept, take back, merge or split; then the next line, or the same one."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    draft = get_object_or_404(shown.drafts, pk=line)
    try:
        following = _change(request, draft)
    except NotValid as error:
        draft.refresh_from_db()
        return render(request, "desk/import.html", _page(shown, draft, error), status=422)
    except LuoshiError as error:
        messages.error(request, str(error))
        following = draft.pk
    return redirect(reverse("import_line", kwargs={"document": document, "line": following}))


def _change(request: DeskRequest, draft: DraftTask) -> int:
    """Do it, and say which line comes next."""
    version = int(request.POST.get("version", "0") or 0)
    pressed = request.POST.get("press", "save")
    following = neighbours(draft, doubtful=draft.doubts > 0)[1] or draft.pk
    if pressed == "merge":
        return actions.merge_drafts(actor=request.actor, draft=draft, version=version).pk
    if pressed == "reopen":
        return actions.accept_draft(actor=request.actor, draft=draft, version=version, is_accepted=False).pk
    changes = read_changes(request.POST, draft.fields)
    if changes:
        draft = actions.correct_draft(actor=request.actor, draft=draft, version=version, fields=changes)
    if pressed == "split":
        at = _place_of(request.POST.get("at", ""), draft.fields["text"])
        return actions.split_draft(actor=request.actor, draft=draft, version=draft.version, at=at)[0].pk
    if pressed == "accept":
        actions.accept_draft(actor=request.actor, draft=draft, version=draft.version)
        return following
    return draft.pk


def _place_of(words: str, text: str) -> int:
    """Where the second half begins: at the words that were typed, or at the number of a character."""
    if words.isdecimal():
        return int(words)
    if not words.strip() or words not in text:
        raise NotValid("请写第二项开头的几个字，要和任务里的一样。", {"at": "没有找到这几个字"})
    return text.index(words)


@require_POST
@with_right(Right.ISSUE_PLAN)
def issue(request: DeskRequest, document: int) -> HttpResponse:
    """Enter the document's lines into the register."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    try:
        plan = issue_plan(actor=request.actor, document=shown)
    except LuoshiError as error:
        messages.error(request, str(error))
        return redirect("import", document=document)
    messages.success(request, f"“{plan.title}”入册了，共 {plan.tasks.count()} 项。")
    return redirect(f"{reverse('tasks')}?plan={plan.pk}")


@require_POST
@with_right(Right.IMPORT_DOCUMENT)
def discard(request: DeskRequest, document: int) -> HttpResponse:
    """Throw a document's drafts away."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    try:
        actions.discard_import(actor=request.actor, document=shown)
        messages.success(request, "作废了。原件还留着，台账没有变动。")
    except LuoshiError as error:
        messages.error(request, str(error))
    return redirect("imports")

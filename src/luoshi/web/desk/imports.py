"""Documents come in: uploaded, told when they cannot be taken, issued or thrown away."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.errors import LuoshiError
from luoshi.model import Kind
from luoshi.records.people.roles import Right
from luoshi.records.register.actions import documents as actions
from luoshi.records.register.actions.leads import fill_sure
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Import, Plan
from luoshi.records.register.queries.imports import (
    came_before,
    corrected_by,
    importing_governments,
    queue_of,
    revisable_plans,
    visible_imports,
    with_what_became,
)
from luoshi.records.register.reading import Received, receive
from luoshi.records.reporting.entering import UNTIED, import_document, issue_progress, leave_out_alike
from luoshi.source import bounds
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import Question, ask_and_do
from luoshi.web.desk.choices import offer
from luoshi.web.desk.doubts import doubt_title
from luoshi.web.desk.downloads import give
from luoshi.web.desk.failures import ways_out
from luoshi.web.templatetags.register import moment

if TYPE_CHECKING:
    from django.core.files import File
    from django.db.models import QuerySet

_SHOWN = 50
_MEGABYTE = 2**20
LARGEST = bounds.FILE_BYTES // _MEGABYTE


# What a file is when nobody says: a correction where its head is that of a plan in the register
_TOLD_BY_HEAD = ""


class UploadForm(forms.Form):
    """A file to be read, whose it is, and what it corrects: told by its head, nothing, or a plan."""

    file = forms.FileField(
        allow_empty_file=True, max_length=None, error_messages={"required": "请先选一个文件，再点“读出来核对”。"}
    )
    government = forms.ModelChoiceField(queryset=Government.objects.none(), required=False)
    revises = forms.CharField(required=False)

    def __init__(self, *args: Any, governments: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "government", governments)

    def clean_file(self) -> "File[bytes]":
        """Refuse what is larger than any document that is taken, before it is read."""
        file: File[bytes] = self.cleaned_data["file"]
        if file.size > bounds.FILE_BYTES:
            raise forms.ValidationError(f"文件超过 {LARGEST} MB。")
        return file


@with_right(Right.IMPORT_DOCUMENT)
def list_imports(request: DeskRequest) -> HttpResponse:
    """What came in, and the place to bring something."""
    governments = importing_governments(request.actor)
    form = UploadForm(request.POST or None, request.FILES or None, governments=governments)
    wrong: LuoshiError | None = None
    if request.method == "POST" and form.is_valid():
        government = form.cleaned_data["government"] or governments[0]
        try:
            document = _take(request, government, form.cleaned_data["file"], form.cleaned_data["revises"])
            _say_that_it_came(request, document)
            return redirect("compare_import" if document.revises else "import", document=document.pk)
        except LuoshiError as error:
            wrong = error
    file = request.FILES.get("file")
    if file is not None and (wrong or form.errors):
        why = str(wrong or form.errors["file"][0])
        shown = {"file": file, "why": why, "ways": ways_out(wrong)}
        return render(request, "desk/import_failed.html", shown | _choices(governments), status=422)
    documents = with_what_became(visible_imports(request.actor).defer("file__content"))[:_SHOWN]
    context = {"documents": documents, "form": form} | _choices(governments)
    return render(request, "desk/imports.html", context, status=422 if form.errors else 200)


def _say_that_it_came(request: DeskRequest, document: Import) -> None:
    """Who uploads a file twice is told, and may do it all the same."""
    if twin := came_before(document):
        told = f"同一个文件{moment(twin.started_at)} 导入过，那一次{twin.get_state_display()}。重复的，请作废一次。"
        messages.info(request, told)


def _take(request: DeskRequest, government: Government, file: "File[bytes]", corrects: str) -> Import:
    received = receive(file.name or "文件", file.read(), rules=government.rules)
    return import_document(
        actor=request.actor,
        government=government,
        received=received,
        revises=_corrected(government, received, corrects),
    )


def _corrected(government: Government, received: Received, corrects: str) -> Plan | None:
    """The plan that a document corrects: told by its head, or chosen."""
    if received.kind is Kind.PROGRESS:
        return None
    if corrects == _TOLD_BY_HEAD:
        return corrected_by(government, received.contract["document"])
    return revisable_plans(government).filter(pk=corrects).first() if corrects.isdecimal() else None


def _choices(governments: "QuerySet[Government]") -> dict[str, Any]:
    """What can be chosen beside a file."""
    plans = [plan for government in governments for plan in revisable_plans(government)]
    return {"governments": governments, "plans": plans, "largest": LARGEST}


@with_right(Right.IMPORT_DOCUMENT)
def download(request: DeskRequest, document: int) -> HttpResponse:
    """The file as it came."""
    file = get_object_or_404(visible_imports(request.actor), pk=document).file
    return give(bytes(file.content), file.name)


@with_right(Right.IMPORT_DOCUMENT)
def accept_alike(request: DeskRequest, document: int) -> HttpResponse:
    """Every line with a kind of doubt is right as it stands: asked first."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    code = request.GET.get("kind", "")
    title = doubt_title(code)
    waiting = sum(not line.is_accepted for line in dict(queue_of(shown).groups).get(code, ()))
    text = "这一类里还没有确认的，都算核对过了；以后仍可以逐项取消确认。没有看过的请先看一遍。"
    question = Question(
        f"“{title}”的 {waiting} 处都看过了", text, "整类确认", reverse("import", kwargs={"document": document})
    )

    if shown.kind == Kind.PROGRESS.value and code in UNTIED:
        return _leave_out(request, shown, code, question)

    def act() -> None:
        actions.accept_alike(actor=request.actor, document=shown, code=code)

    return ask_and_do(request, question, act, f"“{title}”整类确认了。")


def _leave_out(request: DeskRequest, document: Import, code: str, question: Question) -> HttpResponse:
    """Rows without a task: all of the kind are left out, knowingly."""
    text = "这一类里还没有定下的行，都不记入台账：没有进展、没有研判。以后仍可以逐行改。能对上任务的请先逐行选好。"
    asked = replace(question, title=f"“{doubt_title(code)}”的行都不记", text=text, verb="都不记")

    def act() -> None:
        leave_out_alike(actor=request.actor, document=document, code=code)

    return ask_and_do(request, asked, act, "这一类的行都定下不记了。")


@require_POST
@with_right(Right.IMPORT_DOCUMENT)
def fill(request: DeskRequest, document: int) -> HttpResponse:
    """Write the leads that are sure into the lines of a report, to be looked through."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    try:
        count = fill_sure(actor=request.actor, document=shown)
    except LuoshiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"填入了 {count} 项，都标着“拟由”，还没有确认。看过再确认，不对的点“撤销改动”。")
    return redirect("import", document=document)


@require_POST
@with_right(Right.ISSUE_PLAN)
def issue(request: DeskRequest, document: int) -> HttpResponse:
    """Enter the document's lines into the register."""
    shown = get_object_or_404(visible_imports(request.actor).select_related("file"), pk=document)
    try:
        plan, told = _issued(request, shown)
    except LuoshiError as error:
        messages.error(request, str(error))
        return redirect("import", document=document)
    messages.success(request, told)
    return redirect(f"{reverse('tasks')}?plan={plan}")


def _issued(request: DeskRequest, document: Import) -> tuple[int, str]:
    """The plan's key, and a sentence on what was entered."""
    if document.kind == Kind.PROGRESS.value:
        taken = issue_progress(actor=request.actor, document=document)
        left = f"；定下不记的 {len(taken.unmatched)} 行没有记" if taken.unmatched else ""
        return taken.round.plan_id, f"进展记入台账了，{taken.matched} 项已研判{left}。"
    plan = issue_plan(actor=request.actor, document=document)
    return plan.pk, f"“{plan.title}”入册了，共 {plan.tasks.count()} 项。"


@with_right(Right.IMPORT_DOCUMENT)
def discard(request: DeskRequest, document: int) -> HttpResponse:
    """Throw a document's drafts away: asked first."""
    shown = get_object_or_404(visible_imports(request.actor), pk=document)
    text = "核对到一半的内容都不要了。原件还留着，台账不变；以后可以重新导入。"
    here = reverse("import", kwargs={"document": document})
    back = reverse("imports") if request.method == "POST" else here
    question = Question(f"作废“{shown.file.name}”", text, "作废", back)
    return ask_and_do(
        request,
        question,
        lambda: actions.discard_import(actor=request.actor, document=shown),
        "作废了。原件还留着，台账没有变动。",
    )

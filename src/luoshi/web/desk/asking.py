"""Forms and questions of the staff's pages: a refusal beside its field, a question before what cannot be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from luoshi.records.refusals import ActionRefused, NotValid
from luoshi.records.register.models import Government
from luoshi.web.access import DeskRequest
from luoshi.web.desk.choices import offer


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something is done: `text` says what follows, `verb` is on the button, `back` leads away."""

    title: str
    text: str
    verb: str
    back: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a button does, and what is said once it is done."""

    act: Callable[[], object]
    done: str


def refuse(form: forms.Form, refused: ActionRefused) -> None:
    """Put a refusal's sentences beside the fields that they are about, else above the form."""
    about = refused.fields if isinstance(refused, NotValid) else {}
    known = {field: sentence for field, sentence in about.items() if field in form.fields}
    for field, sentence in known.items():
        form.add_error(field, sentence)
    if not known:
        form.add_error(None, str(refused))


def refused_page(
    request: DeskRequest, template: str, context: Mapping[str, object], refused: ActionRefused
) -> HttpResponse:
    """A page once more with why nothing was done, and what is wrong by its fields."""
    wrong = refused.fields if isinstance(refused, NotValid) else {}
    return render(request, template, {**context, "error": str(refused), "wrong": wrong}, status=422)


def decide(
    request: DeskRequest, template: str, context: Mapping[str, object], decisions: Mapping[str, Decision], back: str
) -> HttpResponse:
    """A page with a button a decision: the one that was pressed is done, or the page says why not."""
    decision = decisions.get(request.POST.get("press", "")) if request.method == "POST" else None
    if decision is None:
        return render(request, template, context)
    try:
        decision.act()
    except ActionRefused as refused:
        return refused_page(request, template, context, refused)
    messages.success(request, decision.done)
    return redirect(back)


def open_by(
    request: DeskRequest, form: forms.Form, governments: QuerySet[Government], act: Callable[..., Model], name: str
) -> HttpResponse:
    """The page that opens a unit or a post of one of these governments; then the page of what was opened."""
    offer(form, "government", governments)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(name, act(actor=request.actor, **form.cleaned_data).pk)
        except ActionRefused as refused:
            refuse(form, refused)
    return render(request, f"desk/open_{name}.html", {"form": form, "has_choice": governments.count() > 1})


def ask(request: DeskRequest, question: Question) -> HttpResponse:
    """The page that asks."""
    return render(request, "desk/question.html", {"question": question})


def ask_and_do(request: DeskRequest, question: Question, act: Callable[[], object], done: str) -> HttpResponse:
    """Ask; when the answer is yes do it, and back to the page that it is about with a word on what became of it."""
    if request.method != "POST":
        return ask(request, question)
    try:
        act()
    except ActionRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(question.back)

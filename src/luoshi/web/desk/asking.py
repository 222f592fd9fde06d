"""Forms and questions of the staff's pages: a refusal beside its field, a question before what cannot be taken back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms
from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from luoshi.records.refusals import ActionRefused
from luoshi.records.register.models import Government
from luoshi.web.access import DeskRequest
from luoshi.web.desk.choices import offer

_BETWEEN: Final = re.compile(r"[、，,；;\s]+")


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


def reason_of(request: DeskRequest) -> str:
    """The reason that somebody gave in a form."""
    return request.POST.get("reason", "").strip()


def names_in(written: str) -> list[str]:
    """教育局、财政局，建设局: the names that somebody wrote one after the other."""
    return [name for name in _BETWEEN.split(written) if name]


def day_field(label: str, hint: str = "", initial: Callable[[], date] | None = None) -> forms.DateField:
    """A field for a day."""
    wrong = {"required": "请写日期。", "invalid": "日期写得不对，要写成 2026-03-01 这样。"}
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, initial=initial, error_messages=wrong, widget=widget)


def refuse(form: forms.Form, refused: ActionRefused) -> None:
    """Put a refusal's sentences, whole ones as a form's own, beside the fields that they are about, else above it."""
    known = {field: sentence for field, sentence in refused.fields.items() if field in form.fields}
    for field, sentence in known.items():
        form.add_error(field, f"{sentence.removesuffix('。')}。")
    if not known:
        form.add_error(None, str(refused))


def refused_page(
    request: DeskRequest, template: str, context: Mapping[str, object], refused: ActionRefused
) -> HttpResponse:
    """A page once more with why nothing was done, and what is wrong by its fields."""
    return render(request, template, {**context, "error": str(refused), "wrong": refused.fields}, status=422)


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

"""Forms and questions of the staff's pages: a refusal beside its field, a question before what cannot be taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from luoshi.records.refusals import ActionRefused, NotValid
from luoshi.web.access import DeskRequest


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something is done: `text` says what follows, `verb` is on the button, `back` leads away."""

    title: str
    text: str
    verb: str
    back: str


def refuse(form: forms.Form, refused: ActionRefused) -> None:
    """Put a refusal's sentences beside the fields that they are about, else above the form."""
    about = refused.fields if isinstance(refused, NotValid) else {}
    known = {field: sentence for field, sentence in about.items() if field in form.fields}
    for field, sentence in known.items():
        form.add_error(field, sentence)
    if not known:
        form.add_error(None, str(refused))


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

"""Serving notices: one about a task, one after another that was not answered, and taking one back."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.queries.detail import find_own_task
from luoshi.records.register.standing import standing_units
from luoshi.records.supervision.actions import (
    Terms,
    default_terms,
    escalate_notice,
    serve_notice,
    withdraw_notice,
)
from luoshi.records.supervision.deadlines import calendar_in
from luoshi.records.supervision.models import Notice, Step
from luoshi.records.supervision.queries import open_notices, units_to_serve
from luoshi.records.supervision.sheets import LONGEST, LONGEST_MATTER
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.asking import day_field, reason_of, refuse
from luoshi.web.desk.notices import seen_notice


class TermsForm(forms.Form):
    """What is asked of the unit, and by when."""

    grounds = forms.CharField(
        label="为什么督查",
        required=False,
        max_length=LONGEST,
        help_text="系统研判和它的算式，可以改；印在督查单“研判”一栏。",
        widget=forms.Textarea({"rows": 3}),
    )
    demand = forms.CharField(
        label="办理要求",
        max_length=LONGEST,
        error_messages={"required": "请写要单位做什么。"},
        widget=forms.Textarea({"rows": 3}),
    )
    answer_by = day_field("答复期限")


class NoticeForm(TermsForm):
    """The same, and on whom it is served, about what."""

    unit = forms.TypedChoiceField(label="送达单位", coerce=int, error_messages={"required": "请选单位。"})
    step = forms.ChoiceField(label="级别", choices=Step.choices)
    matter = forms.CharField(
        label="督查事项",
        max_length=LONGEST_MATTER,
        error_messages={"required": "请写督查什么事项。"},
        help_text="一张督查单只写一件事。",
        widget=forms.Textarea({"rows": 2}),
    )


def tell_days(form: forms.Form, rules: str) -> None:
    """Say how the day of a form was counted: by the calendar that the government's rules have for this year."""
    is_known = calendar_in(rules).knows(timezone.localdate().year)
    told = "放假、调休照规则里写的扣除" if is_known else "没有扣除法定节假日，请看一下再发"
    form.fields["answer_by"].help_text = f"按工作日算：提醒 10 天，警示 5 天，督办 3 天；{told}。"


@with_right(Right.SERVE_NOTICE)
def serve(request: DeskRequest, task: int) -> HttpResponse:
    """A notice about a task, filled in as far as the register knows."""
    shown = or_404(find_own_task(request.actor, Right.SERVE_NOTICE, task))
    units = units_to_serve(shown, standing_units(shown))
    rules = shown.government.rules
    form = NoticeForm(request.POST or None, initial=asdict(default_terms(shown, Step.REMIND, rules)))
    tell_days(form, rules)
    choices: Any = form.fields["unit"]
    choices.choices = [(unit.pk, unit.name) for unit in units]
    context = {"form": form, "task": shown, "plan": shown.plan, "units": units, "standing": open_notices(shown)}
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        chosen = given.pop("unit")
        unit = next(each for each in units if each.pk == chosen)
        try:
            terms = Terms(**{**given, "step": Step(given["step"])})
            notice = serve_notice(actor=request.actor, task=shown, unit=unit, terms=terms)
        except ActionRefused as refused:
            refuse(form, refused)
        else:
            return _served(request, notice)
    return _answer(request, "serve", context)


@with_right(Right.SERVE_NOTICE)
def escalate(request: DeskRequest, notice: int) -> HttpResponse:
    """A notice that follows one which was not answered: the same matter and unit, one step up."""
    former = _own_notice(request, notice)
    step = former.next_step or Step.ORDER
    rules = former.government.rules
    initial = {**asdict(default_terms(former.task, step, rules)), "demand": former.demand}
    form = TermsForm(request.POST or None, initial=initial)
    tell_days(form, rules)
    if request.method == "POST" and form.is_valid():
        try:
            terms = Terms(matter=former.matter, step=step, **form.cleaned_data)
            return _served(request, escalate_notice(actor=request.actor, notice=former, terms=terms))
        except ActionRefused as refused:
            refuse(form, refused)
    shown = {"form": form, "notice": former, "task": former.task, "plan": former.task.plan, "step": step}
    return _answer(request, "escalate", shown)


@with_right(Right.SERVE_NOTICE)
def withdraw(request: DeskRequest, notice: int) -> HttpResponse:
    """Why a notice is taken back."""
    shown = _own_notice(request, notice)
    reason = reason_of(request)
    context: dict[str, Any] = {"notice": shown, "reason": reason}
    if request.method == "POST":
        try:
            withdraw_notice(actor=request.actor, notice=shown, reason=reason)
        except ActionRefused as refused:
            return render(request, "desk/notice/withdraw.html", {**context, "error": refused}, status=422)
        messages.success(request, f"{shown}撤回了，编号不再用，理由留在它的页上。")
        return redirect("notice", notice=shown.pk)
    return render(request, "desk/notice/withdraw.html", context)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _own_notice(request: DeskRequest, notice: int) -> Notice:
    """One of the person's own office."""
    found = seen_notice(request, notice)
    if not request.actor.may(Right.SERVE_NOTICE, found.government_id):
        raise Http404
    return found


def _served(request: DeskRequest, notice: Notice) -> HttpResponse:
    day = f"{notice.answer_by.month}月{notice.answer_by.day}日"
    messages.success(request, f"{notice}发给{notice.unit.name}了，{day}前答复。要盖章的，下载打印。")
    return redirect("notice", notice=notice.pk)


def _answer(request: DeskRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render(request, f"desk/notice/{page}.html", context, status=status)

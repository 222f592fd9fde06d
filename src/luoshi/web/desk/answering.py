"""Buttons of a notice's page: a unit signs for it, answers, signs the answer; the office closes it or sends it back."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused, NotValid
from luoshi.records.supervision.actions import close_notice, return_answer
from luoshi.records.supervision.answering import answer_notice, receive_notice, refuse_answer, sign_answer
from luoshi.records.supervision.models import Answer, Notice
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import reason_of
from luoshi.web.desk.notices import seen_notice, show


@require_POST
@with_right(Right.ANSWER_NOTICE)
def receive(request: DeskRequest, notice: int) -> HttpResponse:
    """Sign for it; then the box for the answer stands there."""
    read = seen_notice(request, notice)

    def act() -> str:
        receive_notice(actor=request.actor, notice=read)
        return f"签收了，请在{read.answer_by.month}月{read.answer_by.day}日前答复。"

    return _do(request, read, act)


@require_POST
@with_right(Right.ANSWER_NOTICE)
def answer(request: DeskRequest, notice: int) -> HttpResponse:
    """To the office; where somebody of the unit signs, to them."""
    read = seen_notice(request, notice)

    def act() -> str:
        given = answer_notice(actor=request.actor, notice=read, text=request.POST.get("text", ""))
        if given.state == Answer.State.LAID:
            return "答复提交了，签发以后才到督查室。"
        return "答复了，等督查室看过办结。"

    return _do(request, read, act)


@require_POST
@with_right(Right.SIGN_ANSWER)
def sign(request: DeskRequest, notice: int) -> HttpResponse:
    """Let the answer go, or give it back to be written anew."""
    read = seen_notice(request, notice)
    seen = request.POST.get("seen", "")
    key = int(seen) if seen.isdecimal() else 0

    def act() -> str:
        if request.POST.get("press") == "sign":
            sign_answer(actor=request.actor, notice=read, seen=key)
            return "签发了，答复已经到督查室。"
        refuse_answer(actor=request.actor, notice=read, seen=key, reason=reason_of(request))
        return "没有签，理由写给了联络员，改好再交。"

    return _do(request, read, act)


@require_POST
@with_right(Right.SERVE_NOTICE)
def review(request: DeskRequest, notice: int) -> HttpResponse:
    """Say that an answer is enough, or send it back."""
    read = seen_notice(request, notice)

    def act() -> str:
        if request.POST.get("press") == "close":
            close_notice(actor=request.actor, notice=read, remark=reason_of(request))
            return f"{read}办结了。"
        return_answer(actor=request.actor, notice=read, reason=reason_of(request), answer_by=_day(request))
        return "退回了，理由写给了单位，到期重新答复。"

    return _do(request, read, act)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _do(request: DeskRequest, notice: Notice, act: Callable[[], str]) -> HttpResponse:
    """Do it, and back to the notice's page; where it is refused, the page says why and has what was written."""
    try:
        told = act()
    except ActionRefused as refused:
        written = {name: request.POST.get(name, "") for name in ("text", "reason", "answer_by")}
        return show(request, notice, 422, error=refused, wrong=refused.fields, **written)
    messages.success(request, told)
    return redirect("notice", notice=notice.pk)


def _day(request: DeskRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("answer_by", ""))
    except ValueError:
        raise NotValid("退回要写重新答复的期限。", {"answer_by": "请写日期"}) from None

"""Reports in the browser: a liaison writes one, or writes it anew; the supervisor accepts it or sends it back."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from luoshi.language.claims import find_claim
from luoshi.records.people.queries import signers_of
from luoshi.records.people.roles import Right
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.models import Task
from luoshi.records.register.queries.detail import find_task
from luoshi.records.register.queries.tasks import sight_of
from luoshi.records.register.standing import standing_units
from luoshi.records.reporting.actions import accept_report, return_report
from luoshi.records.reporting.models import Report, Round
from luoshi.records.reporting.queries import (
    reporting_unit,
    reports_of,
    reviewable,
    round_to_write,
    unsigned_of,
)
from luoshi.records.reporting.sending import judge_text, send_report
from luoshi.records.reporting.signing import lay_before
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.asking import Decision, decide, reason_of, refused_page
from luoshi.web.desk.gauges import judged_gauges
from luoshi.web.desk.ledger import contradicts
from luoshi.writing.words import period_words

_JUDGE = "judge"


@with_right(Right.WRITE_REPORT)
def write_report(request: DeskRequest, task: int) -> HttpResponse:
    """The text of a task's report, beside its figures and what was said before; the verdict is shown when asked for."""
    shown = or_404(find_task(sight_of(request.actor), task))
    context = _writing(request, shown)
    if request.method != "POST":
        return render(request, "desk/report/write.html", context)
    if request.POST.get("press") == _JUDGE:
        return render(
            request, "desk/report/write.html", {**context, **forming(shown, context["round"], str(context["text"]))}
        )
    return _send(request, shown, context)


@with_right(Right.REVIEW_REPORT)
def review_report(request: DeskRequest, report: int) -> HttpResponse:
    """A report beside what the system says of it; it is accepted, or sent back with the reason."""
    read = get_object_or_404(reviewable(request.actor), pk=report)
    task = or_404(find_task(sight_of(request.actor), read.task_id))
    reason = reason_of(request)
    context = {"report": read, "task": task, "plan": task.plan, "reason": reason, **_beside(read)}
    actor = request.actor
    decisions = {
        "accept": Decision(partial(accept_report, actor=actor, report=read), "审核通过了。"),
        "return": Decision(
            partial(return_report, actor=actor, report=read, reason=reason),
            "退回了，理由写在任务页上，单位联络员改好再报。",
        ),
    }
    return decide(request, "desk/report/review.html", context, decisions, reverse("task", args=[task.pk]))


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _writing(request: DeskRequest, task: Task) -> dict[str, Any]:
    """What stands beside the box: what was said before, what came back, from the supervisor or from within the unit."""
    opened, reports = round_to_write(task), reports_of(task)
    unit = reporting_unit(request.actor, standing_units(task))
    report = next((each for each in reports if opened and each.round_id == opened.pk), None)
    laid = unsigned_of(request.actor, task)
    laid = laid if laid and opened and laid.round_id == opened.pk else None
    last = laid or report
    signers = signers_of(unit) if unit else []
    is_laid = bool(laid and not laid.refusal and signers)
    return {
        "task": task,
        "plan": task.plan,
        "round": opened,
        "report": report,
        "before": before_of(opened, reports),
        "may_write": unit is not None,
        "is_open": unit is not None and opened is not None and not is_laid,
        "signers": signers,
        "laid": laid,
        "text": request.POST.get("text", last.text if last else ""),
    }


def before_of(opened: Round | None, reports: Sequence[Report]) -> Report | None:
    """What was reported in the round before."""
    return next((each for each in reports if opened and each.round.cutoff < opened.cutoff), None)


def _beside(report: Report) -> dict[str, object]:
    """What a report is compared with: what the unit says of itself, and what it said the time before."""
    claim = find_claim(report.text)
    return {
        "before": before_of(report.round, reports_of(report.task)),
        "claim": claim,
        "differs": claim is not None and contradicts(claim.verdict, report.verdict),
    }


def _send(request: DeskRequest, task: Task, context: dict[str, Any]) -> HttpResponse:
    """To the supervisor; where somebody of the unit signs, to them."""
    text = str(context["text"])
    try:
        if signers := context["signers"]:
            opened = lay_before(actor=request.actor, task=task, text=text).round
            told = f"{period_words(opened.period)}的进展提交了，等{'、'.join(signers)}签发，签发以后才报到督查室。"
        else:
            opened = send_report(actor=request.actor, task=task, text=text).round
            told = f"{period_words(opened.period)}的进展报上去了，等督查室审核。"
    except ActionRefused as refused:
        return refused_page(request, "desk/report/write.html", context, refused)
    messages.success(request, told)
    return redirect("task", task=task.pk)


def forming(task: Task, opened: Round | None, text: str) -> dict[str, object]:
    """What the text would amount to; nothing is kept."""
    if opened is None or not text.strip():
        return {}
    opened.plan = task.plan
    judged = judge_text(opened, task, text.strip())
    return {"forming": judged, "gauges": judged_gauges(judged.row)}

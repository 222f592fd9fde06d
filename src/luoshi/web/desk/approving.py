"""What waits for a unit's approver: a list, and a page for each, on which it is signed or given back."""

from functools import partial

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from luoshi.records.people.roles import Right
from luoshi.records.register.queries.detail import find_task
from luoshi.records.register.queries.tasks import sight_of
from luoshi.records.reporting.queries import reports_of, to_sign
from luoshi.records.reporting.signing import refuse_report, sign_report
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.asking import Decision, decide, reason_of
from luoshi.web.desk.reporting import before_of, forming

_PAGE = 50


@with_right(Right.SIGN_REPORT)
def list_to_sign(request: DeskRequest) -> HttpResponse:
    """What liaisons of the own units wrote, the oldest first."""
    page = Paginator(to_sign(request.actor), _PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/report/to_sign.html", {"page": page})


@with_right(Right.SIGN_REPORT)
def sign(request: DeskRequest, unsigned: int) -> HttpResponse:
    """A report before it goes out, beside what the system would say of it."""
    laid = get_object_or_404(to_sign(request.actor), pk=unsigned)
    task = or_404(find_task(sight_of(request.actor), laid.task_id))
    reason = reason_of(request)
    context = {
        "laid": laid,
        "task": task,
        "plan": task.plan,
        "reason": reason,
        "before": before_of(laid.round, reports_of(task)),
        **forming(task, laid.round, laid.text),
    }
    actor = request.actor
    decisions = {
        "sign": Decision(partial(sign_report, actor=actor, unsigned=laid), "签发了，已经报到督查室，等审核。"),
        "refuse": Decision(
            partial(refuse_report, actor=actor, unsigned=laid, reason=reason), "没有签，理由写给了联络员，改好再交。"
        ),
    }
    return decide(request, "desk/report/sign.html", context, decisions, reverse("to_sign"))

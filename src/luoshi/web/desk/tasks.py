"""The register: tasks in a list, and a task on its own page."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from luoshi.records.people.roles import Right
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.queries.tasks import Sieve, for_list, for_page, sift, visible_plans, visible_tasks
from luoshi.web.access import DeskRequest, with_right

_PAGE = 50


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def list_tasks(request: DeskRequest) -> HttpResponse:
    """The tasks of a plan: of the one that is asked for, else of the latest."""
    plans = list(visible_plans(request.actor))
    plan = _chosen(plans, request.GET.get("plan", ""))
    tasks = visible_tasks(request.actor).filter(plan=plan) if plan else Task.objects.none()
    sieve = Sieve(words=request.GET.get("words", ""))
    page = Paginator(for_list(sift(tasks, sieve).order_by("order")), _PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/tasks.html", {"plans": plans, "plan": plan, "page": page, "sieve": sieve})


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def show_task(request: DeskRequest, task: int) -> HttpResponse:
    """A task with all that is known of it; one that the person may not see is not there."""
    shown = get_object_or_404(for_page(visible_tasks(request.actor)), pk=task)
    return render(request, "desk/task.html", {"task": shown})


def _chosen(plans: list[Plan], asked: str) -> Plan | None:
    return next((plan for plan in plans if str(plan.pk) == asked), plans[0] if plans else None)

"""A task on its own page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from luoshi.records.people.roles import Right
from luoshi.records.register.queries.tasks import for_page, visible_tasks
from luoshi.web.access import DeskRequest, with_right


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def show_task(request: DeskRequest, task: int) -> HttpResponse:
    """A task with all that is known of it; one that the person may not see is not there."""
    shown = get_object_or_404(for_page(visible_tasks(request.actor)), pk=task)
    return render(request, "desk/task.html", {"task": shown})

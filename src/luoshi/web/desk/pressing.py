"""Many tasks are pressed at once: a notice each, to every unit that leads, in the same words."""

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.models import Task, Unit
from luoshi.records.supervision.actions import serve_notices
from luoshi.records.supervision.deadlines import answer_day, calendar_in
from luoshi.records.supervision.models import Step
from luoshi.records.supervision.queries import leads_of, open_by_task
from luoshi.records.supervision.sheets import DEMAND, LONGEST
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import day_field
from luoshi.web.desk.serving import tell_days
from luoshi.web.desk.together import Selection, answer, seal

MOST = 100
"""So many tasks are pressed at a time, no more: somebody has to read the answers."""


class PressForm(forms.Form):
    """What all of the notices say."""

    step = forms.ChoiceField(label="级别", choices=Step.choices, initial=Step.REMIND)
    demand = forms.CharField(
        label="办理要求",
        max_length=LONGEST,
        initial=DEMAND,
        error_messages={"required": "请写要单位做什么。"},
        widget=forms.Textarea({"rows": 3}),
    )
    answer_by = day_field("答复期限")


@with_right(Right.SERVE_NOTICE)
def press(request: DeskRequest) -> HttpResponse:
    """The notices that would be served, and what all of them say."""
    selection = Selection.read(request, Right.SERVE_NOTICE)
    is_many = len(selection.tasks) > MOST
    tasks = [] if is_many else selection.tasks
    leads, standing = leads_of(tasks), open_by_task(tasks)
    lines = [(task, leads.get(task.pk, [])) for task in tasks]
    rules = selection.plan.government.rules
    day = answer_day(Step.REMIND, timezone.localdate(), calendar_in(rules))
    form = PressForm(request.POST or None, initial={"answer_by": day})
    tell_days(form, rules)
    shown: dict[str, object] = {
        "selection": selection,
        "plan": selection.plan,
        "lines": [(task, units, standing.get(task.pk, [])) for task, units in lines],
        "pressed": len(standing),
        "count": sum(len(units) for _, units in lines),
        "most": MOST,
        "is_many": is_many,
        "form": form,
        "fingerprint": _seal(lines),
    }

    def act() -> str:
        if not tasks:
            raise NotNow(f"一次最多 {MOST} 项。请回到台账先筛选。" if is_many else "没有选中任务。")
        if not form.is_valid():
            raise NotValid("请看下面写红字的地方。")
        given = {**form.cleaned_data, "step": Step(form.cleaned_data["step"])}
        served = serve_notices(actor=request.actor, plan=selection.plan, tasks=tasks, **given)
        return f"发了 {served} 张督查单，编号接着排；要盖章的，到“督查单”里下载。"

    return answer(request, selection, "notices", shown, act)


def _seal(lines: list[tuple[Task, list[Unit]]]) -> str:
    """Of which tasks to which units."""
    return seal(key for task, units in lines for key in (task.pk, *(unit.pk for unit in units)))

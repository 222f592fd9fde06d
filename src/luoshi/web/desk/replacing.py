"""A unit takes the place of another in many tasks: asked, shown task by task, then done; or taken back."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from luoshi.records.people.roles import Right
from luoshi.records.register.actions.together import replace_unit
from luoshi.records.register.models import Unit
from luoshi.records.register.queries.together import units_in
from luoshi.records.register.queries.units import named
from luoshi.records.register.replacing import Replacement, Swaps, list_swaps
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import day_field
from luoshi.web.desk.choices import offer
from luoshi.web.desk.together import Selection, answer
from luoshi.web.templatetags.register import day

# The reason stands in the address of the preview
_LONGEST = 120
_UNKNOWN = "没有登记过“{}”。写错了请改；新组建的单位请先到“单位与人员”新增。"


class ReplaceForm(forms.Form):
    """Which unit goes, which one comes, from when, and why."""

    former = forms.ModelChoiceField(
        label="原单位",
        queryset=Unit.objects.none(),
        empty_label="请选",
        error_messages={"required": "请选原来的单位。"},
    )
    successor = forms.CharField(
        label="换成",
        max_length=64,
        error_messages={"required": "请写换成哪个单位。"},
        help_text="写全称、简称、别名都行。单位只是改了名字的，请到单位页“更名”，任务跟着走。",
    )
    since = day_field("从哪天起")
    reason = forms.CharField(
        label="理由",
        max_length=_LONGEST,
        error_messages={"required": "请写替换的理由，以后查得到。"},
        help_text="如：机构改革方案、职责划转通知的文号。",
    )

    def __init__(self, selection: Selection, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.government = selection.plan.government
        offer(self, "former", units_in(selection.tasks))

    def clean_successor(self) -> Unit:
        """The unit that the name means."""
        unit = named(self.government, self.cleaned_data["successor"])
        if unit is None:
            raise forms.ValidationError(_UNKNOWN.format(self.cleaned_data["successor"]))
        return unit

    def clean(self) -> dict[str, Any]:
        """Two units, and a day that has come."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("former") and given["former"] == given.get("successor"):
            self.add_error("successor", "换成的还是同一个单位。只是改名的，请到单位页“更名”。")
        if given.get("since") and given["since"] > timezone.localdate():
            self.add_error("since", "日期还没有到，到那天再替换。")
        return given


@with_right(Right.CORRECT_TASK)
def replace(request: DeskRequest) -> HttpResponse:
    """The form; with its answers in the address each task that changes or is left alone, then the deed."""
    selection = Selection.read(request, Right.CORRECT_TASK)
    shown: dict[str, object] = {"selection": selection, "plan": selection.plan}
    if selection.is_too_large or not selection.tasks:
        return render(request, "desk/together/units.html", shown)
    given = request.GET if "former" in request.GET or "successor" in request.GET else None
    form = ReplaceForm(selection, given, initial=_initial(selection))
    shown |= {"form": form, "query": request.GET.urlencode()}
    if given is None or not form.is_valid():
        return render(request, "desk/together/units.html", shown, status=422 if form.errors else 200)
    replacement = Replacement(**form.cleaned_data)
    swaps = list_swaps(selection.tasks, replacement)
    shown |= {"replacement": replacement, "swaps": swaps, "fingerprint": swaps.fingerprint}
    return answer(request, selection, "units", shown, lambda: _replace(request, selection, replacement, swaps))


def _replace(request: DeskRequest, selection: Selection, replacement: Replacement, swaps: Swaps) -> str:
    count = replace_unit(
        actor=request.actor,
        plan=selection.plan,
        tasks=[swap.task.pk for swap in (*swaps.changed, *swaps.left)],
        replacement=replacement,
        fingerprint=swaps.fingerprint,
    )
    return f"{count} 项的“{replacement.former.name}”换成了“{replacement.successor.name}”，原来的分工在“全部记录”里。"


def _initial(selection: Selection) -> dict[str, Any]:
    """What the form says at first: the other way round for a replacement that is to be taken back."""
    back = selection.back
    if back is None:
        return {"since": timezone.localdate()}
    former = named(selection.plan.government, back.successor)
    reason = f"撤回{day(back.at)}的替换：{back.reason}"[:_LONGEST]
    return {"former": former, "successor": back.former, "since": back.since, "reason": reason}

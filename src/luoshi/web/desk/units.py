"""The units of a government: in a list, on pages of their own with all their names, and as one types them."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from luoshi.records.journal.queries import about
from luoshi.records.journal.words import action_words, differences
from luoshi.records.people.queries import contacts_of
from luoshi.records.people.roles import Right
from luoshi.records.register.actions.cascade import unlink_district
from luoshi.records.register.actions.governments import close_unit, drop_name, open_unit, reopen_unit
from luoshi.records.register.models import Government, Unit, UnitName
from luoshi.records.register.queries.cascade import governments_below
from luoshi.records.register.queries.units import (
    count_kinds,
    count_leads,
    find_units,
    groups_of,
    latest_plans,
    managed_units,
    names_in_use,
    with_names,
)
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import Question, ask_and_do, open_by
from luoshi.web.desk.naming import ChangeForm, DistrictForm, MembersForm, NameForm, OpenUnitForm, RenameForm

_PAGE = 50
_RECORDS = 20
_KINDS = (("", "全部"), ("unit", "单位"), ("district", "区县"), ("group", "单位组"), ("closed", "已停用"))
# Who types names of units anywhere, or seeks by them
_NAMING = (Right.IMPORT_DOCUMENT, Right.CORRECT_TASK, Right.MANAGE_UNITS, Right.GRANT_ROLES, Right.READ_REGISTER)
# What a unit's page changes, by the name that its form sends along
_FORMS: dict[str, Callable[[Unit, Any], ChangeForm]] = {
    "rename": RenameForm,
    "name": NameForm,
    "members": MembersForm,
    "district": DistrictForm,
}


@with_right(Right.MANAGE_UNITS)
def list_units(request: DeskRequest) -> HttpResponse:
    """Units with their names and how many tasks they lead this year."""
    units = managed_units(request.actor)
    words, kind = request.GET.get("words", "").strip()[:64], request.GET.get("kind", "")
    page = Paginator(with_names(find_units(units, words, kind)), _PAGE).get_page(request.GET.get("page"))
    plans = latest_plans(request.actor.governments(Right.MANAGE_UNITS))
    leads = count_leads(page.object_list, plans)
    context = {
        "page": page,
        "lines": [(unit, leads.get(unit.pk, 0)) for unit in page],
        "tabs": tabs_of(request),
        "words": words,
        "kind": kind,
        "year": plans[0].year if plans else None,
    }
    return render(request, "desk/units.html", context)


def tabs_of(request: DeskRequest) -> list[tuple[str, str, int | None]]:
    """The kinds of units with their names and how many there are."""
    counts = count_kinds(managed_units(request.actor))
    return [(name, label, counts.get(name)) for name, label in _KINDS]


@with_right(Right.MANAGE_UNITS)
def open_one(request: DeskRequest) -> HttpResponse:
    """Enter a unit."""
    governments = Government.objects.filter(pk__in=request.actor.governments(Right.MANAGE_UNITS))
    form = OpenUnitForm(request.POST or None, initial={"government": governments.first()})
    return open_by(request, form, governments, open_unit, "unit")


@with_right(Right.MANAGE_UNITS)
def show_unit(request: DeskRequest, unit: int) -> HttpResponse:
    """A unit with its names in time, what it belongs to and leads, and what befell it; changed by the page's forms."""
    shown = get_object_or_404(with_names(managed_units(request.actor)), pk=unit)
    sent = request.POST.get("form", "")
    if request.method == "POST" and sent not in _FORMS:
        raise Http404
    forms = {name: form(shown, request.POST if name == sent else None) for name, form in _FORMS.items()}
    if sent and forms[sent].is_done(request.actor):
        return redirect("unit", unit=shown.pk)
    plans = latest_plans([shown.government_id])
    has_below = shown.kind != Unit.Kind.GROUP and governments_below(shown).exists()
    context = {
        "unit": shown,
        "forms": forms,
        "groups": groups_of(shown),
        "has_below": has_below,
        "people": contacts_of([shown.pk]).get(shown.pk, []),
        "posts": shown.posts.order_by("title"),
        "plans": plans,
        "leads": count_leads([shown], plans).get(shown.pk, 0),
        "records": [(each, action_words(each.action), differences(each)) for each in about(shown, _RECORDS)],
    }
    return render(request, "desk/unit.html", context)


@with_right(Right.MANAGE_UNITS)
def close(request: DeskRequest, unit: int) -> HttpResponse:
    """Close a unit, after a question."""
    shown = get_object_or_404(managed_units(request.actor), pk=unit)
    text = "停用后填写单位时不再提示它。它的任务、名称和记录都还在，随时可以启用。"
    question = Question(f"停用“{shown.name}”", text, "停用", _page_of(shown))
    return ask_and_do(request, question, partial(close_unit, actor=request.actor, unit=shown), "已停用。")


@with_right(Right.MANAGE_UNITS)
def reopen(request: DeskRequest, unit: int) -> HttpResponse:
    """Open a closed unit again, after a question."""
    shown = get_object_or_404(managed_units(request.actor), pk=unit)
    question = Question(f"启用“{shown.name}”", "启用后填写单位时又会提示它。", "启用", _page_of(shown))
    return ask_and_do(request, question, partial(reopen_unit, actor=request.actor, unit=shown), "已启用。")


@with_right(Right.MANAGE_UNITS)
def unlink(request: DeskRequest, unit: int) -> HttpResponse:
    """Let a district stand for no government any more, after a question."""
    shown = get_object_or_404(managed_units(request.actor), pk=unit)
    text = "解除以后，新的任务不再下达给它。已经下达的都还在，进展照样汇总。"
    question = Question(f"解除“{shown.name}”对应的下级政府", text, "解除", _page_of(shown))
    return ask_and_do(request, question, partial(unlink_district, actor=request.actor, unit=shown), "已解除。")


@with_right(Right.MANAGE_UNITS)
def drop(request: DeskRequest, unit: int, name: int) -> HttpResponse:
    """Drop a name that was entered by mistake, after a question."""
    shown = get_object_or_404(managed_units(request.actor), pk=unit)
    wrong = get_object_or_404(UnitName.objects.select_related("unit"), pk=name, unit=shown)
    text = f"删去后，文件里再出现“{wrong.name}”，就认不出是“{shown.name}”了。已经入册的任务不变。"
    question = Question(f"删去名称“{wrong.name}”", text, "删去", _page_of(shown))
    return ask_and_do(request, question, partial(drop_name, actor=request.actor, name=wrong), "已删去。")


@with_right(*_NAMING)
def list_names(request: DeskRequest, government: int) -> HttpResponse:
    """All names of a government's units with the first letters of their pinyin, in whose order the units stand."""
    if not any(request.actor.may(right, government) for right in _NAMING):
        raise Http404
    names = names_in_use(get_object_or_404(Government, pk=government))
    units = [_told(list(of_one)) for _, of_one in groupby(names, attrgetter("unit_id"))]
    return JsonResponse(sorted(units, key=_spelling), safe=False)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _page_of(unit: Unit) -> str:
    return reverse("unit", kwargs={"unit": unit.pk})


def _told(names: list[UnitName]) -> dict[str, Any]:
    unit, plain = names[0].unit, {UnitName.Sort.FULL: ""}
    kind = "" if unit.kind == Unit.Kind.UNIT else unit.get_kind_display()
    told = [(each.name, each.initials, plain.get(UnitName.Sort(each.sort), each.get_sort_display())) for each in names]
    return {"name": unit.name, "kind": kind, "names": told}


def _spelling(unit: dict[str, Any]) -> tuple[str, str]:
    return unit["names"][0][1], unit["name"]

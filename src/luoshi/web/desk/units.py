"""The units of a government and all their names."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government, Unit
from luoshi.records.register.queries.units import complete
from luoshi.web.access import DeskRequest, with_right

# Who types names of units anywhere
_NAMING = (Right.IMPORT_DOCUMENT, Right.CORRECT_TASK, Right.MANAGE_UNITS, Right.GRANT_ROLES)


@with_right(Right.MANAGE_UNITS)
def list_units(request: DeskRequest) -> HttpResponse:
    """Units with their names."""
    governments = request.actor.governments(Right.MANAGE_UNITS)
    units = Unit.objects.filter(government__in=governments).prefetch_related("names").order_by("name")
    return render(request, "desk/units.html", {"units": units})


@with_right(*_NAMING)
def complete_units(request: DeskRequest, government: int) -> HttpResponse:
    """Names that fit what was typed last into a field called unit, for its list of choices."""
    seen = any(request.actor.may(right, government) for right in _NAMING)
    found = get_object_or_404(Government, pk=government) if seen else None
    typed = request.GET.get("unit", "").strip()
    names = complete(found, typed) if found and typed else ()
    return render(request, "desk/unit_choices.html", {"names": names})

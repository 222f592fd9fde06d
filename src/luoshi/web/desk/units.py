"""The units of a government and all their names."""

from django.http import HttpResponse
from django.shortcuts import render

from luoshi.records.people.roles import Right
from luoshi.records.register.models import Unit
from luoshi.web.access import DeskRequest, with_right


@with_right(Right.MANAGE_UNITS)
def list_units(request: DeskRequest) -> HttpResponse:
    """Units with their names."""
    governments = request.actor.governments(Right.MANAGE_UNITS)
    units = Unit.objects.filter(government__in=governments).prefetch_related("names").order_by("name")
    return render(request, "desk/units.html", {"units": units})

"""Fields of forms: label, control, what is wrong with it, a hint; the same on every page."""

from typing import TYPE_CHECKING, Any

from django import forms, template

from luoshi.web.links import page

if TYPE_CHECKING:
    from django.forms import BoundField

register = template.Library()


@register.inclusion_tag("luoshi/_field.html")
def field(bound: "BoundField", hint: str = "", label: str = "", **attributes: Any) -> dict[str, Any]:
    """A labelled control. `hint` and `label` take the place of the form's own; attributes go to the control."""
    shown = hint or str(bound.help_text)
    known = str(attributes.get("id", bound.id_for_label))
    told = [f"{known}-{name}" for name, is_there in (("wrong", bound.errors), ("hint", shown)) if is_there]
    drawn = {
        "class": _style(bound.field.widget),
        "placeholder": False,
        "aria-invalid": "true" if bound.errors else False,
        "aria-describedby": " ".join(told) or False,
        **{name.replace("_", "-"): value for name, value in attributes.items()},
    }
    return {
        "bound": bound,
        "id": known,
        "label": label or bound.label,
        "hint": shown,
        "control": bound.as_widget(attrs=drawn),
    }


@register.inclusion_tag("luoshi/_field.html")
def unit_field(bound: "BoundField", government: int, **attributes: Any) -> dict[str, Any]:
    """The field for a unit's name, or the names of several, out of those that the government has (static units.js)."""
    return field(bound, autocomplete="off", data_units=page("unit_names", government), **attributes)


@register.inclusion_tag("luoshi/_at.html")
def at(place: Any, mark: str, words: str, order: int | None = None) -> dict[str, Any]:
    """A link from a field to the words of the document that it was read from; empty where there are none."""
    return {"key": (mark if order is None else f"{mark}-{order}") if place else "", "words": words[:20]}


def _style(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"

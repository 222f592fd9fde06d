"""What a field of a form offers to choose from, where that depends on who asks."""

from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm, ModelChoiceField


def offer(form: BaseForm, name: str, choices: QuerySet[Any]) -> None:
    """Let the field choose from these rows."""
    field = form.fields[name]
    if not isinstance(field, ModelChoiceField):
        raise TypeError(f"{name} chooses no row")
    field.queryset = choices

"""Units: found by name, alias, or the first letters of their pinyin."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from luoshi.records.register.models import Government, Unit, UnitName

_MOST = 12


def complete(government: Government, typed: str) -> QuerySet[UnitName]:
    """Names that fit what was typed so far: those that begin with it first."""
    words = typed.strip()
    begins = Q(name__startswith=words) | Q(initials__startswith=words.lower())
    rank = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        UnitName.objects.filter(government=government, unit__is_active=True)
        .filter(begins | Q(name__contains=words))
        .select_related("unit")
        .order_by(rank, "name")[:_MOST]
    )


def named(government: Government, name: str) -> Unit | None:
    """The unit that a full name, short name or alias means."""
    found = UnitName.objects.filter(government=government, name=name.strip()).select_related("unit").first()
    return found.unit if found else None

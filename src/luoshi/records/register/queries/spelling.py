"""Units in the order of their pinyin, in which one looks for a name."""

from typing import Final

from django.db.models import OuterRef, Subquery

from luoshi.records.register.models import UnitName

_OWN_NAME = UnitName.objects.filter(government=OuterRef("government"), name=OuterRef("name")).order_by()
SPELLING: Final = (Subquery(_OWN_NAME.values("initials")[:1]), "name")
"""What units are ordered by: the first letters of their own name's pinyin, the name itself where those are alike."""

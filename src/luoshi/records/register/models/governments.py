"""Governments, their units, and what the units are and were called."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Level(models.TextChoices):
    """Where a government stands."""

    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"
    TOWN = "town", "乡镇（街道）"


class Government(models.Model):
    """A government that keeps a register here; the one above sees what it handed down.

    `rules` is a file of rules for judging, as it was given; empty where the program's own hold.
    """

    name = models.CharField("名称", max_length=64, unique=True)
    level = models.CharField("层级", max_length=16, choices=Level.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    rules = models.TextField("研判规则", blank=True, default="")

    class Meta:
        db_table = "register_government"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="register_government_below_another"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit, a district, or a group of units (各镇街). `name` is what it is called today; UnitName has all names.

    `stands_for` is the government below that a district is, where that one keeps a register here.
    """

    class Kind(models.TextChoices):
        """What it is to a task."""

        UNIT = "unit", "单位"
        DISTRICT = "district", "区县"
        GROUP = "group", "单位组"

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="units")
    name = models.CharField("名称", max_length=64)
    kind = models.CharField("类别", max_length=16, choices=Kind.choices, default=Kind.UNIT)
    is_active = models.BooleanField("在用", default=True)
    stands_for = models.ForeignKey(Government, on_delete=models.PROTECT, null=True, related_name="stood_for_by")

    class Meta:
        db_table = "register_unit"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["government", "name"], name="register_unit_once"),
            models.UniqueConstraint(
                fields=["stands_for"], condition=Q(stands_for__isnull=False), name="register_unit_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(stands_for__isnull=True) | (Q(kind="district") & ~Q(stands_for=F("government"))),
                name="register_unit_stands_below",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitName(models.Model):
    """A name that means a unit in documents: full, short, former, or a spelling met; `initials` are its pinyin's."""

    class Sort(models.TextChoices):
        """What kind of name it is."""

        FULL = "full", "全称"
        SHORT = "short", "简称"
        FORMER = "former", "曾用名"
        ALIAS = "alias", "别名"

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=64)
    initials = models.CharField("拼音首字母", max_length=64)
    sort = models.CharField("性质", max_length=16, choices=Sort.choices)
    holds_from = models.DateField(null=True)
    holds_to = models.DateField(null=True)

    class Meta:
        db_table = "register_unitname"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["government", "name"], name="register_unitname_once"),
            models.CheckConstraint(
                condition=Q(holds_to__isnull=True) | Q(holds_from__isnull=True) | Q(holds_to__gte=F("holds_from")),
                name="register_unitname_in_time",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["government", "initials"], name="register_unitname_initials")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A unit that a group is made of, from a day to a day."""

    group = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="groups")
    holds_from = models.DateField()
    holds_to = models.DateField(null=True)

    class Meta:
        db_table = "register_membership"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "member"], condition=Q(holds_to__isnull=True), name="register_membership_once"
            ),
            models.CheckConstraint(condition=~Q(group=F("member")), name="register_membership_other"),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.member_id}"

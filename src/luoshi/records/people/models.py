"""Accounts, roles, posts and their holders."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from luoshi.records.people.roles import OF_UNIT, Role

# A role or post that is held until further notice; one that has an end was held until the day before
HELD = Q(holds_to__isnull=True)


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their user name; they are made by `actions.open_account` alone."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        """With their government, whose name stands above every page, and `has_below`: whether others are under it."""
        from luoshi.records.register.models import Government

        below = Exists(Government.objects.filter(parent=OuterRef("government")))
        return super().get_queryset().select_related("government").annotate(has_below=below)


class Account(AbstractBaseUser):
    """A person who signs in. `name` is how others see them; whoever has left is not active, and stays.

    `government` is whose administrators look after the account.
    """

    government = models.ForeignKey(
        "register.Government", on_delete=models.PROTECT, related_name="accounts", verbose_name="所属政府"
    )
    username = models.CharField("登录名", max_length=64, unique=True)
    name = models.CharField("姓名", max_length=64)
    email = models.EmailField("邮箱", blank=True)
    is_active = models.BooleanField("在用", default=True)
    must_change_password = models.BooleanField("须改密码", default=False)
    prefers_large = models.BooleanField("大字版", default=False)
    opened_at = models.DateTimeField("开立时间")

    objects = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        db_table = "people_account"

    def __str__(self) -> str:
        return self.name

    # Asked for by other apps; nobody is above the table of rights.
    is_staff = False
    is_superuser = False


class Grant(models.Model):
    """A role that an account holds in a government, or in one of its units, from a day to a day."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField("角色", max_length=32, choices=Role.choices)
    government = models.ForeignKey("register.Government", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, null=True, related_name="grants")
    holds_from = models.DateField()
    holds_to = models.DateField(null=True)

    class Meta:
        db_table = "people_grant"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "role", "government"],
                condition=Q(holds_to__isnull=True, unit__isnull=True),
                name="people_grant_once",
            ),
            models.UniqueConstraint(
                fields=["account", "role", "unit"],
                condition=Q(holds_to__isnull=True, unit__isnull=False),
                name="people_grant_unit_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(OF_UNIT), unit__isnull=False)
                | (~Q(role__in=sorted(OF_UNIT)) & Q(unit__isnull=True)),
                name="people_grant_unit_by_role",
            ),
            models.CheckConstraint(
                condition=Q(holds_to__isnull=True) | Q(holds_to__gte=F("holds_from")), name="people_grant_in_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role}"


class Post(models.Model):
    """A post that answers for tasks, whoever holds it: 副市长（分管教育、卫生）."""

    government = models.ForeignKey("register.Government", on_delete=models.PROTECT, related_name="posts")
    title = models.CharField("职务", max_length=64)
    portfolio = models.ManyToManyField("register.Unit", related_name="posts", blank=True)

    class Meta:
        db_table = "people_post"
        constraints: ClassVar = [models.UniqueConstraint(fields=["government", "title"], name="people_post_once")]

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Who holds a post, from a day to a day; the successor has the tasks with the post."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    name = models.CharField("姓名", max_length=64)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="holdings")
    holds_from = models.DateField()
    holds_to = models.DateField(null=True)

    class Meta:
        db_table = "people_holding"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post"], condition=Q(holds_to__isnull=True), name="people_holding_once"),
            models.CheckConstraint(
                condition=Q(holds_to__isnull=True) | Q(holds_to__gte=F("holds_from")), name="people_holding_in_time"
            ),
        ]

    def __str__(self) -> str:
        return self.name

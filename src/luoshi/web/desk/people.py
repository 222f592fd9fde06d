"""Accounts and the roles that they hold; each administrator sees the buttons of their own duty."""

from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from luoshi.records.people.actions import (
    close_account,
    grant_role,
    open_account,
    reopen_account,
    reset_password,
    reset_second_factor,
    withdraw_role,
)
from luoshi.records.people.models import Account
from luoshi.records.people.passwords import first_password
from luoshi.records.people.queries import (
    count_states,
    find_accounts,
    for_list,
    former_roles_of,
    looked_after,
    roles_of,
)
from luoshi.records.people.roles import OF_UNIT, Right, Role
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.models import Government, Unit
from luoshi.records.register.queries.units import named
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import Question, ask, ask_and_do, refuse
from luoshi.web.desk.choices import offer

_PAGE = 50
_STATES = (("", "全部"), ("active", "在用"), ("first", "没改首次密码"), ("idle", "没有角色"), ("closed", "已停用"))
_ADMINISTRATORS = (Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES)


class OpenForm(forms.Form):
    """Whose account."""

    name = forms.CharField(label="姓名", max_length=64, error_messages={"required": "请写姓名。"})
    username = forms.CharField(
        label="登录名",
        max_length=64,
        error_messages={"required": "请写登录名。"},
        help_text="小写字母、数字，如姓名拼音。用统一身份认证登录的，要和那里的一样。",
    )
    government = forms.ModelChoiceField(label="所属政府", queryset=Government.objects.none(), empty_label=None)


class GrantForm(forms.Form):
    """Which role, and of which unit."""

    role = forms.ChoiceField(
        label="角色", choices=[("", "请选"), *Role.choices], error_messages={"required": "请选角色。"}
    )
    unit = forms.CharField(
        label="单位",
        required=False,
        max_length=64,
        help_text="、".join(Role(role).label for role in sorted(OF_UNIT, reverse=True))
        + "要写单位：名称、简称或拼音首字母都能找到。其他角色不写。",
    )

    def __init__(self, *args: object, government: Government, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django passes them
        self.government = government

    def clean_unit(self) -> Unit | None:
        """The unit that the name means."""
        name = self.cleaned_data["unit"]
        unit = named(self.government, name) if name else None
        if name and unit is None:
            raise forms.ValidationError(f"没有叫“{name}”的单位。请看看写法；还没有登记的，请督查室先新增。")
        return unit


@with_right(*_ADMINISTRATORS)
def list_people(request: DeskRequest) -> HttpResponse:
    """Accounts with their roles of today."""
    accounts = looked_after(request.actor)
    counts = count_states(accounts)
    words, state = request.GET.get("words", "").strip()[:64], request.GET.get("state", "")
    found = for_list(find_accounts(accounts, words, state))
    context = {
        "page": Paginator(found, _PAGE).get_page(request.GET.get("page")),
        "tabs": [(name, label, counts.get(name)) for name, label in _STATES],
        "words": words,
        "state": state,
        "may_open": request.actor.has_anywhere(Right.MANAGE_ACCOUNTS),
    }
    return render(request, "desk/people.html", context)


@never_cache
@with_right(Right.MANAGE_ACCOUNTS)
def open_for(request: DeskRequest) -> HttpResponse:
    """Open an account; the first password is shown on the page that answers, and nowhere else."""
    governments = Government.objects.filter(pk__in=request.actor.governments(Right.MANAGE_ACCOUNTS))
    form = OpenForm(request.POST or None, initial={"government": governments.first()})
    offer(form, "government", governments)
    if request.method == "POST" and form.is_valid():
        password = first_password()
        try:
            account = open_account(actor=request.actor, password=password, **form.cleaned_data)
            return render(request, "desk/first_password.html", {"account": account, "password": password})
        except ActionRefused as refused:
            refuse(form, refused)
    return render(request, "desk/open_account.html", {"form": form, "has_choice": governments.count() > 1})


@with_right(*_ADMINISTRATORS)
def show_person(request: DeskRequest, account: int) -> HttpResponse:
    """An account with its roles; the security administrator grants another here."""
    shown = get_object_or_404(for_list(looked_after(request.actor)), pk=account)
    form = GrantForm(request.POST or None, government=shown.government)
    if request.method == "POST" and _is_granted(request, shown, form):
        return redirect("person", account=shown.pk)
    context = {
        "account": shown,
        "roles": roles_of(shown),
        "former": former_roles_of(shown),
        "form": form,
        "is_system": request.actor.may(Right.MANAGE_ACCOUNTS, shown.government_id),
        "is_security": request.actor.may(Right.GRANT_ROLES, shown.government_id),
    }
    return render(request, "desk/person.html", context)


def _is_granted(request: DeskRequest, account: Account, form: GrantForm) -> bool:
    if not request.actor.may(Right.GRANT_ROLES, account.government_id):
        raise PermissionDenied
    if not form.is_valid():
        return False
    role, unit = Role(form.cleaned_data["role"]), form.cleaned_data["unit"]
    try:
        grant_role(actor=request.actor, account=account, role=role, government=account.government, unit=unit)
    except ActionRefused as refused:
        refuse(form, refused)
        return False
    return True


@with_right(Right.MANAGE_ACCOUNTS)
def close(request: DeskRequest, account: int) -> HttpResponse:
    """Close an account, after a question."""
    shown = _one(request, account)
    text = f"停用后{shown.name}马上退出，不能再登录。以前办的事都还在，角色也留着，启用就恢复。"
    question = Question(f"停用{shown.name}的账号", text, "停用", _page_of(shown))
    act = partial(close_account, actor=request.actor, account=shown)
    return ask_and_do(request, question, act, f"{shown.name}的账号已停用。")


@with_right(Right.MANAGE_ACCOUNTS)
def reopen(request: DeskRequest, account: int) -> HttpResponse:
    """Open a closed account again, after a question."""
    shown = _one(request, account)
    question = Question(f"启用{shown.name}的账号", "启用后可以登录，停用前的角色都恢复。", "启用", _page_of(shown))
    act = partial(reopen_account, actor=request.actor, account=shown)
    return ask_and_do(request, question, act, f"{shown.name}的账号已启用。")


@never_cache
@with_right(Right.MANAGE_ACCOUNTS)
def renew_password(request: DeskRequest, account: int) -> HttpResponse:
    """Give somebody a new first password, after a question; it is shown on the page that answers."""
    shown = _one(request, account)
    text = f"旧密码马上作废，{shown.name}正在用的也会退出；密码试错锁住的，随即解开。新密码只显示一次，由您转告。"
    question = Question(f"重置{shown.name}的密码", text, "重置密码", _page_of(shown))
    if request.method != "POST":
        return ask(request, question)
    password = first_password()
    try:
        reset_password(actor=request.actor, account=shown, password=password)
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect(question.back)
    return render(request, "desk/first_password.html", {"account": shown, "password": password})


@with_right(Right.RESET_SECOND_FACTOR)
def drop_second_factor(request: DeskRequest, account: int) -> HttpResponse:
    """Take away a second factor that was lost, after a question."""
    shown = _one(request, account)
    text = f"解除后{shown.name}只凭密码就能登录，随后可以在新手机上重新设置。请先确认是本人来找您。"
    question = Question(f"解除{shown.name}的动态口令", text, "解除动态口令", _page_of(shown))
    act = partial(reset_second_factor, actor=request.actor, account=shown)
    return ask_and_do(request, question, act, f"{shown.name}的动态口令已解除。")


@with_right(Right.GRANT_ROLES)
def withdraw(request: DeskRequest, account: int, grant: int) -> HttpResponse:
    """Take a role back, after a question."""
    shown = _one(request, account)
    held = get_object_or_404(roles_of(shown), pk=grant)
    role = f"{held.get_role_display()}（{held.unit or held.government}）"
    question = Question(f"收回{shown.name}的角色", f"收回“{role}”，马上生效。", "收回", _page_of(shown))
    act = partial(withdraw_role, actor=request.actor, grant=held)
    return ask_and_do(request, question, act, f"已收回{shown.name}的“{role}”。")


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _one(request: DeskRequest, account: int) -> Account:
    return get_object_or_404(looked_after(request.actor), pk=account)


def _page_of(account: Account) -> str:
    return reverse("person", kwargs={"account": account.pk})

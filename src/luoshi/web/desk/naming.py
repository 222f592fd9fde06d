"""Forms in which units are entered, named, gathered and put under a post."""

from typing import Any

from django import forms
from django.utils import timezone

from luoshi.records.people.actions import charge, hand_over
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Post
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.cascade import link_district
from luoshi.records.register.actions.governments import add_name, gather, rename_unit
from luoshi.records.register.models import Government, Unit, UnitName
from luoshi.records.register.queries.cascade import governments_below
from luoshi.records.register.queries.spelling import SPELLING
from luoshi.records.register.queries.units import named
from luoshi.web.desk.asking import day_field, names_in, refuse
from luoshi.web.desk.choices import offer


class ChangeForm(forms.Form):
    """A form that is about something and carries out one action on it."""

    def is_done(self, actor: Actor) -> bool:
        """Carry it out; when that is refused, the form says why."""
        if not self.is_valid():
            return False
        try:
            self.act(actor)
        except ActionRefused as refused:
            refuse(self, refused)
            return False
        return True

    def act(self, actor: Actor) -> None:
        """The action."""
        raise NotImplementedError


class UnitForm(ChangeForm):
    """A form about a unit."""

    def __init__(self, unit: Unit, data: Any = None) -> None:
        super().__init__(data)
        self.unit = unit


class OpenUnitForm(forms.Form):
    """A new unit."""

    name = forms.CharField(label="全称", max_length=64, error_messages={"required": "请写名称。"})
    kind = forms.ChoiceField(label="类别", choices=Unit.Kind.choices, initial=Unit.Kind.UNIT)
    government = forms.ModelChoiceField(label="所属政府", queryset=Government.objects.none(), empty_label=None)


class RenameForm(UnitForm):
    """The new name of a unit."""

    name = forms.CharField(label="新全称", max_length=64, error_messages={"required": "请写名称。"})
    holds_from = day_field("从哪天起", initial=timezone.localdate)

    def act(self, actor: Actor) -> None:
        """Rename."""
        rename_unit(actor=actor, unit=self.unit, **self.cleaned_data)


class NameForm(UnitForm):
    """Another name of a unit."""

    name = forms.CharField(label="还叫什么", max_length=64, error_messages={"required": "请写名称。"})
    sort = forms.ChoiceField(label="性质", choices=[pair for pair in UnitName.Sort.choices if pair[0] != "full"])

    def act(self, actor: Actor) -> None:
        """Add the name."""
        add_name(actor=actor, unit=self.unit, **self.cleaned_data)


class DistrictForm(UnitForm):
    """The government below that a district is."""

    government = forms.ModelChoiceField(
        label="下级政府", queryset=Government.objects.none(), error_messages={"required": "请选一个。"}
    )

    def __init__(self, unit: Unit, data: Any = None) -> None:
        super().__init__(unit, data)
        offer(self, "government", governments_below(unit))

    def act(self, actor: Actor) -> None:
        """Link them."""
        link_district(actor=actor, unit=self.unit, **self.cleaned_data)


class UnitsForm(ChangeForm):
    """Units that stay, by their boxes, and others by their names."""

    keep = forms.ModelMultipleChoiceField(
        label="现在的", queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    unit = forms.CharField(
        label="再加", required=False, max_length=1024, help_text="名称、简称或拼音首字母都能找到；几个单位用顿号隔开。"
    )

    def __init__(self, government: Government, held: list[Unit], data: Any = None) -> None:
        super().__init__(data, initial={"keep": [unit.pk for unit in held]})
        self.government = government
        offer(self, "keep", Unit.objects.filter(pk__in=[unit.pk for unit in held]).order_by(*SPELLING))

    def clean_unit(self) -> list[Unit]:
        """The units that the names mean."""
        names = names_in(self.cleaned_data["unit"])
        known = {name: named(self.government, name) for name in names}
        unknown = [name for name, unit in known.items() if unit is None]
        if unknown:
            raise forms.ValidationError(f"没有叫“{'”“'.join(unknown)}”的单位。")
        return [unit for unit in known.values() if unit]

    @property
    def units(self) -> list[Unit]:
        """Those that stay, and those that come."""
        return [*self.cleaned_data["keep"], *self.cleaned_data["unit"]]


class MembersForm(UnitsForm):
    """The members of a group."""

    def __init__(self, unit: Unit, data: Any = None) -> None:
        members = unit.memberships.filter(holds_to__isnull=True).select_related("member")
        is_group = unit.kind == Unit.Kind.GROUP
        super().__init__(unit.government, [each.member for each in members] if is_group else [], data)
        self.group = unit

    def act(self, actor: Actor) -> None:
        """Gather them."""
        gather(actor=actor, group=self.group, members=self.units)


class OpenPostForm(forms.Form):
    """A new post."""

    title = forms.CharField(
        label="岗位", max_length=64, help_text="如：副市长（分管教育）", error_messages={"required": "请写岗位。"}
    )
    holder = forms.CharField(label="现任", max_length=64, error_messages={"required": "请写姓名。"})
    government = forms.ModelChoiceField(label="所属政府", queryset=Government.objects.none(), empty_label=None)


class HandOverForm(ChangeForm):
    """The next holder of a post."""

    holder = forms.CharField(label="接任", max_length=64, error_messages={"required": "请写姓名。"})
    holds_from = day_field("从哪天起", initial=timezone.localdate)

    def __init__(self, post: Post, data: Any = None) -> None:
        super().__init__(data)
        self.post = post

    def act(self, actor: Actor) -> None:
        """Hand over."""
        hand_over(actor=actor, post=self.post, **self.cleaned_data)


class PortfolioForm(UnitsForm):
    """The units that a post is in charge of."""

    def __init__(self, post: Post, data: Any = None) -> None:
        super().__init__(post.government, list(post.portfolio.all()), data)
        self.post = post

    def act(self, actor: Actor) -> None:
        """Put it in charge of them."""
        charge(actor=actor, post=self.post, units=self.units)

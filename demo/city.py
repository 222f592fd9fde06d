"""The demo city in the register: three years of plans, this year's reports, people of every role."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demo.circle import begin_circle
from demo.offices import fill_offices, reform
from demo.pressing import press
from demo.province import PROVINCE, SUPERVISOR, load_province, open_province
from demo.towns import TOWNS, Town, load_towns

from luoshi.records.people.roles import OF_UNIT, Role

if TYPE_CHECKING:
    from luoshi.records.register.models import Government

DOCUMENTS = Path(__file__).parent / "documents"
CITY = "映川市人民政府"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the city: a user name, a name, a role, and the unit where the role is one of a unit."""

    username: str
    name: str
    role: Role
    unit: str | None = None


PEOPLE = (
    Person("ducha", "周知微", Role.SUPERVISOR),
    Person("jiaoyu", "林晚舟", Role.UNIT_LIAISON, "教育局"),
    Person("jiaoyu2", "沈既白", Role.UNIT_APPROVER, "教育局"),
    Person("shuiwu", "顾南乔", Role.UNIT_LIAISON, "水务局"),
    Person("shijian", "许青禾", Role.DISTRICT_LIAISON, "石笕镇"),
    Person("fushizhang", "邬景行", Role.CITY_LEADER),
    Person("daibiao", "柳拂云", Role.DEPUTY),
    Person("xitong", "系统管理员", Role.SYSTEM_ADMIN),
    Person("anquan", "安全管理员", Role.SECURITY_ADMIN),
    Person("shenji", "审计管理员", Role.AUDIT_ADMIN),
)


@dataclass(frozen=True, slots=True)
class Login:
    """What somebody signs in with; `place` is the town or province of those who are not of the city."""

    person: Person
    password: str
    place: str = ""

    @property
    def title(self) -> str:
        """督查室, 督查室（石笕镇）"""
        return f"{self.person.role.label}（{self.place}）" if self.place else str(self.person.role.label)


def is_loaded() -> bool:
    """Whether the city stands in the register."""
    from luoshi.records.register.models import Government

    return Government.objects.filter(name=CITY).exists()


def load_city() -> tuple[Login, ...]:
    """Enter the city with its documents and people; the passwords are made here and known to nobody else."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.governments import open_government

    city = open_government(actor=operator(), name=CITY, level="city", parent=open_province())
    _load_plans(city)
    fill_offices(city)
    _load_reports(city)
    load_province(city)
    load_towns(city)
    logins = (*_hire(city), *map(_hire_in_town, TOWNS), _hire_in_province())
    begin_circle(city)
    press(city)
    return logins


def _load_plans(city: "Government") -> None:
    """As a clerk would: import, look at every doubt, issue."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.actions.documents import accept_draft, import_plan
    from luoshi.records.register.actions.plans import issue_plan
    from luoshi.records.register.reading import receive

    for file in sorted(DOCUMENTS.glob("plan-*")):
        document = import_plan(actor=operator(), government=city, received=receive(file.name, file.read_bytes()))
        for line in document.drafts.filter(doubts__gt=0):
            accept_draft(actor=operator(), draft=line, version=line.version)
        plan = issue_plan(actor=operator(), document=document)
        reform(city, plan.year)


def _load_reports(city: "Government") -> None:
    """The first two quarters were looked at; the third has just come in."""
    from luoshi.records.people.actor import operator
    from luoshi.records.register.models import Plan
    from luoshi.records.register.reading import receive
    from luoshi.records.reporting.actions import take_progress

    plan = Plan.objects.filter(government=city).latest("year")
    *earlier, latest = sorted(DOCUMENTS.glob("progress-*"))
    for file in (*earlier, latest):
        received = receive(file.name, file.read_bytes())
        take_progress(actor=operator(), plan=plan, received=received, is_accepted=file is not latest)


def _hire(city: "Government") -> Iterator[Login]:
    for person in PEOPLE:
        yield Login(person, _open_account(city, person))


def _hire_in_town(town: Town) -> Login:
    from luoshi.records.register.models import Government

    person = Person(town.username, town.supervisor, Role.SUPERVISOR)
    return Login(person, _open_account(Government.objects.get(name=town.government), person), town.unit)


def _hire_in_province() -> Login:
    from luoshi.records.register.models import Government

    person = Person(*SUPERVISOR, Role.SUPERVISOR)
    return Login(person, _open_account(Government.objects.get(name=PROVINCE), person), "越溪省")


def _open_account(government: "Government", person: Person) -> str:
    """Give somebody an account with their role; the password is returned."""
    from luoshi.records.people.actions import grant_role, open_account
    from luoshi.records.people.actor import operator
    from luoshi.records.register.models import Unit

    password = secrets.token_urlsafe(9)
    account = open_account(
        actor=operator(),
        government=government,
        username=person.username,
        name=person.name,
        password=password,
        must_change=False,
    )
    unit = Unit.objects.get(government=government, name=person.unit) if person.role in OF_UNIT else None
    grant_role(actor=operator(), account=account, role=person.role, government=government, unit=unit)
    return password

"""The demo city as it stands in the register."""

from demo.city import PEOPLE, is_loaded, load_city

from luoshi.records.journal.queries import verify
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan
from luoshi.records.reporting.models import Report


def test_three_years_this_year_s_reports_and_people_of_every_role(db: None) -> None:
    assert not is_loaded()
    logins = load_city()
    assert is_loaded()
    assert [(plan.year, plan.tasks.count()) for plan in Plan.objects.order_by("year")] == [
        (2024, 56),
        (2025, 56),
        (2026, 58),
    ]
    assert sorted(Report.objects.values_list("round__period", "state").distinct()) == [
        ("Q1", "accepted"),
        ("Q2", "accepted"),
        ("Q3", "submitted"),
    ]
    assert {login.person.role for login in logins} == set(Role)
    assert len({login.password for login in logins}) == len(PEOPLE)
    assert list(verify()) == []

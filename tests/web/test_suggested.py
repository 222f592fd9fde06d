"""The lines of a report come with those who may lead them, told by the register's own earlier plans."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor, operator
from luoshi.records.refusals import NotAllowed, NotNow
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import close_unit, open_unit, rename_unit
from luoshi.records.register.actions.leads import fill_sure
from luoshi.records.register.actions.lineage import relate_corrected
from luoshi.records.register.actions.plans import correct_units, issue_plan
from luoshi.records.register.models import DraftTask, Government, Import, Plan, Unit
from luoshi.records.register.reading import receive
from luoshi.web.desk.suggested import chance_words
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

PLAN_2025 = """云泽市2025年政府工作报告重点工作责任分解

一、重点工作
1.新建公办幼儿园5所，新增学位1500个。（责任单位：▲教育局、财政局）
2.新建、改扩建义务教育学校4所，新增学位3600个。（责任单位：▲教育局）
3.改造城区雨污管网30公里以上。（责任单位：▲建设局、各镇街）
4.新增公共停车位1000个。（责任单位：▲建设局）
5.“义联欧”班列全年开行1500列以上。（责任单位：▲商务局）
6.举办外贸展会12场。（责任单位：▲商务局）
"""
REPORT = """2026年政府工作报告

一、2026年工作安排
（一）实施民生优享行动，加快建设幸福城市。一是办好教育。新建公办幼儿园6所，新增学位1800个。二是改善住行。改造城区雨污管网40公里以上，新增公共停车位1200个。三是谋划重大活动。办好各项重大活动。
"""


@pytest.fixture
def before(alice: Actor, city: Government) -> Plan:
    """The plan of last year."""
    document = import_plan(actor=alice, government=city, received=receive("2025.txt", PLAN_2025.encode()))
    document.drafts.update(is_accepted=True)
    return issue_plan(actor=alice, document=document)


@pytest.fixture
def clerk(alice: Actor) -> Client:
    return browser_of(alice)


def take_in(clerk: Client) -> Import:
    assert clerk.post("/imports/", {"file": SimpleUploadedFile("报告.txt", REPORT.encode())}).status_code == 302
    return Import.objects.latest("pk")


def press(clerk: Client, line: DraftTask, what: str) -> None:
    line.refresh_from_db()
    form = {"version": line.version, "unchanged": "1", "press": what}
    assert clerk.post(f"/imports/{line.document_id}/lines/{line.pk}/change/", form).status_code == 302
    line.refresh_from_db()


def first(document: Import) -> list[str]:
    return [line.fields["suggested"]["leads"][0]["name"] for line in document.drafts.all()]


def test_a_line_offers_leads_with_how_likely_and_the_earlier_task(clerk: Client, before: Plan) -> None:
    document = take_in(clerk)
    assert first(document)[:2] == ["教育局", "建设局"]
    line = document.drafts.all()[0]
    page = clerk.get(f"/imports/{document.pk}/lines/{line.pk}/")
    offer = texts(page, "li.tie")[0]
    assert offer.startswith("教育局")
    assert "成把握" in offer or "成五以上把握" in offer
    assert "2025年重点工作第1项，相似度 1.00" in offer
    assert find(page, "li.tie a")[0].attributes["href"] == f"/tasks/{before.tasks.get(number=1).pk}/"
    assert 1 <= len(find(page, "li.tie")) <= 3


def test_one_click_takes_a_lead_and_it_is_undone(clerk: Client, before: Plan) -> None:
    line = take_in(clerk).drafts.all()[0]
    press(clerk, line, "take-0")
    assert [(unit["name"], unit["role"]) for unit in line.fields["units"]] == [("教育局", "lead")]
    assert not line.is_accepted
    entry = Entry.objects.get(action="correct_draft")
    assert (entry.before["units"], entry.after["units"][0]["name"]) == ([], "教育局")
    press(clerk, line, "undo")
    assert line.fields["units"] == []
    page = clerk.get(f"/imports/{line.document_id}/lines/{line.pk}/")
    assert texts(page, ".pick a[aria-current]") == [f"第 1 项{line.fields['text']}"]
    assert values(page, "[name=role] [selected]", "value") == ["lead"]


def test_what_was_typed_beside_is_kept_and_no_suggestion_is_taken_that_is_not_there(
    clerk: Client, before: Plan
) -> None:
    line = take_in(clerk).drafts.all()[0]
    form = {"version": 1, "text": "新建公办幼儿园7所。", "number": "1", "unit": "财政局", "role": "cooperating"}
    address = f"/imports/{line.document_id}/lines/{line.pk}/change/"
    assert clerk.post(address, {**form, "press": "take-9"}).status_code == 422
    assert clerk.post(address, {**form, "press": "take-0"}).status_code == 302
    line.refresh_from_db()
    assert line.fields["text"] == "新建公办幼儿园7所。"
    assert [unit["name"] for unit in line.fields["units"]] == ["教育局", "财政局"]


def test_sure_leads_are_filled_in_on_demand_and_wait_to_be_accepted(clerk: Client, before: Plan) -> None:
    document = take_in(clerk)
    sure = [line.fields["suggested"]["sure"] for line in document.drafts.all()]
    assert sure == ["教育局", "建设局", None]
    page = clerk.get(f"/imports/{document.pk}/")
    assert texts(page, ".note-info button") == ["填入有把握的 2 项"]
    told = clerk.post(f"/imports/{document.pk}/leads/", follow=True)
    assert "填入了 2 项" in texts(told, ".note-good")[0]
    line = document.drafts.all()[0]
    assert [unit["name"] for unit in line.fields["units"]] == ["教育局"]
    assert not line.is_accepted
    page = clerk.get(f"/imports/{document.pk}/lines/{line.pk}/")
    assert "是照往年的分工拟填的，确认了才算" in page.content.decode()
    assert "拟由▲教育局办，请核对" in texts(page, ".pick a[aria-current]")[0]
    press(clerk, line, "undo")
    assert line.fields["units"] == []
    assert not list(verify())


def test_a_line_that_somebody_has_seen_to_is_left_alone(alice: Actor, clerk: Client, before: Plan) -> None:
    document = take_in(clerk)
    for line in document.drafts.all():
        press(clerk, line, "accept")
    with pytest.raises(NotNow, match="没有可以填入的"):
        fill_sure(actor=alice, document=document)
    assert not find(clerk.get(f"/imports/{document.pk}/"), ".note-info button")


def test_only_who_imports_fills_in(bob: Actor, clerk: Client, before: Plan) -> None:
    document = take_in(clerk)
    with pytest.raises(NotAllowed):
        fill_sure(actor=bob, document=document)
    assert not any(line.fields["units"] for line in document.drafts.all())


def test_a_unit_is_offered_by_its_name_of_today_and_not_when_it_is_closed(clerk: Client, before: Plan) -> None:
    bureau = Unit.objects.get(name="教育局")
    rename_unit(actor=operator(), unit=bureau, name="教育体育局", holds_from=before.entered_at.date())
    close_unit(actor=operator(), unit=Unit.objects.get(name="建设局"))
    document = take_in(clerk)
    assert first(document)[0] == "教育体育局"
    leads = [lead["name"] for line in document.drafts.all() for lead in line.fields["suggested"]["leads"]]
    assert "建设局" not in leads


def test_without_an_earlier_plan_the_registers_units_are_offered_by_their_kind(clerk: Client, city: Government) -> None:
    for name in ("教体局", "住建局", "商务局"):
        open_unit(actor=operator(), government=city, name=name)
    document = take_in(clerk)
    assert first(document)[:2] == ["教体局", "住建局"]
    assert all(line.fields["suggested"]["sure"] is None for line in document.drafts.all())
    lead = document.drafts.all()[0].fields["suggested"]["leads"][0]
    assert lead["basis"] is None
    assert lead["words"]


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0.02, "不到一成"), (0.31, "约三成"), (0.83, "约八成"), (0.94, "约九成"), (0.97, "九成五以上")],
)
def test_how_likely_is_told_in_words(chance: float, words: str) -> None:
    assert chance_words(chance) == words


def test_suggestions_that_are_about_as_likely_are_told_apart(clerk: Client, before: Plan) -> None:
    line = take_in(clerk).drafts.all()[0]
    chances = {"教育局": 0.42, "财政局": 0.38, "建设局": 0.11}
    grounds: dict[str, object] = {"words": [], "basis": None}
    leads = [{"name": name, "chance": chance, **grounds} for name, chance in chances.items()]
    line.fields = {**line.fields, "suggested": {"leads": leads, "sure": None}}
    line.save(update_fields=["fields"])
    offered = texts(clerk.get(f"/imports/{line.document_id}/lines/{line.pk}/"), "li.tie .offer")
    assert [told.partition("把握")[0].replace("　", " ") for told in offered] == [
        "教育局 约42%",
        "财政局 约38%",
        "建设局 约一成",
    ]
    assert all("照它平常牵头的事推算" in told for told in offered)


# ── The register changes while somebody looks through ────────────────────────────────────────────────────────────────


def test_a_corrected_unit_changes_what_is_suggested(clerk: Client, alice: Actor, before: Plan) -> None:
    document = take_in(clerk)
    accepted = document.drafts.all()[0]
    DraftTask.objects.filter(pk=accepted.pk).update(is_accepted=True)
    for number in (1, 2, 3, 4):
        correct_units(actor=alice, task=before.tasks.get(number=number), units=[("商务局", "lead")], reason="划转")
    while relate_corrected():
        pass
    assert first(document)[:2] == ["教育局", "商务局"]


def test_a_plan_that_is_issued_later_is_learned_from(clerk: Client, alice: Actor, city: Government) -> None:
    document = take_in(clerk)
    assert not any(lead["basis"] for line in document.drafts.all() for lead in line.fields["suggested"]["leads"])
    earlier = import_plan(actor=alice, government=city, received=receive("2025.txt", PLAN_2025.encode()))
    earlier.drafts.update(is_accepted=True)
    issue_plan(actor=alice, document=earlier)
    assert document.drafts.all()[0].fields["suggested"]["leads"][0]["basis"]["year"] == 2025
    assert first(document)[:2] == ["教育局", "建设局"]


def test_a_unit_that_is_closed_is_suggested_no_more(clerk: Client, alice: Actor, before: Plan) -> None:
    document = take_in(clerk)
    close_unit(actor=alice, unit=Unit.objects.get(name="教育局"))
    assert relate_corrected()
    offered = {each["name"] for line in document.drafts.all() for each in line.fields["suggested"]["leads"]}
    assert "教育局" not in offered
    document.refresh_from_db()
    assert document.state == Import.State.OPEN

"""Each field of a line that is looked through can be put right; what was split goes into the register."""

from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor, operator
from luoshi.records.refusals import NotNow
from luoshi.records.register.actions.documents import import_plan, merge_drafts, split_draft
from luoshi.records.register.models import DraftTask, Government, Import, Plan
from luoshi.records.register.reading import receive
from tests.records.conftest import PLAN, PROGRESS
from tests.records.test_issuing import PROJECTS
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values
from tests.web.test_import_kinds import upload
from tests.web.test_imports import first, press


@pytest.fixture
def clerk(alice: Actor) -> Client:
    return browser_of(alice)


def fresh(line: DraftTask) -> DraftTask:
    line.refresh_from_db()
    return line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"part": "民生实事"}, {"part": "民生实事", "id": "民生实事/0/0/1"}),
        ({"number": "7", "sub": "2"}, {"number": 7, "sub": 2}),
        ({"name": "学有所教", "section": "教育"}, {"name": "学有所教", "section": "教育"}),
        ({"due-new": "2026-06-30"}, {"due": [{"by": "2026-06-30", "quote": "", "place": None}]}),
    ],
)
def test_where_a_line_stands_is_put_right(
    clerk: Client, draft: Import, typed: dict[str, str], kept: dict[str, object]
) -> None:
    line = first(draft)
    assert press(clerk, line, "save", **typed) == 302
    fields = fresh(line).fields
    wanted = {name: value for name, value in kept.items() if name != "id"}
    assert {name: fields[name] for name in wanted} == wanted
    if "part" in typed:
        assert str(fields["id"]).startswith("民生实事/")


@pytest.mark.parametrize("typed", [{"part": " "}, {"sub": "甲"}, {"section": "领" * 129}, {"due-new": "年底"}])
def test_what_cannot_be_taken_stays_on_the_page(clerk: Client, draft: Import, typed: dict[str, str]) -> None:
    line = first(draft)
    assert press(clerk, line, "save", **typed) == 422
    assert fresh(line).version == 1


def test_targets_are_changed_added_and_withdrawn(clerk: Client, draft: Import) -> None:
    line = first(draft)
    rows: dict[str, list[str]] = {
        "target": ["0", "1", ""],
        "metric": ["新建公办幼儿园", "", "增速"],
        "comparator": ["≥", "≥", "≈"],
        "value": ["6", "1800", "5"],
        "high": ["8", "", "5.5"],
        "measure": ["所", "个", "%"],
        "kind": ["count", "count", "growth"],
        "by": ["2026-09-30", "", ""],
    }
    assert press(clerk, line, "save", **rows) == 302
    told = [(each["metric"], each["value"], each.get("high"), each.get("by")) for each in fresh(line).fields["targets"]]
    assert told == [("新建公办幼儿园", 6, 8, "2026-09-30"), ("增速", 5, 5.5, None)]
    page = clerk.get(f"/imports/{line.document_id}/lines/{line.pk}/")
    assert values(page, ".goals [name=high]", "value") == ["8", "5.5", ""]


def test_initials_mean_the_unit_that_alone_has_them(clerk: Client, plan: Plan, city: Government) -> None:
    document = import_plan(actor=operator(), government=city, received=receive("又一份.txt", PLAN.encode()))
    line = first(document)
    press(clerk, line, "save", unit=["教育局", "swj"], role=["lead", "cooperating"])
    assert [unit["name"] for unit in fresh(line).fields["units"]] == ["教育局", "商务局"]


def test_a_total_is_put_right_and_its_shares_are_added_up(alice: Actor, clerk: Client, city: Government) -> None:
    text = f"# 云泽市2026年民生实事责任分解\n\n{PROJECTS}"
    document = import_plan(actor=alice, government=city, received=receive("民生实事.md", text.encode()))
    line = document.drafts.all()[1]
    press(clerk, line, "save", **{"total": "1190", "cell-0": "700", "cell-1": "490"})
    allocation = fresh(line).fields["allocation"]
    assert (allocation["total"]["value"], allocation["sum"], allocation["sum_check"]) == (1190, 1190, "ok")


def test_a_share_that_no_register_holds_is_kept_as_it_is_printed(clerk: Client, city: Government) -> None:
    text = f"# 云泽市2026年民生实事责任分解\n\n{PROJECTS}"
    document = import_plan(actor=operator(), government=city, received=receive("民生实事.md", text.encode()))
    press(clerk, document.drafts.all()[1], "save", **{"cell-0": "1e99", "cell-1": "nan"})
    document.drafts.update(is_accepted=True)
    clerk.post(f"/imports/{document.pk}/issue/")
    shares = city.tasks.order_by("order")[1].shares.order_by("order")
    assert [(each.printed, each.value) for each in shares[:2]] == [("1e99", None), ("nan", None)]


def test_what_was_split_goes_into_the_register_under_an_address_of_its_own(clerk: Client, draft: Import) -> None:
    press(clerk, first(draft), "split", at="新增学位")
    second = draft.drafts.order_by("order")[1]
    press(clerk, second, "save", sub="2")
    draft.drafts.update(is_accepted=True)
    page = clerk.post(f"/imports/{draft.pk}/issue/", follow=True)
    assert "入册了，共 4 项" in texts(page, ".note-good")[0]
    addresses = list(draft.government.tasks.order_by("order").values_list("address", flat=True))
    assert len(set(addresses)) == 4
    assert addresses[1].endswith("/1-2")


@pytest.mark.parametrize("act", [merge_drafts, lambda **given: split_draft(**given, at=2)])
def test_a_row_of_a_progress_table_is_one_row(clerk: Client, city: object, act: Callable[..., object]) -> None:
    line = upload(clerk, "三季度.md", PROGRESS).drafts.order_by("order")[1]
    assert not find(clerk.get(f"/imports/{line.document_id}/lines/{line.pk}/"), "[value=split], [value=merge]")
    with pytest.raises(NotNow, match="不能拆也不能并"):
        act(actor=operator(), draft=line, version=1)

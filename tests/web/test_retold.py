"""A corrected progress table in the browser: beside what was reported, then in its place."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.register.actions.figures import correct_figures
from luoshi.records.register.models import Import, SourceFile, Task
from luoshi.records.reporting.models import KeptTable, Report, Round
from tests.records.conftest import PROGRESS
from tests.records.test_correcting import CORRECTED, MORE, PIPES
from tests.records.test_figures import changed
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values
from tests.web.test_import_kinds import upload

MOST_OF_COMPARISON = 14


@pytest.fixture
def clerk(alice: Actor, taken: Round) -> Client:
    return browser_of(alice)


@pytest.fixture
def document(clerk: Client) -> Import:
    return upload(clerk, "更正.md", CORRECTED + MORE)


def test_a_table_of_a_round_that_was_reported_leads_to_what_it_changes(clerk: Client, document: Import) -> None:
    page = clerk.get(f"/imports/{document.pk}/")
    assert "三季度的进展已经报过" in texts(page, ".note-info")[0]
    assert values(page, ".head .btn-primary", "href") == [f"/imports/{document.pk}/changes/"]
    shown = clerk.get(f"/imports/{document.pk}/changes/")
    assert texts(shown, ".sumline span") == ["1 项改了", "1 项补报", "1 项和已经报的一样"]
    assert texts(shown, "#changed ~ * .facet del, section[aria-labelledby=changed] .facet del") == ["15", "15 公里"]
    assert texts(shown, "section[aria-labelledby=changed] .v") == ["欠进度·红", "达进度"]
    assert "32÷40＝80%" in texts(shown, "section[aria-labelledby=changed] .why")[0]
    assert texts(shown, "section[aria-labelledby=new] .facet ins")[0] == "开行“义联欧”班列1300列。"


def test_what_is_ticked_takes_the_place_of_what_was_reported(clerk: Client, document: Import) -> None:
    address = f"/imports/{document.pk}/changes/"
    page = clerk.get(address)
    sent = {
        "fingerprint": values(page, "[name=fingerprint]", "value")[0],
        "approved": values(page, ".facet input", "value"),
    }
    done = clerk.post(f"{address}approve/", sent, follow=True)
    assert "更正了 2 项的填报" in texts(done, ".note-good")[0]
    task = Task.objects.get(number=2)
    shown = clerk.get(f"/tasks/{task.pk}/")
    assert texts(shown, ".returns .words") == [PIPES]
    assert "按更正的进展表改了：更正.md" in texts(shown, ".returns .why")[0]
    assert any("按更正的进展表更正填报" in row for row in texts(shown, ".history tbody tr"))
    assert "不能再核对" in clerk.get(address).content.decode()
    listed = clerk.get("/imports/")
    assert values(listed, ".came a", "href")[0] == f"/tasks/?plan={task.plan_id}"
    assert "已更正" in texts(listed, ".came .v")[0]


def test_the_same_table_is_told_to_be_the_same(clerk: Client) -> None:
    document = upload(clerk, "再来.md", PROGRESS)
    page = clerk.get(f"/imports/{document.pk}/changes/")
    assert "和已经报的 2 项完全一样" in texts(page, ".note-good")[0]
    assert not find(page, "#approve")
    refused = clerk.post(f"/imports/{document.pk}/changes/approve/", {"fingerprint": "x"}, follow=True)
    assert "没有改动任何内容" in texts(refused, ".note-bad")[0]
    assert Report.objects.count() == 2


def test_a_first_table_and_rows_that_nobody_settled_have_no_comparison(clerk: Client) -> None:
    first = upload(clerk, "四季度.md", PROGRESS.replace("三季度", "四季度"))
    assert clerk.get(f"/imports/{first.pk}/changes/").headers["Location"] == f"/imports/{first.pk}/"
    open_rows = upload(clerk, "更正.md", f"{CORRECTED}| 9 | 举办龙舟赛。 | 体育局 | 已举办。 |\n")
    page = clerk.get(f"/imports/{open_rows.pk}/changes/", follow=True)
    assert "还没有定下记到哪一项" in texts(page, ".note-bad")[0]
    assert "看改了什么，还差 1 处存疑" in texts(page, ".head .btn-primary")


def test_the_comparison_needs_as_many_queries_for_three_rows_as_for_two(clerk: Client, document: Import) -> None:
    counted = []
    for each in (upload(clerk, "两行.md", CORRECTED), document):
        clerk.get(f"/imports/{each.pk}/changes/")
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get(f"/imports/{each.pk}/changes/").status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1] <= MOST_OF_COMPARISON


def whys(clerk: Client, document: Import) -> list[str]:
    page = clerk.get(f"/imports/{document.pk}/changes/")
    return [why for why in texts(page, "section[aria-labelledby=changed] .why") if "÷" in why]


def test_a_table_is_judged_once_and_again_when_the_register_changes_under_it(
    clerk: Client, alice: Actor, document: Import
) -> None:
    """Once it was looked at, nobody needs its file any more; until a figure that it is judged by becomes another."""
    file, first = document.file, whys(clerk, document)
    content, kept = file.content, KeptTable.objects.get()
    SourceFile.objects.filter(pk=file.pk).update(content=b"")
    assert whys(clerk, document) == first
    assert KeptTable.objects.get().rests_on == kept.rests_on
    SourceFile.objects.filter(pk=file.pk).update(content=content)
    task = Task.objects.get(number=2)
    correct_figures(actor=alice, task=task, correction=changed(task, 64))
    assert "32÷40＝80%" in first[-1]
    assert "32÷64＝50%" in whys(clerk, document)[-1]
    assert KeptTable.objects.get().rests_on != kept.rests_on


def test_what_was_kept_is_gone_with_the_table(clerk: Client, document: Import) -> None:
    address = f"/imports/{document.pk}/changes/"
    seen = values(clerk.get(address), "[name=fingerprint]", "value")[0]
    other = upload(clerk, "另一份.md", CORRECTED)
    clerk.get(f"/imports/{other.pk}/changes/")
    assert KeptTable.objects.count() == 2
    clerk.post(f"{address}approve/", {"fingerprint": seen, "approved": [f"report.{Task.objects.get(number=2).pk}"]})
    clerk.post(f"/imports/{other.pk}/discard/")
    assert not KeptTable.objects.exists()

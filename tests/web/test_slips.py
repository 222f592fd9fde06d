"""A doubt that names the unit that may be meant offers to take it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import DraftTask, Government, Import
from tests.web.conftest import browser_of
from tests.web.reading import texts, values
from tests.web.test_imports import press

SLIP = """云泽市2026年政府工作报告重点工作责任分解

一、重点工作
1.新建公办幼儿园6所。（责任单位：▲教育局、城头集团）
2.改造雨污管网40公里以上。（责任单位：▲建设局、城投集团）
3.新增公共停车位1200个。（责任单位：▲建设局、城投集团）
4.改造老旧小区30个。（责任单位：▲建设局、城投集团）
5.新建公园3个。（责任单位：▲建设局、城投集团）
6.建成人才公寓500套。（责任单位：▲建设局、城投集团）
7.新增公共充电桩480个。（责任单位：▲发改局、城投集团）
8.完成道路提升3条。（责任单位：▲建设局、城投集团）
9.新建邻里中心2个。（责任单位：▲建设局、城投集团）
"""


@pytest.fixture
def clerk(alice: Actor) -> Client:
    return browser_of(alice)


@pytest.fixture
def mistyped(clerk: Client, city: Government) -> DraftTask:
    """The line in which a name is one character off."""
    clerk.post("/imports/", {"file": SimpleUploadedFile("分解.txt", SLIP.encode())})
    return Import.objects.latest("pk").drafts.get(doubts__gt=0)


def page_of(clerk: Client, line: DraftTask) -> str:
    return f"/imports/{line.document_id}/lines/{line.pk}/"


def test_one_click_takes_the_name_that_a_doubt_tells(clerk: Client, mistyped: DraftTask) -> None:
    page = clerk.get(page_of(clerk, mistyped))
    assert texts(page, ".note-doubt button") == ["改成“城投集团”"]
    pressed = str(values(page, ".note-doubt button", "value")[0])
    assert press(clerk, mistyped, pressed) == 302
    mistyped.refresh_from_db()
    assert [(unit["name"], unit["role"]) for unit in mistyped.fields["units"]] == [
        ("教育局", "lead"),
        ("城投集团", "responsible"),
    ]
    page = clerk.get(page_of(clerk, mistyped))
    assert texts(page, ".note-doubt button") == []
    assert "已经改成“城投集团”" in texts(page, ".note-doubt")[0]
    assert press(clerk, mistyped, "undo") == 302
    assert texts(clerk.get(page_of(clerk, mistyped)), ".note-doubt button") == ["改成“城投集团”"]


def test_what_was_typed_beside_is_kept_and_a_name_is_not_there_twice(clerk: Client, mistyped: DraftTask) -> None:
    units = ["教育局", "城投集团", "城头集团", ""]
    roles = ["lead", "cooperating", "responsible", "cooperating"]
    assert press(clerk, mistyped, "meant-0", text="新建公办幼儿园7所。", unit=units, role=roles) == 302
    mistyped.refresh_from_db()
    assert mistyped.fields["text"] == "新建公办幼儿园7所。"
    assert [unit["name"] for unit in mistyped.fields["units"]] == ["教育局", "城投集团"]


@pytest.mark.parametrize("pressed", ["meant-7", "meant-", "meant-²"])
def test_a_doubt_that_is_not_there_changes_nothing(clerk: Client, mistyped: DraftTask, pressed: str) -> None:
    assert press(clerk, mistyped, pressed) == 422
    mistyped.refresh_from_db()
    assert mistyped.version == 1

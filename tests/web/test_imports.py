"""A document is uploaded, looked through line by line, and issued."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import DraftTask, Import, Plan, SourceFile, Task
from luoshi.records.reporting.models import Round
from tests.records.conftest import PLAN, PROGRESS
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import texts as texts_of
from tests.web.reading import values


@pytest.fixture
def clerk(alice: Actor) -> Client:
    return browser_of(alice)


def first(draft: Import) -> DraftTask:
    return draft.drafts.order_by("order")[0]


def form(line: DraftTask, **changes: object) -> dict[str, object]:
    """What the page's form holds for a line."""
    fields = line.fields
    targets = fields["targets"]
    return {
        "version": line.version,
        "text": fields["text"],
        "number": fields["number"],
        "section": fields["section"] or "",
        "unit": [*(unit["name"] for unit in fields["units"]), ""],
        "role": [*(unit["role"] for unit in fields["units"]), "cooperating"],
        "target": [str(place) for place in range(len(targets))],
        "metric": [target["metric"] for target in targets],
        "comparator": [target["comparator"] for target in targets],
        "value": [str(target["value"]) for target in targets],
        "measure": [target["unit"] for target in targets],
        "kind": [target["kind"] for target in targets],
        **changes,
    }


def press(clerk: Client, line: DraftTask, what: str, **changes: object) -> int:
    address = f"/imports/{line.document_id}/lines/{line.pk}/change/"
    return clerk.post(address, {**form(line, **changes), "press": what}).status_code


def test_what_is_uploaded_is_beside_its_source(clerk: Client) -> None:
    file = SimpleUploadedFile("分解.txt", PLAN.encode())
    page = clerk.post("/imports/", {"file": file}, follow=True)
    assert page.status_code == 200
    told = page.content.decode()
    assert "读出 3 项" in told
    assert '<mark class="q" id="at-unit-0">教育局</mark>' in told
    assert 'href="#at-unit-0"' in told
    assert "新建公办幼儿园6所，新增学位1800个。</textarea>" in told
    assert bytes(SourceFile.objects.get().content) == PLAN.encode()


def test_a_file_that_came_before_is_taken_and_told_of(clerk: Client, draft: Import) -> None:
    again = clerk.post("/imports/", {"file": SimpleUploadedFile("又一次.txt", PLAN.encode())}, follow=True)
    assert "那一次核对中" in texts_of(again, ".note-info")[0]
    other = clerk.post("/imports/", {"file": SimpleUploadedFile("另一份.txt", f"{PLAN}\n".encode())}, follow=True)
    assert not texts_of(other, ".note-info")


def test_what_was_entered_leads_to_the_register(clerk: Client, taken: Round) -> None:
    rows = SimpleUploadedFile("四季度.md", PROGRESS.replace("三季度", "四季度").encode())
    document = clerk.post("/imports/", {"file": rows}).headers["Location"]
    clerk.post(f"{document}issue/")
    assert values(clerk.get("/imports/"), ".came .full a", "href") == [f"/tasks/?plan={taken.plan_id}"] * 2


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("空.docx", b"", "空的"),
        ("坏.pdf", b"%PDF-1.7\n" + b"\x00" * 400, "pdf"),
        ("菜谱.txt", "红烧肉\n五花肉切块，焯水。\n".encode(), "没有认出"),
        (
            "进展.txt",
            "2026年进展情况汇总表\n序号\t任务名称\t牵头单位\t进展情况\n1\t建公园\t园林局\t建成。\n".encode(),
            "哪一期",
        ),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_is_kept(
    clerk: Client, name: str, content: bytes, sentence: str
) -> None:
    page = clerk.post("/imports/", {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422
    assert sentence in page.content.decode().lower()
    assert not Import.objects.exists()
    assert not SourceFile.objects.exists()


def test_a_field_is_put_right_and_its_figures_are_read_anew(clerk: Client, draft: Import) -> None:
    line = first(draft)
    assert press(clerk, line, "save", text="新建公办幼儿园8所。") == 302
    line.refresh_from_db()
    assert line.fields["text"] == "新建公办幼儿园8所。"
    assert [(target["metric"], target["value"]) for target in line.fields["targets"]] == [("新建公办幼儿园", 8)]


def test_units_are_added_left_out_and_given_roles(clerk: Client, draft: Import) -> None:
    line = first(draft)
    press(clerk, line, "save", unit=["教育局", "", "建设局"], role=["lead", "responsible", "cooperating"])
    line.refresh_from_db()
    assert [(unit["name"], unit["role"]) for unit in line.fields["units"]] == [
        ("教育局", "lead"),
        ("建设局", "cooperating"),
    ]


def test_what_is_wrong_is_told_and_nothing_is_lost(clerk: Client, draft: Import) -> None:
    line = first(draft)
    assert press(clerk, line, "save", number="一") == 422
    assert press(clerk, line, "save", text=" ") == 422
    assert press(clerk, line, "save", value=["六", "1800"]) == 422
    line.refresh_from_db()
    assert line.version == 1


def test_what_was_typed_stays_on_the_page_when_it_is_refused(clerk: Client, draft: Import) -> None:
    line = first(draft)
    address = f"/imports/{draft.pk}/lines/{line.pk}/change/"
    typed = form(line, text="新建公办幼儿园9所。", value=["六", "1800"], unit=["教育局", "新单位名", ""])
    page = clerk.post(address, {**typed, "press": "save"})
    told = page.content.decode()
    assert page.status_code == 422
    assert all(words in told for words in ("新建公办幼儿园9所。</textarea>", 'value="六"', 'value="新单位名"'))
    clerk.post(address, {**form(line), "section": "民生", "press": "save"})
    late = clerk.post(address, {**form(line, text="晚到的。"), "press": "save"})
    assert late.status_code == 409
    assert "晚到的。</textarea>" in late.content.decode()


def test_changes_are_taken_back_one_by_one(clerk: Client, draft: Import) -> None:
    line = first(draft)
    as_read = line.fields
    for text in ("甲。", "乙。"):
        press(clerk, line, "save", text=text)
        line.refresh_from_db()
    for text in ("甲。", as_read["text"]):
        press(clerk, line, "undo")
        line.refresh_from_db()
        assert line.fields["text"] == text
    assert line.fields == as_read
    press(clerk, line, "undo")
    line.refresh_from_db()
    assert line.fields == as_read


def test_a_merge_and_a_split_are_taken_back(clerk: Client, draft: Import) -> None:
    def texts() -> list[str]:
        return [each.fields["text"] for each in draft.drafts.all()]

    as_read = texts()
    press(clerk, draft.drafts.all()[1], "merge")
    assert len(texts()) == 2
    press(clerk, first(draft), "undo")
    assert texts() == as_read
    press(clerk, first(draft), "split", at="新增学位")
    assert len(texts()) == 4
    press(clerk, first(draft), "undo")
    assert texts() == as_read


def test_a_kind_of_doubt_is_accepted_at_once(clerk: Client, draft: Import) -> None:
    for line in draft.drafts.all():
        line.fields = {**line.fields, "flags": [{"code": "no-lead", "message": "谁牵头？"}]}
        line.doubts = 1
        line.save()
    assert "整类确认" in clerk.get(f"/imports/{draft.pk}/").content.decode()
    assert "没有标明谁牵头”的 3 处都看过了" in clerk.get(f"/imports/{draft.pk}/accept/?kind=no-lead").content.decode()
    clerk.post(f"/imports/{draft.pk}/accept/?kind=fused-units")
    assert draft.drafts.filter(is_accepted=True).count() == 0
    clerk.post(f"/imports/{draft.pk}/accept/?kind=no-lead")
    assert draft.drafts.filter(is_accepted=True).count() == 3


def test_a_doubtful_line_that_was_split_waits_to_be_looked_at(clerk: Client, draft: Import) -> None:
    draft.drafts.filter(pk=first(draft).pk).update(doubts=1)
    press(clerk, first(draft), "split", at="新增学位")
    told = texts_of(clerk.get(f"/imports/{draft.pk}/"), ".pick a[aria-current]")
    assert told == ["第 1 项新建公办幼儿园6所，并过、拆过的，请看一遍。"]


def test_lines_are_split_at_words_and_joined(clerk: Client, draft: Import) -> None:
    line = first(draft)
    press(clerk, line, "split", at="新增学位")
    assert [each.fields["text"] for each in draft.drafts.all()][:2] == ["新建公办幼儿园6所，", "新增学位1800个。"]
    press(clerk, draft.drafts.all()[1], "merge")
    assert draft.drafts.count() == 3


def test_a_plan_is_issued_when_every_doubt_was_looked_at(clerk: Client, draft: Import) -> None:
    line = first(draft)
    draft.drafts.filter(pk=line.pk).update(doubts=1)
    clerk.post(f"/imports/{draft.pk}/issue/")
    assert not Plan.objects.exists()
    press(clerk, line, "accept")
    told = clerk.post(f"/imports/{draft.pk}/issue/", follow=True).content.decode()
    assert "入册了，共 3 项" in told
    assert Task.objects.count() == 3


def test_a_document_of_others_is_not_there(draft: Import, sign_in: SignIn) -> None:
    browser = sign_in(Role.UNIT_LIAISON)
    assert browser.get(f"/imports/{draft.pk}/").status_code == 403


def test_a_page_takes_as_many_queries_and_shows_as_many_lines_however_long_the_document(
    clerk: Client, draft: Import, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    line = first(draft)
    DraftTask.objects.bulk_create(
        DraftTask(document=draft, order=order, fields=line.fields, doubts=order % 2) for order in range(10, 600)
    )
    middle = draft.drafts.filter(doubts=1)[150]
    with django_assert_max_num_queries(16):
        told = clerk.get(f"/imports/{draft.pk}/lines/{middle.pk}/").content.decode()
    assert "前面还有 135 处" in told
    assert "后面还有 120 处" in told
    assert told.count('<span class="ln">') == 40
    with django_assert_max_num_queries(26):
        press(clerk, middle, "accept")

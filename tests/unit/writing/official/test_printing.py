"""PDF is the Word file as LibreOffice prints it."""

from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from luoshi.counting import count
from luoshi.errors import NotPrinted
from luoshi.judging import judge
from luoshi.letters import Candidate, Letterhead, Tally
from luoshi.model import Document, Plan, Progress
from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.writing.official.bulletin import write_bulletin
from luoshi.writing.official.matters import list_matters
from luoshi.writing.official.notice import serve_matters, write_notices
from luoshi.writing.official.plan import write_plan
from luoshi.writing.official.printing import FALLBACKS, font_configuration, print_pdf
from luoshi.writing.official.projects import write_projects
from luoshi.writing.official.tally import write_tally
from tests import reference
from tests.unit.writing.official.opened import lines
from tests.unit.writing.official.test_plan import LETTERHEAD
from tests.unit.writing.official.test_projects import project, quota

seeds = import_module("seeds")
pypdfium2 = import_module("pypdfium2")


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_the_pages_of_a_plan_are_printed(plan: Plan) -> None:
    printed = pypdfium2.PdfDocument(print_pdf(write_plan(plan, LETTERHEAD)))
    texts = ["".join(page.get_textpage().get_text_bounded().split()) for page in printed]
    assert [round(page.get_width() / 72 * 25.4) for page in printed] == [210, 210, 297, 210]
    assert "关于印发2026年重点工作责任分解的通知" in texts[0]
    assert [text[-3:] for text in texts[:2]] == ["—1—", "—2—"]
    assert "抄送：市委各部门，市人大常委会办公室。" in texts[3]


def test_without_libreoffice_one_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(NotPrinted, match="libreoffice-writer-nogui"):
        print_pdf(b"")


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_what_it_cannot_print_is_told() -> None:
    with pytest.raises(NotPrinted, match="没有印出"):
        print_pdf(b"\0" * 100)


def test_every_font_of_the_standard_has_a_free_stand_in() -> None:
    assert all(any("Noto" in name or "Liberation" in name for name in names) for names in FALLBACKS.values())
    assert all(f"<family>{name}</family>" in font_configuration() for name in FALLBACKS)


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_no_mark_at_the_end_of_a_line_is_lost_in_print() -> None:
    """LibreOffice loses marks that hang over the margin; the style of the text sees to it that none does."""
    plan = read_source(mend(open_source(reference.DEMO / "plan-2024.docx")))
    assert isinstance(plan, Plan)
    written = write_plan(plan, LETTERHEAD)
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(print_pdf(written))]
    printed = "".join("".join(page.split("—")[0].split()) for page in pages)
    said = ["".join(text.split()) for _, text in lines(written)]
    assert [text for text in said if text not in printed] == []


def printed_pages(written: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(print_pdf(written))
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def third_quarter() -> Progress:
    progress = read_source(mend(open_source(reference.DEMO / "progress-2026-q3.xlsx")))
    assert isinstance(progress, Progress)
    return progress


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_a_notice_of_usual_length_is_one_page() -> None:
    matters = list_matters(judge(third_quarter()))
    notices = serve_matters(matters, "云督〔2026〕1号", date(2026, 10, 28), "林若溪")
    pages = printed_pages(write_notices(notices, LETTERHEAD))
    assert len(pages) == len(notices)
    assert all(page.startswith("督查单") and "签字：" in page and page.endswith("—1—") for page in pages)


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_no_page_parts_the_rows_of_a_project() -> None:
    goals = "上半年开工，年底建成。" * 4
    tasks = [
        replace(project(sub, f"第{number}组第{sub}条：{goals}", quota("30", "10", "20")), number=number)
        for number in range(1, 13)
        for sub in (1, 2, 3)
    ]
    pages = printed_pages(write_projects(Plan(Document(), tuple(tasks)), LETTERHEAD))
    assert len(pages) > 2
    assert [len({page for page in pages if f"第{number}组第" in page}) for number in range(1, 13)] == [1] * 12


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
def test_no_page_bears_a_signature_without_the_end_of_its_text() -> None:
    bulletin = printed_pages(write_bulletin(judge(third_quarter()), LETTERHEAD))
    signed = next(page for page in bulletin if "附件：" in page)
    assert "及时协调解决难题。附件：" in signed
    assert "云泽市人民政府办公室" in signed.split("附件：")[1]


@pytest.mark.skipif(not seeds.has_office(), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("projects", range(3, 12, 2))
def test_the_tellers_sign_below_what_was_chosen(projects: int) -> None:
    candidates = tuple(Candidate(number, f"改造老旧小区{number}个", 50 - number) for number in range(1, projects + 1))
    made = Tally(
        "云泽市第十届人民代表大会第三次会议民生实事项目票决", date(2026, 1, 20), 300, 290, 290, 290, 0, 2, candidates
    )
    pages = printed_pages(write_tally(count(made), Letterhead(issued_on=date(2026, 1, 20))))
    assert "当选（按选票编号排列）" in next(page for page in pages if "总监票人" in page)

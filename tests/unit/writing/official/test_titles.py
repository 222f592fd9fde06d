"""The titles of notices and of what they issue."""

import pytest

from luoshi.letters import Letterhead
from luoshi.model import Document
from luoshi.writing.official.titles import notice_title, part_title, quote_title

OFFICE = "云泽市人民政府办公室"


@pytest.mark.parametrize(
    ("title", "issued"),
    [
        (f"{OFFICE}关于印发2026年重点工作责任分解的通知", "2026年重点工作责任分解"),
        (f"{OFFICE}关于印发2026年市《政府工作报告》重点任务分工方案的通知", "2026年市《政府工作报告》重点任务分工方案"),
        (f"{OFFICE}关于印发《深化改革2026年重点工作任务》的通知", "深化改革2026年重点工作任务"),
        (f"{OFFICE}关于印发《2026年市〈政府工作报告〉任务分工》的通知", "2026年市《政府工作报告》任务分工"),
        ("国务院关于落实《政府工作报告》重点工作分工的意见", "2026年重点工作责任分解"),
        (f"{OFFICE}关于做好2026年政府重点工作的通知", "2026年重点工作责任分解"),
        (f"{OFFICE}关于分解落实2026年《政府工作报告》主要任务的通知", "2026年重点工作责任分解"),
    ],
)
def test_a_letter_keeps_its_title_and_issues_what_it_names(title: str, issued: str) -> None:
    document = Document(title=title, year=2026)
    assert notice_title(document, Letterhead(OFFICE)) == title
    assert part_title(document, "重点工作", is_alone=True) == issued


def test_what_is_no_letter_is_issued_by_one() -> None:
    document = Document(title="云泽市2026年民生实事责任分解", year=2026)
    assert notice_title(document, Letterhead(OFFICE)) == f"{OFFICE}关于印发云泽市2026年民生实事责任分解的通知"
    assert part_title(document, "重点工作") == "2026年重点工作责任分解"
    assert part_title(document, "民生实事") == document.title


def test_a_title_within_a_title_stands_in_single_marks() -> None:
    assert quote_title("2026年市《政府工作报告》任务分工") == "《2026年市〈政府工作报告〉任务分工》"

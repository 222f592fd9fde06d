"""Titles are cut where a secretary would cut them."""

import pytest

from luoshi.writing.folding import cell_width
from luoshi.writing.official.headline import break_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2026年民生实事责任分解", ["2026年民生实事责任分解"]),
        (
            "云泽市人民政府办公室关于印发2026年政府工作报告重点工作责任分解的通知",
            ["云泽市人民政府办公室", "关于印发2026年政府工作报告", "重点工作责任分解的通知"],
        ),
        ("云泽市2026年政府工作报告重点工作责任分解", ["云泽市2026年政府工作报告", "重点工作责任分解"]),
        (
            "云泽市人民政府办公室关于2026年三季度政府工作报告重点任务进展情况的通报",
            ["云泽市人民政府办公室", "关于2026年三季度政府工作报告", "重点任务进展情况的通报"],
        ),
        (
            "云泽市人民政府办公厅关于印发2025年省《政府工作报告》重点工作任务分工方案的通知",
            ["云泽市人民政府办公厅", "关于印发2025年省《政府工作报告》", "重点工作任务分工方案的通知"],
        ),
        (
            "云泽市人民政府办公室关于印发望湖区2026年度政府重点工作清单的通知",
            ["云泽市人民政府办公室关于印发", "望湖区2026年度政府重点工作清单的通知"],
        ),
        (
            "云泽市第十六届人民代表大会第五次会议民生实事项目票决计票报告",
            ["云泽市第十六届人民代表大会", "第五次会议民生实事项目票决计票报告"],
        ),
    ],
)
def test_a_title_is_cut_between_phrases(title: str, lines: list[str]) -> None:
    assert break_title(title).split("\n") == lines


def test_a_title_of_no_known_phrase_is_cut_where_it_must() -> None:
    lines = break_title("琅" * 50).split("\n")
    assert "".join(lines) == "琅" * 50
    assert all(cell_width(line) <= 40 for line in lines)

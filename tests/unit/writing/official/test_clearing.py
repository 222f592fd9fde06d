"""What Word leaves in a template that a clerk has changed does not stand in the documents made of it."""

import pytest
from stationery.package import PORTRAIT, pack
from stationery.wordml import cell, element, line, paragraph, row, run, table

from luoshi.writing.official.rendering import render
from tests.unit.writing.official.opened import W, lines, part, rows

BY = {"id": 1, "author": "林若溪", "date": "2026-03-04T00:00:00Z"}


def changed(kind: str, *runs: str) -> str:
    return element(kind, "".join(runs), **BY)


def deleted(text: str) -> str:
    return changed("del", f"<w:r><w:delText>{text}</w:delText></w:r>")


def printed(*body: str) -> list[str]:
    return [text for _, text in lines(render(pack("模板", "".join(body), PORTRAIT), {"标题": "通知", "各行": [1]}, ""))]


@pytest.mark.parametrize(
    "runs",
    [
        (run("{{ 标"), deleted("旧"), run("题 }}")),
        (run("{{ "), changed("ins", run("标题")), run(" }}")),
        (changed("moveFrom", run("别处")), changed("moveTo", run("{{ 标题 }}"))),
        (deleted("{{ 旧题 }}"), run("{{ 标题 }}")),
    ],
)
def test_tracked_changes_are_accepted(runs: tuple[str, ...]) -> None:
    assert printed(paragraph("Title", *runs)) == ["通知"]


def test_a_paragraph_and_a_row_that_were_deleted_are_gone() -> None:
    gone = element("p", element("pPr", element("rPr", changed("del"))) + deleted("{{ 旧题 }}"))
    old = row([cell(900, paragraph("Normal", deleted("旧")))]).replace(
        "<w:cantSplit/>", "<w:cantSplit/>" + changed("del")
    )
    grid = table("Grid", [900], [row([cell(900, line("Normal", "{{ 标题 }}"))]), old])
    written = render(pack("模板", gone + grid, PORTRAIT), {"标题": "通知"}, "")
    assert rows(written) == [["通知"]]
    assert lines(written) == []
    assert not list(part(written, "word/document.xml").iter(W + "del"))


@pytest.mark.parametrize("gap", ["\u00a0", "\u3000", "\u2003", " \u200b"])
def test_gaps_within_braces_are_spaces_and_others_stay(gap: str) -> None:
    loop = [
        f"{{%p{gap}for{gap}行{gap}in{gap}各行{gap}%}}",
        f"□同意{gap}{{{{{gap}标题{gap}}}}}",
        f"{{%p{gap}endfor{gap}%}}",
    ]
    assert printed(*(line("Normal", said) for said in loop)) == [f"□同意{gap}通知"]


def test_a_gap_is_found_where_word_cuts_a_placeholder() -> None:
    assert printed(paragraph("Normal", run("{{\u00a0"), run("标"), run("题\u00a0}"), run("}"))) == ["通知"]

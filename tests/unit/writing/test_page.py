import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from luoshi.model import Document, Flag, Paragraph, Plan, Progress, Reading, Report, Source, Target, Unknown
from luoshi.writing.page import write_page

VOID = {"meta", "br", "link"}
OUTSIDE = re.compile(r"https?:|//|@import|url\(|<script|<img|<link|style=\"| on\w+=\"")


class Outline(HTMLParser):
    """Collects addresses, links and text, and fails on a tag that is closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        named = dict(attrs)
        self.addresses += filter(None, [named.get("id")])
        self.links += filter(None, [named.get("href")])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(reading: Reading, source: Source) -> Outline:
    parsed = Outline()
    parsed.feed(write_page(reading, source).decode())
    parsed.close()
    assert parsed.open == []
    return parsed


@pytest.fixture(params=["plan", "progress", "report", "unknown"])
def reading(request: pytest.FixtureRequest, plan: Plan, progress: Progress, report: Report, target: Target) -> Reading:
    readings: dict[str, Reading] = {
        "plan": plan,
        "progress": progress,
        "report": replace(report, headline_targets=(target,)),
        "unknown": Unknown(Document()),
    }
    return readings[str(request.param)]


def test_every_link_leads_somewhere_and_no_address_is_given_twice(reading: Reading, source: Source) -> None:
    page = outline(reading, source)

    assert {link.removeprefix("#") for link in page.links} <= set(page.addresses)
    assert len(page.addresses) == len(set(page.addresses))


def test_the_page_needs_nothing_from_outside(reading: Reading, source: Source) -> None:
    assert OUTSIDE.findall(write_page(reading, source).decode()) == []


def test_the_whole_document_stands_in_the_page(reading: Reading, source: Source) -> None:
    page = write_page(reading, source).decode()
    without_signs = re.sub(r"<sup[^>]*>[^<]*</sup>", "", page)
    parsed = Outline()
    parsed.feed(without_signs)

    for block in source.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
        assert all(text in parsed.text for text in texts)


def test_each_task_has_its_fields_in_the_margin(plan: Plan, source: Source) -> None:
    text = outline(plan, source).text

    assert "第 1 项 重点工作 1领导 周以宁副市长 牵头 ▲公安局 配合 数据局 时限 2026-06-30（6月底前上线）" in text
    assert "分配 总任务 30，各地合计 29，不符" in text


def test_figures_stand_in_the_margin(plan: Plan, report: Report, target: Target, source: Source) -> None:
    task = replace(plan.tasks[0], targets=(target, target))
    expected = replace(report, headline_targets=(target,))

    assert "指标 新增公园 ≥3个；新增公园 ≥3个" in outline(replace(plan, tasks=(task,)), source).text
    assert "预期目标 指标 新增公园 ≥3个" in outline(expected, source).text


def test_doubts_come_first_with_links_to_their_places(plan: Plan, source: Source) -> None:
    page = write_page(plan, source).decode()

    listed = re.findall(r'<li><b>(疑\d)</b> <a href="#([^"]+)">', page)

    assert listed == [("疑1", "f1"), ("疑2", "n-t3")]
    assert page.index('class="doubts"') < page.index("<main>")


def test_doubts_about_one_passage_share_its_address(plan: Plan, source: Source) -> None:
    flag = plan.tasks[1].flags[0]
    second = replace(plan.tasks[1], flags=(flag, Flag("second", "同一处还有一个疑点。", flag.quote)))

    page = write_page(replace(plan, tasks=(second,)), source).decode()

    assert re.findall(r'<li><b>(疑\d)</b> <a href="#([^"]+)">', page) == [("疑1", "f1"), ("疑2", "f1")]


def test_pages_of_the_source_and_parts_of_its_head_are_told_apart(plan: Plan, source: Source) -> None:
    page = write_page(plan, source).decode()

    assert re.findall(r'<span class="page" id="p(\d)">', page) == ["1", "2", "3"]
    assert '<p class="is-title">云泽市人民政府办公室关于印发' in page
    assert re.search(r'<p class="is-heading">一、<mark[^>]*>周以宁</mark>副市长牵头的重点工作</p>', page)


def test_a_running_number_is_shown_only_where_another_is_printed(plan: Plan, source: Source) -> None:
    page = write_page(plan, source).decode()

    assert re.findall(r'<sup class="no" id="(t\d)">(\d*)</sup>', page) == [("t1", ""), ("t2", ""), ("t3", "3")]

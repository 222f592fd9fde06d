"""Years beside each other as a table, a sheet, JSON and a picture."""

import io
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from luoshi.lineage import Comparison
from luoshi.relating import compare
from luoshi.writing.fonts import find_font
from luoshi.writing.lineages import list_lineages, print_comparison, summary, write_comparison
from luoshi.writing.trend import write_png, write_svg
from tests.unit.relating.plans import plan


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(
        [
            plan(
                2025, "“义联欧”班列全年开行1600列以上。（责任单位：▲商务局）", "建设云湖剧院。（责任单位：▲文广旅体局）"
            ),
            plan(2026, "“义联欧”班列全年开行1500列以上。（责任单位：▲陆港集团）"),
        ]
    )


def test_the_sentence_counts_what_became_of_the_promises(comparison: Comparison) -> None:
    assert summary(comparison) == "2025年 → 2026年：目标降低 1、没有再提 1、延续 4、换了牵头单位 1"


def test_the_table_begins_with_what_was_lowered(comparison: Comparison) -> None:
    stream = io.StringIO()
    print_comparison(comparison, stream)
    first = stream.getvalue().splitlines()[3]
    assert first.startswith("↓ 目标降低")
    assert "≥1600列 → " in first
    assert "商务局 → 陆" in first


def test_the_sheet_has_a_column_a_year(comparison: Comparison) -> None:
    sheet = list_lineages(comparison)
    assert sheet.columns[-2:] == ("2025年", "2026年")
    dropped = next(row for row in sheet.rows if row[0] == "没有再提")
    assert dropped[-2:] == ("重点工作/2　建设云湖剧院。", None)


def test_json_holds_every_promise_with_its_quote(comparison: Comparison) -> None:
    lineages = write_comparison(comparison)["lineages"]
    trains = next(each for each in lineages if each["change"] == "lowered")
    assert [promise["leads"] for promise in trains["promises"]] == [["商务局"], ["陆港集团"]]
    assert [target["value"] for target in trains["metrics"][0]["targets"]] == [1600, 1500]
    assert trains["steps"][0]["moved"] is True
    assert trains["promises"][0]["quote"].startswith("“义联欧”")


def test_the_picture_writes_every_figure_out(comparison: Comparison) -> None:
    root = ET.fromstring(write_svg(comparison))  # noqa: S314
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"≥1600列", "≥1500列", "目标降低", "2025年", "2026年"} <= set(words)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == 2 * sum(
        len(lineage.metrics) for lineage in comparison.lineages
    )


def test_a_picture_of_nothing_says_so() -> None:
    empty = compare([plan(2025), plan(2026)])
    bare = Comparison(empty.documents, ())
    assert "没有两年都出现的指标" in write_svg(bare).decode()


@pytest.mark.skipif(find_font(1) is None, reason="no font with Chinese letters on this machine")
def test_the_png_is_twice_as_large_as_the_svg(comparison: Comparison) -> None:
    root = ET.fromstring(write_svg(comparison))  # noqa: S314
    with Image.open(io.BytesIO(write_png(comparison))) as picture:
        assert picture.size == (2 * int(root.attrib["width"]), 2 * int(root.attrib["height"]))
        assert min(picture.convert("L").tobytes()) < 60

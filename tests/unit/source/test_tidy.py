"""Stray characters within a line."""

from itertools import pairwise

import pytest

from luoshi.source.tidy import tidy_spans


def tidy(text: str) -> str:
    return "".join(text[start:end] for start, end in tidy_spans(text))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("增长 8% 以上", "增长8%以上"),
        ("新增 ３ 家", "新增３家"),
        ("达到 35\u00a0%，新增 12\u202f个", "达到35%，新增12个"),
        ("投资 12.5 亿元 ，增长 3% 。", "投资12.5亿元，增长3%。"),
        ("责 任 单 位：市教育局", "责任单位：市教育局"),
        ("牵　头　单　位", "牵头单位"),
        ("占 “三公” 经费", "占“三公” 经费"),
        ("PM_{2.5}浓度", "PM2.5浓度"),
        ("CO^{2}排放", "CO2排放"),
        ("\ufeff一、重点工作", "一、重点工作"),
        ("▍责任单位：市教育局", "责任单位：市教育局"),
        ("📍 ▍最新进展：已建成", "最新进展：已建成"),
        ("▍", "▍"),
        ("新建\u200b学\u00ad校", "新建学校"),
        ("　　新建学校。 ", "新建学校。"),
        ("", ""),
        (" \u3000\t", ""),
    ],
)
def test_gaps_that_extraction_left_are_closed(text: str, clean: str) -> None:
    assert tidy(text) == clean


@pytest.mark.parametrize(
    "text", ["市教育局 市财政局", "（一） 重点工作", "G60 and G25", "王 远舟", "a^b", "市教育局　市财政局"]
)
def test_gaps_that_may_part_names_or_words_stay(text: str) -> None:
    assert tidy(text) == text


def test_braces_that_open_no_subscript_stay() -> None:
    assert tidy("方案{A}与方案{B}") == "方案{A}与方案{B}"


@pytest.mark.parametrize("text", ["增长 8% 以上", "责 任 单 位", "PM_{2.5}浓度 ，"])
def test_spans_stand_in_order_and_do_not_meet(text: str) -> None:
    spans = tidy_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))

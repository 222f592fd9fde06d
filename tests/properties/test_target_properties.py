"""Targets and quantities: every quote stands at its place, units scale without change, no text makes them raise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.metrics import normal_metric
from luoshi.language.quantities import find_quantities
from luoshi.language.quantities.spans import joined, read_every_form
from luoshi.language.targets import find_qualitative, find_targets

PIECES = (
    *(
        "力争",
        "新增",
        "推动",
        "加快",
        "完成",
        "全覆盖",
        "由",
        "提高到",
        "其中",
        "各",
        "均",
        "分别达到",
        "控制在",
        "以内",
    ),
    *(
        "以上",
        "左右",
        "超",
        "突破",
        "增长",
        "下降",
        "学位",
        "出口",
        "、进口",
        "和投资",
        "等项目",
        "率",
        "产值",
        "每学期",
        "保4争5",
    ),
    *(
        "5",
        "12.5",
        "1，000",
        "三",
        "百万",
        "一半",
        "8%",
        "2个百分点",
        "家",
        "亿元",
        "万人次",
        "个",
        "平方公里",
        "元/千瓦时",
        "千瓦",
    ),
    *(
        "、",
        "，",
        "。",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "与",
        "2024年",
        "6月底前",
        "—",
        "Ⅲ类",
        "翻番",
        "前三",
        " ",
        "\n",
        "A",
        "+",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
values = st.integers(1, 9999)


@given(texts)
def test_every_quantity_stands_in_the_text_and_none_overlap(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert found.high is None or found.high > found.value


@given(texts)
def test_every_target_stands_in_the_text_with_its_figure_named(text: str) -> None:
    for target in find_targets(text):
        assert 0 <= target.start < target.end <= len(text)
        assert target.metric
        assert target.comparator in {"≥", "≤", "≈", "="}
        assert target.kind in {"count", "level", "growth"}
        assert target.direction in {"up", "down"}


@given(texts)
def test_every_promise_without_a_figure_stands_in_the_text(text: str) -> None:
    end = 0
    for span in find_qualitative(text):
        assert 0 <= span.start < span.end <= len(text)
        assert span.end > end
        end = span.end


@given(values, st.sampled_from(["亿元", "亿吨", "亿千瓦时"]))
def test_scaling_a_unit_changes_no_amount(value: int, unit: str) -> None:
    (large,) = find_targets(f"全年投资{value}{unit}以上。")
    (small,) = find_targets(f"全年投资{value * 10_000}万{unit[1:]}以上。")
    assert large.amount == small.amount
    assert (large.metric, large.comparator, large.kind) == (small.metric, small.comparator, small.kind)


@given(texts)
def test_the_normal_form_of_a_metric_is_its_own(metric: str) -> None:
    form = normal_metric(metric)
    assert normal_metric(form) == form


@pytest.mark.parametrize(
    "piece",
    [
        "1个",
        "5%",
        "“",
        "（",
        "1亿元项目",
        "新增",
        "较2020年",
        "、和",
        "力争1、",
        "超",
        "由5%",
        "保1争2",
        "不发生",
        "与",
    ],
)
def test_many_times_the_same_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(target.end <= len(text) for target in find_targets(text))
    assert all(span.end <= len(text) for span in find_qualitative(text))


# Digits, sizes and units as often as anything else, and what stands between them
PRINTED = (
    *"0123456789０５.．,，、/每+-—至和 千万亿百十一两三半第前翻Ⅲ余多来成月日年个家元人%％‰里位名班类岁吨",
    *("亿元", "万亿", "公里", "平方米", "个百分点", "人才", "千瓦", "千瓦时", "小时", "分之", "百分之", "2.0版", "A"),
)


@given(st.lists(st.sampled_from(PRINTED), max_size=12).map("".join))
def test_what_is_read_in_one_match_is_read_the_same_in_every_form(text: str) -> None:
    assert find_quantities(text) == tuple(joined(text, read_every_form(text)))

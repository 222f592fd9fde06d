"""What a sentence promises without a figure, and what only sounds like it."""

import pytest

from luoshi.language.targets import find_qualitative

QUALITATIVE = [
    ("城乡居民收入增长与经济增长同步，收入倍差持续缩小。", ["城乡居民收入增长与经济增长同步", "收入倍差持续缩小"]),
    ("实现重大事故隐患动态清零。", ["重大事故隐患动态清零"]),
    ("确保事故起数、死亡人数实现较大幅度“双下降”，", ["事故起数、死亡人数实现较大幅度“双下降”"]),
    ("出口增长高于全省平均，进口增长20%左右。", ["出口增长高于全省平均"]),
    ("研发投入增速高于全省平均2个百分点。", []),
    ("实现镇街康养联合体全覆盖。", ["镇街康养联合体全覆盖"]),
    ("做大做强新材料产业，实现千亿级产业链“零突破”。", ["千亿级产业链“零突破”"]),
    ("坚决守住不发生系统性风险底线。", ["不发生系统性风险"]),
    ("确保断面水质Ⅲ类以上。", ["断面水质Ⅲ类以上"]),
    ("力争满意度位列全省第一方阵。", ["满意度位列全省第一方阵"]),
    ("10月底前全部实质性开工。", ["全部实质性开工"]),
    ("能源指标完成上级下达的任务。", ["能源指标完成上级下达的任务"]),
    ("持续改善空气质量，同步推进治理。", []),
    ("深化“零距离”服务品牌建设", []),
]


@pytest.mark.parametrize(("sentence", "promises"), QUALITATIVE)
def test_a_promise_without_a_figure_is_found(sentence: str, promises: list[str]) -> None:
    assert [sentence[span.start : span.end] for span in find_qualitative(sentence)] == promises

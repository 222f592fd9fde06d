"""What a reply says of its own progress."""

import pytest

from luoshi.judgement import Verdict
from luoshi.language.claims import find_claim


@pytest.mark.parametrize(
    ("text", "verdict", "quote"),
    [
        ("已发行专项债券23.4亿元，提前超额完成全年任务。", Verdict.DONE, "提前超额完成全年任务"),
        ("创建工作成效明显，已全面完成年度目标任务。", Verdict.DONE, "已全面完成年度目标任务"),
        ("总体达到序时进度，农村地区完成72%。", Verdict.ON_TRACK, "达到序时进度"),
        ("各项工作按序时进度稳步推进。", Verdict.ON_TRACK, "按序时进度稳步推进"),
        ("完成投资9亿元，超序时进度12个百分点。", Verdict.AHEAD, "超序时进度"),
        ("大坝填筑完成38%，未达序时进度。", Verdict.BEHIND, "未达序时进度"),
        ("管网部分达到序时进度，泵站进度偏慢。", Verdict.BEHIND, "进度偏慢"),
    ],
)
def test_a_claim_is_found_in_its_words(text: str, verdict: Verdict, quote: str) -> None:
    found = find_claim(text)
    assert found is not None
    assert (found.verdict, found.quote) == (verdict, quote)


@pytest.mark.parametrize(
    "text",
    [
        "前三季度，地区生产总值增长5.7%。",
        "已完成投资3亿元，占年度计划的78.8%。",
        "累计完成投资11.7亿元，完成年度目标的82.5%。",
        "下一步倒排工期，确保完成全年任务。",
        "力争全面完成年度目标。",
        "第一标段已完成施工。",
        "",
    ],
)
def test_what_only_tells_figures_or_hopes_claims_nothing(text: str) -> None:
    assert find_claim(text) is None

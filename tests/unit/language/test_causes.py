"""Why something is late, as a reply says it."""

import pytest

from luoshi.language.causes import find_causes


@pytest.mark.parametrize(
    ("reply", "causes"),
    [
        (
            "1-9月，固定资产投资增长3.2%。主要原因是两个项目停工、部分政策处理滞后。",
            ["主要原因是两个项目停工、部分政策处理滞后"],
        ),
        ("累计完成投资1.6亿元，受汛期影响进度偏慢。", ["受汛期影响进度偏慢"]),
        ("因土地指标未落实，项目尚未开工。", ["因土地指标未落实，项目尚未开工"]),
        ("由于规划调整，改造范围缩小；下一步加快推进。", ["由于规划调整，改造范围缩小"]),
        ("前期工作：环评未能通过。", ["环评未能通过"]),
        ("因地制宜建设口袋公园12个。", []),
        ("社会消费品零售总额增长5.1%，9月份数据未发布。", []),
        ("加快基因工程产业园建设，已完成年度任务。", []),
        ("", []),
    ],
)
def test_the_reasons_of_a_reply_are_told_in_its_words(reply: str, causes: list[str]) -> None:
    assert list(find_causes(reply)) == causes

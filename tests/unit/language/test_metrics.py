"""One metric has one form, whoever writes it."""

import pytest

from luoshi.language.metrics import normal_metric

SAME = [
    ("GDP", "全市生产总值", "地区生产总值", "国内生产总值"),
    ("规模以上工业增加值", "力争全县规上工业增加值", "规上工业企业增加值"),
    ("一般公共预算收入", "地方财政收入"),
    ("新增城镇就业", "城镇新增就业", "全年城镇新增就业"),
    ("“小升规”企业", "新增“小升规”企业", "培育小升规企业"),
    ("R&D经费占GDP比重", "研发经费占地区生产总值比重"),
    ("外贸进出口总额", "进出口额", "货物进出口总值"),
    ("新增省级示范企业（平台）", "省级示范企业", "创建省级示范企业"),
    ("市场经营主体", "市场主体"),
    ("实际使用外资", "实际利用外资", "实到外资"),
    ("单位ＧＤＰ能耗", "单位地区生产总值能耗"),
    ("社零总额", "社会消费品零售总额"),
]

DIFFERENT = [
    ("海洋生产总值", "地区生产总值"),
    ("固定资产投资", "制造业投资"),
    ("研发投入强度", "研发投入"),
    ("新建项目开工率", "新建项目"),
    ("跨境电商交易额", "电商交易额"),
]


@pytest.mark.parametrize("names", SAME)
def test_names_of_one_metric_have_one_form(names: tuple[str, ...]) -> None:
    assert len({normal_metric(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_metrics_keep_apart(one: str, other: str) -> None:
    assert normal_metric(one) != normal_metric(other)


def test_a_name_that_is_all_verbs_keeps_them() -> None:
    assert normal_metric("全年开行") == "开行"
    assert normal_metric("") == ""

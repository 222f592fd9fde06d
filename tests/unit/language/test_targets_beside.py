"""Figures that stand beside targets: names counted, bases, bounds of what is described, pairs, places, wholes."""

import pytest

from luoshi.language.targets import find_targets


def found(text: str) -> list[str]:
    return [f"{one.metric} {one.comparator}{one.value}{one.unit} {one.kind}" for one in find_targets(text)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # As many as are named before it
        ("扶持青河、白桥两个服装园企业升规5家。", ["服装园企业升规 =5家 count"]),
        ("建设青河、白桥两条乡村振兴示范带。", []),
        ("围绕装备、材料、氢能、环保四条新赛道编制链谱图。", []),
        ("打造航空配套、生物医药2个产业集群。", ["航空配套、生物医药 =2个 count"]),
        # Where it starts from
        ("瓶装液化气企业由7家整合为2家。", ["瓶装液化气企业 =2家 level"]),
        ("推动市属企业从19户整合为8户。", ["市属企业 =8户 level"]),
        # What is described, not what is reached
        ("稳妥撤并20人以下教学点17个。", ["20人以下教学点 =17个 count"]),
        ("完成12条街巷中8条的改造。", ["改造 =8条 count"]),
        ("国债支持的地下管网等18个项目开工率达到100%。", ["18个项目开工率 =100% level"]),
        ("公交站点500米覆盖率达到98%。", ["公交站点500米覆盖率 =98% level"]),
        ("退出全省空气质量后十名。", []),
        # One figure pair
        ("开工建设200兆瓦/400兆瓦时共享储能电站。", []),
        ("新增储能200兆瓦/400兆瓦时。", ["新增储能 =200兆瓦 count"]),
        ("新增储能3GWh。", ["新增储能 =3GWh count"]),
        # What 和 adds is no part of what stands before it
        ("编制规划纲要和28个专项规划。", ["专项规划 =28个 count"]),
    ],
)
def test_a_figure_beside_a_target_is_none(text: str, targets: list[str]) -> None:
    assert found(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("调查失业率不高于5.5%。", ["调查失业率 ≤5.5% level"]),
        ("PM2.5平均浓度不高于20微克/立方米。", ["PM2.5平均浓度 ≤20微克/立方米 level"]),
        ("进驻大型商超30家。", ["进驻大型商超 =30家 count"]),
        ("常住外商超3万人。", ["常住外商 ≥3万人 level"]),
        ("兑现时限压缩至7个工作日内。", ["兑现时限 ≤7个工作日 level"]),
        ("进口、出口通关时间分别压缩至30小时和1.5小时以内。", ["进口 =30小时 level", "出口通关时间 ≤1.5小时 level"]),
        ("办事材料精简50%。", ["办事材料 =50% growth"]),
        ("参保率巩固在98%以上。", ["参保率 ≥98% level"]),
        ("互认项目扩至150项。", ["互认项目 =150项 level"]),
        ("面商率、答复率100%。", ["面商率 =100% level", "答复率 =100% level"]),
        ("建议、提案办结率100%。", ["建议、提案办结率 =100% level"]),
        ("资产盘活收益突破1.2亿元。", ["资产盘活收益 ≥1.2亿元 count"]),
        ("确权移交经营性资产9.6亿元。", ["经营性资产 =9.6亿元 count"]),
        ("开工安置房3200套。", ["安置房 =3200套 count"]),
        ("制氢能力达到每日20吨。", ["制氢能力 =20吨 level"]),
        ("力争每日停站车次18列以上。", ["每日停站车次 ≥18列 count"]),
        ("每天体育活动不少于1小时。", ["每天体育活动 ≥1小时 level"]),
        ("选派新一轮驻村书记20名、指导员30名。", ["新一轮驻村书记 =20名 count", "指导员 =30名 count"]),
        ("新改造供水管网10公里、污水管网16公里。", ["新改造供水管网 =10公里 count", "新改造污水管网 =16公里 count"]),
        ("新建食堂60个、幸福院升级改造50家。", ["新建食堂 =60个 count", "幸福院升级改造 =50家 count"]),
        ("通过挖潜、错时共享等方式新增泊位6000个。", ["新增泊位 =6000个 count"]),
        ("支持收购存量商品房420套用作保障性住房。", ["收购存量商品房 =420套 count"]),
        ("为12万户居民加装切断阀。", ["居民加装切断阀 =12万户 count"]),
        ("带动家电更新换代15万台（件）。", ["家电更新换代 =15万台（件） count"]),
        ("全市承担的13座水库全部完工。", ["承担的水库全部完工 =13座 count"]),
        ("首批3个地块5月前挂牌。", ["地块5月前挂牌 =3个 count"]),
    ],
)
def test_a_target_has_its_own_bound_unit_kind_and_name(text: str, targets: list[str]) -> None:
    assert found(text) == targets

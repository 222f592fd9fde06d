"""A measure's text divided into what is to be delivered."""

import pytest

from luoshi.reading.report.commitment import read_commitments
from tests.unit.reading.passages import ERA, days, quote


@pytest.mark.parametrize(
    ("text", "commitments"),
    [
        ("新建学校3所。改造小区5个。", ["新建学校3所", "改造小区5个"]),
        ("新建学校3所；改造小区5个。", ["新建学校3所", "改造小区5个"]),
        ("新建学校3所，改造小区5个。", ["新建学校3所", "改造小区5个"]),
        ("聚焦实体经济，新增规上企业60家。", ["聚焦实体经济，新增规上企业60家"]),
        ("深化校地合作，建成产业学院2家。", ["深化校地合作，建成产业学院2家"]),
        ("新建水库1座，确保年内主体完工。", ["新建水库1座，确保年内主体完工"]),
        ("新建水库1座，力争新增库容300万立方米。", ["新建水库1座，力争新增库容300万立方米"]),
        ("建成青禾大道、云泽大道、望湖大道。", ["建成青禾大道、云泽大道、望湖大道"]),
        ("实施“强基。固本”行动，新建学校3所。", ["实施“强基。固本”行动", "新建学校3所"]),
        ("新建学校3所", ["新建学校3所"]),
        ("实施消费扩容行动，新增首店60家。", ["实施消费扩容行动，新增首店60家"]),
        ("推动智谷二期开工建设，引进企业40家。", ["推动智谷二期开工建设", "引进企业40家"]),
        ("壮大产业，新建基地1万亩，培育企业2家。", ["壮大产业，新建基地1万亩", "培育企业2家"]),
        ("新建公园6个，治理河道8条。", ["新建公园6个", "治理河道8条"]),
        ("改造道路8条，打通断头路4条。", ["改造道路8条", "打通断头路4条"]),
        ("新建学校3所，新增学位3000个。", ["新建学校3所，新增学位3000个"]),
        ("建成望湖夜市，新增首店30家。", ["建成望湖夜市", "新增首店30家"]),
        ("新签约项目30个，省外资金到位40亿元。", ["新签约项目30个", "省外资金到位40亿元"]),
        ("推动口岸开放，新增备案10款，争取国家明确政策。", ["推动口岸开放，新增备案10款", "争取国家明确政策"]),
        ("推动市场做强，二区主体完工，谋划三区迁建。", ["推动市场做强，二区主体完工", "谋划三区迁建"]),
        ("适应学龄人口变化，完善学位保障机制。", ["适应学龄人口变化，完善学位保障机制"]),
        (
            "推动青禾大桥、云泽水库等项目建成投产，加快望湖电厂等项目建设进度，扎实开展溪口铁路前期工作。",
            ["推动青禾大桥、云泽水库等项目建成投产", "加快望湖电厂等项目建设进度", "扎实开展溪口铁路前期工作"],
        ),
        ("推动青禾大桥等30个项目开工，云泽水库等6个项目投用。", ["推动青禾大桥等30个项目开工，云泽水库等6个项目投用"]),
        ("。；", []),
        ("", []),
    ],
)
def test_a_measure_is_divided_into_its_commitments(text: str, commitments: list[str]) -> None:
    assert [commitment.text for commitment in read_commitments(quote(text), ERA)] == commitments


def test_nothing_but_marks_is_lost_between_commitments() -> None:
    text = "聚焦实体经济，新增规上企业60家，培育龙头企业3家；新建学校3所，6月底前投用。"
    end = 0
    for found in read_commitments(quote(text), ERA):
        assert text[end : found.quote.place.start].strip("，；。") == ""
        end = found.quote.place.end
    assert text[end:] == "。"


def test_a_commitment_knows_its_dates() -> None:
    found = read_commitments(quote("6月底前建成学校3所。年底前改造小区5个。"), ERA)
    assert [days(each.due) for each in found] == ["2026-06-30", "2026-12-31"]

"""万 where 亿 was meant, and the other way about, is told; large and small places are let be."""

import pytest

from luoshi.checking import Finding
from luoshi.model import Kind
from tests.unit.checking.looking import LEDGER, codes, look_at

CITY = "青川市2026年政府工作报告重点工作责任分解\n一、重点工作\n"
COUNTY = CITY.replace("青川市", "青川县")
PROVINCE = CITY.replace("青川市", "青川省")
# What a middling city promises: its size follows from it
SUMS = (
    "固定资产投资突破900亿元。",
    "规上工业总产值突破1600亿元。",
    "外贸进出口总额突破700亿元。",
    "新增贷款300亿元。",
    "为企业减负60亿元。",
    "实际使用外资2亿美元。",
)


def promise(*texts: str, head: str = CITY, unit: str = "市财政局") -> tuple[Finding, ...]:
    lines = [f"{number}.{text}（责任单位：{unit}）" for number, text in enumerate(texts, start=1)]
    return look_at(head + "\n".join(lines) + "\n", kind=Kind.PLAN)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("引导青年创业，发放创业担保贷款5000亿元以上。", "多"),
        ("改造更新片区5个，完成投资160万元以上。", "少"),
        ("推动国资总额突破3300万元。", "少"),
        ("新增技术交易额14万元以上。", "少"),
        ("质押融资30万元以上。", "少"),
        ("外贸进出口总额突破800万元。", "少"),
        ("旅游总收入达到240万元。", "少"),
        ("带动60%以上行政村年经营性收入达100亿元以上。", "多"),
        ("新招引投资额50万元项目7个以上。", "少"),
        ("规上工业亩均税收达到22亿元以上。", "多"),
        ("新增城镇就业3亿人。", "多"),
        ("招引采购商100亿人次以上。", "多"),
        ("新增天然气入户1.2亿户。", "多"),
        ("新增光伏装机4亿千瓦以上。", "多"),
        ("海铁联运发运8.8亿标箱。", "多"),
        ("蓄水区新增270亿立方米。", "多"),
        ("完成造林2亿亩。", "多"),
        ("确保粮食总产量11.12万斤以上。", "少"),
        ("展览面积达到20亿平方米。", "多"),
        ("货邮吞吐量突破1.3亿吨。", "多"),
    ],
)
def test_a_figure_that_no_city_has_is_told(text: str, side: str) -> None:
    findings = promise(*SUMS, text)
    assert codes(findings) == ["L047"]
    assert "第7项的“" in findings[0].flag.message
    assert f"比通常的{side}得多" in findings[0].flag.message


@pytest.mark.parametrize(
    "text",
    [
        "发放创业担保贷款5000万元以上。",
        "投入120万元修缮老桥。",
        "带动60%以上行政村年经营性收入达100万元以上。",
        "村集体经济总收入突破40亿元。",
        "规上工业亩均税收达到22万元以上。",
        "农村产权流转交易额2000万元。",
        "人均地区生产总值突破12万元。",
        "快递业务量突破80亿件。",
        "接待游客1.2亿人次。",
        "粮食播种面积稳定在1300万亩。",
        "完成网上办件300万件。",
        "放流鱼苗1.5亿尾。",
        "全社会用电量突破300亿千瓦时。",
        "实现集体林地承包3000万亩。",
        "补助标准提高到每人每年700元。",
        "新签约亿元以上项目40个，其中10亿元以上项目6个。",
        "对拖欠50万元以上项目提级督办。",
    ],
)
def test_what_some_city_has_is_let_be(text: str) -> None:
    assert promise(*SUMS, text) == ()


def test_a_poor_countys_sums_are_let_be() -> None:
    sums = ("固定资产投资突破9亿元。", "一般公共预算收入1.2亿元。", "新增贷款3亿元。", "为企业减负2000万元。")
    assert promise(*sums, "完成投资800万元。", head=COUNTY, unit="县财政局") == ()


def test_a_provinces_things_are_more_and_its_sums_larger() -> None:
    texts = ("新增城镇就业1.1亿人。", "清洁能源装机突破1亿千瓦。", "粮食播种面积稳定在1.6亿亩。")
    assert promise(*texts, head=PROVINCE, unit="省财政厅") == ()
    assert codes(promise(*texts)) == ["L047"] * 3


def test_the_countrys_figures_are_not_looked_at() -> None:
    assert promise("完成造林9600万亩，新增就业12亿人。", unit="财政部") == ()


def test_the_sums_of_a_document_say_how_large_its_place_is() -> None:
    small = tuple(text.replace("00亿", "亿").replace("60亿", "6000万") for text in SUMS)
    assert promise(*small, "改造更新片区5个，完成投资160万元以上。") == ()


@pytest.mark.parametrize(
    ("name", "reply", "code"),
    [
        ("加大金融支持力度", "截至9月底，新增贷款260万元。", "L047"),
        ("促进就业", "截至9月底，新增就业2.6亿人。", "L047"),
        ("新增贷款300亿元", "截至9月底，新增贷款260万元。", "L067"),
    ],
)
def test_a_reply_is_told_once_beside_its_target_or_by_itself(name: str, reply: str, code: str) -> None:
    found = look_at(f"{LEDGER}1\t{name}\t财政局\t{reply}\n", kind=Kind.PROGRESS)
    assert [each for each in codes(found) if each in {"L047", "L067"}] == [code]

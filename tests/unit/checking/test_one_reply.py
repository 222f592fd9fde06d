"""Doubts that one reply raises by itself, each beside replies that look alike and raise none."""

import pytest

from tests.unit.checking.looking import codes, look_at_judged


def found(name: str, text: str) -> list[str]:
    return codes(look_at_judged([(name, text)]))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("培训乡村工匠500人", "完成乡村工匠培训500人目标。", ["L061"]),
        ("培训乡村工匠500人", "已完成500人的乡村工匠培训任务。", ["L061"]),
        ("培训乡村工匠500人", "完成乡村工匠培训512人，实现年度目标。", []),
        ("培训乡村工匠500人", "完成乡村工匠培训500人，发证486本。", []),
        ("60%以上的村建成文化礼堂", "全县建成文化礼堂的村占71.5%，实现60%以上的村建成文化礼堂的目标。", []),
    ],
)
def test_a_goal_said_again_is_no_figure(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年，新建口袋公园5个。", ["L066"]),
        ("前8个月，新建口袋公园5个。", ["L066"]),
        ("一季度，新建口袋公园2个。", ["L066"]),
        ("1-9月，巡查公园40次；1-8月，新建口袋公园5个。", ["L066"]),
        ("2025年度，新建口袋公园9个。", ["L066"]),
        ("前三季度，新建口袋公园7个。", []),
        ("上半年新建口袋公园5个，目前已新建口袋公园8个。", []),
        ("已新建口袋公园8个，较上半年增加3个。", []),
        ("已新建口袋公园8个，其余确保12月底前完工。", []),
        ("印发《关于2025年公园评估结果的通报》，已新建口袋公园8个。", []),
        ("提前3个月，新建口袋公园12个。", []),
        ("上半年完成选址，已新建口袋公园8个。", []),
    ],
)
def test_a_figure_of_an_earlier_month_or_year_is_stale(text: str, expected: list[str]) -> None:
    assert found("新建口袋公园12个", text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("完成危房改造800套", "已完成危房改造612户。", ["L071"]),
        ("接待游客增长10%", "1-9月，接待游客212万人次。", ["L071"]),
        ("PM2.5浓度降至28微克/立方米以下", "1-9月PM2.5浓度26.3。", ["L071"]),
        ("完成投资190亿元", "完成投资152亿。", []),
        ("完成危房改造800套", "已完成危房改造612套，惠及群众1900人。", []),
        ("培育农创客500人", "培育农创客460人，培训农民2600人次。", []),
    ],
)
def test_another_unit_is_no_answer(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("社会消费品零售总额增长6%", "1-9月，限上社会消费品零售额增长9.1%。", ["L073"]),
        ("规上工业亩均税收达到30万元", "全部企业亩均税收31.2万元。", ["L073"]),
        ("规上工业亩均税收达到30万元", "规模以上工业亩均税收31.2万元。", []),
        ("培训乡村工匠500人", "培训乡村工匠、直播人员共计460人。", ["L073"]),
        ("培训乡村工匠500人", "东河村、西河村共计培训乡村工匠460人。", []),
        ("新建智能工厂20家", "新建智能工厂（数字车间）14家。", ["L073"]),
        ("新建智能工厂20家", "新建智能工厂（含外资企业）14家。", []),
        ("新建智能工厂（数字车间）20家", "新建智能工厂（数字车间）14家。", []),
        ("培训乡村工匠和直播人员500人", "培训乡村工匠、直播人员共计460人。", []),
        ("新增养老床位600张", "青渡街道新增养老床位120张。", ["L073"]),
        ("青渡街道新增养老床位150张", "青渡街道新增养老床位120张。", []),
        ("新增养老床位600张", "全市城镇新增养老床位480张。", []),
    ],
)
def test_another_scope_is_no_answer(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("创建省级示范园区3个", "推荐申报省级示范园区4个。", ["L074"]),
        ("引进研究院2家", "已引进研究院2家，均为意向协议。", ["L074"]),
        ("争取设立口岸", "计划明年启动申报。", ["L074"]),
        ("创建省级示范园区3个", "推荐申报省级示范园区4个，已创建省级示范园区2个。", []),
        ("新建学校6所", "已开工6所。", []),
        ("推荐申报省级示范园区3个", "已推荐申报省级示范园区4个。", []),
        ("争取设立口岸", "口岸设立方案已上报国家，计划明年启动建设。已成立专班。", []),
    ],
)
def test_what_waits_for_others_is_not_done(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("建设高铁新城", "统计口径：完成投资5.4亿元。部门口径：完成投资7.1亿元。", ["L075"]),
        ("建设高铁新城", "统计口径、部门口径均完成投资5.4亿元。", []),
        ("建设高铁新城", "完成投资5.4亿元，同口径增长7%，全口径税收1.1亿元。", []),
        ("建成滨江路", "滨江路已建成通车，路面铺设正在进行。", ["L075"]),
        ("建成滨江路", "滨江路已竣工验收，目前正在开展路基施工。", ["L075"]),
        ("建成滨江路", "滨江路一期已建成通车，二期正在进行路基施工。", []),
        ("建成滨江路", "滨江路已建成通车，正在办理结算。", []),
        ("建成滨江路", "路基施工完成100%，尚有1.2公里路基未完成。", ["L075"]),
        ("建成滨江路", "桥梁施工完成100%，尚有1.2公里绿化未完成。", []),
        ("新建口袋公园12个", "已提前完成全年任务，建成口袋公园8个。", ["L075"]),
        ("新建口袋公园12个", "已建成口袋公园6个，达到序时进度。", ["L075"]),
        ("新建口袋公园12个", "已建成口袋公园10个，达到序时进度。", []),
        ("新建口袋公园12个", "口袋公园全年任务10个，已建成口袋公园9个。", ["L075"]),
        ("新建口袋公园12个", "口袋公园全年任务12个，已建成口袋公园9个。", []),
        ("新建口袋公园12个", "口袋公园省定全年任务10个，已建成口袋公园9个。", []),
        ("新建口袋公园12个", "公厕全年任务30个，已建成口袋公园9个。", []),
    ],
)
def test_a_row_that_contradicts_itself_is_queried(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训教师320人、学生1100人，共计1520人。", ["L076"]),
        ("培训教师320人、学生1100人，共计1420人。", []),
        ("培训教师0.32万人、学生1.1万人，共计1.42万人。", []),
        ("培训教师0.3万人、学生1.1万人，共计1.45万人。", []),
        ("实施项目14个，其中竣工5个、在建6个、前期2个。", ["L076"]),
        ("实施项目14个，其中竣工5个、在建6个、前期3个。", []),
        ("实施项目14个，其中省级5个、市级2个、县级2个。", []),
        ("实施项目14个，其中省级5个。", []),
        ("走访企业320家、整改问题1100个，共计投入1520万元。", []),
    ],
)
def test_parts_give_their_total(text: str, expected: list[str]) -> None:
    assert found("深化改革", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新设站点3家，分别为东河站、西河站。", ["L076"]),
        ("新设站点3家，分别位于东河、西河、南河。", []),
        ("新设站点3家，分别为东河站、西河站和南河站。", []),
        ("新设站点5家，分别为东河站、西河站等。", []),
        ("东河站、西河站、南河站等2家站点投用。", ["L076"]),
        ("东河站、西河站、南河站等6家站点投用。", []),
        ("新设站点2家，分别为“东、西河”站、南河站。", []),
    ],
)
def test_as_many_are_named_as_are_counted(text: str, expected: list[str]) -> None:
    assert found("深化改革", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会员由120户增至150户，增长35%。", ["L062"]),
        ("会员由120户增至150户，增长25%。", []),
        ("办理时限从20天压缩到5天，压缩75%。", []),
        ("办理时限从20天压缩到5天，压缩60%。", ["L062"]),
        ("会员由120户增至150户，续费率35%。", []),
    ],
)
def test_a_change_is_what_its_figures_give(text: str, expected: list[str]) -> None:
    assert found("深化改革", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-9月，外贸出口增长8.4%。", ["L068"]),
        ("1-9月，外贸出口增长8.4%，高于全省平均2.1个百分点。", []),
        ("1-9月，外贸出口增长8.4%，增速位居全省第三。", []),
    ],
)
def test_an_average_to_exceed_is_told(text: str, expected: list[str]) -> None:
    assert found("外贸出口增速高于全省平均", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居民人均可支配收入增长6.6%，其中城镇居民人均可支配收入增长6.1%，农村居民人均可支配收入增长6.4%。", ["L076"]),
        ("居民人均可支配收入增长6.2%，其中城镇居民人均可支配收入增长6.1%，农村居民人均可支配收入增长6.4%。", []),
        ("进出口额增长9%，其中出口额增长7%，进口额增长4%。", ["L076"]),
        ("进出口额增长5%，其中出口额增长7%，进口额下降4%。", []),
    ],
)
def test_a_whole_grows_between_its_parts(text: str, expected: list[str]) -> None:
    assert found("促进增收和外贸", text) == expected


def test_a_quotient_that_is_not_written_is_asked_for() -> None:
    incomes = "城镇居民人均可支配收入51200元，农村居民人均可支配收入30100元"
    assert found("城乡居民收入倍差低于1.75", f"前三季度，{incomes}。") == ["L068"]
    assert found("城乡居民收入倍差低于1.75", f"前三季度，{incomes}，城乡居民收入倍差1.70。") == []

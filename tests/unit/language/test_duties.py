"""What offices do, and which office a printed name means."""

import pytest

from luoshi.language.duties import Kind, find_duties, list_kinds, office_of, weigh_duties, weigh_words
from luoshi.language.duties.tables import list_words

SAME = [
    ("国网映川供电公司", "市供电公司"),
    ("市科工信局", "市科技和工业信息化局"),
    ("市数政局", "市数据和政务服务局"),
    ("区政务服务和数据管理局", "区政数局"),
    ("市交通局", "交通运输局（民航办）"),
    ("市人社局", "映川市人力资源和社会保障局"),
    ("发改委", "县发展和改革局"),
    ("文旅局", "市文化和广电旅游体育局"),
    ("消防支队", "市消防救援支队"),
    ("人行", "中国人民银行"),
    ("东湖新区管委会", "东湖指挥部"),
    ("映川海关", "海关"),
    ("组织部〈市委人才办〉", "市委组织部"),
]
APART = [
    ("商务局", "口岸办"),
    ("交通运输局", "铁路建设指挥部"),
    ("水务局", "水务集团"),
    ("人行", "金融办"),
    ("柳栅街道", "映塔街道"),
    ("宣传部", "文明办"),
    ("映川城投集团", "青渡城投集团"),
]
KINDS = [
    ("县教体局", {"education", "sports"}),
    ("工业商贸局", {"industry", "commerce"}),
    ("市生态环境局青渡分局", {"environment"}),
    ("映川供电公司", {"electricity"}),
    ("青渡镇", {"towns"}),
    ("映川经济开发区管委会", {"zones"}),
    ("交旅集团", {"transportinvest", "tourinvest"}),
    ("映川技师学院", {"colleges"}),
    ("镇文旅站", {"culture"}),
    ("各项目主管部门", set()),
]
LEADS = [
    ("新建公办幼儿园6所，新增学位1800个", "education"),
    ("完成病险水库除险加固5座", "water"),
    ("新增养老护理型床位200张", "civil"),
    ("培育专精特新企业12家", "industry"),
    ("举办半程马拉松等赛事8场", "sports"),
    ("建成高标准农田1.2万亩", "agriculture"),
    ("外贸进出口总额增长8%", "commerce"),
    ("免费筛查结直肠癌3万人次", "health"),
    ("推动虚拟电厂和源网荷储试点2个", "planning"),
    ("消费品以旧换新带动销售额10亿元", "commerce"),
    ("新增普惠托位500个", "health"),
    ("全面实施长期护理保险制度", "insurance"),
    ("建成零工市场3家，城镇新增就业1.2万人", "labour"),
    ("开通低空物流航线5条", "transport"),
    ("配售型保障性住房开工600套", "housing"),
    ("完成公共数据授权运营试点", "data"),
    ("入企检查全面推行扫码，规范涉企行政检查", "enforcement"),
    ("新增并购贷款20亿元，上市后备企业5家", "finance"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_names_of_one_office_are_one(one: str, other: str) -> None:
    assert office_of(one).key == office_of(other).key


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_offices_stay_two(one: str, other: str) -> None:
    assert office_of(one).key != office_of(other).key


@pytest.mark.parametrize(("name", "kinds"), KINDS)
def test_a_name_tells_what_kinds_of_office_it_is(name: str, kinds: set[str]) -> None:
    assert set(office_of(name).kinds) == kinds


@pytest.mark.parametrize(("text", "kind"), LEADS)
def test_the_words_of_a_promise_say_most_for_the_office_whose_business_it_is(text: str, kind: str) -> None:
    weights = weigh_duties(text)
    assert max(weights, key=lambda each: weights[each]) == kind


def test_the_longest_word_is_found_and_none_within_another() -> None:
    assert list(find_duties("完善互联网医院")) == ["互联网医院"]
    assert "联网" not in list(find_duties("互联网平台"))


def test_a_word_within_a_longer_one_says_something_too_but_less() -> None:
    says = dict(weigh_words("停车泊位"))
    assert list(says) == ["停车泊位", "停车", "泊位"]
    assert max(says["停车"].values()) < max(says["停车泊位"].values())


def test_what_stands_in_a_word_that_is_nobodys_says_nothing() -> None:
    assert "联网" not in dict(weigh_words("互联网医院"))
    assert dict(weigh_words("互联网")) == {}


def test_full_width_letters_are_read() -> None:
    assert "5G基站" in list(find_duties("新建５Ｇ基站80个"))


@pytest.mark.parametrize("kind", list_kinds().values(), ids=lambda kind: kind.name)
def test_every_label_means_its_own_kind(kind: Kind) -> None:
    assert kind.name in office_of(kind.label).kinds


def test_the_tables_name_no_kind_that_is_not_there() -> None:
    kinds = list_kinds()
    assert {other for kind in kinds.values() for other in kind.within} <= kinds.keys()
    assert {kind for word in list_words().values() for kind in word} == kinds.keys()
    assert all(len(word) > 1 for word in list_words())

"""Names that are a slip of the pen are found; names that only look alike are not."""

import pytest

from luoshi.model import Kind
from tests.unit.checking.looking import codes, look_at, look_at_tasks, read_tasks

VERBS = (
    "新建学校6所",
    "改造公路40公里",
    "种植树木9万株",
    "修缮老屋70间",
    "培训工匠800人",
    "开行班列55列",
    "清淤河道12公里",
)


def tasks_of(names: list[str]) -> list[str]:
    """A task a name, each led by 财政局."""
    return [f"{verb}。（责任单位：▲财政局、{name}）" for verb, name in zip(VERBS, names, strict=False)]


@pytest.mark.parametrize(
    ("usual", "slip"),
    [
        ("城投集团", "城头集团"),
        ("砚湖新区管委会", "研湖新区管委会"),
        ("砚湖新区管委会", "砚湖区管委会"),
        ("砚湖新区管委会", "砚湖新区新管委会"),
        ("各镇街", "各真街"),
        ("青渡街道", "青度街道"),
        ("铁路指挥部", "铁路挥指部"),
    ],
)
def test_a_name_a_slip_away_from_the_usual_one_is_found(usual: str, slip: str) -> None:
    findings = look_at_tasks(tasks_of([usual] * 5 + [slip]))
    assert codes(findings) == ["L001"]
    assert findings[0].flag.quote is not None
    assert findings[0].flag.quote.text == slip
    assert usual in findings[0].flag.message


@pytest.mark.parametrize("slip", ["交通运轮局", "市交通运轮局", "人力资源社会保璋局", "市农业衣村局", "市税局务"])
def test_a_slip_in_a_name_known_everywhere_needs_no_other_mention(slip: str) -> None:
    assert codes(look_at_tasks(tasks_of([slip]))) == ["L001"]


def test_the_same_characters_in_another_order_need_only_two_mentions() -> None:
    assert codes(look_at_tasks(tasks_of(["白溪镇", "白溪镇", "溪白镇"]))) == ["L001"]


def test_the_text_says_how_a_name_is_spelled_as_well_as_the_lists() -> None:
    tasks = tasks_of(["青渡街道", "巨川集团", "巨州集团"])
    assert codes(look_at_tasks(tasks)) == []
    assert codes(look_at_tasks([f"支持巨川集团{task}" for task in tasks])) == ["L001"]


def test_what_always_stands_between_two_signs_tells_a_slip() -> None:
    prose = [f"砚川湖{task}" for task in tasks_of(["青渡街道"] * 5)]
    findings = look_at_tasks([*prose, "开行班列55列。（责任单位：▲财政局、砚州湖集团）"])
    assert codes(findings) == ["L001"]
    assert "“砚州湖集团”与“砚川湖集团”" in findings[0].flag.message


def test_a_government_of_a_district_is_spelled_as_its_column() -> None:
    table = "序号\t项目\t全市任务\t青渡县\t云碓区\t牵头单位\n1\t新增车位9个。\t9\t4\t5\t云确区政府\n"
    findings = look_at(f"映川市2026年民生实事责任分解\n{table}", kind=Kind.PLAN)
    assert codes(findings) == ["L001"]


@pytest.mark.parametrize("name", ["巨川团集", "砚湖挥指部", "医局", "市保局", "青渡衔道", "砚湖建设限有公司"])
def test_what_no_unit_is_called_is_told(name: str) -> None:
    assert codes(look_at_tasks(tasks_of([name]))) == ["L004"]


@pytest.mark.parametrize(
    "name",
    [
        "区科委",
        "各街镇",
        "团省委",
        "县文旅广体局",
        "区规自分局",
        "区经济信息委",
        "区住房城乡建委",
        "各村党组织",
        "相关镇（街道）",
    ],
)
def test_names_that_some_governments_use_are_no_slips(name: str) -> None:
    assert codes(look_at_tasks(tasks_of([name]))) == []


@pytest.mark.parametrize(
    "name", ["编办", "分公司", "县一中", "公路段", "中国电信", "各银行", "市局", "砚湖（二期）公司"]
)
def test_short_names_and_odd_endings_of_real_units_are_let_be(name: str) -> None:
    assert codes(look_at_tasks(tasks_of([name]))) == []


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("商务局", "税务局"),
        ("水务局", "商务局"),
        ("城投集团", "产投集团"),
        ("文旅局", "文广旅体局"),
        ("城东街道", "城西街道"),
        ("青渡镇", "青渡街道"),
        ("相关镇街", "各相关镇街"),
        ("自然资源局", "自然资源分局"),
        ("交通运输局", "交通运输部"),
        ("市委办", "市府办"),
        ("区委办", "区委编办"),
        ("市委办", "市委财经办"),
        ("市委办", "市委网信办"),
        ("市政府办", "市政府外办"),
        ("市工委", "市关工委"),
        ("区医院", "区中心医院"),
        ("市委外办", "市委农办"),
        ("市住建局", "市代建局"),
        ("市民政局", "市财政局（市国资办）"),
        ("消防救援支队", "市消防救援总队"),
    ],
)
def test_two_names_that_look_alike_are_two_names(usual: str, other: str) -> None:
    assert codes(look_at_tasks(tasks_of([usual] * 5 + [other]))) == []


@pytest.mark.parametrize(
    ("oftener", "rarer"),
    [
        ("行政执法局", "执法局"),
        ("综合执法局", "综合行政执法局"),
        ("市商务局", "市商务委"),
        ("各镇街", "镇街"),
        ("区新经济科技局", "区新经济和科技局"),
    ],
)
def test_one_unit_under_two_names_is_told_once(oftener: str, rarer: str) -> None:
    findings = look_at_tasks(tasks_of([oftener] * 3 + [rarer] * 2))
    assert codes(findings) == ["L002"]
    told = f"重点工作第4项的“{rarer}”（全文2次）与“{oftener}”（3次）像是同一个单位，请统一写法。"
    assert findings[0].flag.message == told


@pytest.mark.parametrize("name", ["市", "区", "县委", "各"])
def test_a_level_alone_is_looked_at_without_harm(name: str) -> None:
    look_at_tasks(tasks_of(["市府办", "区府办", name]))


def test_a_name_one_character_from_last_years_is_told() -> None:
    earlier = read_tasks(tasks_of(["砚湖新区管委会"] * 4))
    assert codes(look_at_tasks(tasks_of(["研湖新区管委会"] * 4), earlier=[earlier])) == ["L003"]
    assert codes(look_at_tasks(tasks_of(["砚湖新区管委会"] * 4), earlier=[earlier])) == []

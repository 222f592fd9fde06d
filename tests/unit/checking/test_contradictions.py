"""One figure told in two ways by two rows."""

import pytest

from luoshi.checking import check_reading
from luoshi.judging import judge
from tests.unit.checking.looking import codes, look_at_judged, progress_table

JOBS = ("新增城镇就业3万人", "1-9月，新增城镇就业2.6万人。")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("稳就业促增收", "1-9月，新增城镇就业2.1万人。", ["L069", "L069"]),
        ("稳就业促增收", "前三季度全市新增城镇就业2.6万人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业26000人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业近2.7万人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业2.5万余人。", []),
        ("稳就业促增收", "1-9月，新增城镇就业2万余人。", ["L069", "L069"]),
        ("稳就业促增收", "1-9月，新增城镇就业超2.5万人。", []),
        ("稳就业促增收", "1-8月，新增城镇就业2.3万人。", ["L066"]),
        ("南河镇新增城镇就业0.2万人", "1-9月，新增城镇就业0.16万人。", []),
    ],
)
def test_a_metric_has_one_figure(name: str, text: str, expected: list[str]) -> None:
    progress, source = progress_table([JOBS, (name, text)])
    assert codes(check_reading(judge(progress), source)) == expected


def test_both_rows_are_told_of_each_other() -> None:
    progress, source = progress_table([JOBS, ("稳就业促增收", "1-9月，新增城镇就业2.1万人。")])
    first, second = check_reading(judge(progress), source)
    assert first.flag.message.startswith("第1项写的是")
    assert second.flag.message.startswith("第2项写的是")


def test_what_each_row_has_of_its_own_is_no_contradiction() -> None:
    rows = [("甲片区开发", "已开工项目22个，完成投资3.2亿元。"), ("乙片区开发", "已开工项目20个，完成投资1.1亿元。")]
    progress, source = progress_table(rows)
    assert check_reading(judge(progress), source) == ()


CENTRES = ("建设研发中心", "完成第二批160家市级企业技术研发中心推荐申报。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推荐申报第二批市级企业技术研发中心43家。", ["L069", "L069"]),
        ("推荐申报第三批市级企业技术研发中心43家。", []),
        ("推荐申报第二批省级企业技术研发中心43家。", []),
        ("推荐申报第二批市级企业技术研发中心160家。", []),
    ],
)
def test_nearly_the_same_words_have_one_figure(text: str, expected: list[str]) -> None:
    assert codes(look_at_judged([CENTRES, ("支持企业创新", text)])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引进首次来青大学生2.63万人。", ["L077", "L077"]),
        ("引进高校毕业生2.63万人。", []),
        ("培训农民2.63万人次。", []),
        ("引进首次来青大学生2.6万人。", []),
    ],
)
def test_one_figure_has_one_name(text: str, expected: list[str]) -> None:
    rows = [("稳就业促增收", "截至9月底，引进高校毕业生2.63万人。"), ("建设人才强市", text)]
    assert codes(look_at_judged(rows)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前三季度规上工业增加值增长6.1%。", ["L069", "L069"]),
        ("前三季度规上工业增加值增长7.4%。", []),
        ("前三季度规上工业增加值环比增长1.2%。", []),
        ("前三季度完成投资增长6.1%。", []),
    ],
)
def test_a_metric_grows_at_one_rate(text: str, expected: list[str]) -> None:
    rows = [("规上工业增加值增长7%", "1-9月，规上工业增加值增长7.4%。"), ("培育链主企业", text)]
    assert codes(look_at_judged(rows)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8月6日，映川—松港货运航线首航。", ["L080", "L080"]),
        ("8月6日，恢复映川—松港货运航线。", []),
        ("8月9日，映川—松港货运航线首航。", []),
        ("8月6日，首列开往北湖的班列发车。", []),
    ],
)
def test_what_was_taken_up_again_was_not_the_first(text: str, expected: list[str]) -> None:
    rows = [("拓展国际航线", "8月6日，与航空公司合作，恢复映川—松港货运航线。"), ("成立航空公司", text)]
    assert [code for code in codes(look_at_judged(rows)) if code == "L080"] == expected

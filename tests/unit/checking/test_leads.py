"""A lost mark of a lead is told by the order of the names; a task that is in order is let be."""

import pytest

from tests.unit.checking.looking import codes, look_at_tasks

VERBS = ("新建学校6所", "改造公路40公里", "种植树木9万株", "修缮老屋70间", "培训工匠800人", "开行班列55列")
LISTS = (
    "▲教育局、财政局、水利局、商务局",
    "▲交通运输局、▲建设局、财政局、商务局",
    "▲农业农村局、财政局、水利局",
    "▲建设局、财政局、水利局、商务局、各镇街",
    "▲民政局、▲残联",
    "▲文旅局、水利局、商务局",
)


def with_clause(clause: str) -> list[str]:
    tasks = [f"{verb}。（责任单位：{units}）" for verb, units in zip(VERBS, LISTS, strict=True)]
    return [*tasks, f"清淤河道12公里。（责任单位：{clause}）"]


@pytest.mark.parametrize(
    ("clause", "lost"),
    [
        ("教育局、▲建设局、财政局", "教育局"),
        ("▲教育局、建设局、▲文旅局、财政局", "建设局"),
        ("▲教育局、商务局、财政局、水利局", "商务局"),
        ("▲教育局、商务局、水利局", "商务局"),
    ],
)
def test_a_unit_out_of_place_has_lost_its_mark(clause: str, lost: str) -> None:
    findings = look_at_tasks(with_clause(clause))
    assert codes(findings) == ["L015"]
    assert f"第7项的“{lost}”没有标记" in findings[0].flag.message


@pytest.mark.parametrize(
    "clause",
    [
        "▲教育局、财政局、商务局",
        "▲教育局、建设局、财政局",
        "▲教育局",
        "市政府各部门、各镇街",
        "▲教育局、各镇街、水利局",
    ],
)
def test_a_list_in_order_is_let_be(clause: str) -> None:
    assert codes(look_at_tasks(with_clause(clause))) == []


def test_where_marks_stand_anywhere_their_order_tells_nothing() -> None:
    lists = ("教育局、▲财政局", "▲教育局、财政局", "水利局、▲财政局", "▲水利局、财政局", "商务局、▲财政局")
    tasks = [f"{verb}。（责任单位：{units}）" for verb, units in zip(VERBS, lists, strict=False)]
    assert codes(look_at_tasks(tasks)) == []


def test_where_names_keep_no_order_none_is_out_of_it() -> None:
    lists = (
        "▲教育局、{}、{}、{}".format(*names) for names in ("水财商", "商水财", "财商水", "水财商", "财水商", "水商财")
    )
    clauses = [clause.replace("水", "水利局").replace("财", "财政局").replace("商", "商务局") for clause in lists]
    tasks = [f"{verb}。（责任单位：{units}）" for verb, units in zip(VERBS, clauses, strict=False)]
    assert codes(look_at_tasks(tasks)) == []


def test_labels_tell_leads_without_an_order() -> None:
    clauses = [units.replace("▲", "").partition("、") for units in LISTS]
    tasks = [
        f"{verb}。\n牵头单位：{lead}\n配合单位：{others}"
        for verb, (lead, _, others) in zip(VERBS, clauses, strict=True)
    ]
    assert codes(look_at_tasks([*tasks, "清淤河道12公里。\n牵头单位：教育局\n配合单位：商务局、财政局"])) == []

"""Plans are put in order by leader and by field."""

from dataclasses import replace

from luoshi.model import Document, Leader, Place, Plan, Quote, Task
from luoshi.writing.official.arrangement import arrange, as_listed


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def task(number: int, text: str, leader: str | None, section: str | None = None, heading: str | None = None) -> Task:
    leaders = (Leader(leader, None, quoted(leader)),) if leader else ()
    return Task("重点工作", number, text, quoted(text), leader_heading=heading, leaders=leaders, section=section)


def told(plan: Plan) -> list[tuple[str | None, str | None, int, str]]:
    return [(each.leader_heading, each.section, each.number, each.text) for each in plan.tasks]


BY_FIELD = Plan(
    Document(),
    (
        task(1, "甲", "周以宁", "经济"),
        task(2, "乙", "沈知行", "经济"),
        task(3, "丙", "周以宁", "城建"),
        task(4, "丁", None, "城建"),
    ),
)


def test_tasks_of_one_leader_stand_together_and_are_numbered_anew() -> None:
    first, second = "周以宁牵头的重点工作", "沈知行牵头的重点工作"
    assert told(arrange(BY_FIELD, "leader")) == [
        (first, "经济", 1, "甲"),
        (first, "城建", 2, "丙"),
        (second, "经济", 1, "乙"),
        ("各有关单位共同落实的重点工作", "城建", 1, "丁"),
    ]


def test_a_plan_that_has_the_order_already_keeps_its_numbers() -> None:
    heading = "周以宁副市长牵头的重点工作"
    plan = Plan(Document(), (task(4, "甲", "周以宁", None, heading), task(5, "乙", "周以宁", None, heading)))
    assert arrange(plan, "leader") == plan
    assert arrange(BY_FIELD, "section") == BY_FIELD


def test_a_task_behind_the_headings_of_others_gets_one() -> None:
    heading = "周以宁副市长牵头的重点工作"
    plan = Plan(
        Document(), (task(1, "甲", "周以宁", "经济", heading), task(1, "乙", None), task(2, "丙", None, "经济"))
    )
    together = "各有关单位共同落实的重点工作"
    assert told(arrange(plan)) == [(heading, "经济", 1, "甲"), (together, None, 1, "乙"), (together, "经济", 2, "丙")]


def test_a_task_without_a_field_behind_others_stands_under_other_work() -> None:
    plan = Plan(Document(), (task(1, "甲", None, "经济"), task(2, "乙", None)))
    assert told(arrange(plan)) == [(None, "经济", 1, "甲"), (None, "其他工作", 2, "乙")]


LISTED = Plan(Document(), (BY_FIELD.tasks[3], BY_FIELD.tasks[0], BY_FIELD.tasks[2], BY_FIELD.tasks[1]))


def test_a_list_keeps_its_order_and_every_number_under_its_own_heads() -> None:
    first, second = "周以宁牵头的重点工作", "沈知行牵头的重点工作"
    assert told(as_listed(LISTED, "leader", is_sorted=True)) == [
        ("各有关单位共同落实的重点工作", None, 4, "丁"),
        (first, None, 1, "甲"),
        (first, None, 3, "丙"),
        (second, None, 2, "乙"),
    ]
    by_field = [(None, "城建", 4, "丁"), (None, "经济", 1, "甲"), (None, "城建", 3, "丙"), (None, "经济", 2, "乙")]
    assert told(as_listed(LISTED, "section")) == by_field


def test_a_list_that_is_sorted_has_no_headings_and_its_parts_stand_apart() -> None:
    other = replace(LISTED.tasks[1], part="民生实事")
    mixed = replace(LISTED, tasks=(LISTED.tasks[0], other, *LISTED.tasks[2:]))
    listed = as_listed(mixed, is_sorted=True)
    assert [each.part for each in listed.tasks] == ["重点工作"] * 3 + ["民生实事"]
    assert told(listed) == [(None, None, 4, "丁"), (None, None, 3, "丙"), (None, None, 2, "乙"), (None, None, 1, "甲")]
    assert as_listed(BY_FIELD) == BY_FIELD

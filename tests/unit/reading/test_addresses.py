import pytest

from luoshi.model import Place, Quote, Task
from luoshi.reading.addresses import number_tasks

QUOTE = Quote("植树", Place(0, 0, 2))


def make_task(
    part: str, number: int, *, sub: int | None = None, leader: str | None = None, section: str | None = None
) -> Task:
    return Task(part, number, "植树", QUOTE, sub=sub, leader_heading=leader, section=section)


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ([make_task("重点工作", 1), make_task("重点工作", 2)], ("重点工作/1", "重点工作/2")),
        ([make_task("民生实事", 3, sub=1), make_task("民生实事", 3, sub=2)], ("民生实事/3-1", "民生实事/3-2")),
        (
            [make_task("重点工作", 1, leader="甲"), make_task("重点工作", 1, leader="乙", section="工业")],
            ("重点工作/1/0/1", "重点工作/2/1/1"),
        ),
        (
            [
                make_task("重点工作", 1, leader="甲", section="工业"),
                make_task("重点工作", 2, leader="甲", section="农业"),
                make_task("重点工作", 3, leader="甲", section="工业"),
            ],
            ("重点工作/1/1/1", "重点工作/1/2/2", "重点工作/1/1/3"),
        ),
        (
            [make_task("重点工作", 1, leader="甲"), make_task("重点工作", 2), make_task("民生实事", 1)],
            ("重点工作/1/0/1", "重点工作/0/0/2", "民生实事/1"),
        ),
        ([make_task("重点工作", 1), make_task("重点工作", 1)], ("重点工作/1", "重点工作/1~2")),
        ([], ()),
    ],
)
def test_each_task_has_an_address_of_its_own(tasks: list[Task], expected: tuple[str, ...]) -> None:
    assert number_tasks(tasks) == expected

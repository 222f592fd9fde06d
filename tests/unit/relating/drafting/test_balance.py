"""What units led beside what their tasks, told by one another, give them."""

from collections.abc import Mapping

import pytest

from luoshi.relating.drafting.balance import find_balance, tell_again
from luoshi.relating.drafting.examples import Example, list_examples
from luoshi.relating.drafting.roll import Roll, call_roll
from luoshi.relating.drafting.scorer import Signs, probabilities
from luoshi.relating.drafting.tuning import LEARNED
from tests.unit.relating.plans import plan

# A body of its own has taken over from the office whose business the tables say it is
TAKEN_OVER = [
    plan(
        year,
        f"老旧小区加装电梯{20 + year % 7}部。（责任单位：▲更新指挥部、建设局）",
        f"建成保障性住房{300 + year % 7}套。（责任单位：▲更新指挥部、建设局）",
        f"完成城中村改造{2 + year % 7}个。（责任单位：▲更新指挥部、各镇街）",
        f"新建公办幼儿园{3 + year % 7}所。（责任单位：▲教育局、建设局）",
    )
    for year in range(2021, 2027)
]


def taught() -> tuple[Roll, tuple[Example, ...]]:
    roll = call_roll(TAKEN_OVER)
    return roll, list_examples(TAKEN_OVER, roll)


def balance() -> Mapping[str, float]:
    roll, examples = taught()
    found = find_balance(tell_again(roll, examples), LEARNED.weights)
    return {roll.members[key].name: value for key, value in found.items()}


def test_who_led_more_than_it_was_given_gets_more_and_the_other_less() -> None:
    found = balance()
    assert found["更新指挥部"] > 0 > found["建设局"]


def test_nothing_is_out_of_balance_where_nothing_was_learned() -> None:
    roll, _ = taught()
    assert find_balance(tell_again(roll, ()), LEARNED.weights) == {}


@pytest.mark.parametrize("number", [1, 5, 24])
def test_each_task_is_told_by_others(number: int) -> None:
    roll, examples = taught()
    told = [example for example, _ in tell_again(roll, examples[:number])]
    assert sorted(map(str, told)) == sorted(map(str, examples[:number]))


def test_of_many_tasks_the_latest_are_told() -> None:
    roll, examples = taught()
    told = {example.year for example, _ in tell_again(roll, examples * 30)}
    assert told == {2026, 2025}


def test_probabilities_with_a_balance_are_together_1() -> None:
    signs = {"甲": Signs(duty=1.0), "乙": Signs(duty=0.5)}
    found = probabilities(signs, LEARNED.weights, {"乙": 2.0})
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["乙"] > found["甲"]

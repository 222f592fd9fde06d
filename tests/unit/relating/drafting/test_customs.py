"""What the tables say of a word gives way to who led tasks with it."""

from luoshi.relating.drafting.customs import Customs
from luoshi.relating.drafting.examples import list_examples
from luoshi.relating.drafting.roll import call_roll
from tests.unit.relating.plans import plan

EARLIER = [
    plan(
        2026,
        "新增公共停车泊位300个。（责任单位：▲建设局、各镇街）",
        "改造公共停车泊位200个。（责任单位：▲建设局、公安局）",
        "城镇新增就业1.2万人。（责任单位：▲人社局、财政局）",
        "整治背街小巷5条。（责任单位：▲综合执法局、各镇街）",
    )
]


def scores(text: str) -> dict[str, float]:
    roll = call_roll(EARLIER)
    found = Customs(list_examples(EARLIER, roll), roll).score(text)
    return {member.name: found.get(key, 0.0) for key, member in roll.members.items()}


def test_who_led_tasks_with_a_word_leads_the_next_one() -> None:
    found = scores("停车泊位增设到500个")
    assert max(found, key=lambda name: found[name]) == "建设局"
    assert found["建设局"] > 2 * found["综合执法局"]


def test_a_word_of_no_task_is_whose_business_the_tables_say() -> None:
    found = scores("深化社保卡应用")
    assert max(found, key=lambda name: found[name]) == "人社局"


def test_words_that_say_nothing_score_nothing() -> None:
    assert not any(scores("诸般美好之事").values())

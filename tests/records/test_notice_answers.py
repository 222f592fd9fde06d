"""A unit signs for a notice and answers it, over its approver where it has one."""

import pytest
from django.db import IntegrityError, transaction

from luoshi.records.journal.models import Entry
from luoshi.records.journal.words import differences
from luoshi.records.people.actions import close_account
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Account
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.models import Plan, Unit
from luoshi.records.supervision.answering import answer_notice, receive_notice, refuse_answer, sign_answer
from luoshi.records.supervision.models import Answer, Notice
from luoshi.records.supervision.queries import answers_of
from tests.records.conftest import Hire
from tests.records.pressing import served

TEXT = "因征地晚了两个月，已加开一个班组，12月10日前完成。"


@pytest.fixture
def notice(alice: Actor, bob: Actor, plan: Plan) -> Notice:
    return served(alice, plan.tasks.get(number=1), Unit.objects.get(name="教育局"))


@pytest.fixture
def carol(hire: Hire) -> Actor:
    """Signs for the education bureau."""
    return hire(Role.UNIT_APPROVER, "carol", "教育局")


@pytest.fixture
def laid(bob: Actor, carol: Actor, notice: Notice) -> Answer:
    receive_notice(actor=bob, notice=notice)
    return answer_notice(actor=bob, notice=notice, text=TEXT)


def state_of(notice: Notice) -> str:
    return Notice.objects.get(pk=notice.pk).state


def test_a_unit_signs_for_its_notice_once(alice: Actor, bob: Actor, hire: Hire, notice: Notice) -> None:
    for other in (alice, hire(Role.UNIT_LIAISON, "gina", "财政局"), hire(Role.UNIT_APPROVER, "carol", "教育局")):
        with pytest.raises(NotAllowed):
            receive_notice(actor=other, notice=notice)
    received = receive_notice(actor=bob, notice=notice)
    assert (received.state, received.received_by_id) == ("received", bob.account)
    entry = Entry.objects.latest("number")
    assert [(each.field, each.before, each.after) for each in differences(entry)] == [("督查单", "待签收", "待答复")]
    with pytest.raises(NotNow, match="不用再签收"):
        receive_notice(actor=bob, notice=notice)


def test_a_unit_without_an_approver_answers_by_itself(bob: Actor, hire: Hire, notice: Notice) -> None:
    with pytest.raises(NotNow, match="请先签收"):
        answer_notice(actor=bob, notice=notice, text=TEXT)
    receive_notice(actor=bob, notice=notice)
    for wrong in (" ", "长" * 5001):
        with pytest.raises(NotValid, match="请写答复"):
            answer_notice(actor=bob, notice=notice, text=wrong)
    with pytest.raises(NotAllowed):
        answer_notice(actor=hire(Role.UNIT_LIAISON, "gina", "财政局"), notice=notice, text=TEXT)
    answer = answer_notice(actor=bob, notice=notice, text=TEXT)
    assert (answer.state, state_of(notice)) == ("given", "answered")
    assert Entry.objects.latest("number").action == "answer_notice"
    with pytest.raises(NotNow, match="不用再答复"):
        answer_notice(actor=bob, notice=notice, text="再答一次")


def test_what_is_not_signed_only_the_unit_sees(alice: Actor, bob: Actor, carol: Actor, laid: Answer) -> None:
    assert (laid.state, state_of(laid.notice)) == ("laid", "received")
    assert [len(answers_of(actor, laid.notice)) for actor in (alice, bob, carol)] == [0, 1, 1]
    with pytest.raises(NotNow, match="正在等签发"):
        answer_notice(actor=bob, notice=laid.notice, text="另写一段。")
    with pytest.raises(NotAllowed):
        sign_answer(actor=bob, notice=laid.notice, seen=laid.pk)


def test_what_is_signed_is_answered_under_both_names(alice: Actor, carol: Actor, laid: Answer) -> None:
    with pytest.raises(NotNow, match="看过现在的再签"):
        sign_answer(actor=carol, notice=laid.notice, seen=laid.pk + 1)
    signed = sign_answer(actor=carol, notice=laid.notice, seen=laid.pk)
    assert (signed.state, signed.signed_by_id, state_of(laid.notice)) == ("given", carol.account, "answered")
    assert [answer.text for answer in answers_of(alice, laid.notice)] == [TEXT]
    assert [entry.action for entry in Entry.objects.order_by("-number")[:2]] == ["sign_answer", "lay_answer"]
    with pytest.raises(NotNow):
        sign_answer(actor=carol, notice=laid.notice, seen=laid.pk)


def test_what_is_not_good_enough_goes_back_within_the_unit(
    alice: Actor, bob: Actor, carol: Actor, laid: Answer
) -> None:
    with pytest.raises(NotValid, match="不签要写明理由"):
        refuse_answer(actor=carol, notice=laid.notice, seen=laid.pk, reason="")
    refuse_answer(actor=carol, notice=laid.notice, seen=laid.pk, reason="日期没有核过")
    again = answer_notice(actor=bob, notice=laid.notice, text=f"{TEXT}已核。")
    assert again.pk != laid.pk
    sign_answer(actor=carol, notice=laid.notice, seen=again.pk)
    assert [answer.pk for answer in answers_of(alice, laid.notice)] == [again.pk]
    assert [answer.pk for answer in answers_of(bob, laid.notice)] == [laid.pk, again.pk]


def test_where_nobody_signs_any_more_the_liaison_answers(bob: Actor, laid: Answer) -> None:
    close_account(actor=operator(), account=Account.objects.get(username="carol"))
    answer = answer_notice(actor=bob, notice=laid.notice, text="改写了。")
    assert (answer.pk, answer.state, answer.text) == (laid.pk, "given", "改写了。")


def test_one_answer_stands_at_a_time_and_none_goes_back_without_a_reason(laid: Answer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(notice=laid.notice, text="另一份", state="given", written_at=laid.written_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=laid.pk).update(state="refused")

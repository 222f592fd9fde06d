"""A unit signs for a notice, and answers it; where somebody signs for the unit, what is written goes to them first."""

from typing import Final

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.queries import signers_of
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.supervision.models import Answer, Notice, State

LONGEST: Final = 5_000


def receive_notice(*, actor: Actor, notice: Notice) -> Notice:
    """Sign for a notice."""
    with acting(actor, Right.ANSWER_NOTICE, notice.government_id, notice.unit_id) as under_way:
        row = _locked(notice)
        if row.state != State.SERVED:
            raise NotNow(f"{row}{row.get_state_display()}，不用再签收。")
        before, row.state = row.state, State.RECEIVED
        row.received_by_id, row.received_at = actor.account, timezone.now()
        row.save(update_fields=["state", "received_by", "received_at"])
        under_way.did("receive_notice", row, before={"notice": before}, after={"notice": row.state})
    return row


def answer_notice(*, actor: Actor, notice: Notice, text: str) -> Answer:
    """Answer a notice that was signed for; where somebody of the unit signs, it is laid before them instead."""
    text = _read(text)
    with acting(actor, Right.ANSWER_NOTICE, notice.government_id, notice.unit_id) as under_way:
        row = _answerable(notice)
        laid = _laid(row)
        is_signed = bool(signers_of(row.unit_id))
        if laid and is_signed:
            raise NotNow("这一张的答复已经提交，正在等签发；没有签的，退回来才能改。")
        # Where nobody signs any more, what was laid before them is written anew and goes
        answer = laid or Answer(notice=row)
        answer.text, answer.written_by_id, answer.written_at = text, actor.account, timezone.now()
        answer.state = Answer.State.LAID if is_signed else Answer.State.GIVEN
        answer.save()
        if is_signed:
            under_way.did("lay_answer", row, after={"answer": text, "unit": row.unit.name})
        else:
            _give(under_way, row, answer, "answer_notice")
    return answer


def sign_answer(*, actor: Actor, notice: Notice, seen: int) -> Answer:
    """Let go what was written, as it was seen (its key); it is answered, under the names of both."""
    with acting(actor, Right.SIGN_ANSWER, notice.government_id, notice.unit_id) as under_way:
        row = _answerable(notice)
        answer = _waiting(row, seen)
        answer.state, answer.signed_by_id, answer.signed_at = Answer.State.GIVEN, actor.account, timezone.now()
        answer.save(update_fields=["state", "signed_by", "signed_at"])
        _give(under_way, row, answer, "sign_answer")
    return answer


def refuse_answer(*, actor: Actor, notice: Notice, seen: int, reason: str) -> Answer:
    """Give it back to whoever wrote it, with the reason."""
    need_reason(reason, "不签要写明理由。")
    with acting(actor, Right.SIGN_ANSWER, notice.government_id, notice.unit_id) as under_way:
        row = _answerable(notice)
        answer = _waiting(row, seen)
        answer.state, answer.reason = Answer.State.REFUSED, reason.strip()
        answer.decided_by_id, answer.decided_at = actor.account, timezone.now()
        answer.save(update_fields=["state", "reason", "decided_by", "decided_at"])
        under_way.did("refuse_answer", row, after={"reason": answer.reason, "unit": row.unit.name})
    return answer


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _give(under_way: Acting, row: Notice, answer: Answer, verb: str) -> None:
    before, row.state = row.state, State.ANSWERED
    row.save(update_fields=["state"])
    under_way.did(verb, row, before={"notice": before}, after={"notice": row.state, "answer": answer.text})


def _locked(notice: Notice) -> Notice:
    return Notice.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=notice.pk)


def _answerable(notice: Notice) -> Notice:
    """The notice, while it is to be answered."""
    row = _locked(notice)
    if row.state == State.SERVED:
        raise NotNow(f"{row}还没有签收，请先签收再答复。")
    if not row.is_unanswered:
        raise NotNow(f"{row}{row.get_state_display()}，不用再答复。")
    return row


def _laid(row: Notice) -> Answer | None:
    return row.answers.select_for_update(no_key=True).filter(state=Answer.State.LAID).first()


def _waiting(row: Notice, seen: int) -> Answer:
    laid = _laid(row)
    if laid is None or laid.pk != seen:
        raise NotNow("这一份刚签过、退过，或者改过了。请看过现在的再签。")
    return laid


def _read(text: str) -> str:
    written = text.strip()
    if not 0 < len(written) <= LONGEST:
        told = f"请写答复，最多 {LONGEST} 个字"
        raise NotValid(f"{told}。", {"text": told})
    return written

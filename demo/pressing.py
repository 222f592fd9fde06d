"""Notices of the demo city: served, overdue, received, answered, sent back, closed, followed by another, withdrawn."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from luoshi.records.people.actor import Actor
    from luoshi.records.register.models import Government
    from luoshi.records.supervision.models import Notice

_ROAD: Final = "群众来信反映：柳栅街道新学校门前的道路没有移交，早晚接送拥堵。"
_COVERAGE: Final = "三季度填报的覆盖率没有写是哪一天的、按多少所学校算；第二高级中学体育馆没有封顶。"
_VAGUE: Final = "正在抓紧推进，争取早日封顶。"
_EXACT: Final = (
    "覆盖率按9月30日62所学校中59所算，95.2%。体育馆钢屋架构件到货晚了三周，已加开夜班，"
    "安装和屋面同时施工，12月10日前封顶；每周五报一次进度。"
)
_RESERVOIR: Final = (
    "投资晚在大坝填筑：料场征地8月才办完，比计划晚了两个月。现已加开第二料场，日填筑量由1800方增至3100方，"
    "12月20日前填筑完成60%，累计投资4.2亿元。"
)
_UPGRADE: Final = "我镇承担的14个项目已开工13个，余下1个设备11月初到货、当周开工，开工单随函附上。"


def press(city: "Government") -> None:
    """Serve them as the office would, in the order of their days, and let those who sign in here do their part."""
    _close(_serve(city, "实施技术改造项目", "石笕镇", served=30))
    stations = _serve(city, "改造提升农村单村水站", "水务局", served=20)
    _withdraw(_serve(city, "新增“小升规”", "经信局", served=18))
    _serve(city, "映云快速路一期", "交通运输局", served=16, due=-2)
    _answer(_serve(city, "桑隐水库扩容工程", "水务局", served=14, due=1), _RESERVOIR, "shuiwu")
    _send_back(_serve(city, "融合型、共建型教共体", "教育局", served=12, due=2, grounds=_COVERAGE))
    _receive(_serve(city, "改造提升农村单村水站", "石笕镇", served=5), "shijian", 4)
    _follow(stations)
    _serve(city, "引进大学生", "人力社保局", served=2)
    _serve(city, "建成投用中小学", "教育局", served=1, grounds=_ROAD)


def _serve(
    city: "Government", words: str, unit: str, *, served: int, due: int = 9, grounds: str | None = None
) -> "Notice":
    """A reminder to a unit, so many days ago, to be answered so many days from now."""
    from luoshi.records.register.models import Task, UnitName
    from luoshi.records.supervision.actions import default_terms, serve_notice
    from luoshi.records.supervision.models import Step

    task = Task.objects.get(plan__government=city, plan__sender=None, plan__year=2026, text__startswith=words)
    named = UnitName.objects.select_related("unit").get(government=city, name=unit).unit
    terms = default_terms(task, Step.REMIND, task.government.rules)
    terms = replace(terms, grounds=terms.grounds if grounds is None else grounds)
    notice = serve_notice(actor=_actor("ducha"), task=task, unit=named, terms=terms)
    day = _ago(-due).date()
    sheet = {**notice.sheet, "answer_by": day.isoformat()}
    return _dated(notice, served_at=_ago(served), answer_by=day, sheet=sheet)


def _close(notice: "Notice") -> None:
    """Answered in good time, and enough."""
    from luoshi.records.supervision.actions import close_notice

    _answer(notice, _UPGRADE, "shijian")
    closed = close_notice(actor=_actor("ducha"), notice=notice, remark="开工单看过，同意办结。")
    _dated(closed, received_at=_ago(29), ended_at=_ago(22), answer_by=_ago(16).date())
    closed.answers.update(written_at=_ago(24))


def _withdraw(notice: "Notice") -> None:
    from luoshi.records.supervision.actions import withdraw_notice

    withdrawn = withdraw_notice(actor=_actor("ducha"), notice=notice, reason="三季度的数漏了两家，已补报，不用再答复。")
    _dated(withdrawn, ended_at=_ago(17))


def _receive(notice: "Notice", username: str, days: int) -> None:
    from luoshi.records.supervision.answering import receive_notice

    _dated(receive_notice(actor=_actor(username), notice=notice), received_at=_ago(days))


def _answer(notice: "Notice", text: str, username: str) -> None:
    from luoshi.records.supervision.answering import answer_notice

    _receive(notice, username, 13)
    answer = answer_notice(actor=_actor(username), notice=notice, text=text)
    answer.written_at = _ago(2)
    answer.save(update_fields=["written_at"])


def _send_back(notice: "Notice") -> None:
    """An answer that says nothing was signed, sent back, and is written anew; the new one waits to be signed."""
    from luoshi.records.supervision.actions import return_answer
    from luoshi.records.supervision.answering import answer_notice, sign_answer

    _receive(notice, "jiaoyu", 11)
    first = answer_notice(actor=_actor("jiaoyu"), notice=notice, text=_VAGUE)
    sign_answer(actor=_actor("jiaoyu2"), notice=notice, seen=first.pk)
    reason = "没有写为什么晚、采取什么措施、哪一天封顶，请写明。"
    return_answer(actor=_actor("ducha"), notice=notice, reason=reason, answer_by=_ago(-2).date())
    notice.answers.update(written_at=_ago(8), signed_at=_ago(7), decided_at=_ago(5))
    again = answer_notice(actor=_actor("jiaoyu"), notice=notice, text=_EXACT)
    again.written_at = _ago(1)
    again.save(update_fields=["written_at"])


def _follow(notice: "Notice") -> None:
    """It is overdue and nobody signed for it: a warning follows, which the unit has signed for."""
    from luoshi.records.supervision.actions import default_terms, escalate_notice
    from luoshi.records.supervision.models import Step

    _dated(notice, answer_by=_ago(6).date())
    terms = default_terms(notice.task, Step.WARN, notice.government.rules)
    follower = escalate_notice(actor=_actor("ducha"), notice=notice, terms=terms)
    notice.refresh_from_db()
    _dated(notice, ended_at=_ago(5))
    _receive(_dated(follower, served_at=_ago(5), answer_by=_ago(-2).date()), "shuiwu", 4)


def _dated(notice: "Notice", **days: object) -> "Notice":
    """The demo's notices are served today; what became of them is older than that."""
    for name, day in days.items():
        setattr(notice, name, day)
    notice.save(update_fields=list(days))
    return notice


def _ago(days: int) -> datetime:
    """So many days ago, in the morning."""
    from django.utils import timezone

    return timezone.localtime().replace(hour=9, minute=10 + days % 50) - timedelta(days=days)


def _actor(username: str) -> "Actor":
    from luoshi.records.people.actor import actor_of
    from luoshi.records.people.models import Account

    return actor_of(Account.objects.get(username=username), "本机")

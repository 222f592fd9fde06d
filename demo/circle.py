"""A report that the city's supervisor sent back, written anew by the liaison, and waiting for the unit's approver."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.records.people.actor import Actor
    from luoshi.records.register.models import Government

_TASK = "融合型、共建型教共体"
_REASON = "覆盖率是哪一天的、按多少所学校算，请写明再报。"
_AGAIN = (
    "截至9月30日，全市62所学校中59所结成融合型、共建型教共体，覆盖率达95.2%；"
    "市第二高级中学迁建工程教学楼、宿舍楼主体结构封顶，体育馆钢屋架正在吊装，预计11月底全面封顶。"
)


def begin_circle(city: "Government") -> None:
    """Send it back, and lay what was written anew before the approver."""
    from luoshi.records.register.models import Plan
    from luoshi.records.reporting.actions import return_report
    from luoshi.records.reporting.models import Report
    from luoshi.records.reporting.signing import lay_before

    plan = Plan.objects.filter(government=city, sender=None).latest("year")
    report = Report.objects.filter(round__plan=plan, task__text__startswith=_TASK).latest("round__cutoff")
    return_report(actor=_actor("ducha"), report=report, reason=_REASON)
    lay_before(actor=_actor("jiaoyu"), task=report.task, text=_AGAIN)


def _actor(username: str) -> "Actor":
    from luoshi.records.people.actor import actor_of
    from luoshi.records.people.models import Account

    return actor_of(Account.objects.get(username=username), "本机")

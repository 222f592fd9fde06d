"""More of everything that a page could list, beside and below what the pages of the tests are about."""

from collections.abc import Mapping

from django.utils import timezone

from luoshi.records.people.actions import charge, grant_role, open_post
from luoshi.records.people.actor import operator
from luoshi.records.people.models import Account, Post
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.cascade import hand_down
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import add_name, open_unit
from luoshi.records.register.actions.plans import correct_wording
from luoshi.records.register.models import Government, Import, Plan, Target, Task, TaskFlag, TaskUnit, Unit, UnitName
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import return_report, take_progress
from luoshi.records.reporting.models import Unsigned
from luoshi.records.supervision.models import Answer, Notice
from tests.records.cascade import hire_in, open_county
from tests.records.conftest import PLAN, PROGRESS
from tests.records.pressing import served

Subjects = Mapping[str, int]


def crowd(subjects: Subjects, beds: Task, numbers: range) -> dict[str, int]:
    """What the pages are about once there is more of everything: a longer document in place of the one before."""
    task = Task.objects.get(pk=subjects["task"])
    bureau = Unit.objects.get(pk=subjects["unit"])
    account = Account.objects.get(pk=subjects["account"])
    _more_units(bureau, Post.objects.get(pk=subjects["post"]), numbers)
    _more_people(bureau, account, numbers)
    _more_of_a_task(task, numbers)
    _more_reports(task, bureau, numbers)
    _more_notices(Notice.objects.get(pk=subjects["notice"]), task, bureau, numbers)
    _more_below(beds, numbers)
    document = _more_documents(task.plan, numbers)
    return {**subjects, "document": document.pk, "line": document.drafts.order_by("order")[0].pk}


def _more_units(bureau: Unit, post: Post, numbers: range) -> None:
    city = bureau.government
    for number in numbers:
        open_unit(actor=operator(), government=city, name=f"第{number}局")
        add_name(actor=operator(), unit=bureau, name=f"教育{number}局", sort=UnitName.Sort.ALIAS)
        open_post(actor=operator(), government=city, title=f"副市长{number}", holder=f"沈砚{number}")
    charge(actor=operator(), post=post, units=_numbered(city))


def _more_people(bureau: Unit, account: Account, numbers: range) -> None:
    for number in numbers:
        hire_in(bureau.government, Role.UNIT_LIAISON, f"crowd{number}", bureau)
        unit = _numbered(bureau.government)[number]
        grant_role(actor=operator(), account=account, role=Role.UNIT_LIAISON, government=bureau.government, unit=unit)


def _more_of_a_task(task: Task, numbers: range) -> None:
    target, part = Target.objects.filter(task=task)[0], TaskUnit.objects.filter(task=task)[0]
    for number in numbers:
        TaskFlag.objects.create(task=task, code="no-lead", message=f"谁牵头？{number}")
        correct_wording(actor=operator(), task=task, text=f"{task.text}年内{number}。", reason="漏字")
        target.pk, target.order, target.metric = None, 100 + number, f"第{number}个指标"
        target.save()
        part.pk, part.order, part.unit = None, 100 + number, _numbered(task.government)[number]
        part.save()


def _more_reports(task: Task, bureau: Unit, numbers: range) -> None:
    """A month each, sent back; and one that waits to be signed."""
    for number in numbers:
        table = receive(f"{number}.md", PROGRESS.replace("三季度", f"{number + 1}月").encode())
        month = take_progress(actor=operator(), plan=task.plan, received=table).round
        for report in month.reports.all()[:1]:
            return_report(actor=operator(), report=report, reason="数字对不上")
        Unsigned.objects.create(round=month, task=task, unit=bureau, text="写好了。", written_at=timezone.now())


def _more_notices(notice: Notice, task: Task, bureau: Unit, numbers: range) -> None:
    """Each was answered in vain as often; what was served before has as many of it in its history."""
    for number in numbers:
        now = timezone.now()
        vain = {"state": Answer.State.RETURNED, "written_at": now, "decided_at": now, "reason": "没有答到点子上"}
        for each in (notice, served(operator(), task, bureau)):
            Answer.objects.create(notice=each, text=f"第{number}次答复。", **vain)


def _more_below(beds: Task, numbers: range) -> None:
    """At last the third county and the second task."""
    if numbers[0]:
        open_county(beds.government, "北汀县", "below")
        hand_down(actor=operator(), task=beds)
        hand_down(actor=operator(), task=beds.plan.tasks.exclude(pk=beds.pk).get())


def _more_documents(plan: Plan, numbers: range) -> Import:
    """Other years' plans, and a correction of this one."""
    city = plan.government
    lines = "\n".join(f"{n + 4}.新建第{n}类设施{n + 1}座以上。（责任单位：▲第{n}局、财政局）" for n in numbers)
    for number in numbers:
        text = f"云泽市{2010 + number}年政府工作报告重点工作责任分解\n\n一、重点工作\n{lines}\n"
        import_plan(actor=operator(), government=city, received=receive(f"{number}.txt", text.encode()))
    corrected = receive("更正.txt", f"{PLAN}{lines}\n".encode())
    return import_plan(actor=operator(), government=city, received=corrected, revises=plan)


def _numbered(city: Government) -> list[Unit]:
    return list(Unit.objects.filter(government=city, name__startswith="第").order_by("pk"))

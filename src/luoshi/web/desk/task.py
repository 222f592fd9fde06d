"""A task on its own page."""

from datetime import datetime
from functools import cached_property
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from luoshi.judging.schedule import elapsed_share
from luoshi.language.claims import Claim, find_claim
from luoshi.records.journal.queries import heads_about
from luoshi.records.people.actor import Actor
from luoshi.records.people.queries import contacts_of, titles_of
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Task, TaskUnit
from luoshi.records.register.models.plans import OVER
from luoshi.records.register.queries.detail import find_task, neighbours_of
from luoshi.records.register.queries.lineage import kin_of
from luoshi.records.register.queries.sieve import Reading
from luoshi.records.register.queries.tasks import Sight, scope_of, sight_of, tasks_in, visible_plans
from luoshi.records.register.revising.facets import target_words
from luoshi.records.register.standing import standing_targets, standing_units
from luoshi.records.reporting.flows import flow_of
from luoshi.records.reporting.models import Report, Round, Unsigned
from luoshi.records.reporting.queries import (
    last_reports,
    reporting_unit,
    reports_of,
    round_to_write,
    shown_round,
    unsigned_of,
)
from luoshi.records.reporting.signing import told_to
from luoshi.records.supervision.models import Notice
from luoshi.records.supervision.queries import notices_of, pressed_in
from luoshi.web.access import DeskRequest, or_404, with_right
from luoshi.web.desk.below import Below, below_of
from luoshi.web.desk.downloads import give
from luoshi.web.desk.gauges import Gauge
from luoshi.web.desk.history import Event, History
from luoshi.web.desk.ledger import Line, contradicts, task_gauges, write_lines
from luoshi.web.desk.shares import Allocation, allocation_of, whole_of
from luoshi.web.desk.sources import Origin, find_origin
from luoshi.web.desk.years import Year, list_years

_LEAD = TaskUnit.Role.LEAD
_CHECKED = ("accept_report", "return_report")
_RECEIVED = "receive_task"
LATEST: Final = 20
"""So much of its history stands on a task's page."""
_PAGE = 50


class TaskPage:
    """What the page of a task shows; each part is read when the page asks for it, and once."""

    def __init__(self, actor: Actor, sight: Sight, task: Task) -> None:
        self.actor, self.sight, self.task = actor, sight, task
        self.units = standing_units(task)

    @property
    def may_correct(self) -> bool:
        """Whether the person may put the task right."""
        return self.actor.may(Right.CORRECT_TASK, self.task.government_id)

    @property
    def may_review(self) -> bool:
        """Whether the person may accept reports or send them back."""
        return self.actor.may(Right.REVIEW_REPORT, self.task.government_id)

    @cached_property
    def writes(self) -> str:
        """What the person may do about the task's report: 改好重报, 填报进展, or nothing."""
        if not self.actor.units(Right.WRITE_REPORT) or self.task.state in OVER:
            return ""
        opened = round_to_write(self.task) if reporting_unit(self.actor, self.units) is not None else None
        if opened is None or (self.laid and not self.laid.refusal):
            return ""
        is_returned = self.laid or any(each.round_id == opened.pk for each in self.reports)
        return "改好重报" if is_returned else "填报进展"

    @cached_property
    def laid(self) -> Unsigned | None:
        """What the person's unit wrote and nobody has signed yet."""
        return unsigned_of(self.actor, self.task)

    @property
    def may_sign(self) -> bool:
        """Whether the person may sign it."""
        laid = self.laid
        return bool(laid and not laid.refusal and laid.unit_id in self.actor.units(Right.SIGN_REPORT))

    @property
    def may_serve(self) -> bool:
        """Whether the person may serve a notice about it."""
        return self.task.state not in OVER and self.actor.may(Right.SERVE_NOTICE, self.task.government_id)

    @cached_property
    def notices(self) -> list[Notice]:
        """What was served about it, as far as the person may see it."""
        return notices_of(self.actor, self.task)

    @property
    def is_own(self) -> bool:
        """Whether the person belongs to the government whose task it is, not to one above."""
        held = self.actor.held
        return self.actor.is_operator or any(each.government == self.task.government_id for each in held)

    @property
    def sees_everything(self) -> bool:
        """Whether the person may see the government's other tasks, too."""
        return self.actor.may(Right.READ_REGISTER, self.task.government_id)

    # ── What was reported and judged ─────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def round(self) -> Round | None:
        """The round whose verdict the task has."""
        return shown_round(self.task.plan)

    @cached_property
    def reports(self) -> list[Report]:
        """Everything that was reported, the latest first."""
        return reports_of(self.task)

    @property
    def report(self) -> Report | None:
        """What was reported in the round."""
        return next((each for each in self.reports if self.round and each.round_id == self.round.pk), None)

    @cached_property
    def line(self) -> Line:
        """The task as the list shows it."""
        reports = {self.task.pk: self.report} if self.report else {}
        return write_lines([self.task], reports)[0]

    @cached_property
    def claim(self) -> Claim | None:
        """What the unit says of itself."""
        return find_claim(self.report.text) if self.report else None

    @property
    def differs(self) -> bool:
        """Whether the figures do not give what the unit says."""
        return self.claim is not None and contradicts(self.claim.verdict, self.task.verdict)

    @property
    def share(self) -> float | None:
        """How much of the year had passed at the round's cut-off, in percent."""
        share = elapsed_share(self.round.cutoff, self.task.plan.year) if self.round else None
        return None if share is None else float(share * 100)

    @property
    def gauges(self) -> list[Gauge]:
        """The targets with what was reported of them."""
        return task_gauges(self.task, self.report)

    @property
    def adjusted(self) -> list[str]:
        """What the targets are now, where the report was judged by others: they were adjusted after its cut-off."""
        now = [target_words(vars(target)) for target in standing_targets(self.task)]
        then = [target_words(target) for target in self.report.judged["targets"]] if self.report else now
        return now if sorted(now) != sorted(then) else []

    @cached_property
    def has_rulers(self) -> bool:
        """Whether any target is counted against the calendar."""
        return any(gauge.ratio is not None for gauge in self.gauges)

    @cached_property
    def allocation(self) -> Allocation | None:
        """What each district owes."""
        return allocation_of(self.task)

    @cached_property
    def below(self) -> Below | None:
        """What the governments below report of their shares, where it was handed down to any."""
        flow = flow_of(self.task) if self.allocation else None
        return below_of(self.task, flow) if flow and flow.inflows else None

    @cached_property
    def pressed_below(self) -> dict[int, str]:
        """About which tasks below a notice is open, by their keys."""
        is_read = self.actor.may(Right.READ_NOTICES, self.task.government_id)
        tasks = [each.handed.task.pk for each in self.below.flow.inflows if each.handed.task] if self.below else []
        return pressed_in(Reading(is_all=True, units=()), tasks) if is_read and tasks else {}

    @property
    def may_share_out(self) -> bool:
        """Whether the person may say what each place below owes of the task's figure."""
        return self.may_correct and self.task.state not in OVER and whole_of(self.task) is not None

    @property
    def may_hand_down(self) -> bool:
        """Whether the person may hand the shares down."""
        return self.allocation is not None and self.actor.may(Right.HAND_DOWN, self.task.government_id)

    @property
    def handed_at(self) -> datetime | None:
        """When the government above handed it down."""
        return self.history.last_at(_RECEIVED)

    @cached_property
    def may_see_origin(self) -> bool:
        """Whether the person may see the task above."""
        return tasks_in(self.sight).filter(pk=self.task.origin_id).exists() if self.task.origin_id else False

    # ── Other years, the document, what was done ─────────────────────────────────────────────────────────────────────

    @cached_property
    def years(self) -> list[Year]:
        """The promise in the words of each year, where it stands in any other."""
        kin = kin_of(self.sight, self.task)
        return list_years(self.task, kin, last_reports(kin)) if kin else []

    @cached_property
    def origin(self) -> Origin | None:
        """The task's words in its document."""
        return find_origin(self.task, is_whole=self.sees_everything)

    @cached_property
    def history(self) -> History:
        """What was done to the task, the latest first."""
        return History(told_to(self.actor, heads_about(self.task)), self.reports)

    @property
    def events(self) -> list[Event]:
        """What was done to it last; the rest stands on a page of its own."""
        return self._latest[0]

    @property
    def checked(self) -> Event | None:
        """Who accepted or returned a report last."""
        return self._latest[1]

    @cached_property
    def _latest(self) -> tuple[list[Event], Event | None]:
        return self.history.latest(LATEST, _CHECKED)

    @cached_property
    def neighbours(self) -> tuple[int | None, int | None]:
        """The tasks before and after it that the person may see."""
        return neighbours_of(scope_of(self.sight, self.task.plan), self.task)

    # ── Who answers ──────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def leaders(self) -> list[tuple[str, str]]:
        """Names with the posts that they hold today."""
        names = self.task.leader_names
        titles = titles_of(self.task.government, names)
        return [(name, titles.get(name, "")) for name in names]

    @cached_property
    def leads(self) -> list[tuple[TaskUnit, list[tuple[str, str]]]]:
        """The lead units, each with who reports and signs for it."""
        leads = [unit for unit in self.units if unit.role == _LEAD]
        contacts = contacts_of(unit.unit_id for unit in leads) if self.is_own else {}
        return [(unit, contacts.get(unit.unit_id, [])) for unit in leads]

    @property
    def others(self) -> list[tuple[str, list[TaskUnit]]]:
        """The other units by their role."""
        roles = [(role, [unit for unit in self.units if unit.role == role]) for role in TaskUnit.Role if role != _LEAD]
        return [(role.label, units) for role, units in roles if units]


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def show_task(request: DeskRequest, task: int) -> HttpResponse:
    """A task with all that is known of it; one that the person may not see is not there."""
    page = _page_of(request, task)
    return render(request, "desk/task.html", {"page": page, "task": page.task, "plan": page.task.plan})


@with_right(Right.READ_REGISTER, Right.READ_OWN_TASKS)
def show_history(request: DeskRequest, task: int) -> HttpResponse:
    """All that was done to a task, the latest first, page by page."""
    shown = _page_of(request, task)
    page = Paginator(range(len(shown.history)), _PAGE).get_page(request.GET.get("page"))
    events = shown.history[max(0, page.start_index() - 1) : page.end_index()]
    context = {"task": shown.task, "plan": shown.task.plan, "page": page, "events": events}
    return render(request, "desk/history.html", context)


@with_right(Right.READ_REGISTER)
def download_plan(request: DeskRequest, plan: int) -> HttpResponse:
    """The file that a plan was read from, as it came; for those who may see all of the plan."""
    governments = request.actor.governments(Right.READ_REGISTER)
    shown = get_object_or_404(
        visible_plans(request.actor).filter(government__in=governments, file__isnull=False).select_related("file"),
        pk=plan,
    )
    assert shown.file is not None  # noqa: S101 (asked for above)
    return give(bytes(shown.file.content), shown.file.name)


def _page_of(request: DeskRequest, task: int) -> TaskPage:
    sight = sight_of(request.actor)
    return TaskPage(request.actor, sight, or_404(find_task(sight, task)))

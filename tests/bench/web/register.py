"""Makes the register that is measured, where `LUOSHI_HOME` and `DATABASE_URL` say, and prints who may read what of it.

python -m tests.bench.web.register 40 5 500   (governments, years of each, tasks a year)

With --plans it prints the plans themselves, for a peer to hold.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from luoshi.cli.installation import bring_up_to_date, start

PASSWORD = "not-a-secret-of-anybody"  # noqa: S105 (of a register that is thrown away)
READERS = 20
_PLANS = 3
_TASKS, _LEADS = 60, 5


def main() -> None:
    """Make what is not there yet."""
    governments, years, tasks = map(int, sys.argv[1:4])
    start()
    bring_up_to_date()
    from luoshi.records.register.models import Government
    from tests.bench.web.copies import copy_register, settle
    from tests.bench.web.pattern import make_pattern

    if not Government.objects.exists():
        make_pattern(years, tasks, PASSWORD)
        copy_register(governments)
        settle()
    if "--plans" in sys.argv:
        sys.stdout.write(json.dumps(list(_plans()), ensure_ascii=False))
    else:
        sys.stdout.write(json.dumps([_reader(place) for place in range(min(READERS, governments))]))


def _reader(place: int) -> dict[str, Any]:
    """What the people of one government read: its latest plans, tasks of them, units that lead some."""
    from luoshi.records.register.models import Government, Plan, Task, Unit
    from tests.bench.web.pattern import NAME

    government = Government.objects.get(name=f"{NAME}{place or ''}")
    plans = list(Plan.objects.filter(government=government).order_by("-year").values_list("pk", flat=True)[:_PLANS])
    tasks = Task.objects.filter(plan__in=plans).order_by("order", "plan").values_list("pk", flat=True)
    leads = Unit.objects.filter(government=government, kind=Unit.Kind.UNIT).order_by("pk")
    return {
        "number": place or "",
        "plans": plans,
        "tasks": list(tasks[:_TASKS]),
        "leads": list(leads.values_list("pk", flat=True)[:_LEADS]),
    }


def _plans() -> Iterator[dict[str, Any]]:
    """Each plan with its tasks, whoever leads them, and what was reported."""
    from luoshi.records.register.models import Plan, TaskUnit

    for plan in Plan.objects.select_related("government").order_by("pk"):
        leads = dict(TaskUnit.objects.filter(task__plan=plan, role="lead").values_list("task", "printed"))
        tasks = [
            {
                "text": task.text,
                "section": task.section,
                "lead": leads.get(task.pk, ""),
                "due": task.due.isoformat() if task.due else None,
                "reports": [report.text for report in task.reports.all()],
            }
            for task in plan.tasks.prefetch_related("reports").order_by("order")
        ]
        yield {"title": f"{plan.government.name}{plan.year}年责任分解", "number": plan.pk, "tasks": tasks}


if __name__ == "__main__":
    main()

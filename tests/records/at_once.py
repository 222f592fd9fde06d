"""Two people at once, again and again, in a program of its own, as the tests' transaction would keep them apart."""

import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Final

from django.core.management import call_command
from django.db import connection

from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import operator
from luoshi.records.refusals import ActionRefused
from luoshi.records.register.actions.cascade import hand_down, pass_on
from luoshi.records.register.actions.governments import open_government, open_unit
from luoshi.records.register.actions.lineage import relate_corrected
from luoshi.records.register.actions.plans import correct_units, correct_wording
from luoshi.records.register.actions.revisions import revise_plan
from luoshi.records.register.actions.together import replace_unit, settle_alike
from luoshi.records.register.models import Government, Plan, Task, TaskFlag, Unit
from luoshi.records.register.reading import receive
from luoshi.records.register.replacing import Replacement, list_swaps
from luoshi.records.register.revising.comparison import compare
from luoshi.records.reporting.actions import accept_report, accept_reports, return_report, take_progress
from luoshi.records.reporting.correcting import compare_table, correct_round, corrected_round
from luoshi.records.reporting.entering import import_document
from luoshi.records.reporting.models import Report
from luoshi.records.reporting.rules import set_rules
from luoshi.records.supervision.actions import serve_notices
from luoshi.records.supervision.models import Step
from tests.records.cascade import HEAD, issue_projects, open_county, share_among
from tests.records.pressing import in_days
from tests.records.revising import corrected, issued
from tests.records.test_judged_again import anew, placeless

Turn = Callable[[int], object]

TASKS: Final = range(1, 13)
TURNS: Final = 5
ME: Final = operator()


def row(number: int, aim: int = 20, place: str = "新建") -> str:
    return f"| {number} | 第{number}项 | {place}第{number}类设施{aim}座以上。 | {aim} | 10 | 10 | 建设局 |"


def table(period: str, done: int) -> bytes:
    lines = [f"| {n} | 新建第{n}类设施20座以上。 | 建设局 | 建成设施{n % 5 + done}座。 |" for n in TASKS]
    return (HEAD.format(name="云泽市").replace("三季度", period) + "\n".join(lines)).encode()


def city() -> Government:
    return Government.objects.get(name="云泽市人民政府")


def plan() -> Plan:
    """The plan that everybody works on."""
    return Plan.objects.filter(government=city(), sender=None).order_by("pk")[0]


def reports() -> list[int]:
    """Those that wait, the last first."""
    waiting = Report.objects.filter(task__plan=plan(), state=Report.State.SUBMITTED)
    return list(waiting.order_by("-pk").values_list("pk", flat=True))


# ── What somebody does in a turn ─────────────────────────────────────────────────────────────────────────────────────


def revise(turn: int, of: Plan | None = None) -> None:
    document = corrected(of or plan(), *(row(number, 21 + turn) for number in TASKS))
    seen = compare(document)
    revise_plan(actor=ME, document=document, approved=seen.keys, fingerprint=seen.fingerprint)


def bulk(turn: int) -> None:
    (settle, replace, accept, serve)[turn % 4](turn)


def settle(_: int) -> None:
    rows = [TaskFlag(task=task, code="no-lead", message="谁？") for task in plan().tasks.all()]
    flags = TaskFlag.objects.bulk_create(rows)
    settle_alike(actor=ME, plan=plan(), flags=[flag.pk for flag in flags], reason="看过")


def replace(turn: int) -> None:
    names = ("建设局", "住建局") if turn % 8 < 4 else ("住建局", "建设局")
    former, successor = (Unit.objects.get(name=name) for name in names)
    change, tasks = Replacement(former, successor, in_days(0), "划转"), list(plan().tasks.all())
    seen = list_swaps(tasks, change).fingerprint
    replace_unit(actor=ME, plan=plan(), tasks=[task.pk for task in tasks], replacement=change, fingerprint=seen)


def accept(_: int) -> None:
    accept_reports(actor=ME, plan=plan(), reports=reports())


def serve(_: int) -> None:
    tasks = list(plan().tasks.order_by("-pk"))
    serve_notices(actor=ME, plan=plan(), tasks=tasks, step=Step.REMIND, demand="请答复。", answer_by=in_days(9))


def rules(turn: int) -> None:
    set_rules(actor=ME, government=city(), text='ladder = "蓝橙红"\n' if turn % 2 else "")


def review(turn: int) -> None:
    for place, key in enumerate(reports()):
        report = Report.objects.get(pk=key)
        if place % 3 == turn % 3:
            return_report(actor=ME, report=report, reason="对不上")
        elif place % 3 == (turn + 1) % 3:
            accept_report(actor=ME, report=report)


def reword(turn: int) -> None:
    for task in plan().tasks.order_by("-pk"):
        correct_wording(actor=ME, task=task, text=f"6月底前新建第{task.number}类设施{20 + turn}座以上。", reason="核对")


def bring(turn: int) -> None:
    """A round more; then its table once more, corrected."""
    take_progress(actor=ME, plan=plan(), received=receive("表.md", table(f"{turn % 8 + 1}月", 4)))


def correct(turn: int) -> None:
    table_again = receive("更正.md", table("三季度", 5 + turn))
    document = import_document(actor=ME, government=city(), received=table_again, revises=None)
    opened = corrected_round(document)
    assert opened
    seen = compare_table(document, opened)
    correct_round(actor=ME, document=document, approved=seen.keys, fingerprint=seen.fingerprint)


def hand(turn: int, place: int) -> None:
    """One of two tasks, each shared out in an order of its own; then shared out anew and passed on."""
    task = Plan.objects.filter(title__contains="民生实事", government=city(), file__name="实事.md").order_by("-pk")[0]
    beds = task.tasks.order_by("pk")[place]
    names = ("东屿区", "南漪县") if place else ("南漪县", "东屿区")
    share_among(ME, beds, dict.fromkeys(names, str(turn + 3)))
    hand_down(actor=ME, task=beds)
    share_among(ME, beds, dict.fromkeys(names, str(turn + 4)))
    pass_on(actor=ME, task=beds)


def below(turn: int) -> None:
    """What the counties do meanwhile, and the office above with all of the plan."""
    rules(turn)
    for county in Government.objects.filter(parent=city()):
        set_rules(actor=ME, government=county, text='ladder = "蓝橙红"\n' if turn % 2 else "")


def put_right(turn: int) -> None:
    """What the counties correct of what they were handed, and the office of what it hands down."""
    for task in Task.objects.filter(origin__isnull=False).order_by("-pk"):
        correct_units(actor=ME, task=task, units=[(f"第{turn}办", "lead")], reason="分工")
    for task in Task.objects.filter(handed_down__isnull=False).distinct().order_by("-pk"):
        correct_wording(actor=ME, task=task, text=f"{task.text}第{turn}稿。", reason="核对")


def relate(_: int) -> None:
    while relate_corrected():
        pass


def year_before(turn: int) -> None:
    revise(turn, Plan.objects.get(year=2025))


PAIRS: Final[dict[str, tuple[Turn, Turn]]] = {
    "revise-bulk": (revise, bulk),
    "revise-reword": (revise, reword),
    "rules-review": (rules, review),
    "rules-reword": (rules, reword),
    "bring-reword": (bring, reword),
    "correct-review": (correct, review),
    "hand-hand": (lambda turn: hand(turn, 0), lambda turn: hand(turn, 1)),
    "hand-below": (lambda turn: hand(turn, 0), below),
    "hand-correct": (lambda turn: hand(turn, 0), put_right),
    "years": (revise, year_before),
    "relate-reword": (relate, reword),
}


# ── The machine ──────────────────────────────────────────────────────────────────────────────────────────────────────


def prepare() -> None:
    call_command("migrate", verbosity=0)
    government = open_government(actor=ME, name="云泽市人民政府", level="city")
    made = issued(government, *map(row, TASKS))
    issued(government, *map(row, TASKS))
    Plan.objects.exclude(pk=made.pk).update(year=2025)
    open_unit(actor=ME, government=government, name="住建局")
    take_progress(actor=ME, plan=made, received=receive("表.md", table("三季度", 4)))


def prepare_cascade() -> None:
    for name, who in (("东屿区", "dora"), ("南漪县", "nils")):
        open_county(city(), name, who)


def at_once(pair: tuple[Turn, Turn], turn: int) -> list[str]:
    """How both fared: ok, refused, or what went wrong."""
    together = Barrier(2)

    def act(one: Turn) -> str:
        together.wait()
        try:
            one(turn)
        except ActionRefused:
            return "refused"
        except Exception as error:
            return f"{type(error).__name__}: {error}".partition("\n")[0]
        finally:
            connection.close()
        return "ok"

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(act, pair))


def stale() -> int:
    """Reports whose verdict is not what their task's words and figures come to, or not that of the list."""
    listed = Report.objects.select_related("round__plan__government", "task")
    wrong = [
        report
        for report in listed
        if (report.verdict, report.step, placeless(report.judged)) != anew(report, report.task)
    ]
    return len(wrong)


def main(what: str) -> None:
    """Prepare; or tell of a pair what went wrong, how much was done, breaches of the journal, stale verdicts."""
    if what == "prepare":
        prepare()
    else:
        sys.stdout.write(json.dumps(take_turns(what), ensure_ascii=False))


def take_turns(name: str) -> dict[str, object]:
    if name.startswith("hand"):
        prepare_cascade()
    fared: list[str] = []
    for turn in range(1, TURNS + 1):
        if name.startswith("hand"):
            issue_projects(city())
        fared += at_once(PAIRS[name], turn)
    wrong = [each for each in fared if each not in {"ok", "refused"}]
    return {"wrong": wrong, "done": fared.count("ok"), "breaches": len(list(verify())), "stale": stale()}

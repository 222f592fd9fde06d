"""责任分解 as a document to sign: a notice, then each part under its leaders and fields, or as a table of quotas."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from luoshi.letters import Letterhead, OpenPoint
from luoshi.model import Leader, Place, Plan, Quote, Task
from luoshi.reading.part import heading_leaders
from luoshi.source.ordinal import chinese
from luoshi.writing.official.arrangement import arrange, is_table
from luoshi.writing.official.duty import duty_words, leader_names
from luoshi.writing.official.headline import break_title
from luoshi.writing.official.letterhead import Fields, head_fields
from luoshi.writing.official.projects import lay_out_projects, sum_notes
from luoshi.writing.official.rendering import render, shipped_template
from luoshi.writing.official.titles import notice_title, part_title, quote_title


def write_plan(
    plan: Plan,
    letterhead: Letterhead,
    *,
    by: str | None = None,
    open_points: Sequence[OpenPoint] = (),
    excerpt: str = "",
    template: bytes | None = None,
) -> bytes:
    """The plan as the bytes of a .docx file, in its own order, or by "leader" or "section".

    `excerpt` stands below the titles and says what the tasks were taken by, where they are some of many. What is open
    is listed at the end, and the texts of the tasks that it concerns are marked. Where nobody signs, there is no notice
    in front. Raises `BrokenTemplate`.
    """
    title = notice_title(plan.document, letterhead)
    fields = plan_fields(plan, letterhead, by, open_points) | {"摘录说明": excerpt}
    return render(template or shipped_template("plan"), fields, title)


def plan_fields(plan: Plan, letterhead: Letterhead, by: str | None, open_points: Sequence[OpenPoint]) -> Fields:
    """What the template of a plan may print."""
    marked = [plan.tasks[point.task] for point in open_points if point.task is not None]
    open_tasks = frozenset((task.part, task.text) for task in marked)
    parts = [(part, list(tasks)) for part, tasks in groupby(arrange(plan, by).tasks, key=lambda task: task.part)]
    titles = [part_title(plan.document, part, is_alone=len(parts) == 1) for part, _ in parts]
    annexes = [_annex(tasks, title, open_tasks) for title, (_, tasks) in zip(titles, parts, strict=True)]
    return {
        **head_fields(letterhead, notice_title(plan.document, letterhead)),
        "有通知": letterhead.issuer is not None,
        "附件名称": "和".join(quote_title(str(annex["名称"])) for annex in annexes),
        "各附件": annexes,
        "各说明": plan.document.assist_notes,
        "各待定事项": [point.text for point in open_points],
    }


def _annex(tasks: list[Task], title: str, open_tasks: frozenset[tuple[str, str]]) -> Fields:
    is_printed_as_table = is_table(tasks)
    return {
        "名称": title,
        "标题": break_title(title),
        "表格": lay_out_projects(tasks) if is_printed_as_table else None,
        "各段": [] if is_printed_as_table else list(_lines(tasks, open_tasks)),
        "各注": sum_notes(tasks),
    }


def _lines(tasks: Iterable[Task], open_tasks: frozenset[tuple[str, str]]) -> Iterator[Fields]:
    """Headings and tasks in order; sections stand under leaders where there are leaders' headings."""
    tasks = list(tasks)
    has_leaders = any(task.leader_heading for task in tasks)
    numbers = [0, 0]
    for heading, led in groupby(tasks, key=lambda task: task.leader_heading):
        if heading:
            numbers = [numbers[0] + 1, 0]
            yield _heading(1, numbers[0], heading)
        for section, group in groupby(led, key=lambda task: task.section):
            if section and not (heading or "").startswith(section):
                level = 2 if has_leaders else 1
                numbers[level - 1] += 1
                yield _heading(level, numbers[level - 1], section)
            yield from _paragraphs(group, heading, open_tasks)


def _heading(level: int, number: int, text: str) -> Fields:
    return {"级别": level, "序号": chinese(number), "文字": text}


def _paragraphs(tasks: Iterable[Task], heading: str | None, open_tasks: frozenset[tuple[str, str]]) -> Iterator[Fields]:
    """A paragraph a number; promises that share one stand in it behind each other."""
    for shared in _runs(tasks):
        items = [_item(task, _named_in(heading, task), is_open=(task.part, task.text) in open_tasks) for task in shared]
        yield {"级别": 0, "序号": _number(shared[0]), "各项": items}


def _named_in(heading: str | None, task: Task) -> Sequence[Leader]:
    """The leaders whom the heading of a task names: its own where they are printed there just so."""
    if heading is None:
        return ()
    if heading.startswith(f"{leader_names(task.leaders)}牵头"):
        return task.leaders
    return heading_leaders(Quote(heading, Place(0, 0, len(heading))))


def _runs(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks, those of one number together as long as none between them is missing."""
    run: list[Task] = []
    for task in tasks:
        if run and not (task.number == run[-1].number and task.sub and task.sub - 1 == run[-1].sub):
            yield run
            run = []
        run.append(task)
    if run:
        yield run


def _number(task: Task) -> str:
    """The printed number; 5-2 of a promise that stands without those in front of it."""
    return f"{task.number}-{task.sub}" if task.sub and task.sub > 1 else str(task.number)


def _item(task: Task, known: Sequence[Leader], *, is_open: bool) -> Fields:
    """A promise and its clause; where it is open who answers, the clause says so and is there to be filled in."""
    return {"文字": _spaced(task.text), "分工": duty_words(task, known, is_open=is_open), "待定": is_open}


def _spaced(text: str) -> str:
    """A text that begins with a figure stands apart from the number before it: 4. 12345热线."""
    return f" {text}" if text[:1].isdigit() else text

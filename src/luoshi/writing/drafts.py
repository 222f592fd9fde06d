"""A draft as people see it on the screen, as programs take it, and what it leaves open in words."""

from collections.abc import Iterator, Sequence
from typing import IO

from rich.text import Text

from luoshi.draft import Basis, Draft, DraftTask, Suggestion
from luoshi.letters import OpenPoint
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.terminal import open_console
from luoshi.writing.values import Json, write_document, write_dues, write_quoted, write_targets

# A unit that helps this likely is filled in beside a lead that is
LIKELY_HELP = 0.5


def basis_words(basis: Basis) -> str:
    """2024年重点工作第7项，相似度0.83"""
    year = f"{basis.year}年" if basis.year else ""
    return f"{year}{basis.part or ''}第{basis.number}项，相似度{basis.similarity:.2f}"


def suggestion_words(suggestion: Suggestion) -> str:
    """商务局（0.46；2024年重点工作第7项，相似度0.83；职能：外贸、展会）"""
    basis = [basis_words(suggestion.basis)] if suggestion.basis else []
    words = [f"职能：{'、'.join(suggestion.words)}"] if suggestion.words else []
    return f"{suggestion.name}（{'；'.join([f'{suggestion.probability:.2f}', *basis, *words])}）"


def helping_units(task: DraftTask) -> tuple[str, ...]:
    """The units that are filled in beside a lead."""
    names = (each.name for each in task.cooperating if each.probability >= LIKELY_HELP)
    return tuple(name for name in names if name not in task.leads) if task.leads else ()


def list_open_points(draft: Draft) -> list[OpenPoint]:
    """What is left to a person: leads, leaders, and what the head of the document still needs."""
    leads = [_open_lead(task, place) for place, task in enumerate(draft.tasks) if not task.leads]
    return [*leads, *_open_leaders(draft), *_open_head(draft)]


def _open_lead(task: DraftTask, place: int) -> OpenPoint:
    likely = "、".join(map(suggestion_words, task.candidates))
    return OpenPoint(f"第{task.number}项由谁牵头待定{f'，可能是：{likely}' if likely else ''}。", place)


def _open_leaders(draft: Draft) -> Iterator[OpenPoint]:
    """The tasks whose leads are known and whose leaders are not, where any leader is."""
    if not any(task.leaders for task in draft.tasks):
        return
    numbers = [str(task.number) for task in draft.tasks if task.leads and not task.leader]
    if numbers:
        yield OpenPoint(f"牵头单位已拟、牵头领导待定的还有第{'、'.join(numbers)}项。")


def _open_head(draft: Draft) -> Iterator[OpenPoint]:
    if draft.document.issuer:
        yield OpenPoint("发文字号和成文日期待定。")


def summary(draft: Draft) -> str:
    """One sentence: how many tasks, how many of them with a lead."""
    filled = sum(bool(task.leads) for task in draft.tasks)
    merged = sum(len(task.quotes) - 1 for task in draft.tasks)
    told = f"，合并重复{merged}处" if merged else ""
    learned = "、".join(f"{year}年" for document in draft.learned if (year := document.year))
    grounds = f"照{learned}的分解" if learned else "没有往年的分解，照各类机构的一般职能"
    return f"拆出{len(draft.tasks)}项{told}；{grounds}，拟好牵头单位{filled}项，待定{len(draft.tasks) - filled}项"


# ── On the screen ────────────────────────────────────────────────────────────────────────────────────────────────────


def print_draft(draft: Draft, file: IO[str]) -> None:
    """Print the tasks with who may lead them, and on what grounds."""
    console = open_console(file)
    console.print(Text(draft.document.title or ""), style="bold", soft_wrap=True)
    console.print(Text(summary(draft)), soft_wrap=True)
    console.print()
    columns = fit(_columns(draft.tasks, console.width), console.width)
    print_headings(console, columns)
    print_rows(console, columns, range(len(draft.tasks)))


def _columns(tasks: Sequence[DraftTask], width: int) -> list[Column]:
    return [
        Column("序号", [str(task.number) for task in tasks], most=4),
        Column("任务", [task.text for task in tasks], fills=True),
        Column("牵头单位", [_lead_words(task) for task in tasks], most=width // 5),
        Column("责任单位", ["、".join(helping_units(task)) for task in tasks], most=width // 6),
        Column("牵头领导", [task.leader or "" for task in tasks], most=width // 8),
        Column("依据", [_grounds(task) for task in tasks], most=width // 5),
    ]


def _lead_words(task: DraftTask) -> str:
    """The lead; where it is open, a question mark and the names that are offered."""
    if task.leads:
        return "、".join(task.leads)
    return "\n".join(f"？{each.name} {each.probability:.2f}" for each in task.candidates)


def _grounds(task: DraftTask) -> str:
    first = next(iter(task.candidates), None)
    if first is None:
        return ""
    return basis_words(first.basis) if first.basis else "、".join(first.words)


# ── For programs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def write_draft(draft: Draft) -> Json:
    """The draft as `luoshi draft --format json` prints it."""
    return {
        "kind": "draft",
        "document": write_document(draft.document),
        "learned": [write_document(document) for document in draft.learned],
        "tasks": [_write_task(task) for task in draft.tasks],
        "open": [_write_point(point, draft) for point in list_open_points(draft)],
        "units": list(draft.units),
    }


def _write_task(task: DraftTask) -> Json:
    return {
        "number": task.number,
        "text": task.text,
        "heading": task.heading,
        "measure": task.measure,
        "places": [write_quoted(quote) for quote in task.quotes],
        "targets": write_targets(task.targets),
        "due": write_dues(task.due),
        "leads": list(task.leads),
        "leader": task.leader,
        "units": list(helping_units(task)),
        "suggested": {
            "leads": [_write_suggestion(each) for each in task.candidates],
            "units": [_write_suggestion(each) for each in task.cooperating],
            "leaders": [_write_suggestion(each) for each in task.leaders],
        },
    }


def _write_suggestion(suggestion: Suggestion) -> Json:
    basis = suggestion.basis
    told = basis and {
        "year": basis.year,
        "part": basis.part,
        "number": basis.number,
        "text": basis.text,
        "similarity": round(basis.similarity, 3),
        "words": basis_words(basis),
    }
    return {
        "name": suggestion.name,
        "probability": round(suggestion.probability, 3),
        "basis": told,
        "words": list(suggestion.words),
    }


def _write_point(point: OpenPoint, draft: Draft) -> Json:
    return {"task": None if point.task is None else draft.tasks[point.task].number, "text": point.text}

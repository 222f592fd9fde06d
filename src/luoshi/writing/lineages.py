"""What became of each promise over the years, as people see it and as programs take it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import IO

from rich.text import Text

from luoshi.lineage import Change, Comparison, Lineage, MetricLine, Promise, Step
from luoshi.model import Document
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.figures import figure_words
from luoshi.writing.ledger import Row, Sheet, sheet_of
from luoshi.writing.terminal import open_console
from luoshi.writing.values import Json, write_document, write_quoted, write_targets
from luoshi.writing.words import period_words

# What a supervisor looks at first stands first.
WORDS = {
    Change.LOWERED: "目标降低",
    Change.DROPPED: "没有再提",
    Change.RAISED: "目标提高",
    Change.CONTINUED: "延续",
    Change.NEW: "新提出",
}
SIGNS = {Change.LOWERED: "↓", Change.DROPPED: "×", Change.RAISED: "↑", Change.CONTINUED: "＝", Change.NEW: "＋"}
_ORDER = tuple(WORDS)
_ARROW, _ABSENT = " → ", "—"


def edition_words(document: Document) -> str:
    """2024年, 2023年三季度: what a document is called beside the others."""
    year = f"{document.year}年" if document.year else "年份不明"
    return year + (period_words(document.period) if document.period else "")


def metric_words(line: MetricLine) -> str:
    """中欧班列 ≥1600列 → — → ≥1670列"""
    return f"{line.metric} {_ARROW.join(figure_words(target) if target else _ABSENT for target in line.targets)}"


def latest(lineage: Lineage) -> Promise:
    """The promise as it last stood."""
    return next(promise for promise in reversed(lineage.promises) if promise is not None)


def in_order(comparison: Comparison) -> list[Lineage]:
    """Lineages with those first that a supervisor looks at first."""
    return sorted(comparison.lineages, key=lambda lineage: _ORDER.index(lineage.change))


def summary(comparison: Comparison) -> str:
    """One sentence: how many promises went which way."""
    counted = Counter(lineage.change for lineage in comparison.lineages)
    ways = [f"{word} {counted[change]}" for change, word in WORDS.items() if counted[change]]
    steps = [step for lineage in comparison.lineages for step in lineage.steps[-1:]]
    moved = {
        "换了牵头单位": sum(step.is_moved for step in steps),
        "换了领导": sum(step.is_handed_over for step in steps),
    }
    others = [f"{word} {count}" for word, count in moved.items() if count]
    years = _ARROW.join(map(edition_words, comparison.documents))
    return f"{years}：{'、'.join(ways + others)}"


# ── On the screen ────────────────────────────────────────────────────────────────────────────────────────────────────


def print_comparison(comparison: Comparison, file: IO[str]) -> None:
    """Print what became of each promise: lowered and dropped ones first."""
    console = open_console(file)
    console.print(Text(summary(comparison)), soft_wrap=True)
    console.print()
    lineages = in_order(comparison)
    columns = fit(_columns(comparison, lineages, console.width), console.width)
    print_headings(console, columns)
    print_rows(console, columns, range(len(lineages)))


def _columns(comparison: Comparison, lineages: list[Lineage], width: int) -> list[Column]:
    return [
        Column("变化", [_change_words(lineage) for lineage in lineages], most=14),
        Column("任务", [latest(lineage).text for lineage in lineages], fills=True),
        Column("指标", ["\n".join(map(metric_words, lineage.metrics)) for lineage in lineages], most=width // 3),
        Column("牵头", [_way(lineage, _leads) for lineage in lineages], most=width // 7),
        Column("出处", [_sources(lineage, comparison) for lineage in lineages], most=width // 6),
    ]


def _change_words(lineage: Lineage) -> str:
    """↑ 目标提高, and on lines of their own 换牵头单位, 换领导, 并入"""
    return "\n  ".join([f"{SIGNS[lineage.change]} {WORDS[lineage.change]}", *_remarks(lineage.steps)])


def _remarks(steps: tuple[Step, ...]) -> Iterator[str]:
    """What the last step changed besides, and whether the promise was merged into another at any."""
    told = {
        "换牵头单位": any(step.is_moved for step in steps[-1:]),
        "换领导": any(step.is_handed_over for step in steps[-1:]),
        "并入": any(step.is_merged for step in steps),
    }
    yield from (word for word, holds in told.items() if holds)


def _way(lineage: Lineage, names: Callable[[Promise], str]) -> str:
    """The names through the years, told once while they stay: 经信局 → 科技局"""
    told = [names(promise) for promise in lineage.promises if promise is not None]
    return _ARROW.join(name for place, name in enumerate(told) if name and (place == 0 or told[place - 1] != name))


def _leads(promise: Promise) -> str:
    return "、".join(promise.leads)


def _leaders(promise: Promise) -> str:
    return "、".join(promise.leaders)


def _sources(lineage: Lineage, comparison: Comparison) -> str:
    pairs = zip(comparison.documents, lineage.promises, strict=True)
    return "\n".join(f"{edition_words(document)} {_number(promise)}" for document, promise in pairs if promise)


def _number(promise: Promise) -> str:
    """2/1/5 of 重点工作/2/1/5: the part stands in the text as a rule."""
    return promise.address.removeprefix(f"{promise.part}/")


# ── For spreadsheets and programs ────────────────────────────────────────────────────────────────────────────────────


def list_lineages(comparison: Comparison) -> Sheet:
    """A line a lineage, with a column a document."""
    return sheet_of("对比", [_row(lineage, comparison) for lineage in in_order(comparison)])


def _row(lineage: Lineage, comparison: Comparison) -> Row:
    editions = _distinct([edition_words(document) for document in comparison.documents])
    texts = {
        edition: f"{promise.address}　{promise.text}" if promise else None
        for edition, promise in zip(editions, lineage.promises, strict=True)
    }
    return {
        "变化": WORDS[lineage.change],
        "指标": "\n".join(map(metric_words, lineage.metrics)),
        "牵头单位": _way(lineage, _leads),
        "领导": _way(lineage, _leaders),
        "备注": "、".join(_remarks(lineage.steps)),
        **texts,
    }


def _distinct(names: list[str]) -> list[str]:
    """Names with a number behind those that stand more than once."""
    return [
        f"{name}（{names[: place + 1].count(name)}）" if names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def write_comparison(comparison: Comparison) -> Json:
    """The comparison as `luoshi compare --format json` prints it."""
    return {
        "kind": "comparison",
        "documents": [write_document(document) for document in comparison.documents],
        "lineages": [_write_lineage(lineage) for lineage in comparison.lineages],
    }


def _write_lineage(lineage: Lineage) -> Json:
    return {
        "change": lineage.change.value,
        "promises": [_write_promise(promise) if promise else None for promise in lineage.promises],
        "steps": [_write_step(step) for step in lineage.steps],
        "metrics": [_write_line(line) for line in lineage.metrics],
    }


def _write_promise(promise: Promise) -> Json:
    return {
        "id": promise.address,
        "part": promise.part,
        "section": promise.section,
        "text": promise.text,
        "leads": list(promise.leads),
        "leaders": list(promise.leaders),
        "targets": write_targets(promise.targets),
        **write_quoted(promise.quote),
    }


def _write_step(step: Step) -> Json:
    return {
        "change": step.change.value,
        "likeness": round(step.likeness, 3),
        "moved": step.is_moved,
        "handed_over": step.is_handed_over,
        "merged": step.is_merged,
    }


def _write_line(line: MetricLine) -> Json:
    targets = [write_targets([target])[0] if target else None for target in line.targets]
    return {"metric": line.metric, "change": line.change.value, "targets": targets}

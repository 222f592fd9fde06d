"""A figure that was promised beside what was reported of it, in words and as what the ruler shows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import copysign, sqrt
from typing import Any, Final

from luoshi.judging.explain import points
from luoshi.records.register.models import Target
from luoshi.records.register.queries.lines import Promise
from luoshi.records.register.queries.tasks import WEAKEST_FIRST
from luoshi.records.reporting.answers import answer_to
from luoshi.web.templatetags.luoshi import plain

Json = Mapping[str, Any]

TICK: Final = 60.0
"""Where a level's target stands on its ruler, in percent."""
_REACH: Final = 9.0
"""Percent of the ruler for one point of distance; four points are twice as far, so that large ones fit too."""
_STEPS: Final = {"blue": "蓝", "yellow": "黄", "orange": "橙", "red": "红"}
_KEPT: Final = 8_192
_COUNT: Final = "count"
_PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Gauge:
    """One target. `ratio` and `expected` are shares of 1 for what is counted; `dot` is where a level stands in percent.

    `done` is empty where nothing was reported of it; `points` is 欠15.6点 or empty.
    """

    metric: str
    aim: str
    done: str = ""
    verdict: str = ""
    step: str = ""
    points: str = ""
    why: str = ""
    quote: str = ""
    answer: str = ""
    ratio: float | None = None
    expected: float | None = None
    dot: float | None = None

    @property
    def bar(self) -> dict[str, Any]:
        """What the ruler is drawn from."""
        return {"ratio": self.ratio, "expected": self.expected, "verdict": self.verdict, "step": self.step}


def promised(targets: Sequence[Target | Promise]) -> list[Gauge]:
    """Targets that nobody has reported on."""
    return [_promised(target) for target in targets]


def judged_gauges(judged: Json) -> list[Gauge]:
    """The targets of a row as `luoshi judge` prints it, each with the figure that answers it."""
    pairs = zip(judged["targets"], judged.get("arithmetic") or (), strict=False)
    return [_gauge(target, sums, answer_to(judged, place)) for place, (target, sums) in enumerate(pairs)]


@lru_cache(maxsize=_KEPT)
def judged_weakest(judged: str, verdict: str) -> Gauge | None:
    """The weakest target of a row that is still text; the text says all of it, so that the latest are remembered."""
    return weakest(judged_gauges(json.loads(judged)), verdict)


def weakest(gauges: Sequence[Gauge], verdict: str) -> Gauge | None:
    """The target that a task's verdict is of, the one furthest behind; else the first."""
    same = [each for each in gauges if each.verdict == verdict]
    return max(same, key=_lag, default=None) or min(gauges, key=_rank, default=None)


def _lag(gauge: Gauge) -> float:
    """How many points it is behind, or less than nothing ahead; of levels that are reached the closest is the last."""
    if gauge.ratio is not None and gauge.expected is not None:
        return (gauge.expected - gauge.ratio) * 100
    if gauge.points:
        return float(gauge.points[1:-1])
    return 0.0 if gauge.dot is None else -abs(gauge.dot - TICK)


def _rank(gauge: Gauge) -> int:
    return WEAKEST_FIRST.index(gauge.verdict)


def _promised(row: Target | Promise) -> Gauge:
    target = {
        "comparator": row.comparator,
        "value": row.value,
        "high": row.high,
        "unit": row.unit,
        "kind": row.kind,
    }
    return Gauge(row.metric, _aim(target), quote=row.quote)


def _gauge(target: Json, sums: Json, answer: Json | None) -> Gauge:
    ratio, expected = sums["ratio"], sums["expected"]
    step = _STEPS.get(sums["colour"] or "", "")
    is_level = answer is not None and target["kind"] != _COUNT
    return Gauge(
        target["metric"],
        _aim(target),
        done=_figure(answer["value"], answer["unit"]) if answer else "",
        verdict=sums["verdict"],
        step=step,
        points=_points(sums),
        why=sums["why"],
        quote=target["quote"] or "",
        answer=(answer["quote"] if answer else "") or "",
        ratio=ratio,
        expected=expected,
        dot=_dot(target, sums, answer) if answer and is_level and ratio is None else None,
    )


def _figure(value: Decimal | float, unit: str) -> str:
    """214 个, 6.8%"""
    return _with_unit(plain(Decimal(str(value))), unit)


def _with_unit(figure: str, unit: str) -> str:
    return f"{figure}{unit}" if not unit or unit[0] in "%％‰" else f"{figure} {unit}"


def _aim(target: Json) -> str:
    """360 个 of what is counted, ≥8% of a level: a count is promised to be reached anyhow."""
    high = "" if target.get("high") is None else f"—{plain(Decimal(str(target['high'])))}"
    sign = target["comparator"]
    is_said = sign != "=" and not (sign == "≥" and target["kind"] == _COUNT)
    value = plain(Decimal(str(target["value"])))
    return _with_unit(f"{sign if is_said else ''}{value}{high}", target["unit"])


def gap_of(sums: Json) -> float | None:
    """How many points it is ahead, or with a minus behind, as its reason says; computed where it was not kept once."""
    if "gap" in sums:
        gap: float | None = sums["gap"]
        return gap
    if sums["depth"]:
        return -float(sums["depth"])
    has_share = sums.get("ratio") is not None and sums.get("expected") is not None
    return (sums["ratio"] - sums["expected"]) * 100 if has_share else None


def behind_of(sums: Json) -> float | None:
    """How many points it is behind; None where it is not."""
    gap = gap_of(sums) if sums["depth"] else None
    return None if gap is None else -gap


def _points(sums: Json) -> str:
    """How far behind the schedule, short of a level, or ahead: 欠15.6点, 差2.8点, 超11.7点."""
    gap = gap_of(sums)
    if not gap or not (sums["depth"] or sums["verdict"] == "ahead"):
        return ""
    sign = "超" if gap > 0 else "差" if sums["ratio"] is None else "欠"
    return f"{sign}{points(abs(Decimal(str(gap))))}点"


def _dot(target: Json, sums: Json, answer: Json) -> float:
    """Where what was reported stands beside the tick: to the left less, to the right more."""
    gap = float(answer["amount"]) - float(target["amount"])
    if target["base_unit"] != _PERCENT and target["amount"]:
        gap = gap / abs(float(target["amount"])) * 100
    if sums["depth"]:
        gap = copysign(float(sums["depth"]), gap or -1)
    return min(97.0, max(3.0, TICK + copysign(sqrt(abs(gap)) * _REACH, gap)))

"""What a list holds back, in words, each with the address that holds it back no longer."""

from collections.abc import Iterable, Iterator

from luoshi.records.register.models.plans import State
from luoshi.records.register.queries.sieve import IDLE, NEXT_MONTH, OVERDUE, PAST, SERVED, THIS_MONTH, UNDER_WAY, Sieve
from luoshi.records.reporting.models import Report
from luoshi.web.desk.asked import Asked
from luoshi.web.templatetags.luoshi import CHIPS, chip

DUES = {PAST: "已过时限", THIS_MONTH: "本月到期", NEXT_MONTH: "下月到期"}
NOTICES = {UNDER_WAY: "督查单在办", OVERDUE: "督查单过期", SERVED: "发过督查单", IDLE: "无在办督查单"}

# What the row of filters shows; everything else it hands on
SHOWN = {"words", "part", "lead", "leader", "section", "state", "notice"}


def list_filters(asked: Asked, leads: Iterable[tuple[int, str]]) -> list[tuple[str, str, str]]:
    """The name of each filter, what it lets through, and the address without it."""
    return [(name, words, asked.without(*fields)) for name, words, fields in _filters(asked.sieve, leads) if words]


def _filters(sieve: Sieve, leads: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "搜", sieve.words, ("words",)
    yield "部分", sieve.part, ("part",)
    yield "牵头单位", _unit(sieve.lead, leads), ("lead",)
    yield "单位", _unit(sieve.unit, leads), ("unit",)
    yield "领域", sieve.section, ("section",)
    yield "领导", sieve.leader, ("leader",)
    yield "研判", _verdict(sieve), ("verdict", "step")
    yield "状态", dict(State.choices).get(sieve.state, ""), ("state",)
    yield "填报", dict(Report.State.choices).get(sieve.reported, ""), ("reported",)
    yield "时限", DUES.get(sieve.due, ""), ("due",)
    yield "督查单", NOTICES.get(sieve.notice, ""), ("notice",)
    yield "存疑", "有存疑的" if sieve.doubts else "", ("doubts",)


def _unit(unit: int | None, leads: Iterable[tuple[int, str]]) -> str:
    return "" if unit is None else dict(leads).get(unit, "所选单位")


def _verdict(sieve: Sieve) -> str:
    """欠进度 of any step, 欠进度·红 of one."""
    if not sieve.verdict:
        return ""
    return chip(sieve.verdict, sieve.step)[2] if (sieve.verdict, "") in CHIPS else "未报"

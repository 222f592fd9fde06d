"""The program's own words about a reading: labels, places and the sentence that sums it up."""

from collections import Counter
from collections.abc import Iterable

from luoshi.judgement import RowVerdict, TargetVerdict, Verdict
from luoshi.language.days import day_words
from luoshi.model import Document, Due, Kind, Place, Plan, Progress, Reading, Report, Role, SumCheck, Unit, Unknown
from luoshi.writing.figures import list_targets

KINDS = {Kind.PLAN: "责任分解", Kind.PROGRESS: "进展情况", Kind.REPORT: "政府工作报告", Kind.UNKNOWN: "没有认出"}
ROLES = {
    Role.LEAD: "牵头",
    Role.RESPONSIBLE: "责任",
    Role.COOPERATING: "配合",
    Role.GUIDING: "指导",
    Role.UNMARKED: "未分主次",
}
SUM_CHECKS = {SumCheck.OK: "相符", SumCheck.MISMATCH: "不符", SumCheck.NOT_APPLICABLE: "不必核对"}
VERDICTS = {
    Verdict.BEHIND: "欠进度",
    Verdict.NO_DATA: "没有数据",
    Verdict.QUALITATIVE: "定性待核",
    Verdict.NOT_DUE: "未到节点",
    Verdict.ON_TRACK: "达进度",
    Verdict.AHEAD: "超进度",
    Verdict.DONE: "已完成",
}
PERIODS = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度", "H1": "上半年"}


def period_words(period: str) -> str:
    """Q3 → 三季度, M09 → 9月; anything else as it is."""
    if period.startswith("M") and period[1:].isdecimal():
        return f"{int(period[1:])}月"
    return PERIODS.get(period, period)


def verdict_words(judged: RowVerdict | TargetVerdict) -> str:
    """欠进度·红, 已完成"""
    return f"{VERDICTS[judged.verdict]}·{judged.step}" if judged.step else VERDICTS[judged.verdict]


def place_words(place: Place | None) -> str:
    """Where a reader finds it: 第 3 页, 工作表“重点工作”第 12 行, else the paragraph's number; empty for None."""
    if place is None:
        return ""
    steps = []
    if place.sheet is not None:
        steps.append(f"工作表“{place.sheet}”")
    if place.page is not None:
        steps.append(f"第 {place.page} 页")
    if place.row is not None:
        steps.append(f"表格第 {place.row + 1} 行" if place.sheet is None else f"第 {place.row + 1} 行")
    return "".join(steps) or f"第 {place.block + 1} 段"


def unit_names(units: Iterable[Unit], *roles: Role) -> tuple[str, ...]:
    """Names of the units in these roles, in printed order."""
    return tuple(unit.name for unit in units if unit.role in roles)


def lead_names(units: Iterable[Unit]) -> tuple[str, ...]:
    """Names of the lead units, in printed order."""
    return unit_names(units, Role.LEAD)


def other_names(units: Iterable[Unit]) -> tuple[str, ...]:
    """Names of the units that do not lead, in printed order."""
    return unit_names(units, *(role for role in Role if role is not Role.LEAD))


def due_words(due: Due, year: int | None) -> str:
    """A due date as one reads it in a column: 6-30, with the year when it is another; the words where no date is."""
    if due.by is None:
        return due.quote.text
    day = f"{due.by.month}-{due.by.day}"
    return day if due.by.year == year else f"{due.by.year}-{day}"


def document_facts(document: Document) -> tuple[str, ...]:
    """What is known of the document besides its title, each with its word."""
    day = document.issued_on
    facts = (
        document.doc_number,
        document.issuer,
        f"{day_words(day)}印发" if day else None,
        f"{document.year} 年度" if document.year else None,
        period_words(document.period) if document.period else None,
        "公开发布" if document.is_public else None,
    )
    return tuple(fact for fact in facts if fact)


def _plan_summary(plan: Plan) -> list[str]:
    parts = Counter(task.part for task in plan.tasks)
    leads = {name for task in plan.tasks for name in lead_names(task.units)}
    counted = "、".join(f"{part} {count}" for part, count in parts.items())
    total = f"读出 {len(plan.tasks)} 项：{counted}" if counted else "没有读出任务"
    return [total, f"牵头单位 {len(leads)} 家"]


def _progress_summary(progress: Progress) -> list[str]:
    leads = {name for row in progress.rows for name in lead_names(row.units)}
    return [f"读出 {len(progress.rows)} 行进展", f"牵头单位 {len(leads)} 家"]


def _report_summary(report: Report) -> list[str]:
    measures = [measure for action in report.actions for measure in action.measures]
    commitments = sum(len(measure.commitments) for measure in measures)
    return [f"读出 {len(report.actions)} 个方面、{len(measures)} 条举措、{commitments} 项承诺"]


def _unknown_summary(_: Unknown) -> list[str]:
    return ["没有认出是责任分解、进展情况还是政府工作报告"]


def summary(reading: Reading, doubts: int) -> str:
    """One sentence: what was read, of how many units, with how many doubts."""
    match reading:
        case Plan():
            clauses = _plan_summary(reading)
        case Progress():
            clauses = _progress_summary(reading)
        case Report():
            clauses = _report_summary(reading)
        case Unknown():
            clauses = _unknown_summary(reading)
    targets = sum(1 for _ in list_targets(reading))
    figures = [f"指标 {targets} 个"] if targets else []
    return "；".join([*clauses, *figures, f"存疑 {doubts} 处" if doubts else "没有存疑"])

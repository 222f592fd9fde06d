"""A list of tasks as tables: a row a task, a row a target, and what was listed."""

from collections.abc import Iterable, Sequence

from luoshi.records.register.models import TaskUnit
from luoshi.records.register.standing import standing_units
from luoshi.web.desk.gauges import Gauge, behind_of
from luoshi.web.desk.ledger import Line
from luoshi.web.templatetags.luoshi import chip
from luoshi.writing.ledger import Row, Sheet

_LEAD = TaskUnit.Role.LEAD


def task_sheet(lines: Iterable[Line], *, is_judged: bool) -> Sheet:
    """A row a task; a column that no row fills is left out."""
    return _sheet("任务", [_task(line) | (_judged(line) if is_judged else {}) for line in lines])


def target_sheet(lines: Iterable[Line]) -> Sheet:
    """A row a target."""
    return _sheet("指标", [_target(line, gauge) for line in lines for gauge in line.gauges])


def note_sheet(facts: Sequence[tuple[str, str]]) -> Sheet:
    """What was taken from where, by whom and when."""
    return Sheet("说明", ("项目", "内容"), tuple((name, words) for name, words in facts if words))


def _task(line: Line) -> Row:
    task = line.task
    units = standing_units(task)
    return {
        "序号": task.number,
        "子项": task.sub,
        "部分": task.part,
        "领域": task.section or None,
        "牵头领导": task.leaders or None,
        "项目": task.name or None,
        "任务": task.text,
        "牵头单位": "、".join(unit.printed for unit in units if unit.role == _LEAD),
        "其他单位": "、".join(unit.printed for unit in units if unit.role != _LEAD) or None,
        "时限": task.due,
        "办理状态": task.get_state_display(),
    }


def _judged(line: Line) -> Row:
    task, gauge, report = line.task, line.gauge, line.report
    return {
        "最弱指标": gauge.metric if gauge else None,
        "目标": gauge.aim if gauge else None,
        "完成": (gauge.done or None) if gauge else None,
        "研判": chip(task.verdict, task.step)[2],
        "欠点数": behind_of(report.judged) if report else None,
        "为什么": report.judged["why"] if report else None,
        "与自报不同": f"自报{line.claim}" if line.claim else None,
        "填报": report.get_state_display() if report else "未报",
        "进展情况": report.text if report else None,
        "存疑": task.doubts or None,
    }


def _target(line: Line, gauge: Gauge) -> Row:
    return {
        "部分": line.task.part,
        "序号": line.task.number,
        "子项": line.task.sub,
        "任务": line.task.text,
        "指标": gauge.metric,
        "目标": gauge.aim,
        "完成": gauge.done or None,
        "研判": chip(gauge.verdict, gauge.step)[2] if gauge.why else None,
        "为什么": gauge.why or None,
        "原文": gauge.quote or None,
    }


def _sheet(title: str, rows: Sequence[Row]) -> Sheet:
    names = [name for name in (rows[0] if rows else ()) if any(row[name] is not None for row in rows)]
    return Sheet(title, tuple(names), tuple(tuple(row[name] for name in names) for row in rows))

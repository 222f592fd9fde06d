"""What the checks find in a plan stands beside its tasks, each doubt once."""

from luoshi.checking import flag_tasks
from luoshi.model import Plan
from luoshi.reading import read_source
from luoshi.source import mend, open_bytes

TEXT = """云泽市2026年重点工作责任分解
1.新建学校3所。（责任单位：▲教育局、教育局）
2.改造小区5个。（责任单位：建设局、财政局）
3.改造公厕8座。（责任单位：▲建设局）
4.新增停车位600个。（责任单位：▲建设局）
"""


def test_each_doubt_stands_beside_its_task_and_once() -> None:
    source = mend(open_bytes(TEXT.encode(), name="分解.txt"))
    plan = read_source(source)
    assert isinstance(plan, Plan)
    codes = [[flag.code for flag in task.flags] for task in flag_tasks(plan, source).tasks]
    assert codes == [["L013"], ["no-lead"], [], []]

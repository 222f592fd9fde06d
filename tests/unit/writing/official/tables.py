"""A judged table of an invented city, a row a verdict."""

from datetime import date
from decimal import Decimal

from luoshi.judgement import JudgedProgress, RowVerdict, Verdict
from luoshi.letters import Letterhead
from luoshi.model import Document, Leader, Place, ProgressRow, Quote, Role, Unit

OFFICE = "云泽市人民政府办公室"
LETTERHEAD = Letterhead(OFFICE, "云政办函〔2026〕31号", date(2026, 10, 12), "市政府各部门", cc=("市委办公室",))
DOCUMENT = Document("云泽市2026年政府工作报告重点任务三季度进展情况汇总表", OFFICE, year=2026, period="Q3")


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def row(number: int, name: str, text: str, *leads: str) -> ProgressRow:
    units = tuple(Unit(lead, Role.LEAD, quoted(lead)) for lead in leads)
    others = (Unit("各镇街", Role.COOPERATING, quoted("各镇街")),)
    return ProgressRow(number, name, text, quoted(name), units=(*units, *others), leaders=(leader(),))


def leader() -> Leader:
    return Leader("周以宁", "副市长", quoted("周以宁"))


ROWS = (
    row(1, "新增公园3个。", "已建成3个。", "园林局"),
    row(2, "改造道路20条。", "改造10条。受汛期影响进度偏慢。", "住建局", "交通局"),
    row(3, "新增床位100张。", "新增70张。", "民政局"),
    row(4, "压缩办理时限。", "", "政务办"),
    row(5, "建成东站枢纽。", "正在联调联试。", "交通局"),
)
BEHIND = Verdict.BEHIND
VERDICTS = (
    RowVerdict(Verdict.DONE, "3÷3＝100%，已完成。"),
    RowVerdict(BEHIND, "10÷20＝50%，序时 75%，欠 25 点。", depth=Decimal(25), colour="yellow", step="黄"),
    RowVerdict(BEHIND, "70÷100＝70%，序时 75%，欠 5 点。", depth=Decimal(5), colour="blue", step="蓝"),
    RowVerdict(Verdict.NO_DATA, "未报：这一行没有填进展。"),
    RowVerdict(Verdict.QUALITATIVE, "任务里没有数量指标，要凭材料核实。"),
)
JUDGED = JudgedProgress(DOCUMENT, ROWS, verdicts=VERDICTS, as_of=date(2026, 9, 30))

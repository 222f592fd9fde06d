"""One small document of each kind, from an invented city, as a reader would have read it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from luoshi.model import (
    Action,
    Allocation,
    Cell,
    Commitment,
    Comparator,
    Document,
    Due,
    Flag,
    Format,
    Leader,
    Measure,
    Paragraph,
    Place,
    Plan,
    Progress,
    ProgressRow,
    Quote,
    Report,
    Role,
    Share,
    Source,
    SumCheck,
    Table,
    Target,
    TargetKind,
    Task,
    Unit,
)

Quoter = Callable[..., Quote]


@pytest.fixture
def source() -> Source:
    paragraphs = (
        Paragraph("云泽市人民政府办公室关于印发2026年重点工作责任分解的通知", page=1),
        Paragraph("一、周以宁副市长牵头的重点工作", page=1),
        Paragraph("1.建成“云快处”平台，6月底前上线<试用>。（责任单位：▲公安局、数据局）", page=1),
        Paragraph("2.新增公园3个。（责任单位：园林局、城管局、各镇街）", page=2),
    )
    rows = (("序号", "事项", "全市", "望湖区", "沙洲区"), ("1", "=改造老旧小区", "30", "12", "17"))
    cells = tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Source("分解.pdf", Format.PDF, (*paragraphs, Table(cells, page=3)), "ab12", pages=3)


@pytest.fixture
def quote(source: Source) -> Quoter:
    """Makes the quote of a passage that stands in a block, or in a cell of it."""

    def make(text: str, block: int, row: int | None = None, column: int | None = None) -> Quote:
        held = source.blocks[block]
        if isinstance(held, Table):
            held_text = next(cell.text for cell in held.cells if (cell.row, cell.column) == (row, column))
        else:
            held_text = held.text
        start = held_text.index(text)
        return Quote(text, Place(block, start, start + len(text), row, column, held.page))

    return make


@pytest.fixture
def document() -> Document:
    return Document(
        title="云泽市人民政府办公室关于印发2026年重点工作责任分解的通知",
        issuer="云泽市人民政府办公室",
        doc_number="云政办发〔2026〕7号",
        issued_on=date(2026, 3, 4),
        year=2026,
        is_public=True,
    )


@pytest.fixture
def allocation(quote: Quoter) -> Allocation:
    shares = (
        Share("望湖区", "12", Decimal(12), quote("12", 4, 1, 3)),
        Share("沙洲区", "17", Decimal(17), quote("17", 4, 1, 4)),
    )
    return Allocation("30", Decimal(30), "个", shares, Decimal(29), SumCheck.MISMATCH)


@pytest.fixture
def target(quote: Quoter) -> Target:
    return Target(
        "新增公园", Comparator.AT_LEAST, Decimal(3), "个", TargetKind.COUNT, Decimal(3), "个", quote("3个", 3)
    )


@pytest.fixture
def task(quote: Quoter) -> Task:
    return Task(
        "重点工作",
        1,
        "建成“云快处”平台，6月底前上线<试用>。",
        quote("建成“云快处”平台，6月底前上线<试用>。", 2),
        leader_heading="周以宁副市长牵头的重点工作",
        leaders=(Leader("周以宁", "副市长", quote("周以宁", 1)),),
        units=(
            Unit("公安局", Role.LEAD, quote("公安局", 2)),
            Unit("数据局", Role.COOPERATING, quote("数据局", 2)),
        ),
        due=(Due(date(2026, 6, 30), quote("6月底前上线", 2)),),
    )


@pytest.fixture
def plan(document: Document, task: Task, quote: Quoter, allocation: Allocation) -> Plan:
    doubted = replace(
        task,
        number=2,
        text="新增公园3个。",
        quote=quote("新增公园3个。", 3),
        units=tuple(Unit(name, Role.UNMARKED, quote(name, 3)) for name in ("园林局", "城管局", "各镇街")),
        due=(),
        flags=(Flag("no_lead", "三家单位都没有▲，请核对谁牵头。", quote("园林局、城管局、各镇街", 3)),),
    )
    shared = Task(
        "民生实事",
        1,
        "=改造老旧小区",
        quote("=改造老旧小区", 4, 1, 1),
        allocation=allocation,
        flags=(Flag("sum", "各地合计29，总任务写30。"),),
    )
    return Plan(document, (task, doubted, shared))


@pytest.fixture
def progress(quote: Quoter) -> Progress:
    row = ProgressRow(
        1,
        "新增公园3个",
        "已建成1个。\n另2个在建。",
        quote("新增公园3个", 3),
        units=(Unit("园林局", Role.LEAD, quote("园林局", 3)), Unit("城管局", Role.LEAD, quote("城管局", 3))),
        flags=(Flag("stale", "截至日期是上个季度的。", quote("各镇街", 3)),),
    )
    return Progress(Document(title="进展情况汇总表", year=2026, period="Q3"), (row,))


@pytest.fixture
def report(quote: Quoter) -> Report:
    whole = quote("建成“云快处”平台，6月底前上线<试用>。", 2)
    commitments = (
        Commitment("建成“云快处”平台", quote("建成“云快处”平台", 2)),
        Commitment("6月底前上线", quote("6月底前上线", 2), (Due(date(2026, 6, 30), quote("6月底前上线", 2)),)),
    )
    measure = Measure("一是", "办事更快", whole.text, whole, commitments)
    return Report(
        Document(title="政府工作报告", year=2026), (Action("一", "便民行动", "让群众少跑路", whole, (measure,)),)
    )

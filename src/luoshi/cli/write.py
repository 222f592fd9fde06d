"""`luoshi write`: documents that an office signs."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from luoshi.cli.inputs import InputError, need_file, read_template
from luoshi.cli.outputs import OutputError, open_output, refuse_overwriting
from luoshi.errors import tell_why
from luoshi.judgement import JudgedProgress, Verdict
from luoshi.letters import Letterhead, Matter
from luoshi.model import Document, Plan, Progress, Reading, Report
from luoshi.writing.official.letterhead import letterhead_of

_LETTER: Final = ("docx", "pdf")
_TABLE: Final = ("docx", "pdf", "xlsx")
_OTHERWISE: Final = {
    Plan: "这是责任分解，能写的有 plan、projects、calendar。",
    Progress: "这是进展情况汇总表，能写的有 summary、bulletin、notice、closure。",
    Report: "这是政府工作报告，请先用 luoshi draft 起草责任分解。",
}


# ── What is given ────────────────────────────────────────────────────────────────────────────────────────────────────


def _one_file(options: Namespace) -> Path:
    if len(options.files) != 1:
        raise InputError(f"写这种文件要一份原文件，现在是{len(options.files)}份。")
    path: Path = options.files[0]
    return path


def _wrong_kind(path: Path, wanted: str, reading: Reading) -> InputError:
    """What the file is instead, and what can be written of it."""
    told = next((words for kind, words in _OTHERWISE.items() if isinstance(reading, kind)), None)
    if told is None:
        return InputError(f"{path}：没有认出是{wanted}；读出了什么，请用 luoshi read 看。")
    return InputError(f"{path}：没有认出是{wanted}，{told}")


@cache
def _plan(path: Path) -> Plan:
    reading = need_file(path).reading
    if not isinstance(reading, Plan):
        raise _wrong_kind(path, "责任分解", reading)
    return reading


def _progress(options: Namespace) -> Progress:
    path = _one_file(options)
    reading = need_file(path).reading
    if not isinstance(reading, Progress):
        raise _wrong_kind(path, "进展情况汇总表", reading)
    return reading


def _judged(options: Namespace) -> JudgedProgress:
    from luoshi.judging import judge, read_rules

    plan = _plan(options.plan) if options.plan else None
    return judge(_progress(options), as_of=options.as_of, rules=read_rules(options.rules), plan=plan)


def _letterhead(options: Namespace, document: Document | None = None) -> Letterhead:
    """The letterhead of the document that was read, changed by what was typed."""
    head = letterhead_of(document) if document else Letterhead()
    cc = tuple(name.strip() for name in options.cc.replace("，", ",").split(",") if name.strip()) if options.cc else ()
    return replace(
        head,
        issuer=options.issuer or options.red_head or head.issuer,
        doc_number=options.number or head.doc_number,
        issued_on=options.date or head.issued_on,
        addressees=options.to or head.addressees,
        red_head=options.red_head,
        cc=cc or head.cc,
        note=options.note or head.note,
    )


# ── What is written: one function a kind ─────────────────────────────────────────────────────────────────────────────


def _write_plan(options: Namespace, _: str) -> bytes:
    from luoshi.writing.official.plan import write_plan

    plan = _plan(_one_file(options))
    template = read_template(options.template)
    return write_plan(plan, _letterhead(options, plan.document), by=options.by, template=template)


def _write_projects(options: Namespace, form: str) -> bytes:
    from luoshi.writing.official.projects import write_projects, write_projects_book

    plan = _plan(_one_file(options))
    head = _letterhead(options, plan.document)
    if form == "xlsx":
        return write_projects_book(plan, head)
    return write_projects(plan, head, template=read_template(options.template))


def _write_calendar(options: Namespace, _: str) -> bytes:
    from luoshi.writing.calendar import write_calendar

    if not options.files:
        raise InputError("还缺责任分解，如 luoshi write calendar 责任分解.docx -o 时限.ics。")
    return write_calendar([_plan(path) for path in options.files], options.unit)


def _write_summary(options: Namespace, form: str) -> bytes:
    from luoshi.writing.official.summary import write_summary, write_summary_book

    progress = _progress(options) if options.no_verdicts else _judged(options)
    if options.no_verdicts:
        progress = Progress(progress.document, progress.rows)
    head = _letterhead(options, progress.document)
    if form == "xlsx":
        return write_summary_book(progress, head)
    return write_summary(progress, head, template=read_template(options.template))


def _write_bulletin(options: Namespace, _: str) -> bytes:
    from luoshi.writing.official.bulletin import write_bulletin

    judged = _judged(options)
    return write_bulletin(judged, _letterhead(options, judged.document), template=read_template(options.template))


def _write_notice(options: Namespace, _: str) -> bytes:
    from luoshi.writing.official.notice import serve_matters, write_notices

    if not options.rows:
        raise InputError("还缺要督查的序号，如 --rows 8,16。")
    judged = _judged(options)
    notices = serve_matters(_matters(judged, options), options.number or "", options.answer_by, options.contact)
    if not notices:
        raise InputError("这几项没有读到牵头单位，不知道督查单发给谁；请先在汇总表里补上。")
    return write_notices(notices, _letterhead(options, judged.document), template=read_template(options.template))


def _write_closure(options: Namespace, _: str) -> bytes:
    from luoshi.writing.official.closure import close_matters, write_closures

    judged = _judged(options)
    closures = close_matters(_matters(judged, options), options.number or "")
    if not closures:
        raise InputError("汇总表里没有研判为已完成的任务；要销号哪几项请用 --rows 写明，如 --rows 5,24。")
    return write_closures(closures, _letterhead(options, judged.document), template=read_template(options.template))


def _write_tally(options: Namespace, _: str) -> bytes:
    from luoshi.counting import read_count
    from luoshi.writing.official.tally import write_tally

    tally = read_count(_one_file(options))
    head = _letterhead(options)
    head = replace(head, issued_on=head.issued_on or tally.held_on)
    return write_tally(tally, head, template=read_template(options.template))


def _matters(judged: JudgedProgress, options: Namespace) -> tuple[Matter, ...]:
    """The rows that were asked for; without any, those that are done. The plan tells who leads and by when."""
    from luoshi.writing.official.matters import list_matters, pick_matters, with_plan

    known = {row.number for row in judged.rows}
    unknown = [number for number in options.rows or () if number not in known]
    if unknown:
        raise InputError(f"汇总表里没有第{'、'.join(map(str, unknown))}项。")
    done = (matter for matter in list_matters(judged) if matter.judged.verdict is Verdict.DONE)
    matters = pick_matters(judged, options.rows) if options.rows else tuple(done)
    return with_plan(matters, _plan(options.plan)) if options.plan else matters


# Each kind: the forms that it can be written in, and the function that writes it
_WRITERS: Final[dict[str, tuple[tuple[str, ...], Callable[[Namespace, str], bytes]]]] = {
    "plan": (_LETTER, _write_plan),
    "projects": (_TABLE, _write_projects),
    "calendar": (("ics",), _write_calendar),
    "summary": (_TABLE, _write_summary),
    "bulletin": (_LETTER, _write_bulletin),
    "notice": (_LETTER, _write_notice),
    "closure": (_LETTER, _write_closure),
    "tally": (_LETTER, _write_tally),
}


# ── The command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _choose_form(options: Namespace) -> str:
    forms, _ = _WRITERS[options.letter]
    told = "、".join(f".{form}" for form in forms)
    if options.output is None:
        raise OutputError(f"请用 -o 写明写到哪个文件，后缀可以是 {told}。")
    form: str = options.output.suffix.lower().lstrip(".")
    if form not in forms:
        raise OutputError(f"{options.output}：{options.letter} 只能写成 {told}。")
    if options.template and form in {"xlsx", "ics"}:
        raise OutputError(f".{form} 不用模板，请去掉 --template，或写成 .docx。")
    return form


def _export_templates(folder: Path) -> int:
    """Write the shipped templates into a folder, but over no file that is there."""
    from luoshi.writing.official.rendering import list_templates, shipped_template

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}：建不了这个文件夹（{tell_why(error)}）。") from error
    for kind in list_templates():
        target = folder / f"{kind}.docx"
        if target.exists():
            raise OutputError(f"{target}：已经有这份模板，不覆盖；请换一个空文件夹。")
        with open_output(target) as stream:
            stream.write(shipped_template(kind))
    return 0


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read, or the document not written."""
    if options.templates:
        return _export_templates(options.templates)
    if options.letter is None:
        raise InputError("还缺种类，如 luoshi write plan 责任分解.xlsx -o 责任分解.docx。")
    form = _choose_form(options)
    given = [path for path in (*options.files, options.plan, options.rules, options.template) if path]
    refuse_overwriting(options.output, given)
    _, write = _WRITERS[options.letter]
    written = write(options, form)
    if form == "pdf":
        from luoshi.writing.official.printing import print_pdf

        written = print_pdf(written)
    with open_output(options.output) as stream:
        stream.write(written)
    return 0

"""The head and the foot of a document: title, issuer, number, date, publication, copies, notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise, takewhile

from luoshi.language.dates import find_year, parse_date, parse_period
from luoshi.language.names import ends_as_unit
from luoshi.model import Document, Paragraph, Source
from luoshi.patterns import lazily
from luoshi.reading.tables.inventory import Tables

_HEAD_BLOCKS = 40
_TITLE_LINES = 4
_SAID = ("。", "：", ":")  # how no line of a title ends: a sentence, or whom the letter is for
_FRAME_WIDTH, _FRAME_HEIGHT = 2, 4  # columns and rows
_LONGEST_TITLE = 90

# 云泽市人民政府办公室关于印发……的通知
_NOTICE_TITLE = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff（）()、\s]{3,60}?)?\s*(?:印发)?关于[^。]{4,160}?的?"
    r"(?P<genre>通知|意见|方案|报告|函|公告|通告|通报|实施方案|决定|情况|安排)(?:[（(][^（()）]{1,20}[)）])?"
)
# 2026年政府工作报告重点任务责任分解表
_TITLE_END = re.compile(
    r"(?:分解|分工|责任|任务|清单|方案|一览|汇总|明细|进展|情况|落实|计划|台账|推进|调度|进度)(?:表|方案|情况|清单|情况表|一览表)?"
    r"(?:[（(][^（()）]{1,20}[)）])?$|工作报告$"
    r"|(?:表|卡|册|台账|作战图|矩阵)(?:[（(][^（()）]{1,20}[)）])?$|要点$|通报$|公[示告](?:[（(][^（()）]{1,20}[)）])?$|通告$|实事(?:项目)?$|(?:任务|责任)书$|重点工作$"
)
# 责任分解表 — the rest of a title that fills more than a line
_TITLE_REST = re.compile(
    r"(?:重点|主要)?(?:工作|任务|目标|责任|分解|分工|落实|推进|完成|进展|进度|情况|项目|汇总|明细|计划|一览|清单|台账|实施){0,6}"
    r"(?:表|册|清单|方案|台账|分解|分工)(?:[（(][^（()）]{1,20}[)）])?"
)
# 2026年重点工作任务清单 — whose they are may stand on the line above
_YEAR_FIRST = re.compile(r"\d{4}年")
# 标　　题：云泽市人民政府办公室关于……的通知 — in the frame of a page
_NAMED = re.compile(r"(?:信息)?(?:标\s*题|名\s*称)[：:]\s*(?P<title>\S+)")
# 云泽市2026年十件民生实事上半年进展来了
_HEADLINE = re.compile(
    r"20\d{2}年[^。]{0,16}(?:实事|重点工作|重点任务|工作报告)[^。]{0,16}(?:进展|进度|完成|落实|推进|任务|分工)"
)
# （第8期）
_ISSUE = re.compile(r"[（(]?(?:20\d{2}年)?第\s?[\d一二三四五六七八九十]{1,4}\s?[期号][）)]?")
# 当前位置：首页>信息公开
_TRAIL = re.compile(r"[>»：]|首页")
# 映川市2026年政府工作报告确定的
_BARE = lazily(r"(?!附件)[\u4e00-\u9fff\d“”、]{8,40}")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
_LETTERHEAD = re.compile(r"(?P<issuer>[\u4e00-\u9fff（）()]{4,30}?)文件")
_DOC_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}[〔\[［【（(]\d{4}[〕\]］】）)]\s*第?\s*\d{1,4}\s*号")
_NUMBER_LABEL = re.compile(r"(?:发文|公文)?(?:字|文)\s*号[：:]?")
_PUBLIC = re.compile(
    r"此件\s*(?:主动|予以)?\s*公开\s*发布|此件(?:主动公开|公开)|公开(?:方式|属性|类别)[：:]\s*主动公开"
)
_COPIES = re.compile(r"抄\s*送[：:]\s*(?P<list>.+)", re.DOTALL)
_PRINTED = re.compile(r"(?P<date>[\d〇○二一三四五六七八九十零]{4}年.{1,8}日)\s*印发")
_ASSISTS = re.compile(
    r"按照?(?:各自)?(?:职责)?分工.{0,6}(?:做好|负责|抓好).{0,12}(?:协助|协同|配合)|协助.{2,30}(?:做好|抓好|落实).{0,20}工作。?$"
)
# 云政办发〔2026〕4号　　云泽市人民政府办公室2026年2月25日
_GAP = re.compile(
    r"\s{2,}|\u3000|(?<=[室府厅会组局办])(?=(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)|(?<=\d号)\s?(?=[^，。]{4,30}[室府厅])"
)
# A line without any of these is not cut, unless a day ends it.
_GAP_SIGN = re.compile(r"[\s号]")
_SIGNATURE = lazily(
    r"[\u4e00-\u9fff（）()、]{2,40}(?:政府|办公室|办公厅|委员会|督查室|局|办|厅|领导小组|指挥部|主席团)"
)
# （截至2026年9月30日） | 数据截止时间：2026年9月30日
_CUTOFF = re.compile(r"[（(]?(?:数据|统计|填报)?截[至止]")
_SAID_CUTOFF = re.compile(r"截[至止]到?[^，。；]{1,12}?(?:底|日|末)(?=[^；]{0,60}(?:通报|报告|汇总|公布|公示)如下)")
_LONGEST_CUTOFF = 24
# 编制：镇党政综合办公室 — the date behind it is that on which the table was made
_MAKER = re.compile(r"(?:编制|制表|填报|填表|统计|汇总|制作|报送)(?:单位|部门|人|处室|科室)?[：:]")
_LONGEST_NOTE = 120
# （市教育局按职责分工负责，市财政局配合） — a task's own clause
_CLAUSE_END = re.compile(r"[）)〕\]】]。?$")
_DATE_LINE = re.compile(
    r"[（(]?[\d〇○二一三四五六七八九十零\s]{4,9}年[\d一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十\s]{1,5}日[）)]?"
)


def read_head(source: Source, tables: Tables, *, as_of: date | None = None) -> Document:
    """What a document says of itself; `as_of` gives the year where it names none."""
    texts = list(_lines(source, tables))
    title = _told_title(source) or _title(texts[:_HEAD_BLOCKS])
    issuer = _issuer(texts, title)
    issued_on = _issued_on(texts)
    return Document(
        title=title,
        issuer=issuer,
        doc_number=_doc_number(texts) or _framed_number(tables),
        issued_on=issued_on,
        year=_year(title, texts, issued_on) or (as_of.year if as_of else None),
        period=parse_period(title or "") or _cutoff(texts),
        is_public=any(_PUBLIC.search(text) for text in texts),
        cc=_copies(texts),
        assist_notes=tuple(
            text
            for text in texts
            if len(text) <= _LONGEST_NOTE
            and _ASSISTS.search(text)
            and "：" not in text
            and not _CLAUSE_END.search(text)
        ),
    )


def is_title_like(text: str) -> bool:
    """A line that names a document or an annex of one."""
    return (
        len(text) <= _LONGEST_TITLE
        and not text.endswith(("。", "；", "："))
        and not _TRAIL.search(text)
        and not _NUMBERED.match(text)
        and bool(_TITLE_END.search(text))
    )


def _told_title(source: Source) -> str | None:
    """The notice's title as the frame of a web page tells it."""
    for block in source.blocks[:_HEAD_BLOCKS]:
        named = _NAMED.match(block.text) if isinstance(block, Paragraph) else None
        if named and _is_notice(named["title"]):
            return named["title"]
    return None


def _title(texts: Sequence[str]) -> str | None:
    """The notice's title, put together from its lines; else the first line that names a document."""
    for index in range(len(texts)):
        if _LETTERHEAD.fullmatch(texts[index]):
            continue
        follow = list(takewhile(lambda text: not _DATE_LINE.fullmatch(text), texts[index : index + _TITLE_LINES]))
        follow = list(takewhile(lambda text: not _ISSUE.fullmatch(text) and not text.endswith(_SAID), follow))
        lines = ("".join(follow[:count]).replace(" ", "") for count in range(len(follow), 0, -1))
        joined = next((line for line in lines if len(line) <= _LONGEST_TITLE and _is_notice(line)), None)
        if joined:
            return joined
    named = (_whole_title(texts, index) for index, text in enumerate(texts) if is_title_like(text))
    return next(named, None) or next((text for text in texts[:_TITLE_LINES] if _is_headline(text)), None)


def _is_headline(text: str) -> bool:
    """Whether a line is a post's title: 过半了！云泽市2026年十件民生实事上半年进展来了."""
    is_line = len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "：", ":", "，"))
    return is_line and not _TRAIL.search(text) and bool(_HEADLINE.search(text))


def _is_notice(line: str) -> bool:
    """Whether a line is a notice's title; what stands before 关于 is an office, and no path of a web page."""
    found = _NOTICE_TITLE.fullmatch(line)
    return found is not None and (not found["issuer"] or ends_as_unit(found["issuer"]))


def _whole_title(texts: Sequence[str], index: int) -> str:
    """The line that names a document, with the one before it or behind it where a title fills two."""
    lines = [texts[index]]
    before, after = texts[max(index - 1, 0) : index], texts[index + 1 : index + 2]
    if _TITLE_REST.fullmatch(lines[0]):
        lines = [*(text for text in before if _BARE.fullmatch(text)), *lines]
    elif after and _TITLE_REST.fullmatch(after[0]):
        lines = [*lines, *after]
    if _YEAR_FIRST.match(lines[0]):
        lines = [*(text for text in before if _SIGNATURE.fullmatch(text)), *lines]
    return "".join(lines).replace(" ", "")


def _lines(source: Source, tables: Tables) -> Iterator[str]:
    """Paragraphs and the rows above tables' heads, cut where a wide gap or a date sets two things apart on one line."""
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            yield from _cut(block.text)
        elif index in tables.grids:
            for text in _rows_above_head(tables, index):
                yield from _cut(text)


def _cut(text: str) -> Iterator[str]:
    is_cut = _GAP_SIGN.search(text) or text.endswith("日")
    return filter(None, _GAP.split(text) if is_cut else (text,))


def _rows_above_head(tables: Tables, index: int) -> Iterator[str]:
    """The texts above a table's head; all of a narrow table that has none, such as the frame of an imprint."""
    grid, found = tables.grids[index], tables.heads[index]
    is_frame = grid.width <= _FRAME_WIDTH and len(grid.rows) <= _FRAME_HEIGHT
    for row in grid.rows[: found[0].top if found else _FRAME_HEIGHT if is_frame else 0]:
        yield from (slot.text.replace("\n", "") for slot in row if slot.text and not slot.is_covered)


def _issuer(texts: Sequence[str], title: str | None) -> str | None:
    found = _NOTICE_TITLE.fullmatch(title or "")
    if found and found["issuer"]:
        return found["issuer"].strip()
    for text, following in pairwise(texts):
        if _DATE_LINE.fullmatch(following) and _SIGNATURE.fullmatch(text):
            return text.replace(" ", "")
    heads = (_LETTERHEAD.fullmatch(text) for text in texts[:_HEAD_BLOCKS])
    return next((head["issuer"] for head in heads if head), None)


def _doc_number(texts: Sequence[str]) -> str | None:
    """The number on its own line, or at the start or end of another short line of the head."""
    for text in texts[:_HEAD_BLOCKS]:
        found = _DOC_NUMBER.search(text) if "号" in text else None
        if found and len(text) <= len(found.group()) + 12:
            return "".join(found.group().split())
    return None


def _framed_number(tables: Tables) -> str | None:
    """The number beside its label in the frame of a page: 发文字号 | 云政办发〔2026〕4号."""
    for index, grid in tables.grids.items():
        rows = grid.rows[:_FRAME_HEIGHT] if tables.heads[index] is None else ()
        for label, slot in (pair for row in rows for pair in pairwise(row)):
            found = _DOC_NUMBER.fullmatch(slot.text.strip()) if _NUMBER_LABEL.fullmatch(label.text.strip()) else None
            if found:
                return "".join(found.group().split())
    return None


def _issued_on(texts: Iterable[str]) -> date | None:
    """The date below the signature, not that of who made a table; else the date of printing."""
    texts = list(texts)
    for before, text in pairwise(("", *texts)):
        if _DATE_LINE.fullmatch(text) and not _MAKER.match(before):
            return parse_date(text.strip("（()）"))
    printed = (_PRINTED.search(text) for text in texts if "印发" in text)
    return next((parse_date(found["date"]) for found in printed if found), None)


def _year(title: str | None, texts: Sequence[str], issued_on: date | None) -> int | None:
    for text in (title or "", *texts[:_TITLE_LINES]):
        year = find_year(text)
        if year is not None:
            return year
    return issued_on.year if issued_on else None


def _cutoff(texts: Sequence[str]) -> str | None:
    """The period that a line of the head tells: （截至2026年9月30日） | 现将截至8月底工作推进情况通报如下."""
    told = (text for text in texts[:_HEAD_BLOCKS] if len(text) <= _LONGEST_CUTOFF and _CUTOFF.match(text))
    said = (found.group() for text in texts[:_HEAD_BLOCKS] if (found := _SAID_CUTOFF.search(text)))
    return next(filter(None, map(parse_period, (*told, *said))), None)


def _copies(texts: Sequence[str]) -> tuple[str, ...]:
    for text in texts:
        found = _COPIES.match(text)
        if found:
            names = re.split(r"[，,；;]", found["list"].strip().rstrip("。"))
            return tuple(name.strip() for name in names if name.strip())
    return ()

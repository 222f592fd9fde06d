"""A draft on the screen, for programs, and in words."""

import io

from luoshi.draft import Basis, Draft, DraftTask, Suggestion
from luoshi.model import Document, Place, Quote
from luoshi.writing.drafts import list_open_points, print_draft, suggestion_words, summary, write_draft

BASIS = Basis(2026, "重点工作", 7, "新建公办幼儿园6所。", 0.834)
SURE = Suggestion("教育局", 0.97, BASIS, ("公办幼儿园",))
HELPS, HELPS_SELDOM = Suggestion("建设局", 0.6), Suggestion("财政局", 0.3)


def task(number: int, text: str, **more: object) -> DraftTask:
    return DraftTask(number, text, (Quote(text, Place(number, 0, len(text))),), "办好民生实事", **more)  # type: ignore[arg-type]


FILLED = task(
    1,
    "新建公办幼儿园8所。",
    candidates=(SURE,),
    leads=("教育局",),
    cooperating=(HELPS, HELPS_SELDOM),
    leaders=(Suggestion("邬景行副市长", 0.9),),
    leader="邬景行副市长",
)
OPEN = task(2, "=谋划前瞻事宜。", candidates=(Suggestion("发改局", 0.4, None, ("谋划",)), Suggestion("商务局", 0.2)))
DRAFT = Draft(
    Document("云泽市2027年政府工作报告重点工作责任分解", "云泽市人民政府办公室", year=2027),
    (FILLED, OPEN),
    ("教育局", "发改局", "商务局"),
    (Document(year=2026),),
)


def test_a_suggestion_tells_how_likely_it_is_and_why() -> None:
    assert suggestion_words(SURE) == "教育局（0.97；2026年重点工作第7项，相似度0.83；职能：公办幼儿园）"
    assert suggestion_words(HELPS) == "建设局（0.60）"


def test_what_is_open_is_told_with_the_names_that_are_offered() -> None:
    lead, head = list_open_points(DRAFT)
    assert lead.task == 1
    assert lead.text == "第2项由谁牵头待定，可能是：发改局（0.40；职能：谋划）、商务局（0.20）。"
    assert head.text == "发文字号和成文日期待定。"


def test_one_sentence_sums_it_up() -> None:
    assert summary(DRAFT) == "拆出2项；照2026年的分解，拟好牵头单位1项，待定1项"


def test_the_screen_shows_leads_and_names_that_are_offered() -> None:
    told = io.StringIO()
    print_draft(DRAFT, told)
    assert "教育局" in told.getvalue()
    assert "？发改局 0.40" in told.getvalue()


def test_programs_get_suggestions_with_their_grounds() -> None:
    written = write_draft(DRAFT)
    first, second = written["tasks"]
    assert (first["leads"], first["units"], first["leader"]) == (["教育局"], ["建设局"], "邬景行副市长")
    basis = first["suggested"]["leads"][0]["basis"]
    assert (basis["year"], basis["number"], basis["similarity"]) == (2026, 7, 0.834)
    assert basis["words"] == "2026年重点工作第7项，相似度0.83"
    assert (second["leads"], second["units"]) == ([], [])
    assert [point["task"] for point in written["open"]] == [2, None]

"""Whatever stands in a draft that is circulated comes back as it was sent, and what is changed comes back changed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.draft import Circular, CircularRow
from luoshi.language.lexicon import circulars
from luoshi.reading.reply import read_reply
from luoshi.relating.opinions import merge
from luoshi.source import open_bytes
from luoshi.writing.circular import write_circular

ANYTHING = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "'=A1", "待定", "教育局， 财政局", "1\n2", "\u200b", "3.0", "真"]
)
ROWS = st.lists(st.tuples(*(ANYTHING for _ in circulars.CELLS), ANYTHING, ANYTHING), min_size=1, max_size=4)


@settings(max_examples=12, deadline=None)
@given(rows=ROWS)
def test_what_nobody_changed_is_unchanged(rows: list[tuple[str, ...]]) -> None:
    made = tuple(
        CircularRow(number, (row[0], f"任务{row[1]}", *row[2:6]), row[6], row[7]) for number, row in enumerate(rows, 1)
    )
    reply = read_reply(open_bytes(write_circular(Circular("某市稿", made, ("教育局",))), name="x.xlsx"))
    merged = merge([reply])
    assert [row.number for row in merged.rows] == list(range(1, len(rows) + 1))
    assert not merged.added
    assert not any(row.amendments or row.opinions or row.removed_by for row in merged.rows)

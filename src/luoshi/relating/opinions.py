"""What the units say of a circulated draft, brought together; nothing that anybody wrote is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from luoshi.draft import Amendment, Merged, MergedRow, Reply, ReplyRow, Said
from luoshi.errors import LuoshiError
from luoshi.language.lexicon import circulars

Cells = tuple[str, ...]


class OpinionsError(LuoshiError):
    """Replies do not belong together; the message names the file."""


def merge(replies: Sequence[Reply], sent: Reply | None = None) -> Merged:
    """The draft with what units changed where they agree, and every opinion beside its row.

    `sent` is the draft as it was sent out, for replies that have lost what stood in them. Raises `OpinionsError`.
    """
    replies = _named_apart(replies)
    base = _base(replies, sent)
    rows = [dict(_answering(reply, base)) for reply in replies]
    merged = (_merge_row(number, first, replies, rows) for number, first in base.items())
    title = (sent or replies[0]).title.removesuffix("（征求意见稿）")
    return Merged(title, tuple(merged), tuple(_added(replies, base)), tuple(replies))


def _named_apart(replies: Sequence[Reply]) -> list[Reply]:
    """Replies with their files' names behind units that have several."""
    counted = Counter(reply.unit for reply in replies)
    return [
        replace(reply, unit=f"{reply.unit}（{reply.name}）") if counted[reply.unit] > 1 else reply for reply in replies
    ]


def _base(replies: Sequence[Reply], sent: Reply | None) -> dict[int, ReplyRow]:
    """Each row as it was sent out, by its number, in order."""
    base: dict[int, ReplyRow] = {}
    if sent:
        base = {row.number: replace(row, original=row.original or row.cells) for row in sent.rows if row.number}
    for reply in replies:
        if not any(row.original for row in reply.rows) and not sent:
            raise OpinionsError(
                f"{reply.name}：里面没有原稿一栏，不知道改了什么；请把发出去的征求意见稿写在 --merge 前面。"
            )
        for row in reply.rows:
            if row.number and row.original:
                known = base.setdefault(row.number, row)
                if known.original != row.original and not _is_copied(row, base):
                    raise OpinionsError(
                        f"{reply.name}：不是照同一份征求意见稿填的（第{row.number}项的原稿不一样），没有合并。"
                    )
    return dict(sorted(base.items()))


def _is_copied(row: ReplyRow, base: Mapping[int, ReplyRow]) -> bool:
    """Whether a row was copied from another one and numbered anew."""
    return any(known.original == row.original for known in base.values())


def _answering(reply: Reply, base: Mapping[int, ReplyRow]) -> Iterator[tuple[int, ReplyRow]]:
    """The rows of a reply that stand for rows of the draft, each once, by their numbers."""
    met: set[int] = set()
    for row in reply.rows:
        sent = base.get(row.number) if row.number and row.number not in met else None
        if row.number and sent and row.original in (None, sent.original):
            met.add(row.number)
            yield row.number, row


def _added(replies: Sequence[Reply], base: Mapping[int, ReplyRow]) -> Iterator[tuple[str, ReplyRow]]:
    """The rows that units wrote in."""
    for reply in replies:
        known = [id(row) for _, row in _answering(reply, base)]
        yield from ((reply.unit, row) for row in reply.rows if id(row) not in known)


def _merge_row(
    number: int, sent: ReplyRow, replies: Sequence[Reply], rows: Sequence[Mapping[int, ReplyRow]]
) -> MergedRow:
    before = sent.original or sent.cells
    answers = [(reply.unit, each[number]) for reply, each in zip(replies, rows, strict=True) if number in each]
    amendments = tuple(_amendments(before, answers))
    settled = {each.column: each.wanted[0].text for each in amendments if not each.is_conflict}
    cells = tuple(settled.get(name, text) for name, text in zip(circulars.CELLS, before, strict=True))
    missing = (reply.unit for reply, each in zip(replies, rows, strict=True) if number not in each)
    return MergedRow(number, cells, sent.basis, amendments, tuple(_opinions(answers)), tuple(missing))


def _amendments(before: Cells, answers: Sequence[tuple[str, ReplyRow]]) -> Iterator[Amendment]:
    for place, (name, text) in enumerate(zip(circulars.CELLS, before, strict=True)):
        wanted = tuple(Said(unit, row.cells[place]) for unit, row in answers if row.cells[place] != text)
        if wanted:
            yield Amendment(name, text, wanted)


def _opinions(answers: Iterable[tuple[str, ReplyRow]]) -> Iterator[Said]:
    for unit, row in answers:
        if row.opinion:
            yield Said(unit, row.opinion)
        yield from (Said(unit, f"{name}：{text}" if name else text) for name, text in row.further)

"""Tasks told by labels and values: cards in tables, and cards whose labels stand as headings."""

from collections.abc import Sequence

from luoshi.language.lexicon.labels import CLAUSE_FIELDS, SUBJECT_FIELDS, Field
from luoshi.model import Quote, Task
from luoshi.reading.clause import Clause, Era, field_clause
from luoshi.reading.outline import Form, Item
from luoshi.reading.part import MAIN_PART
from luoshi.reading.passage import tight
from luoshi.reading.tables.card import Card, label_field, make_card
from luoshi.reading.text import text_dues, text_qualitative, text_targets


def outline_cards(items: Sequence[Item]) -> tuple[tuple[int, Card], ...]:
    """Cards written as headings: 任务一, 一、目标任务, 二、牵头单位 …, each with its values on the lines below."""
    cards: list[tuple[int, Card]] = []
    number = start = 0
    entries: list[tuple[Field, tuple[Quote, ...]]] = []
    for index, item in enumerate(items):
        field = label_field(item.quote.text) if item.more else None
        if field in SUBJECT_FIELDS or field is None:
            cards.extend((start, card) for card in [make_card(entries, number)] if card)
            entries, start = [], index
        if field is None:
            number = item.number if item.form is Form.HEADING else number
        else:
            entries.append((field, item.more))
    cards.extend((start, card) for card in [make_card(entries, number)] if card)
    return tuple(cards)


def card_task(card: Card, era: Era) -> Task:
    """The task of a card; of several labels that speak of the task the first names it and the last tells it."""
    named = [quotes for field, quotes in card.entries if field in SUBJECT_FIELDS]
    names, bodies = named[0], named[-1]
    clauses = (
        field_clause(field, quote, era) for field, quotes in card.entries if field in CLAUSE_FIELDS for quote in quotes
    )
    clause = sum(clauses, Clause())
    return Task(
        part=MAIN_PART,
        number=card.number,
        text="".join(tight(quote.text) for quote in bodies),
        quote=bodies[0],
        name=tight(names[0].text) if len(named) > 1 else None,
        leaders=clause.leaders,
        units=clause.units,
        targets=text_targets(bodies),
        qualitative=text_qualitative(bodies),
        due=text_dues(bodies, clause.due, era),
    )

"""Finding tasks by any two characters of their text, whatever the database."""

from typing import Any

from django.db.models import Lookup, TextField

from luoshi.language.shingles import letters, list_shingles

SHORTEST = 2


def grams(*texts: str) -> str:
    """What a task is found by: the pairs of neighbouring characters of its texts, parted by spaces, lower case."""
    return " ".join(" ".join(list_shingles(letters(text).lower())) for text in texts if text)


def phrase(words: str) -> list[str]:
    """For each word that was typed its pairs of characters in order; a single character finds nothing here."""
    bare = [letters(word).lower() for word in words.split()]
    return [" ".join(list_shingles(word)) for word in bare if len(word) >= SHORTEST]


@TextField.register_lookup
class Grams(Lookup):
    """`grams__found=[…]`: every phrase stands in the row; the value is what `phrase` returns."""

    lookup_name = "found"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        """A full-text match on the rowids."""
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        match = " AND ".join(f'"{each}"' for each in self.rhs)
        sql = f"{table}.id IN (SELECT rowid FROM register_taskgrams WHERE register_taskgrams MATCH %s)"  # noqa: S608 (own names)
        return sql, [match]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        """Phrases matched on the tsvector of the pairs."""
        column, parameters = self.process_lhs(compiler, connection)
        match = " && ".join("phraseto_tsquery('simple', %s)" for _ in self.rhs)
        return f"to_tsvector('simple', {column}) @@ ({match})", [*parameters, *self.rhs]

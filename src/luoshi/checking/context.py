"""What the rest of a document says of a name: how often it stands there, and what stands between two of its signs."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.checking.passages import passages
from luoshi.checking.slips import folded_text
from luoshi.model import Source


@dataclass(frozen=True, slots=True)
class Context:
    """The text of a document without white space, and by two signs what stands between them, each with its count."""

    text: str
    between: dict[str, Counter[str]]

    def corrected(self, name: str, count: int, sure: int) -> str | None:
        """The name with the sign that always stands there, for one that stands there only in these `count` places.

        砚川湖 stands there at least `sure` times, and nothing but 川 between 砚 and 湖.

        >>> Context("", {"砚湖": Counter({"川": 9, "州": 1})}).corrected("砚州湖集团", 1, 5)
        '砚川湖集团'
        """
        for index in range(1, len(name) - 1):
            known = self.between.get(name[index - 1] + name[index + 1], Counter())
            usual = [sign for sign in known if sign != name[index]]
            if len(usual) == 1 and known[usual[0]] >= sure and known[name[index]] <= count:
                return name[:index] + usual[0] + name[index + 1 :]
        return None


def read_context(source: Source) -> Context:
    """The context that a document gives to its names."""
    texts = [folded_text(quote.text) for quote in passages(source)]
    between: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for left, sign, right in _triples(texts):
        between[left + right][sign] += 1
    return Context("\n".join(texts), between)


def _triples(texts: list[str]) -> Iterator[tuple[str, str, str]]:
    for text in texts:
        yield from (triple for triple in zip(text, text[1:], text[2:], strict=False) if "".join(triple).isalpha())

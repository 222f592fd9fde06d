"""Regular expressions that are compiled when a text first asks for them: starting is fast, most texts need few."""

import re
from typing import Final, cast

_WAYS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "pattern")


class _Lazy:
    """A pattern's expression until it is asked for; from then on the methods of the pattern itself."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> object:
        if name not in _WAYS:
            raise AttributeError(name)
        compiled = re.compile(self._expression, self._flags)
        vars(self).update({way: getattr(compiled, way) for way in _WAYS})
        return vars(self)[name]


def lazily(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A large pattern that few texts need, compiled when it is first matched.

    What is wrong with an expression is told at its first use.
    """
    return cast("re.Pattern[str]", _Lazy(expression, flags))

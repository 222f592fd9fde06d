"""The first letters of a name's pinyin, by which one finds it with a keyboard: 教育局 → jyj."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """Lower-case first letters; digits and Latin letters stay, other marks are left out."""
    from pypinyin import Style, lazy_pinyin

    letters = lazy_pinyin(name, style=Style.FIRST_LETTER, errors=lambda marks: marks)
    return "".join(letter.lower() for letter in letters if letter.isalnum())[:64]

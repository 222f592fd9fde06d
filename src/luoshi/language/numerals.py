"""Numbers as the genre prints them: 1，000, 1.5万, 3亿5千万, 一百零五, 百分之八十, 一半.

`parse_numeral` reads a text that is a number and nothing else; `find_numerals` finds the numbers of a sentence, each
with its span. Neither raises on any text, and both are linear in its length.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from luoshi.language.lexicon import numerals as words
from luoshi.language.lexicon.words import any_of, initials
from luoshi.patterns import lazily

# The longest number that is an amount; a longer run of digits is a code.
LONGEST = 40

FOLDED = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

ZEROS = ("零", "〇")
BLOCKS = {"万": 10_000, "亿": 100_000_000}

# 余家 of 三百余家
MEASURE = lazily(f"[余多来]?(?:{any_of(words.MEASURES)})")
# 以上 of 三成以上
SHARE_MARK = re.compile("|".join(words.SHARE_MARKS))
# What ends 增长两成
CLAUSE_END = re.compile(r"[，,、；;。！\s）)]|$")

# 12,345.6 of “完成12,345.6万元”; the thousands' commas come first, so that 1，000 is not 1.
ARABIC = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})++(?![0-9０-９])|[0-9０-９]++)(?:[.．][0-9０-９]++)?"
DIGIT = "[〇零一二两三四五六七八九]"
HAN = r"[〇零一二两三四五六七八九十百千廿卅万亿]++"

# 八十 of 百分之八十, 3.5 of 百分之3.5
PARTS = rf"(?:{ARABIC}|{HAN}(?:点{DIGIT}++)?)"

# Only these can begin a numeral or a word that looks like one: told first, for speed.
FIRSTS = initials(words.IDIOMS) + "第百千一0-9０-９〇零二两三四五六七八九十廿卅万亿"

NUMERAL = lazily(
    rf"""
    (?=[{FIRSTS}])
    (?:
      (?P<dotted> [0-9０-９]++(?:[.．][0-9０-９]++){{2,}}+ )                # 2024.3.4: a date or an outline's number
    | (?<![A-Za-z0-9０-９]) (?P<plain> [0-9]++(?:\.[0-9]++)? ) (?P<size> 万亿|万|亿| )              # 1.5亿
      (?! [百千万亿0-9０-９] | [.．,，][0-9０-９] )
    | (?<![A-Za-z0-9０-９]) (?P<arabic> {ARABIC} (?:[百千万亿]++ (?:{ARABIC}[百千万亿]++)? )? )    # 3亿5千万
    | (?P<idiom> {any_of(words.IDIOMS)}
             | 第[0-9０-９]++ | 第{HAN} | (?<=[“「《〈‘]){HAN} )            # 第三, “四个一批”
    | (?P<share> [百千]分之{PARTS} )                                        # 百分之八十
    | (?P<fraction> {DIGIT}分之{DIGIT} )                                    # 三分之一
    | (?P<half> 一半 )
    | (?P<han> {HAN} (?:点{DIGIT}++)? [万亿]{{0,2}} )                       # 二十三, 三点五亿
    )
    """,
    re.VERBOSE,
)

# The groups of what only looks like a number
NO_NUMBERS = frozenset({"idiom", "dotted"})

# 3, 亿, 5, 千, 万 of 3亿5千万
TOKEN = re.compile(rf"{ARABIC}|{DIGIT}点{DIGIT}++|[〇零一二两三四五六七八九廿卅十百千万亿]")

# 亿 of 1.5亿, 万亿 of 2万亿
TAIL = re.compile(r"(?:万亿|万|亿|)\Z")

# What a figure is counted in, by how it is printed: 万 of 1.5万; a hundredth for 百分之.
SIZES = {size: Decimal(number) for size, number in words.MULTIPLIERS.items()}
SIGNS = {"百": "%", "千": "‰"}
MULTIPLIERS = {**SIZES, "%": Decimal("0.01"), "‰": Decimal("0.001")}


class Numeral(NamedTuple):
    """A number in a text: `text[start:end]` reads `value` × `multiplier`.

    `value` is as printed before 万, 亿 or 万亿, which are its `size` (1.5 of 1.5万); 百分之八十 is 80 of size %, as a
    sign would print it. A number of several such blocks (3亿5千万) has its whole amount as value and no size.
    """

    start: int
    end: int
    value: Decimal
    size: str

    @property
    def multiplier(self) -> Decimal:
        """How many its size is: 10000 for 1.5万."""
        return MULTIPLIERS[self.size]

    @property
    def amount(self) -> Decimal:
        """The number itself: 15000 for 1.5万."""
        return self.value * self.multiplier


def parse_numeral(text: str) -> Decimal | None:
    """Return the number that the whole of `text` prints (spaces around it aside), or None if it is no number."""
    parts = _split(text.strip())
    return None if parts is None else parts[0] * MULTIPLIERS[parts[1]]


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numbers of `text` in order; 一般, 第一, 三农 and digits within codes (P2P, H5) are none."""
    found: list[Numeral] = []
    for match in NUMERAL.finditer(text):
        form = match.lastgroup
        if form in NO_NUMBERS or (form == "han" and not _is_count(text, match)):
            continue
        parts = _plain(match) if form == "size" else _split(match[0])
        if parts is not None:
            found.append(Numeral(match.start(), match.end(), parts[0], parts[1]))
    return tuple(found)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Tell whether a Chinese numeral counts something: it stands before a measure word, and is not a bare 百 or 万."""
    start, end = match.span()
    is_bare = len(match[0]) <= len("百万亿") and not set(match[0]) - set("百千万亿")
    if text.startswith("成", end):
        is_share = SHARE_MARK.match(text, end + 1) or CLAUSE_END.match(text, end + 1)
        return is_share is not None and not is_bare
    if not MEASURE.match(text, end):
        return False
    return not is_bare or text.endswith(words.REACHES, 0, start)


def _plain(match: re.Match[str]) -> tuple[Decimal, str] | None:
    """Most numbers are printed as 1.5亿."""
    printed, size = match.group("plain", "size")
    return (Decimal(printed), size) if len(printed) + len(size) <= LONGEST else None


def _split(printed: str) -> tuple[Decimal, str] | None:
    """Return value and size of a printed number, or None if it is none."""
    if not printed or len(printed) > LONGEST:
        return None
    if printed.isascii() and printed.isdecimal():
        return Decimal(printed), ""
    if printed in {"半", "一半"}:
        return Decimal("0.5"), ""
    whole, divider, part = printed.partition("分之")
    if divider:
        return _divide(whole, part)
    tail = TAIL.search(printed)
    head = printed[: tail.start()] if tail else printed
    if "万" in head or "亿" in head:
        total = _evaluate(printed)
        return None if total is None else (total, "")
    value = _evaluate(head) if head else Decimal(1)
    return None if value is None else (value, printed[len(head) :])


def _divide(whole: str, part: str) -> tuple[Decimal, str] | None:
    """百分之八十 is 80 hundredths, as it would be printed with a sign; 三分之一 is a third."""
    value, divisor = _evaluate(part), _evaluate(whole)
    if value is None or not divisor:
        return None
    return (value, SIGNS[whole]) if whole in SIGNS else (value / divisor, "")


def _evaluate(printed: str) -> Decimal | None:
    """Return the amount of a number without 分之, or None if its parts do not make one (十百, 一二百)."""
    tokens = TOKEN.findall(printed)
    if not tokens or sum(map(len, tokens)) != len(printed):
        return None
    if len(tokens) > 1 and all(token in words.DIGITS for token in tokens):
        return Decimal("".join(str(words.DIGITS[token]) for token in tokens))
    return _add([token.translate(FOLDED).replace(",", "") for token in tokens])


def _add(tokens: list[str]) -> Decimal | None:
    """Add up digits and units of ten block by block: 三亿 五千 万 → 3×10⁸ + 5000×10⁴."""
    total, last, pending = Decimal(0), "", list[str]()
    for token in tokens:
        if token not in BLOCKS:
            pending.append(token)
            continue
        read = _add_block(pending, 10)
        if read is None or token == last or not (pending or last):
            return None
        # 十二万五千亿: what stands before 亿 is multiplied as a whole.
        total = (total + read if last == "万" else read) * BLOCKS[token] + (0 if last == "万" else total)
        last, pending = token, []
    rest = _add_block(pending, BLOCKS.get(last, 10))
    return None if rest is None else total + rest


def _add_block(tokens: list[str], above: int) -> Decimal | None:
    """Add up one block of four places; `above` is what the block before it was counted in (三万五 is 35000)."""
    total, digit, limit, step = Decimal(0), "", 10_000, above
    for token in tokens:
        size = words.UNITS.get(token) or (10 if token in words.TENS else 0)
        if size:
            if size >= limit or (digit and token in words.TENS):
                return None
            total += words.TENS.get(token) or _value(digit or "一") * size
            digit, limit, step = "", size, size
        elif digit:
            return None
        elif token in ZEROS:
            step = 10
        else:
            digit = token
    return total + _last(digit, step)


def _last(digit: str, step: int) -> Decimal:
    """The 二 of 三百二 counts tens, the 五 of 三百零五 ones; a figure in digits counts what it says."""
    if digit in words.DIGITS:
        return _value(digit) * step / 10
    return _value(digit) if digit else Decimal(0)


def _value(digit: str) -> Decimal:
    whole, point, decimals = digit.partition("点")
    if point:
        return Decimal(
            "".join(str(words.DIGITS[place]) for place in whole)
            + "."
            + "".join(str(words.DIGITS[place]) for place in decimals)
        )
    return Decimal(words.DIGITS.get(digit, digit))

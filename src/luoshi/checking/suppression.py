"""What a clerk has looked at and lets stand: a file beside the document says which doubt, where, and why.

[[suppress]]
code = "L001"
place = "城头集团"      # words of the passage, or the number of the block; left out: everywhere
reason = "确是另一家公司"
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from luoshi.checking.findings import UNEXPLAINED, Finding
from luoshi.errors import LuoshiError
from luoshi.model import Flag


class SuppressionError(LuoshiError):
    """The file of suppressions is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A doubt that is let stand: `place` is a block's number, words of the passage, or None for everywhere."""

    code: str
    reason: str
    place: int | str | None = None


def parse_suppressions(text: str) -> tuple[Suppression, ...]:
    """Read the TOML above; raises `SuppressionError`."""
    try:
        entries = tomllib.loads(text).get("suppress", [])
        return tuple(Suppression(str(each["code"]), str(each.get("reason", "")), each.get("place")) for each in entries)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise SuppressionError("没有看懂：每条要写成 [[suppress]]，下面有 code 和 reason。") from error


def suppress(
    findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, with one for each suppression that has no reason, and those that are let stand."""
    explained = [each for each in suppressions if each.reason.strip()]
    unexplained = tuple(
        Finding(UNEXPLAINED, Flag(UNEXPLAINED.code, f"{each.code} 没有写理由（reason），这一条不起作用。"))
        for each in suppressions
        if not each.reason.strip()
    )
    is_quiet = [any(_covers(each, finding) for each in explained) for finding in findings]
    loud = (finding for finding, quiet in zip(findings, is_quiet, strict=True) if not quiet)
    return (*unexplained, *loud), tuple(compress(findings, is_quiet))


def _covers(suppression: Suppression, finding: Finding) -> bool:
    if suppression.code != finding.rule.code:
        return False
    quote = finding.flag.quote
    match suppression.place:
        case None:
            return True
        case int() as block:
            return quote is not None and quote.place.block == block
        case words:
            return quote is not None and words in quote.text

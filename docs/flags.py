"""The page of checks: every doubt that `luoshi check` knows, from the checks themselves."""

from collections.abc import Sequence
from pathlib import Path

from luoshi.checking.check import Check, PlanCheck, Rule
from luoshi.checking.findings import CHECKS, UNEXPLAINED

PAGE = Path(__file__).parent / "flags.md"

_HEAD = """# What `luoshi check` looks for

Each doubt has a code that stays, a severity, and a sentence with the figures (`python -m docs` writes this page, the
tests compare it). An *error* is wrong by the document's own words and makes the exit code 1; a *warning* is to be
looked at; an *info* is good to know. `luoshi check --explain L012` says the same on the screen.

A file named like the document with `.luoshi.toml` behind it lets a finding stand, with a reason:

```toml
[[suppress]]
code = "L001"
place = "words of the passage, or the number of the block; left out: everywhere"
reason = "another company indeed"
```
"""


def _line(rule: Rule) -> str:
    return f"| `{rule.code}` | {rule.name} | {rule.severity} | {rule.description} |"


def _table(title: str, checks: Sequence[Check]) -> str:
    lines = [_line(check.rule) for check in checks]
    return "\n".join([f"\n## {title}\n", "| Code | Name | Severity | What |", "| --- | --- | --- | --- |", *lines, ""])


def write_flags() -> str:
    """The text of `docs/flags.md`."""
    plans = [check for check in CHECKS if isinstance(check, PlanCheck)]
    rows = [check for check in CHECKS if not isinstance(check, PlanCheck)]
    tables = _table("Breakdowns", plans) + (_table("Progress tables", rows) if rows else "")
    head = "| Code | Name | Severity | What |\n| --- | --- | --- | --- |\n"
    return f"{_HEAD}{tables}\n## The file of suppressions\n\n{head}{_line(UNEXPLAINED)}\n"

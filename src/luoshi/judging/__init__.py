"""Progress + a date → verdicts, each with the sentence that says why."""

from luoshi.judging.judge import judge
from luoshi.judging.rules import Rules, read_rules

__all__ = ["Rules", "judge", "read_rules"]

"""Progress + a date → verdicts, each with the sentence that says why."""

from luoshi.judging.judge import judge
from luoshi.judging.rules import Rules, read_rules, rules_in
from luoshi.judging.schedule import find_terms

__all__ = ["Rules", "find_terms", "judge", "read_rules", "rules_in"]

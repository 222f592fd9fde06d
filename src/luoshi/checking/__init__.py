"""A reading → findings: what a careful clerk would query before a document is issued or a reply accepted."""

from luoshi.checking.findings import CHECKS, Finding, check_reading, flag_rows, flag_tasks
from luoshi.checking.thresholds import thresholds_in

__all__ = ["CHECKS", "Finding", "check_reading", "flag_rows", "flag_tasks", "thresholds_in"]

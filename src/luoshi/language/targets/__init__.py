"""Targets of a sentence: the figures that it commits to, and what it promises without one."""

from luoshi.language.targets.qualities import QualitySpan, find_qualitative
from luoshi.language.targets.spans import TargetSpan, find_targets

__all__ = ["QualitySpan", "TargetSpan", "find_qualitative", "find_targets"]

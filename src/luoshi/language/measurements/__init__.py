"""Measurements of a reply: its figures, each with what it answers, its date, and whether it is done or on its way."""

from luoshi.language.measurements.finding import find_measurements
from luoshi.language.measurements.spans import MeasurementSpan

__all__ = ["MeasurementSpan", "find_measurements"]

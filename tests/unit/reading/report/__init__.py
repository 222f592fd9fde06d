"""Tests of luoshi.reading.report."""

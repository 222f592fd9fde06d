"""Tests of luoshi.reading.tables."""

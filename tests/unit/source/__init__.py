"""Tests of luoshi.source."""

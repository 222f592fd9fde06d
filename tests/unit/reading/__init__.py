"""Tests of luoshi.reading."""

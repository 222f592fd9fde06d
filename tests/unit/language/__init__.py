"""Tests of luoshi.language."""

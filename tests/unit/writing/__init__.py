"""Tests of luoshi.writing."""

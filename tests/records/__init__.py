"""Tests of what the office keeps; the same on SQLite and on PostgreSQL."""

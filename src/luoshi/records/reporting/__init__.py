"""Reporting: rounds, what was reported of each task, and the verdicts on it."""

"""Supervision: notices that press a unit for an answer. Inspections, adjustments and closures have their place here."""

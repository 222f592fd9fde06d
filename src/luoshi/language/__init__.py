"""A sentence as values, each with the span it was read from. This room knows no document."""

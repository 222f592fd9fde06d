"""The vocabulary of the genre, in tables of words; no city's, unit's or person's name stands here."""

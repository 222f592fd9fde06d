"""Everything that is read from the register; the rules of who sees what stand here."""

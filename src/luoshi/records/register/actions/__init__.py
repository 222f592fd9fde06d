"""Everything that changes the register, each named by its verb."""

"""How fast the register's pages are: `make bench-web`."""

"""The installation: settings, addresses, the entry for servers."""

"""People: accounts, what they may do where, posts and their holders."""

"""The journal: what was done, by whom, when and from where; append-only, each entry sealed with the one before."""

"""Writes the documents of the demo city from `demo/sources`: one module a kind of document."""

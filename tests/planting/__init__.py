"""Errors planted one at a time into clean documents: how many of them are found."""

"""Luoshi's tests, and the documents, scores and measurements that they share."""

"""Benchmarks: one file a claim; each prints a table."""

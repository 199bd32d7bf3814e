"""Reads every figure of a text, as a value."""

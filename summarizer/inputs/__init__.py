"""Reads what the analyst has into one `Article`; one file a format, one table."""

"""One file a format, one table."""

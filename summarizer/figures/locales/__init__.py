"""Words and patterns, one file a language."""

"""The version of this package, in a leaf of its own so that every room may name it (the fetcher's user agent does)."""

__version__ = "0.1.0"

"""Proves every figure of an English text against its German source."""

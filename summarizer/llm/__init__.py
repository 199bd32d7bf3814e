"""The models behind one protocol."""

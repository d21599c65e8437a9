"""Concatenated spatial attention."""

"""Concatenation and spatial attention."""

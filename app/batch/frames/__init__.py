"""Which files are frames, which cut each belongs to, and what its number is."""

__all__ = ["frames", "keys", "marks", "numbering", "selected"]

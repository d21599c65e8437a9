"""Colours of coloured drawings given to others of the same things, region by region."""

__all__ = [
    "confidence",
    "extraction",
    "looks",
    "matcher",
    "naming",
    "network",
    "references",
    "sheets",
    "tones",
]

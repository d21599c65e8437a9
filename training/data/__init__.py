"""From pictures to training items: sources, line art, simulated hints, views."""

__all__ = [
    "characters",
    "hints",
    "items",
    "library",
    "lines",
    "prepare",
    "progress",
    "sample",
    "seeds",
    "sources",
    "tagging",
    "teaching",
    "tones",
]

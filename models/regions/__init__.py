"""Ink and paper, and the closed regions that a drawing's lines bound."""

__all__ = [
    "barriers",
    "closures",
    "drawn_lines",
    "ink",
    "judged",
    "leaks",
    "regions",
    "sampled",
    "wishes",
]

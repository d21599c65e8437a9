"""Ink and paper, and the closed regions that a drawing's lines bound."""

__all__ = [
    "barriers",
    "closures",
    "drawn_lines",
    "evidence",
    "ink",
    "judged",
    "leaks",
    "nearest",
    "regions",
    "sampled",
    "wishes",
]

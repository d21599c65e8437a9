"""Sequences of frames: planned, coloured, written, and gone on with after a stop."""

__all__ = [
    "card",
    "cluster",
    "coloring",
    "facts",
    "file_facts",
    "frames",
    "plan",
    "preflight",
    "records",
    "reporting",
    "runner",
    "watch",
    "writing",
]

"""Sequences of frames: planned, coloured, written, and gone on with after a stop."""

__all__ = [
    "cluster",
    "coloring",
    "file_facts",
    "frames",
    "plan",
    "preflight",
    "records",
    "reporting",
    "runner",
    "watch",
]

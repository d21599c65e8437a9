"""The closed regions of the drawing: found once, filled, shown, and where colour would run out."""

__all__ = [
    "fill_bar",
    "filler",
    "finder",
    "foot_bar",
    "gap_bar",
    "leak_finder",
    "leftovers",
    "places",
    "reach",
    "view",
]

"""The closed regions of the drawing: found once, filled, shown, and where colour would run out."""

__all__ = ["filler", "finder", "gap_bar", "leak_finder", "view"]

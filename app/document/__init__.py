"""What the artist decided, as values without Qt: layers, palette, edits, history."""

__all__ = [
    "barrier_edits",
    "color_edits",
    "document",
    "edits",
    "history",
    "layer",
    "light_edits",
    "palette",
    "palettes",
    "pixels",
    "project_file",
    "step_titles",
]

"""What the artist decided, as values without Qt: layers, palette, edits, history."""

__all__ = [
    "color_edits",
    "color_sets",
    "document",
    "edits",
    "history",
    "layer",
    "light_edits",
    "mark_edits",
    "painting",
    "palette",
    "palettes",
    "pixels",
    "project_file",
    "references",
    "region_edits",
    "selecting",
    "step_titles",
    "swatch_edits",
]

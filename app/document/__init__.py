"""What the artist decided, as values without Qt: layers, palette, edits, history."""

__all__ = [
    "document",
    "edits",
    "history",
    "layer",
    "light_edits",
    "palette",
    "palette_files",
    "pixels",
    "project_file",
    "step_titles",
]

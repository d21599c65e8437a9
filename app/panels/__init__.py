"""The panels of the window: what is chosen from, and what is told of drawing and batch."""

__all__ = [
    "batch",
    "color_panel",
    "generator_panel",
    "history_panel",
    "layers",
    "layers_panel",
    "light_panel",
    "palette_panel",
    "references",
    "swatches",
    "tags_panel",
    "widgets",
]

"""The canvas: pen and view, tools, and how the layers become what is seen."""

__all__ = [
    "canvas_widget",
    "color_drop",
    "compositor",
    "cursors",
    "display",
    "edit_gate",
    "film",
    "looking",
    "onion",
    "painting",
    "pen",
    "pen_input",
    "pointer",
    "stroke",
    "tools",
    "viewport",
]

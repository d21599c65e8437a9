"""Ways to see more of the picture, or more pictures: in the window, beside the canvas."""

__all__ = ["control"]

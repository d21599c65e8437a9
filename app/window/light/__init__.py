"""The light in the window: the handle on the canvas, and what holds it and the panel together."""

__all__ = ["control", "handle"]

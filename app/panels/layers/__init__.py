"""What is done with the chosen layer, and the controls for it."""

__all__ = ["bar", "line_color", "rows", "work"]

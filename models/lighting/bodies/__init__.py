"""What light falls on: surfaces of one flat colour, the bodies that they turn with, the ground, and
the outline of all of it."""

__all__ = ["outline", "surfaces"]

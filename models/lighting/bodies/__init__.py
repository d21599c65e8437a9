"""What light falls on: surfaces of one flat colour, the bodies that they turn with, the ground."""

__all__ = ["surfaces"]

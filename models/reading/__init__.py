"""What follows from a drawing alone, read once for whoever colours or tracks it."""

__all__ = ["reader"]

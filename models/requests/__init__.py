"""What is asked of a generator for a drawing, and the answer in stages."""

__all__ = ["colorizer", "references", "request"]

"""The same character over the frames of a cut."""

__all__ = ["motion"]

"""What is selected of the picture, and the edits that select."""

__all__ = ["edits", "selection"]

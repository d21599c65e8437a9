"""The tour of two minutes."""

__all__ = ["control"]

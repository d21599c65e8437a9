"""References in the window: what is dropped and paired, and what is told of it."""

__all__ = ["control"]

"""Hints simulated from pictures whose colours are known."""

__all__ = ["recipe_hints", "simulated", "strokes"]

"""Palette files of every program, as named swatches and back."""

__all__ = ["files", "swatches"]

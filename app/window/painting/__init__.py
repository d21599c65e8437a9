"""Painting by hand: which layer, bounded by what, and the bar of the brush."""

__all__ = ["control", "paint_bar", "select_bar", "selecting"]
